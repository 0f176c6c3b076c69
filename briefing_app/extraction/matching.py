"""A cue found at a word, and the nouns that are cues by themselves: "its refusal to", "calls by Chile for"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing_app.extraction.lexicon import Lexicon

PARTICLES = 2  # words that a verb is shown with as they stand: "walked out of"


@dataclass(frozen=True)
class Match:
    """A cue found at a word, before it is known whose it is."""

    cue: str
    stance: Stance
    complement: Token | None
    subject: Token | None


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
    for each in token.children:
        led = each.dep_ == "prep" and each.lower_ in {"for", "of", "to", "on", "that"}
        if each.i > token.i and (led or each.dep_ in {"acl", "ccomp"}):
            return Match(token.text, cue.stance, each, None)
    return None
