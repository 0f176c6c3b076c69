"""How many or how much: numbers with what they count. Ages, dates and clock times are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefing_app.domain.outcome import Quantity
from briefing_app.extraction.numerals import is_rough, multiple_of, read_numeral
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.units import (
    FURTHEST,
    WHOSE,
    raised,
    rate_behind,
    says_nothing,
    unit_of,
)

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon

SOME = frozenset({"", "others"})  # what a number counts that stands for those counted before
PLAIN = 10  # a number below it counts something only with its unit
AGE_BEFORE = re.compile(
    r"(?:under|aged?|age of|older than|younger than)(?: the age of)?(?: \d+ (?:to|and|or|-))?\s*$",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"\b(?:points?|article|annex|resolution|phase|chapter|protocol|section|clause|no\.?|number|under"
    r"|years?|days?|weeks?|months?|stage|tranche|part|track|item|paragraph|option|pillar|line|table|sector|zone|area|level|category"
    r"|(?-i:Group of)) $",
    re.IGNORECASE,
)
NOT_COUNTED = re.compile(
    r"[\s-]*(?:years?[\s-]old|st\b|nd\b|rd\b|th\b|:\d|\.\d|a\.?m\b|p\.?m\b|\+)"
)
OF_SO_MANY = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)) of (?:(?:the|its|their) )?$",
    re.IGNORECASE,
)
RANGING = frozenset({"to", "and", "or", "-"})
ALONE = frozenset({"nsubj", "nsubjpass", "dobj"})
HANDING = frozenset({"hand", "turn", "take"})  # "over" to somebody
YEAR = re.compile(r"(?:19|20)\d\d")


def quantities(
    tokens: Iterable[Token], lexicon: Lexicon, dates: Sequence[tuple[int, int]] = ()
) -> tuple[Quantity, ...]:
    """Return what is counted among some tokens, outside the stretches (offsets) that are dates."""
    return tuple(dict.fromkeys(_find(list(tokens), lexicon, dates)))


def _find(
    tokens: Sequence[Token], lexicon: Lexicon, dates: Sequence[tuple[int, int]]
) -> Iterator[Quantity]:
    at, ending, shared = 0, -1, ""  # where a range ends, and what its first number counts
    while at < len(tokens):
        value, used = read_numeral(tokens, at, lexicon)
        first, last = tokens[at], tokens[at + used - 1]
        alone, at = used == 1, at + used
        if (
            value is None
            or any(a <= first.idx < b for a, b in dates)
            or _is_no_quantity(first, last)
            or _is_of_so_many(first, dates)
        ):
            continue
        end = _to(first, last, lexicon)
        if end is not None and alone:
            value *= _shared_multiple(value, end[0], lexicon)
        unit = unit_of(first, end[1] if end else last, lexicon)
        if not unit:
            rate = rate_behind(last, lexicon)
            unit = shared if first.i == ending else raised(first) if end else rate
        ending, shared = (end[0].i, unit) if end else (-1, "")
        ordinary = says_nothing(first, unit, lexicon)
        qualifier = "more than" if is_rough(first, lexicon) else _qualifier(first, unit, lexicon)
        telling = (unit and not ordinary) or (unit in SOME and _stands_for_some(first))
        if value >= PLAIN or (telling and not _only_describes(first, lexicon)):
            yield Quantity(value, unit, qualifier)


def _stands_for_some(first: Token) -> bool:
    """Tell whether a number alone stands for those counted before: "five are to be freed", "two of them will"."""
    before = first.nbor(-1).lower_ if first.i else ""
    rest = first.doc[first.i + 1 : first.i + 3].text.lower()
    if first.pos_ != "NUM" or first.lower_ == "one":
        return False
    if before == "other" or rest.startswith("others") or rest == "of them":
        return True
    known = before in {*WHOSE, "both", "all"}
    return first.dep_ in ALONE and not known and not rest.startswith("of")


def _to(first: Token, last: Token, lexicon: Lexicon) -> tuple[Token, Token] | None:
    """Return the number that ends a range, behind which the unit of both stands: "10 to 15 trucks"."""
    rest = list(last.doc[last.i + 1 : last.i + FURTHEST])
    if len(rest) > 1 and rest[0].lower_ in RANGING:
        priced = first.i > 0 and first.nbor(-1).text in lexicon.currencies
        start = 1 + (priced and rest[1].text in lexicon.currencies)
        value, used = read_numeral(rest, start, lexicon) if len(rest) > start else (None, 0)
        if value is not None:
            return rest[start], rest[start + used - 1]
    return None


def _shared_multiple(value: float, end: Token, lexicon: Lexicon) -> float:
    """Return what a range's first number is taken times, as its last is: "5 to 7 million"."""
    last, times = multiple_of(end, lexicon)
    return times if value < last else 1


def _only_describes(first: Token, lexicon: Lexicon) -> bool:
    """Tell whether a number says of what kind something is, or that there are two: "the two governments"."""
    behind = first.doc[first.i + 1 : first.i + 3]
    if behind.text.startswith("-") and len(behind) > 1:
        kind = behind[1]
        return kind.pos_ == "PROPN" or kind.lower_ in lexicon.units["describing"]
    before = first.doc[max(0, first.i - 1) : first.i].text.lower()
    lasting = first.doc[first.i + 1 : first.i + 2].text == "-"  # "the two-week truce"
    return first.lower_ == "two" and before in {"the", "both", "these", "those"} and not lasting


def _is_no_quantity(first: Token, last: Token) -> bool:
    """Tell whether a number is an age, a clock time, a year, an ordinal, or what something is numbered by."""
    text = first.doc.text
    before, after = (
        text[max(0, first.idx - 24) : first.idx],
        text[last.end : last.end + 14].lower(),
    )
    if (
        AGE_BEFORE.search(before)
        or NUMBERED.search(before)
        or before.endswith(":")
        or NOT_COUNTED.match(after)
    ):
        return True
    pronoun = (
        first == last
        and first.lower_ == "one"
        and not after.startswith("-")
        and first.dep_ != "nummod"
    )
    return pronoun or YEAR.fullmatch(first.text) is not None


def _is_of_so_many(first: Token, dates: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a number is only what another is out of: "two of the five", but not "on 5 April of 30 men"."""
    start = max(0, first.idx - 24)
    match = OF_SO_MANY.search(first.doc.text[start : first.idx])
    return match is not None and not any(a <= start + match.start() < b for a, b in dates)


def _qualifier(first: Token, unit: str, lexicon: Lexicon) -> str:
    if _is_other_over(first, unit, lexicon):
        return ""
    if first.lower_ == "another":
        return "further"
    before = first.doc.text[max(0, first.idx - 16) : first.idx].lower().rstrip()
    fits = [words for words in lexicon.qualifiers if re.search(rf"(?:^|\W){words}$", before)]
    return lexicon.qualifiers[max(fits, key=len)] if fits else ""


def _is_other_over(first: Token, unit: str, lexicon: Lexicon) -> bool:
    """Tell whether an "over" does not mean "more than": "hand over 12 bodies", "a rise over three years"."""
    over = first.nbor(-1) if first.i > 1 else first
    if over.lower_ != "over":
        return False
    before, lasting = over.nbor(-1), unit.rstrip("s") in lexicon.units["lasting"]
    return before.lemma_ in HANDING or (
        lasting and before.pos_ != "ADP" and before.lemma_ != "last"
    )
