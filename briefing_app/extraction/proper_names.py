"""Where a text writes proper names: the stretches of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing_app.extraction.tokens import Doc, Token

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon


KEPT = "briefing: names"  # where a document keeps them
TICKER = re.compile(r"[A-Z]{2,5}\.[A-Z]{1,3}")  # "Anglo American AAL.L"
NUMBERED = re.compile(r"\d[A-Z]{1,4}")  # "3R"


def runs(doc: Doc, lexicon: Lexicon) -> Sequence[tuple[int, int]]:
    """Return the stretches of tokens that are written as proper names; kept, as every finder of names asks."""
    found = doc.user_data.get(KEPT)
    if found is None:
        found = doc.user_data[KEPT] = tuple(_runs(doc, lexicon))
    return found


def _runs(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for token in doc:
        if _is_proper(token, lexicon) or (start is not None and _joins(token, lexicon)):
            start = token.i if start is None else start
        elif start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


def _is_proper(token: Token, lexicon: Lexicon) -> bool:
    if NUMBERED.fullmatch(token.text):
        return token.pos_ in {"PROPN", "NOUN"}
    if TICKER.fullmatch(token.text):
        return False
    if not token.text[0].isupper() or token.lower_.rstrip(".") in lexicon.actors["no_names"]:
        return False
    return token.pos_ == "PROPN" or (
        not token.is_sent_start and token.is_alpha and token.pos_ in {"NOUN", "ADJ"}
    )


def _joins(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a small word stands inside a name: "House of Representatives", "Movement for Democratic Change"."""
    rest = token.doc[token.i + 1 : token.i + 3]
    if token.lower_ == "and":
        return len(rest) > 0 and _is_proper(rest[0], lexicon) and _is_within(token, lexicon)
    of = token.lower_ == "of" or (token.lower_ == "for" and _is_body(token.nbor(-1), lexicon))
    if of and len(rest):
        article = rest[0].lower_ == "the" and len(rest) > 1
        return _is_proper(rest[1 if article else 0], lexicon)
    if token.lower_ == "the" and token.i and token.nbor(-1).lower_ in {"of", "for"}:
        return True
    owner = token.nbor(-1) if token.i else token
    plural = token.text == "'" and owner.text.endswith("s")  # "the Miners' Association"
    plural |= token.text == "'s" and owner.lemma_.lower() in lexicon.actors["possessors"]
    hyphen = token.text == "-" and not token.whitespace_
    return (plural or hyphen) and len(rest) > 0 and _is_proper(rest[0], lexicon)


def _is_within(conjunction: Token, lexicon: Lexicon) -> bool:
    """Tell whether "and" joins the words of one name: "Justice and Equality Movement", "Association of X and Y"."""
    before = conjunction.nbor(-1)
    if before.dep_ in {"compound", "nmod", "amod"} and before.head.i > conjunction.i:
        return before.tag_ == "NNPS" or before.head.text[0].isupper()
    preposition = before.head
    return (
        before.dep_ == "pobj"
        and preposition.lower_ in {"of", "for"}
        and before.ent_type_ != "GPE"
        and _is_body(preposition.head, lexicon)
    )


def _is_body(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised word is what a body is called: "Movement", "Ministry", "Association"."""
    if not token.text[0].isupper():
        return False
    word = token.lower_
    return word in lexicon.actors["union_names"] | lexicon.actors["offices"] or any(
        word in words for words in lexicon.suffixes.values()
    )
