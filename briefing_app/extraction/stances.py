"""Stances by their cues: verbs, adjectives, nouns and idioms of the lexicon, with what must stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.attribution import Said, Voices, is_first_person, said_of
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.lexicon import Cue, Lexicon
from briefing_app.extraction.mentions import NEUTER, NOBODY, PERSONAL, PLURAL, Reading, Who
from briefing_app.extraction.modals import modal_stance
from briefing_app.extraction.assertion import is_hypothetical, is_past

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing_app.extraction.parsing import Paragraph

INDICATIVE = frozenset({"VBD", "VBZ", "VBP"})
DOUBLE_NO = Stance.UNDECIDED


@dataclass(frozen=True)
class Match:
    """A cue found at a word, before it is known whose it is."""

    cue: str
    stance: Stance
    complement: Token | None
    subject: Token | None


def find_stances(reading: Reading, heard: Voices) -> tuple[Frame, ...]:
    """Find every stance of the document, in the text's order."""
    found: list[Frame] = []
    for paragraph in reading.paragraphs:
        matched: dict[int, Match] = {}
        for token in paragraph.doc:
            match = match_cue(token, reading.lexicon)
            if match is not None:
                matched[token.i] = match
        for token in paragraph.doc:
            frame = _frame(reading, heard, paragraph, token, matched)
            if frame is not None:
                found.append(frame)
    return tuple(found)


def _frame(
    reading: Reading, heard: Voices, paragraph: Paragraph, token: Token, matched: dict[int, Match]
) -> Frame | None:
    if (
        token.pos_ not in {"VERB", "AUX", "ADJ", "NOUN", "ADP"}
        or _is_embedded(token, matched)
        or is_hypothetical(token)
    ):
        return None
    if is_past(token):
        return None
    match = matched.get(token.i)
    said = said_of(reading, heard, paragraph, token)
    if said is not None and said.asked:
        return None
    if match is None:
        return modal_stance(
            reading,
            paragraph,
            token,
            said,
            holder_of(reading, paragraph, trees.subject_of(token), said),
        )
    holder = (
        _nominal_holder(reading, paragraph, token)
        if token.pos_ == "NOUN"
        else holder_of(reading, paragraph, match.subject, said)
    )
    if not holder and said is not None and said.who.actors:
        holder = _misjoined(token, match, said)
    stance = _embedding(match, matched, token)
    in_person = _in_person(reading, paragraph, token, match.subject, holder, said)
    return (
        Frame(paragraph, token, holder, stance, match.cue, match.complement, said, in_person)
        if holder
        else None
    )


def _misjoined(token: Token, match: Match, said: Said) -> Who:
    """Take a speaker as the holder where the sentence says so loosely: "said it was, and asked for", "it is imperative"."""
    joined = token.dep_ == "conj" and token.tag_ == "VBD"
    impersonal = token.pos_ == "ADJ" and match.subject is not None and match.subject.pos_ == "AUX"
    return said.who if joined or impersonal else NOBODY


def _in_person(
    reading: Reading,
    paragraph: Paragraph,
    token: Token,
    subject: Token | None,
    holder: Who,
    said: Said | None,
) -> bool:
    """Tell whether the cue itself is somebody's saying: a person does it, or it stands beside a verb of saying."""
    if said is not None or subject is None:
        return False
    speech = reading.lexicon.speech["verbs"]
    acts = reading.lexicon.speech["acts"]
    if token.lemma_ in speech - acts and token.pos_ == "VERB" and trees.child(token, "ccomp") is not None:
        return True
    beside = token.head if token.dep_ == "conj" else None
    if beside is not None and beside.lemma_ in speech and trees.child(beside, "ccomp") is not None:
        return True
    return holder.person and reading.hit(paragraph, subject) is not None


def holder_of(
    reading: Reading, paragraph: Paragraph, subject: Token | None, said: Said | None
) -> Who:
    """Return whose a stance is; a pronoun within reported words is the speaker, if it can be."""
    if subject is None:
        return NOBODY
    if is_first_person(subject):
        return said.who if said is not None and said.who else reading.who(paragraph, subject)
    told = (
        said is not None
        and said.verb >= 0
        and not said.quoted
        and paragraph.doc[min(said.verb, len(paragraph.doc) - 1)].lower_ not in {"according", "relayed"}
    )
    if (
        told
        and said is not None
        and said.who.actors
        and subject.lower_ in NEUTER | PERSONAL | PLURAL
        and subject.lower_ not in {"both", "neither", "each", "either"}
    ):
        return said.who
    return reading.who(paragraph, subject)


def _nominal_holder(reading: Reading, paragraph: Paragraph, noun: Token) -> Who:
    """Return whose a demand, refusal or offer is: its possessor, or "by" or "of" whom."""
    owner = trees.child(noun, "poss")
    if owner is not None:
        return reading.who(paragraph, owner)
    for each in noun.children:
        if (
            each.dep_ in {"prep", "agent"}
            and each.lower_ in {"by", "from"}
            and (inner := trees.child(each, "pobj")) is not None
        ):
            return reading.who(paragraph, inner)
    principals = (
        reading.principals(paragraph, noun)
        if any(c.dep_ in {"amod", "compound"} and reading.hit(paragraph, c) for c in noun.children)
        else ()
    )
    return Who(principals)


def _is_embedded(token: Token, matched: dict[int, Match]) -> bool:
    """Tell whether a word only fills in another cue: who is urged to accept accepts nothing."""
    for head, below in trees.ancestors(token):
        match = matched.get(head.i)
        if match is None:
            if below.dep_ in {"relcl"}:
                return False
            continue
        if below.dep_ in {"conj", "nsubj", "nsubjpass", "parataxis", "relcl"} or (
            below.dep_ == "advcl" and match.complement is not None and match.complement.i != below.i
        ):
            if below.dep_ == "conj":
                continue
            return below.dep_ in {"nsubj", "nsubjpass"} and token.pos_ != "NOUN"
        return True
    return False


def _embedding(match: Match, matched: dict[int, Match], token: Token) -> Stance:
    """Combine a cue with the one it governs: "ready to drop" concedes, "ruled out rejecting" leaves it open."""
    inner = matched.get(match.complement.i) if match.complement is not None else None
    if match.stance is Stance.REJECTS and match.complement is not None and match.complement.lemma_ in {"comment", "say", "elaborate", "answer"}:
        return Stance.UNDECIDED
    if inner is None or match.complement is None or match.complement.pos_ == "NOUN":
        return match.stance
    if match.stance is Stance.REJECTS:
        return DOUBLE_NO if inner.stance is Stance.REJECTS else Stance.REJECTS
    if match.stance in {Stance.OFFERS, Stance.PLEDGES, Stance.ACCEPTS} and token.lemma_ not in {
        "offer"
    }:
        return {
            Stance.ACCEPTS: Stance.ACCEPTS_PARTLY, Stance.CONCEDES: Stance.CONCEDES, Stance.REJECTS: Stance.REJECTS, Stance.UNDECIDED: Stance.UNDECIDED,
        }.get(inner.stance, match.stance)  # fmt: skip
    return match.stance


def match_cue(token: Token, lexicon: Lexicon) -> Match | None:
    """Return the cue that a word is, if what must stand beside it does."""
    if token.pos_ == "NOUN":
        return _noun(token, lexicon)
    if token.pos_ in {"VERB", "AUX", "ADJ", "ADP"}:
        found = _idiom(token, lexicon) or _adjective(token, lexicon)
        return found or (_verb(token, lexicon) if token.pos_ == "VERB" else None)
    return None


def _verb(token: Token, lexicon: Lexicon) -> Match | None:
    cues = sorted(lexicon.verbs.get(token.lemma_.lower(), ()), key=lambda cue: not cue.particles)
    for cue in cues:
        found = _match_verb(token, cue, lexicon)
        if found is not None:
            return found
    return None


def _match_verb(token: Token, cue: Cue, lexicon: Lexicon) -> Match | None:
    taken = trees.particle(token, cue.particles) if cue.particles else None
    if cue.particles and taken is None:
        return None
    about = _governed(token, taken)
    passive = trees.is_passive(token)
    if passive and about is None:
        about = trees.child(token, "nsubjpass")
    if about is None and token.dep_ in {"csubj", "nsubj"}:
        about = trees.child(token.head, "attr", "ccomp")  # "what he ruled out was one held under ..."
    if about is None or not _suits(token, cue, about, lexicon):
        return None
    subject = trees.agent_of(token) if passive else trees.subject_of(token)
    stance = _polarity(token, cue)
    if stance is None or (passive and subject is None):
        return None
    return Match(
        f"{token.text} {taken.text}" if taken is not None else token.text, stance, about, subject
    )


def _governed(token: Token, taken: Token | None) -> Token | None:
    if taken is not None and taken.dep_ != "prt":
        inner = trees.child(taken, "pobj", "pcomp", "dobj", "ccomp", "xcomp", "advcl", "amod")
        clause = trees.child(token, "xcomp", "ccomp")
        if inner is not None and clause is not None and clause.i > inner.i:
            return clause
        return inner or trees.complement(token)
    return trees.complement(token)


def _suits(token: Token, cue: Cue, about: Token, lexicon: Lexicon) -> bool:
    if cue.objects:
        noun = trees.object_of(token) or about
        words = {
            noun.lemma_.lower(),
            *(
                each.lemma_.lower()
                for each in about.children
                if each.dep_ in {"mark", "compound", "advmod"}
            ),
        }
        return bool(words & cue.objects)
    if about.dep_ == "ccomp" and _states_fact(token, about):
        return False
    if cue.needs == "demand":
        return _asks_another(token, about)
    return True


def _states_fact(token: Token, clause: Token) -> bool:
    """Tell whether a cue only reports a fact: "insisted it had", "suggested that he was"."""
    if token.lemma_ in {
        "agree",
        "accept",
        "concede",
        "guarantee",
        "assure",
        "promise",
        "pledge",
        "vow",
        "insist",
        "suggest",
        "propose",
        "demand",
        "threaten",
        "swear",
        "expect",
        "want",
    }:
        modal = trees.modal_of(clause)
        if token.lemma_ in {
            "promise",
            "pledge",
            "vow",
            "swear",
            "guarantee",
            "threaten",
            "demand",
            "assure",
            "want",
        }:
            return False
        if token.lemma_ in {"insist", "suggest", "agree", "accept"}:
            if modal in {"must", "should", "shall"}:
                return False
            subject = trees.child(clause, *trees.SUBJECTS)
            bare = (
                clause.tag_ == "VB"
                and not modal
                and not any(each.dep_ == "aux" for each in clause.children)
            )
            agreeing = (
                clause.tag_ in {"VBP"} and subject is not None and subject.tag_ in {"NN", "NNP"}
            )
            be = (
                any(
                    each.dep_ in {"auxpass", "aux"} and each.lower_ == "be"
                    for each in clause.children
                )
                and not modal
            )
            plural_base = (
                clause.tag_ == "VBP"
                and subject is not None
                and subject.tag_ in {"NNS", "NNPS"}
                and token.lemma_ == "insist"
                and token.tag_ in {"VBD", "VBN"}
            )
            return not (bare or agreeing or be or plural_base)
        return True
    return False


def _asks_another(token: Token, about: Token) -> bool:
    """Tell whether somebody else is asked: "told them to", "wants the army to"; "wants to" asks nobody."""
    own = (
        about.dep_ == "xcomp"
        and trees.child(about, *trees.SUBJECTS) is None
        and trees.child(token, "dobj", "dative") is None
        and not trees.is_passive(token)
    )
    if token.lemma_ == "like":
        wished = trees.modal_of(token) in {"would", "should"}
        return wished and not own and about.dep_ in {"dobj", "ccomp", "xcomp"}
    if token.lemma_ in {"want", "seek", "need"}:
        return (
            not own
            and about.dep_ in {"dobj", "ccomp", "xcomp"}
            and (token.lemma_ != "need" or False)
        )
    clause = trees.child(token, "xcomp", "ccomp")
    if (
        clause is None
        or clause.dep_ == "ccomp"
        and (trees.child(clause, "aux") is None or trees.child(clause, "mark") is not None)
    ):
        return token.lemma_ == "ask" and clause is not None and clause.tag_ in {"VB", "VBP"}
    return clause.tag_ == "VB" and any(each.lower_ == "to" for each in clause.children) and not own


def _polarity(token: Token, cue: Cue) -> Stance | None:
    denied = trees.is_denied(token)
    if token.dep_ == "xcomp" and token.head.lemma_ in {"fail", "unable"}:
        return None
    if cue.stance is Stance.DEMANDS and trees.no_longer(token):
        return Stance.CONCEDES
    below = trees.child(token, "xcomp", "pcomp")
    if (
        cue.stance in {Stance.ACCEPTS, Stance.OFFERS}
        and below is not None
        and any(each.dep_ == "neg" for each in below.children)
    ):
        return Stance.REJECTS if not denied else None
    return cue.negated if denied else cue.stance


def _adjective(token: Token, lexicon: Lexicon) -> Match | None:
    for cue in lexicon.adjectives.get(token.lemma_.lower(), ()) or lexicon.adjectives.get(
        token.lower_, ()
    ):
        be = token.head if token.dep_ in {"acomp", "prep", "attr", "oprd", "advmod"} else token
        if token.pos_ == "VERB" and not (
            token.tag_ == "VBN" and trees.child(token, "auxpass", "aux") is not None
        ):
            continue
        if (
            token.pos_ == "ADJ"
            and be.lemma_ not in {"be", "remain", "stand", "seem", "appear", "feel", "declare"}
            and token.dep_ != "conj"
        ):
            continue
        taken = trees.particle(token, cue.particles)
        clause = trees.child(token, "xcomp", "ccomp") or trees.child(be, "xcomp", "ccomp", "advcl")
        about = (
            clause
            or (trees.child(taken, "pobj", "pcomp") if taken is not None else None)
            or trees.child(token, "pobj")
        )
        subject = trees.child(be, *trees.SUBJECTS) or trees.subject_of(token)
        if subject is not None and subject.lower_ == "it" and cue.stance is Stance.DEMANDS and not cue.particles:
            subject = be
        if cue.particles and about is None:
            continue
        denied = trees.is_denied(token) or trees.is_denied(be)
        stance = cue.negated if denied else cue.stance
        if (
            about is not None
            and about.tag_ == "VB"
            and any(each.dep_ == "neg" for each in about.children)
        ):
            stance = Stance.REJECTS
        named = lexicon.nouns.get(about.lemma_.lower()) if about is not None and stance is Stance.PLEDGES else None
        stance = named.stance if named is not None else stance  # "committed to our demands"
        if stance is not None:
            return Match(
                f"{token.text} {taken.text}" if taken is not None else token.text,
                stance,
                about,
                subject,
            )
    return None


def _idiom(token: Token, lexicon: Lexicon) -> Match | None:
    for cue in lexicon.idioms.get(token.lemma_.lower(), ()):
        noun = next(
            (
                each
                for each in _objects(token)
                if each.lemma_.lower() in cue.objects or each.lower_ in cue.objects
            ),
            None,
        )
        if noun is None or (
            len(cue.objects) > 1 and not cue.objects <= {x.lemma_.lower() for x in noun.subtree}
        ):
            continue
        denied = trees.lacks(noun) or trees.is_denied(token)
        stance = Stance.UNDECIDED if denied and not cue.denied and cue.stance is Stance.REJECTS else cue.stance
        if denied != cue.denied and stance is cue.stance:
            continue
        about = next(
            (
                each
                for each in noun.children
                if each.i > noun.i and each.dep_ in {"prep", "acl", "relcl", "ccomp"}
            ),
            None,
        )
        return Match(
            f"{token.text} {noun.text}", stance, about or noun, trees.subject_of(token)
        )
    return None


def _objects(token: Token) -> Iterator[Token]:
    for each in token.children:
        if each.dep_ in {"dobj", "attr", "advmod", "intj", "oprd", "ccomp"}:
            yield each
        if each.dep_ == "prep" and (inner := trees.child(each, "pobj")) is not None:
            yield inner


def _noun(token: Token, lexicon: Lexicon) -> Match | None:
    cue = lexicon.nouns.get(token.lemma_.lower())
    if cue is None or token.dep_ == "compound":
        return None
    about = next(
        (
            each
            for each in token.children
            if each.i > token.i
            and (
                each.dep_ in {"acl", "ccomp", "relcl"}
                or (each.dep_ == "prep" and each.lower_ in {"for", "of", "to", "on", "that"})
            )
        ),
        None,
    )
    if about is None or about.dep_ == "relcl":
        return None
    return Match(token.text, cue.stance, about, None)
