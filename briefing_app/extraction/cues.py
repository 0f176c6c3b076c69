"""The words that show a stance, with what must stand beside them: verbs and adjectives, besides nouns and idioms."""

from __future__ import annotations

from briefing_app.domain.position import Stance
from briefing_app.extraction import subjects, trees
from briefing_app.extraction.idioms import idiom
from briefing_app.extraction.lexicon import Cue, Lexicon
from briefing_app.extraction.matching import Match, noun_cue, words_of_cue
from briefing_app.extraction.tokens import Token

WHEN_OR_HOW = frozenset({
    "time", "moment", "day", "night", "week", "month", "year", "morning", "evening", "minute", "hour", "way", "manner",
    "reason", "speed",
})  # fmt: skip
EAGER = frozenset({"keen", "eager", "anxious"})
PERHAPS = frozenset({"may", "might"})
WANTED = frozenset({"demand", "claim", "call", "request", "insistence", "bid"})
OWN_WILL = frozenset({Stance.ACCEPTS, Stance.OFFERS})  # a "not" below them turns them round


def match_cue(token: Token, lexicon: Lexicon) -> Match | None:
    """Return the cue that a word is, if what must stand beside it does."""
    if token.pos_ == "NOUN":
        return noun_cue(token, lexicon)
    if token.pos_ not in {"VERB", "AUX", "ADJ", "ADP"}:
        return None
    found = idiom(token, lexicon) or _adjective(token, lexicon)
    return found or (_verb(token, lexicon) if token.pos_ == "VERB" else None)


def _verb(token: Token, lexicon: Lexicon) -> Match | None:
    cues = sorted(lexicon.verbs.get(token.lemma_.lower(), ()), key=lambda cue: not cue.particles)
    return next(
        (match for cue in cues if (match := _verb_as(token, cue, lexicon)) is not None), None
    )


def _verb_as(token: Token, cue: Cue, lexicon: Lexicon) -> Match | None:
    taken = trees.particle(token, cue.particles) if cue.particles else None
    if cue.particles and taken is None:
        return None
    about = _governed(token, taken)
    subject = trees.agent_of(token) if trees.is_passive(token) else subjects.subject_of(token)
    stance = _polarity(token, cue)
    if stance is None or trees.modal_of(token) in PERHAPS:
        return None
    if about is None and not _stands_alone(token, lexicon):
        return None
    if about is not None and not _suits(token, cue, about, lexicon):
        return None
    if trees.is_passive(token) and subject is None:
        return None
    return Match(words_of_cue(token, taken), stance, about, subject, cue.sure)


def _stands_alone(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb says yes or no without a word of what: "but Peru objected", not "could object"."""
    told = token.tag_ != "VBG" and not trees.is_infinitive(token)
    return (
        told
        and trees.modal_of(token) not in {"could", "would"}
        and token.lemma_ in lexicon.modal["alone"]
    )


def _governed(token: Token, taken: Token | None) -> Token | None:
    """Return what a verb with its particle is about: an object, a clause, or a passive's subject."""
    about = trees.complement(token)
    if taken is not None and taken.dep_ != "prt":
        inner = trees.child(taken, "pobj", "pcomp", "dobj", "ccomp", "xcomp", "advcl", "amod")
        clause = trees.child(token, "xcomp", "ccomp")
        about = (
            clause
            if inner is not None and clause is not None and clause.i > inner.i
            else inner or about
        )
    by_whom = about is not None and about.head.dep_ == "agent"
    if (about is None or by_whom) and trees.is_passive(token):
        noun = token.head if token.dep_ == "acl" else None  # "an option ruled out by Peru"
        about = trees.child(token, "nsubjpass") or noun or about
    if about is None and token.dep_ in {"csubj", "nsubj"}:
        about = trees.child(
            token.head, "attr", "ccomp"
        )  # "what he ruled out was one held under ..."
    if about is None and token.dep_ == "relcl" and _leads(token.head, token):
        about = token.head  # "a plan Peru has rejected"
    return about


def _leads(noun: Token, clause: Token) -> bool:
    """Tell whether a relative clause says what its own subject does with the noun before it."""
    subject = trees.child(clause, "nsubj")
    if noun.lemma_.lower() in WHEN_OR_HOW:
        return False  # "the night Chile accepted"
    return subject is not None and subject.tag_ not in {"WDT", "WP"} and noun.i < subject.i


def _suits(token: Token, cue: Cue, about: Token, lexicon: Lexicon) -> bool:
    if about.lemma_.lower() in lexicon.modal["hearing"]:
        return False  # who invites views, or asks for comment, wants nothing yet
    if cue.objects:
        noun = trees.object_of(token) or about
        if (
            trees.is_passive(token) and about.lower_ in trees.POINTING
        ):  # "it has been backed by Chile"
            before = {each.lemma_.lower() for each in token.doc[: token.sent.start]}
            return trees.agent_of(token) is not None and bool(before & cue.objects)
        beside = [each for each in about.children if each.dep_ in {"mark", "compound", "advmod"}]
        return any(each.lemma_.lower() in cue.objects for each in (noun, *beside))
    if about.dep_ == "ccomp" and _states_fact(token, about, lexicon):
        return False
    return cue.needs != "demand" or _asks_another(token, about)


def _states_fact(token: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Tell whether a cue only reports a fact: "insisted it had", "suggested that he was"."""
    if token.lemma_ in lexicon.modal["admitting"]:
        return True
    return token.lemma_ in lexicon.modal["bidding"] and not _is_bidden(token, clause)


def _is_bidden(token: Token, clause: Token) -> bool:
    """Tell whether a clause says what is to be: "that it be", "that the force leave", "that they must"."""
    modal, subject = trees.modal_of(clause), trees.child(clause, *trees.SUBJECTS)
    if modal:
        return modal in {"must", "should", "shall"}
    if any(each.dep_ in {"auxpass", "aux"} and each.lower_ == "be" for each in clause.children):
        return True
    if clause.tag_ == "VB" and trees.child(clause, "aux") is None:
        return True
    if clause.tag_ != "VBP" or subject is None:
        return False
    singular = subject.tag_ in {"NN", "NNP"}
    return singular or (token.lemma_ == "insist" and token.tag_ in {"VBD", "VBN"})


def _asks_another(token: Token, about: Token) -> bool:
    """Tell whether somebody else is asked: "told them to", "wants the army to"; "wants to" asks nobody."""
    addressed = trees.child(token, "dobj", "dative") is not None or trees.is_passive(token)
    own = about.dep_ == "xcomp" and trees.child(about, *trees.SUBJECTS) is None and not addressed
    if token.lemma_ in {"want", "seek", "like"}:
        wished = token.lemma_ != "like" or trees.modal_of(token) in {"would", "should"}
        return wished and not own and about.dep_ in {"dobj", "ccomp", "xcomp"}
    clause = trees.child(token, "xcomp", "ccomp")
    if clause is None or own:
        return False
    if clause.dep_ == "ccomp" and (
        trees.child(clause, "aux") is None or trees.child(clause, "mark") is not None
    ):
        return token.lemma_ == "ask" and clause.tag_ in {"VB", "VBP"}
    return clause.tag_ == "VB" and any(each.lower_ == "to" for each in clause.children)


def _polarity(token: Token, cue: Cue) -> Stance | None:
    """Return what a cue means as it stands: asserted, denied, given up, or of what shall not be."""
    if token.dep_ == "xcomp" and token.head.lemma_ in {"fail", "unable"}:
        return None
    if cue.stance in {Stance.DEMANDS, Stance.REJECTS} and trees.no_longer(token):
        return Stance.CONCEDES
    denied = trees.is_denied(token)
    if denied and cue.stance is not Stance.ACCEPTS and _holds_on(token):
        return Stance.DEMANDS
    below = trees.child(token, "xcomp", "pcomp")
    if (
        cue.stance in OWN_WILL
        and token.lemma_ != "offer"
        and below is not None
        and trees.child(below, "neg") is not None
    ):
        return None if denied else Stance.REJECTS
    return cue.negated if denied else cue.stance


def _holds_on(token: Token) -> bool:
    """Tell whether what is not given up is wanted still: "did not drop its demand", "will not settle for less"."""
    words = [each for each in token.subtree if each.i > token.i]
    if token.lemma_ == "settle":
        return any(each.lower_ == "less" for each in words)
    given = trees.object_of(token) or next(
        (trees.child(each, "pobj") for each in words if each.dep_ == "prep"), None
    )
    return given is not None and given.lemma_.lower() in WANTED


def _adjective(token: Token, lexicon: Lexicon) -> Match | None:
    cues = lexicon.adjectives.get(token.lemma_.lower(), ()) or lexicon.adjectives.get(
        token.lower_, ()
    )
    be = token.head if token.dep_ in {"acomp", "prep", "attr", "oprd", "advmod"} else token
    if not cues or not _is_predicate(token, be, lexicon):
        return None
    return next(
        (match for cue in cues if (match := _adjective_as(token, be, cue, lexicon)) is not None),
        None,
    )


def _is_predicate(token: Token, be: Token, lexicon: Lexicon) -> bool:
    """Tell whether an adjective or participle says what its subject is: "was prepared to", "is opposed to"."""
    if token.pos_ == "VERB":
        return token.tag_ == "VBN" and trees.child(token, "auxpass", "aux") is not None
    return be.lemma_ in lexicon.modal["being"] or token.dep_ == "conj"


def _willed(token: Token, about: Token | None, lexicon: Lexicon) -> Stance | None:
    """Return what is no offer though somebody is ready for it: "keen to see it gone", "ready to strike"."""
    if about is None:
        return None
    if token.lower_ in EAGER and about.lemma_ in lexicon.modal["getting"]:
        return Stance.DEMANDS
    return Stance.THREATENS if about.lemma_ in lexicon.modal["hostile"] else None


def _adjective_as(token: Token, be: Token, cue: Cue, lexicon: Lexicon) -> Match | None:
    taken = trees.particle(token, cue.particles)
    clause = trees.child(token, "xcomp", "ccomp") or trees.child(be, "xcomp", "ccomp", "advcl")
    about = (
        clause
        or (trees.child(taken, "pobj", "pcomp") if taken is not None else None)
        or trees.child(token, "pobj")
    )
    if cue.particles and about is None:
        return None
    stance = cue.negated if trees.is_denied(token) or trees.is_denied(be) else cue.stance
    if clause is not None and clause.tag_ == "VB" and trees.child(clause, "neg") is not None:
        stance = Stance.REJECTS
    if (
        stance is Stance.PLEDGES
        and about is not None
        and (named := lexicon.nouns.get(about.lemma_.lower())) is not None
    ):
        stance = named.stance  # "committed to our demands"
    willed = _willed(token, about, lexicon) if stance is Stance.OFFERS else None
    subject = trees.child(be, *trees.SUBJECTS) or subjects.subject_of(token)
    impersonal = subject is not None and subject.lower_ == "it" and cue.stance is Stance.DEMANDS
    if stance is None:
        return None
    doer = be if impersonal else subject
    sure = cue.sure or willed is not None
    return Match(words_of_cue(token, taken), willed or stance, about, doer, sure)
