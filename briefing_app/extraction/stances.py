"""Each stance of a document, with whose it is and on whose word: cues first, then what a plain future means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction import constructions, subjects, trees
from briefing_app.extraction.assertion import is_hypothetical, is_past
from briefing_app.extraction.attribution import is_first_person, said_of, tells_directly
from briefing_app.extraction.coreference import JOINT_WORDS, NEUTER, PERSONAL, PLURAL
from briefing_app.extraction.cues import match_cue
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.judgements import judged
from briefing_app.extraction.matching import Match, made_by, noun_cue, of_somebody
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.modals import modal_stance
from briefing_app.extraction.principals import principals_of
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.voices import Said, Voices
from briefing_app.extraction.who import NOBODY, Who

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon
    from briefing_app.extraction.parsing import Paragraph

TELLING = frozenset({"VERB", "AUX", "ADJ", "NOUN", "ADP"})
BESIDE = frozenset({"nsubj", "nsubjpass", "parataxis", "relcl"})
OBJECTS = frozenset({"dobj", "pobj", "nsubjpass"})
GOVERNING = frozenset({Stance.OFFERS, Stance.PLEDGES, Stance.ACCEPTS})
UNDER = {
    Stance.ACCEPTS: Stance.ACCEPTS_PARTLY,
    Stance.CONCEDES: Stance.CONCEDES,
    Stance.REJECTS: Stance.REJECTS,
    Stance.UNDECIDED: Stance.UNDECIDED,
}
SILENT = frozenset(
    {"comment", "say", "elaborate", "answer"}
)  # who declines to do so leaves it open


def find_stances(reading: Reading, heard: Voices) -> tuple[Frame, ...]:
    """Find every stance of the document, in the text's order."""
    return tuple(
        frame
        for paragraph in reading.each_paragraph()
        for frame in _in_paragraph(reading, heard, paragraph)
    )


def _in_paragraph(reading: Reading, heard: Voices, paragraph: Paragraph) -> Iterator[Frame]:
    found = {token.i: match_cue(token, reading.lexicon) for token in paragraph.doc}
    matched = {i: match for i, match in found.items() if match is not None}
    for token in paragraph.doc:
        embedded = _is_embedded(token, matched)
        inner = embedded and _is_anothers(reading, paragraph, token, matched)
        if (
            token.pos_ not in TELLING
            or (embedded and not inner)
            or is_hypothetical(token)
            or is_past(token)
            or constructions.is_errand(token)
        ):
            continue
        said = said_of(reading, heard, paragraph, _clause_of(token))
        if said is not None and said.asked:
            continue
        match = matched.get(token.i)
        frame = (
            _cued(reading, paragraph, token, said, matched)
            if match is not None
            else _plain(reading, paragraph, token, said)
        )
        if frame is not None:
            yield replace(frame, apart=frame.apart or inner)


def _clause_of(token: Token) -> Token:
    """Return the predicate by which a noun is reported: "the refusal ..., he said, shows" stands on his word."""
    if token.pos_ != "NOUN" or token.dep_ not in BESIDE | {"dobj", "pobj", "attr"}:
        return token
    return next(
        (head for head, _below in trees.ancestors(token) if head.pos_ in {"VERB", "AUX"}), token
    )


def _plain(reading: Reading, paragraph: Paragraph, token: Token, said: Said | None) -> Frame | None:
    holder = holder_of(reading, paragraph, subjects.subject_of(token), said)
    return modal_stance(reading, paragraph, token, said, holder) or judged(
        reading, paragraph, token, said
    )


def _cued(
    reading: Reading,
    paragraph: Paragraph,
    token: Token,
    said: Said | None,
    matched: Mapping[int, Match],
) -> Frame | None:
    match = matched[token.i]
    noun = token.pos_ == "NOUN"
    holder = (
        nominal_holder(reading, paragraph, token)
        if noun
        else holder_of(reading, paragraph, match.subject, said)
    )
    if not holder and said is not None and said.who.actors:
        holder = _misjoined(token, match, said)
    if not holder:
        return None
    if trees.modal_of(token) in {"must", "should"} and not _binds_itself(said, holder):
        holder, match = _bidden(said, match)
        if not holder:
            return None
    in_person = said is None and match.subject is not None and _says(token, reading.lexicon)
    stance = _embedding(match, matched, token)
    return Frame(
        paragraph,
        token,
        holder,
        stance,
        match.cue,
        match.complement,
        said,
        in_person,
        apart=match.sure,
    )


def _binds_itself(said: Said | None, holder: Who) -> bool:
    return said is not None and bool(set(said.who.actors) & set(holder.actors))


def _bidden(said: Said | None, match: Match) -> tuple[Who, Match]:
    """Read "they must say yes" as what the speaker demands of them; without a speaker it is nobody's."""
    speaker = Who(said.who.actors) if said is not None else NOBODY
    return speaker, replace(match, stance=Stance.DEMANDS)


def _misjoined(token: Token, match: Match, said: Said) -> Who:
    """Take a speaker as the holder where the sentence says so loosely: "said it was, and asked for"."""
    joined = token.dep_ == "conj" and token.tag_ == "VBD"
    impersonal = (
        token.pos_ == "ADJ" and match.subject is not None and match.subject.pos_ == "AUX"
    )  # "it is imperative"
    return said.who if joined or impersonal else NOBODY


def _says(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether the cue itself is somebody's saying, or stands beside one: "insisted that", "said it would, and"."""
    speech = lexicon.speech
    return any(
        (verb.i == token.i or token.dep_ == "conj")
        and verb.pos_ == "VERB"
        and verb.lemma_ in verbs
        and trees.child(verb, "ccomp") is not None
        for verb, verbs in (
            (token, speech["verbs"] - speech["acts"]),
            (token.head, speech["verbs"]),
        )
    )


def holder_of(
    reading: Reading, paragraph: Paragraph, subject: Token | None, said: Said | None
) -> Who:
    """Return whose a stance is; a pronoun within reported words is the speaker, if it can be."""
    if subject is None or constructions.is_expletive(subject, reading.lexicon.modal):
        return NOBODY
    speaker = said.who if said is not None else NOBODY
    if is_first_person(subject):
        return speaker or reading.who(paragraph, subject)
    own = subject.lower_ in (NEUTER | PERSONAL | PLURAL) - JOINT_WORDS
    if own and said is not None and tells_directly(paragraph, said):
        if speaker.actors:
            return speaker
        if _is_speaker(reading.lexicon, subject, subjects.subject_of(paragraph.doc[said.verb])):
            return NOBODY  # "the works council said it would": whoever that is, and nobody named before
    return reading.who(paragraph, subject)


def _is_speaker(lexicon: Lexicon, pronoun: Token, speaker: Token | None) -> bool:
    """Tell whether a pronoun may be the speaker of its sentence: "it" for a body, "he" for a person."""
    if speaker is None or speaker.tag_ in {"NNS", "NNPS"}:
        return False
    person = speaker.ent_type_ == "PERSON" or speaker.lemma_.lower() in lexicon.actors["persons"]
    person |= (
        pronoun.lower_ in PERSONAL
        and speaker.pos_ == "PROPN"
        and speaker.lower_ not in lexicon.bodies
    )
    if pronoun.lower_ in PERSONAL:
        return person
    body = speaker.pos_ == "PROPN" or speaker.lower_ in lexicon.bodies
    return pronoun.lower_ in NEUTER and body and not person


def nominal_holder(reading: Reading, paragraph: Paragraph, noun: Token) -> Who:
    """Return whose a demand, refusal or offer is: its possessor, or "by" whom."""
    made = made_by(noun)
    owner = trees.child(noun, "poss") or (trees.agent_of(made) if made is not None else None)
    if owner is not None:
        return reading.who(paragraph, owner)
    for each in noun.children:
        inner = trees.child(each, "pobj") if each.lower_ in {"by", "from"} else None
        if inner is not None:
            return reading.who(paragraph, inner)
    if of_whom := _of_whom(reading, paragraph, noun):
        return of_whom
    national = any(
        each.dep_ in {"amod", "compound"} and reading.hit(paragraph, each) for each in noun.children
    )
    return Who(principals_of(reading, paragraph, noun)) if national else NOBODY


def _of_whom(reading: Reading, paragraph: Paragraph, noun: Token) -> Who:
    """Return whose "the proposal of Chile for a levy" is; "the rejection of Chile" is nobody's."""
    first = next((each for each in noun.children if of_somebody(each)), None)
    match = noun_cue(noun, reading.lexicon)
    about = match.complement if match is not None else None
    if first is None or match is None or about is None or about == first:
        return NOBODY
    # "the rejection of Chile for membership", "the idea of Chile leaving the pact"
    if match.stance is Stance.REJECTS or about.tag_ == "VBG":
        return NOBODY
    owner = trees.child(first, "pobj")
    return reading.who(paragraph, owner) if owner is not None else NOBODY


def _is_embedded(token: Token, matched: Mapping[int, Match]) -> bool:
    """Tell whether a word only fills in another cue: who is urged to accept accepts nothing."""
    for head, below in trees.ancestors(token):
        match = matched.get(head.i)
        if match is None:
            if below.dep_ == "relcl" or (below.dep_ == "acl" and trees.agent_of(below) is not None):
                return False
            continue
        if below.dep_ == "conj":
            continue
        elsewhere = (
            below.dep_ == "advcl" and match.complement is not None and match.complement.i != below.i
        )
        if below.dep_ in BESIDE or elsewhere:
            return below.dep_ in {"nsubj", "nsubjpass"} and token.pos_ != "NOUN"
        return True
    return False


def _is_anothers(
    reading: Reading, paragraph: Paragraph, noun: Token, matched: Mapping[int, Match]
) -> bool:
    """Tell whether a noun in another cue is somebody else's all the same: "rejected Peru's call for a truce"."""
    if noun.i not in matched or noun.pos_ != "NOUN" or noun.dep_ not in OBJECTS:
        return False
    governor = next((head for head, _below in trees.ancestors(noun) if head.i in matched), None)
    owner = nominal_holder(reading, paragraph, noun)
    if governor is None or not owner.actors:
        return False
    doer = matched[governor.i].subject
    who = reading.who(paragraph, doer) if doer is not None else NOBODY
    return bool(who) and not who.joint and not owner.shares(who)


def _embedding(match: Match, matched: Mapping[int, Match], token: Token) -> Stance:
    """Combine a cue with the one it governs: "ready to drop" concedes, "ruled out rejecting" leaves it open."""
    about = match.complement
    quiet = about is not None and about.lemma_ in SILENT and about.dep_ != "advcl"
    if match.stance is Stance.REJECTS and quiet:
        return Stance.UNDECIDED
    inner = matched.get(about.i) if about is not None and about.pos_ != "NOUN" else None
    if inner is None:
        return match.stance
    if match.stance is Stance.REJECTS:
        return Stance.UNDECIDED if inner.stance is Stance.REJECTS else Stance.REJECTS
    if match.stance in GOVERNING and token.lemma_ != "offer":
        return UNDER.get(inner.stance, match.stance)
    return match.stance
