"""Verbs that show a stance only together with their object: "said yes", "indicated willingness", "won backing from"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction import subjects, trees
from briefing_app.extraction.matching import Match, noun_cue, words_of_cue
from briefing_app.extraction.tokens import Token

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon

# What something may meet with, by the lists of its nouns.
ANSWERS = {Stance.ACCEPTS: "received_yes", Stance.REJECTS: "received_no"}


def idiom(token: Token, lexicon: Lexicon) -> Match | None:
    """Return the cue that a verb is together with its object."""
    return (
        _listed(token, lexicon)
        or _voiced(token, lexicon)
        or _received(token, lexicon)
        or _seconded(token, lexicon)
    )


def _listed(token: Token, lexicon: Lexicon) -> Match | None:
    for cue in lexicon.idioms.get(token.lemma_.lower(), ()):
        noun = next(
            (each for each in _objects(token) if {each.lemma_.lower(), each.lower_} & cue.objects),
            None,
        )
        if noun is None or (
            len(cue.objects) > 1
            and not cue.objects <= {each.lemma_.lower() for each in noun.subtree}
        ):
            continue
        denied = trees.lacks(noun) or trees.is_denied(token)
        turned = (
            denied and not cue.denied and cue.stance is Stance.REJECTS
        )  # "did not close the door"
        if denied != cue.denied and not turned:
            continue
        about = _meant(token, noun) if cue.sure else _told_of(noun) or noun
        stance = Stance.UNDECIDED if turned else cue.stance
        doer = subjects.subject_of(token)
        return Match(words_of_cue(token, noun), stance, about, doer, cue.sure)
    return None


def _told_of(noun: Token) -> Token | None:
    return next(
        (
            each
            for each in noun.children
            if each.i > noun.i and each.dep_ in {"prep", "acl", "relcl", "ccomp"}
        ),
        None,
    )


def _meant(verb: Token, noun: Token) -> Token:
    """Return what a figure of speech is about: "dug in its heels over the cap", "made a truce a condition"."""
    other = next((each for each in verb.children if each.dep_ == "dobj" and each.i < noun.i), None)
    behind = (each for each in verb.children if each.dep_ == "prep" and each.i > noun.i)
    told = other or _told_of(noun) or next(behind, None)
    inner = trees.child(told, "pobj", "pcomp") if told is not None and told.dep_ == "prep" else None
    return inner or told or noun


def _voiced(token: Token, lexicon: Lexicon) -> Match | None:
    """Read a will that is named behind a verb that only lets it be known: "indicated willingness to leave"."""
    noun = trees.child(token, "dobj") if token.lemma_ in lexicon.modal["voicing"] else None
    if noun is None or trees.child(noun, "poss") is not None:
        return None
    if any(each.lower_ in {"by", "from"} and each.i > noun.i for each in noun.subtree):
        return None  # "confirmed a request for talks by Peru"
    match, subject = noun_cue(noun, lexicon), subjects.subject_of(token)
    if match is None or subject is None or trees.is_passive(token):
        return None
    stance = match.stance
    if trees.is_denied(token):  # of itself, or by its object: "showed no willingness"
        stance = _nothing_of(stance)
    return (
        replace(match, cue=words_of_cue(token, noun), stance=stance, subject=subject)
        if stance is not None
        else None
    )


def _nothing_of(stance: Stance) -> Stance | None:
    """Return what it means to have none of it: "showed no willingness to leave"."""
    return Stance.REJECTS if stance in {Stance.OFFERS, Stance.ACCEPTS} else None


def _received(token: Token, lexicon: Lexicon) -> Match | None:
    """Read whose praise or whose resistance something met with: "the plan won backing from Chile"."""
    noun = _met(token) if token.lemma_ in lexicon.modal["receiving"] else None
    if noun is None or trees.lacks(noun) or trees.is_denied(token):
        return None
    lemma = noun.lemma_.lower()
    stance = next((each for each, kind in ANSWERS.items() if lemma in lexicon.modal[kind]), None)
    prep = next((x for x in (*noun.children, *token.children) if x.lower_ == "from"), None)
    giver = trees.child(prep, "pobj") if prep is not None else None
    about = trees.child(token, *trees.SUBJECTS)
    if stance is None or giver is None or about is None:
        return None
    return Match(words_of_cue(token, noun), stance, about, giver)


def _seconded(token: Token, lexicon: Lexicon) -> Match | None:
    """Read who supports what a sentence goes on to say: "Supported by Peru, the group called for a fund"."""
    if token.lemma_ not in lexicon.modal["seconding"]:
        return None
    giver = trees.agent_of(token)
    doing = token.head
    apart = token.dep_ == "acl" and token.i > 0 and token.nbor(-1).text == ","
    inside = apart and doing.dep_ in trees.SUBJECTS
    if inside:
        doing = doing.head  # "The group, supported by Peru, called for a fund"
    fits = token.tag_ == "VBN" and token.i < doing.i and (token.dep_ == "advcl" or inside)
    if giver is None or not fits:
        return None
    cues = lexicon.verbs.get(doing.lemma_.lower(), ())
    asks = any(
        cue.stance in {Stance.DEMANDS, Stance.PROPOSES}
        and (not cue.particles or trees.particle(doing, cue.particles) is not None)
        for cue in cues
    )
    if not asks and (inside or doing.lemma_ not in lexicon.speech["verbs"]):
        return None  # "Backed by Iran, they fired rockets"
    about = trees.complement(doing) if inside else None
    return Match(f"{token.text} by", Stance.ACCEPTS, about or doing, giver)


def _met(token: Token) -> Token | None:
    """Return what somebody wins, or meets with."""
    with_what = next((each for each in token.children if each.lower_ == "with"), None)
    return trees.child(token, "dobj") or (trees.child(with_what, "pobj") if with_what else None)


def _objects(token: Token) -> Iterator[Token]:
    for each in token.children:
        if each.dep_ in {"dobj", "attr", "advmod", "intj", "oprd", "ccomp"}:
            yield each
        if each.dep_ == "prep" and (inner := trees.child(each, "pobj")) is not None:
            yield inner
