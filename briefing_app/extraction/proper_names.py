"""Where a text writes proper names: the stretches of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefing_app.extraction.lexicon import Lexicon


def runs(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Return the stretches of tokens that are written as proper names."""
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
    if not token.text[0].isupper() or token.lower_.rstrip(".") in lexicon.actors["no_names"]:
        return False
    return token.pos_ == "PROPN" or (
        not token.is_sent_start and token.is_alpha and token.pos_ in {"NOUN", "ADJ"}
    )


def _joins(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a small word stands inside a name: "House of Representatives", "Republic of the Congo"."""
    rest = token.doc[token.i + 1 : token.i + 3]
    if token.lower_ == "of" and len(rest):
        article = rest[0].lower_ == "the" and len(rest) > 1
        return _is_proper(rest[1 if article else 0], lexicon)
    if token.lower_ == "the" and token.i and token.nbor(-1).lower_ == "of":
        return True
    plural = (
        token.text == "'" and token.i > 0 and token.nbor(-1).text.endswith("s")
    )  # "the Miners' Association"
    hyphen = token.text == "-" and not token.whitespace_
    return (plural or hyphen) and len(rest) > 0 and _is_proper(rest[0], lexicon)
