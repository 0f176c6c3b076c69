"""A cue found at a word, and the nouns that are cues by themselves: "its refusal to", "calls by Chile for"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.tokens import Token

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon

MAKING = frozenset({
    "make", "put", "table", "submit", "issue", "raise", "present", "float", "advance", "propose", "draft", "voice",
})  # fmt: skip
FOUGHT = frozenset({"resistance", "opposition"})
SIDES = frozenset({"side", "delegation", "government"})
PARTICLES = 2  # words that a verb is shown with as they stand: "walked out of"


@dataclass(frozen=True)
class Match:
    """A cue found at a word, before it is known whose it is."""

    cue: str
    stance: Stance
    complement: Token | None
    subject: Token | None
    sure: bool = False  # in words that the classifier misreads: it is not asked


def words_of_cue(token: Token, taken: Token | None) -> str:
    if taken is None:
        return token.text
    if 0 < taken.i - token.i <= PARTICLES:
        return token.doc[token.i : taken.i + 1].text
    return f"{token.text} {taken.text}"


def noun_cue(token: Token, lexicon: Lexicon) -> Match | None:
    cue = lexicon.nouns.get(token.lemma_.lower())
    if cue is None or token.dep_ == "compound":
        return None
    about = list(_said_of(token))
    if not about and (stopped := _stopped(token, cue.stance, lexicon)) is not None:
        return Match(token.text, cue.stance, stopped, None)
    if not about:
        return None
    first = about[0]
    if len(about) > 1 and of_somebody(first):
        first = about[1]  # "the proposal of Chile for a levy" is about the levy
    return Match(token.text, cue.stance, first, None)


def _stopped(noun: Token, stance: Stance, lexicon: Lexicon) -> Token | None:
    """Return what somebody's objections stop: "objections from Chile held up the text"; resistance is also fought."""
    verb = noun.head
    stops = noun.dep_ == "nsubj" and verb.lemma_ in lexicon.modal["stopping"]
    said = stance is Stance.REJECTS and noun.lemma_.lower() not in FOUGHT
    return trees.object_of(verb) if stops and said else None


def of_somebody(preposition: Token) -> bool:
    """Tell whether an "of" may say whose something is, and not what it is about."""
    noun = preposition.head
    whose = trees.child(preposition, "pobj") if preposition.lower_ == "of" else None
    owned = trees.child(noun, "poss") is not None or any(
        each.lower_ in {"by", "from"} for each in noun.children
    )
    return whose is not None and not owned and (whose.pos_ == "PROPN" or whose.lower_ in SIDES)


def made_by(noun: Token) -> Token | None:
    """Return the participle that tells who made a proposal: "suggestions made by Chile that"."""
    return next(
        (
            each
            for each in noun.children
            if each.dep_ == "acl" and each.lemma_ in MAKING and trees.agent_of(each) is not None
        ),
        None,
    )


def _said_of(noun: Token) -> Iterator[Token]:
    """Go through what tells the content of a noun: "for a levy", "to pay", "that it be halved"; a plain number, too."""
    made = made_by(noun)
    for each in (*noun.children, *(made.children if made is not None else ())):
        led = each.dep_ == "prep" and each.lower_ in {"for", "of", "to", "on", "that"}
        clause = each.dep_ in {"acl", "ccomp"} and each != made
        clause |= each.dep_ == "relcl" and (trees.is_infinitive(each) or _is_led_by_that(each))
        if each.i > noun.i and ((led and each.head == noun) or clause):
            yield each
    be = noun.head if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else None
    number = trees.child(be, "attr") if be is not None else None
    unit = number is not None and number.lower_ not in {"percent", "%"}
    if number is not None and unit and trees.child(number, "nummod") is not None:
        yield number  # "Chile's last offer was 110,000 tonnes"


def _is_led_by_that(clause: Token) -> bool:
    return any(each.lower_ == "that" and each.dep_ == "mark" for each in clause.children)
