"""What a number counts, as the text calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefing_app.extraction.numerals import PRICED
from briefing_app.extraction.tokens import Token

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon

FURTHEST = 6  # tokens behind a number in which its unit may stand
WHOSE = frozenset({"the", "its", "their", "those", "these"})
EVERY = frozenset({"a", "an", "per", "each", "every"})
LASTING = re.compile(  # "renewed for one year", "a transition of three years"
    r"\b(?:for|by|another|further|(?:term|period|transition|extension|truce|ceasefire|pause|halt|lull|freeze|moratorium"
    r"|suspension|contract|lease|deal) of) $",
    re.IGNORECASE,
)


def unit_of(first: Token, last: Token, lexicon: Lexicon) -> str:
    """Return what a number counts, as the text calls it."""
    symbol = first.nbor(-1).text if first.i else ""
    if symbol in lexicon.currencies:
        return lexicon.currencies[symbol]
    if (letters := PRICED.match(first.lower_)) and first.text[0].isupper():
        return first.text[: letters.end()]
    rest = first.doc[last.i + 1 : last.i + 1 + FURTHEST]
    if last.lower_.rstrip("s") in lexicon.fractions or any(
        each.lower_ in {"cent", "percent", "%"} for each in rest[:2]
    ):
        return "per cent"
    words = list(_counted_words(rest, lexicon))
    if words:
        return " ".join(words) if not any(each.isdigit() for each in words[0]) else ""
    if first.dep_ == "nummod" and first.head.pos_ == "NOUN" and first.head.i > first.i:
        return first.head.text
    numbering = first.head.lemma_ in {"number", "total"} and first.head.head.pos_ == "NOUN"
    return first.head.head.text if numbering else ""  # "persons ..., numbering 86"


def _counted_words(rest: Iterable[Token], lexicon: Lexicon) -> Iterator[str]:
    """Take the words behind a number up to the noun that they lead to."""
    begun = joined = among = False
    for each in rest:
        if not begun and each.lower_ in {"-", "of"}:
            joined, among = joined or each.text == "-", among or each.lower_ == "of"
            continue
        if among and not begun and (each.lower_ in WHOSE or each.like_num):
            continue  # "two of the five hilltops"
        if each.pos_ not in {"NOUN", "PROPN"} and each.tag_ not in {"JJ", "VBN", "VBG"}:
            return
        yield each.text
        begun = True
        compound = (
            each.dep_ == "compound" and each.i + 1 < len(each.doc) and each.nbor(1).pos_ == "NOUN"
        )
        lasting = each.lower_.rstrip("s") in lexicon.units["lasting"]  # "a five-year ceasefire"
        if lasting or each.tag_ == "NNPS" or (each.pos_ == "NOUN" and (joined or not compound)):
            return


def rate_behind(last: Token, lexicon: Lexicon) -> str:
    """Return how often, where that alone stands behind a number: "at a rate of three a day"."""
    rest = last.doc[last.i + 1 : last.i + 3]
    often = len(rest) > 1 and rest[0].lower_ in EVERY
    return rest.text if often and rest[1].lower_ in lexicon.units["lasting"] else ""


def raised(first: Token) -> str:
    """Return what there is more or less of: "raise the number of flights from three to six"."""
    if first.i == 0 or first.nbor(-1).lower_ != "from":
        return ""
    numbers = [each for each in first.sent if each.i < first.i and each.lemma_ == "number"]
    of = [below for each in numbers for below in each.children if below.lower_ == "of"]
    return next((below.text for each in of for below in each.children if below.dep_ == "pobj"), "")


def says_nothing(first: Token, unit: str, lexicon: Lexicon) -> bool:
    """Tell whether a small number says nothing by what it counts: "two points", but not "two crossing points"."""
    words, uncounted = unit.split(), lexicon.units["uncounted"]
    sources = lexicon.actors["sources"] if first.lower_ == "one" else frozenset[str]()
    if not words or words[0] in EVERY or words[-1].rstrip("s") not in uncounted | sources:
        return False
    rest = first.doc[first.i + 1 : first.i + 3]
    if len(rest) > 1 and rest[0].lower_ == "of" and rest[1].like_num:
        return False  # "six of 13 disputed points"
    named = next((each for each in first.doc[first.i :] if each.text == words[-1]), first)
    kind = [each for each in named.children if each.dep_ == "compound"]
    if any(each.pos_ == "NOUN" and each.lower_ not in uncounted for each in kind):
        return False
    joined = first.doc[first.i + 1 : first.i + 2].text == "-"  # "a five-year truce"
    return not joined and not LASTING.search(first.doc.text[max(0, first.idx - 20) : first.idx])
