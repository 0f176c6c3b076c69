"""Dates that are told by another: "by the same date", "until then", "three days later", "within five days of that"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing_app.domain.outcome import Due
from briefing_app.extraction.days import after

if TYPE_CHECKING:
    import datetime as dt

    from briefing_app.extraction.date_words import DatePatterns

UNIT = r"(?P<unit>day|week|fortnight|month|year)s?"
BY = r"(?P<by>by|before|until|till)"


def pointing_patterns(numbers: Mapping[str, int]) -> tuple[re.Pattern[str], ...]:
    """Compile what to look for, from the words for numbers."""
    number = rf"(?P<n>\d{{1,3}}|an?|{'|'.join(numbers)})(?: \(\d+\))?"
    kinds = (
        rf"\b(?:{BY}|on) (?:the same|that) (?:very )?(?:date|day|deadline)\b",
        rf"\b{BY} then\b(?! [A-Z])",
        r"\bthe same (?:afternoon|evening|night|morning)\b",
        rf"\b{number} {UNIT} (?:later|after that|afterwards|thereafter)\b(?! th[ai]n)",
        rf"\b(?P<by>within|inside) {number} {UNIT} (?:of|after|from|following) (?:that|then)(?=[,;:.]|$)",
    )
    return tuple(re.compile(each, re.IGNORECASE) for each in kinds)


def pointing_dues(
    text: str, dated: Sequence[tuple[int, Due]], patterns: DatePatterns
) -> Iterator[tuple[int, int, Due]]:
    """Return start, end and days of what points to a date before it; each of `dated` is an end and its days."""
    for pattern in patterns.pointing:
        for match in pattern.finditer(text):
            before = [each for each in dated if each[0] <= match.start() and each[1].latest]
            if not before:
                continue
            latest = max(before, key=lambda each: each[0])[1].latest
            if latest is not None and (day := _day(match, latest, patterns.numbers)) is not None:
                only_latest = match.groupdict().get("by")
                yield *match.span(), Due(match.group(), None if only_latest else day, day)


def _day(match: re.Match[str], day: dt.date, numbers: Mapping[str, int]) -> dt.date | None:
    """Return the day so long after another; None where the calendar has none."""
    words = match.groupdict().get("n")
    if words is None:
        return day
    number = int(words) if words.isdecimal() else numbers.get(words.lower(), 1)
    try:
        return after(day, number, match["unit"].lower())
    except (ValueError, OverflowError):
        return None
