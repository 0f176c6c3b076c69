"""The words of dates: how each kind of phrase is written, and the days it means."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing_app.extraction.date_reading import DateReader
from briefing_app.extraction.days import Days
from briefing_app.extraction.pointing_dates import pointing_patterns
from briefing_app.extraction.undated import undated_pattern

Read = Callable[[re.Match[str], dt.date], Days | None]
Rule = tuple[re.Pattern[str], Read]

PART = r"(?P<part>end|close|start|beginning|middle)"
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY1 = r"(?<![\d,.:])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
DAY2 = r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
UNIT = r"(?P<unit>hour|day|week|fortnight|month|year)"
HOUR = "(?:morning|afternoon|evening|night)"
TO = r" ?(?P<range>to|and|until|through|-) ?"
GIVING = (
    "has",
    "have",
    "had",
    "given",
    "wants",
    "needs",
    "sought",
    "asked for",
    "seeks",
    "them",
    "sides",
)


@dataclass(frozen=True)
class DatePatterns:
    """All that is looked for in a text: dates, vague times, and words that say that none is set."""

    rules: tuple[Rule, ...]
    vague: re.Pattern[str]
    unset: re.Pattern[str]
    pointing: tuple[re.Pattern[str], ...]
    numbers: Mapping[str, int]


def date_patterns(times: Mapping[str, Any]) -> DatePatterns:
    """Compile the vocabulary of times; to be done once."""
    vague = "|".join(map(re.escape, times["vague"]))
    return DatePatterns(
        tuple(DateWords(times).rules()),
        re.compile(rf"\b(?:{vague})\b", re.IGNORECASE),
        undated_pattern(times["unset_nouns"]),
        pointing_patterns(times["numbers"]),
        times["numbers"],
    )


class DateWords(DateReader):
    """The rules for one vocabulary: how each kind of phrase is written."""

    def rules(self) -> Iterator[Rule]:
        """Give the rules, the longest phrases first, so that no rule reads a part of another's."""
        for pattern, read in (*self._spans(), *self._parts(), *self._single(), *self._relative()):
            yield re.compile(pattern, re.IGNORECASE), read

    def _month(self, group: str = "month") -> str:
        names = sorted(self.months, key=len, reverse=True)
        return rf"(?-i:(?P<{group}>{'|'.join(name.capitalize() for name in names)}))\b\.?"

    def _spans(self) -> Iterator[tuple[str, Read]]:
        yield (
            rf"{DAY1}(?: {self._month('m1')})?{TO}{DAY2} {self._month()}(?:,? {YEAR})?",
            self._days_then_month,
        )
        yield (
            rf"{self._month()} {DAY1}{TO}(?:{self._month('m1')} )?{DAY2}(?:,? {YEAR})?",
            self._month_then_days,
        )
        yield (
            rf"(?<!\d )\b{self._month('m1')}{TO}{self._month()}(?:,? {YEAR}|(?! ?\d))",
            self._months,
        )
        leads = _behind("in", "by", "between", "from", "during")
        yield (
            rf"{leads}(?P<year1>20\d\d)(?:{TO}{YEAR}|[/-](?P<short>\d\d))(?![\d-])",
            self._years,
        )

    def _parts(self) -> Iterator[tuple[str, Read]]:
        yield (
            rf"(?<!every )(?<!each )\bweek (?:of|beginning|starting|from) {DAY1} {self._month()}(?:,? {YEAR})?",
            self._week_from,
        )
        yield (
            rf"(?<!every )(?<!each )\bweek (?:of|beginning|starting|from) {self._month()} {DAY1}(?:,? {YEAR})?",
            self._week_from,
        )
        units = rf"(?P<unit>month|year|week|quarter|session|{'|'.join(self.seasons)}|day)"
        of_unit = rf"(?:of )?(?:the |this |its |their )?(?P<which>next )?(?:{YEAR} )?{units}\b"
        yield rf"\b{PART}[ -]{of_unit}(?: of {YEAR.replace('year', 'of')})?", self._part_of_unit
        yield rf"\b(?P<unit>year)-(?P<part>end)(?: {YEAR})?", self._part_of_unit
        yield r"\b(?:the )?(?P<unit>year|month|week)'s (?P<part>end|close)\b", self._part_of_unit
        yield rf"\b(?P<part>early|mid|late)(?:-| in | ){YEAR}\b", self._part_of_year
        bare = r"(?P<part>end|early|mid|late)(?:-| in | )(?:next )?"
        yield rf"\b(?:{bare}){self._month()}(?:,? {YEAR})?", self._part_of_month
        yield rf"\b{PART} of (?:next )?{self._month()}(?:,? {YEAR})?", self._part_of_month
        yield rf"\b{PART}[ -](?:of )?(?:the |its )?{YEAR}", self._part_of_year
        weekday = rf"(?P<nth>first|second|third|fourth|last) (?P<weekday>{'|'.join(self.weekdays)})"
        yield rf"\b{weekday} (?:of|in) {self._month()}(?:,? {YEAR})?", self._weekday_of_month
        share = r"(?P<nth>first|second|third|fourth|last) (?P<share>quarter|half|week)(?: of)?"
        yield (
            rf"\b{share}(?: (?P<which>this|next) year)?(?: {self._month()})?(?:,? {YEAR})?",
            self._share,
        )

    def _single(self) -> Iterator[tuple[str, Read]]:
        days = "|".join(map(re.escape, sorted(self.easter, key=len, reverse=True)))
        yield rf"\b(?P<rite>Orthodox )?(?P<day>{days})\b", self._easter
        which = r"\b(?:(?P<which>next|this|coming|following) )?"
        later = r"\b(?:,? (?P<after>(?:of )?next week|(?P<week>week)))?"
        weekday = (
            rf"\b(?P<weekday>{'|'.join(self.weekdays)})(?!['’]s\b)"  # as in "at Monday's talks"
        )
        yield rf"{weekday},? (?:the )?{DAY1}(?: of)? {self._month()}(?:,? {YEAR})?", self._one_day
        yield rf"{DAY1}(?: of)? {self._month()}(?:,? {YEAR})?", self._one_day
        yield rf"{self._month()} {DAY1}(?!\d)(?:,? {YEAR})?", self._one_day
        yield r"\b(?P<year>20\d\d)-(?P<m>\d\d)-(?P<day>\d\d)\b", self._iso
        yield (
            which + weekday + later,
            self._weekday,
        )

    def _relative(self) -> Iterator[tuple[str, Read]]:
        tens, ones = (
            "(?:twen|thir|for|fif|six|seven|eigh|nine)ty",
            "one|two|three|four|five|six|seven|eight|nine",
        )
        number = rf"\d+|{tens}[ -](?:{ones})|{'|'.join(self.numbers)}"
        no_past = r"\b(?! (?:ago|earlier|before))"
        ahead = (
            rf"(?:the )?(?:next |coming |following )?(?:(?P<least>{number})(?: to | or |(?<=\d)-(?=\d)))?"
            rf"(?P<n>{number}|an?|the)(?: \(\d+\))?[ -]{UNIT}s?'?(?: time)?"
        )
        yield (
            rf"\b(?:within|inside|in)(?: about| around| some| roughly| the)? {ahead}{no_past}",
            self._ahead,
        )
        yield rf"\bover the (?:next|coming) (?P<n>{number}) {UNIT}s?\b", self._ahead
        yield rf"\bover (?P<n>the) (?:next|coming) {UNIT}\b", self._ahead
        yield rf"\b(?P<n>{number}) {UNIT}s? (?:from now|hence)\b", self._ahead
        which = r"(?P<which>next|this|coming|following|later this|later next)"
        yield (
            rf"\b{which} (?:calendar )?(?P<unit>week|month|year|weekend|quarter|{'|'.join(self.seasons)})\b",
            self._unit,
        )
        yield (
            rf"\b(?:(?P<which>next|this|coming) )?{self._month()}(?: of)?(?:,? {YEAR}\b)?",
            self._a_month,
        )
        near = "the day after tomorrow|tomorrow|today|tonight|this day|the (?:following|next) day"
        yield (
            rf"\b(?P<rel>{near}|midnight(?! on )|this {HOUR})\b",
            self._near,
        )
        yield (
            rf"\b(?P<feast>{'|'.join(map(re.escape, sorted(self.feasts, key=len, reverse=True)))})\b",
            self._feast,
        )
        leads = _behind("by", "in", "before", "until", "to", "into", "for")
        yield (
            rf"{leads}(?:the )?(?P<season>{'|'.join(self.seasons)})(?: of)?(?: {YEAR})?\b",
            self._season,
        )
        yield (
            rf"{_behind('by', 'in', 'before', 'through', 'until')}{YEAR}\b(?: session\b)?",
            self._year,
        )
        yield r"\b(?P<unit>year|month|week) (?:is out|ends|is over)\b", self._out
        yield (
            r"(?<=\bon )the (?P<day>[1-3]?\d)(?:st|nd|rd|th)\b(?! of)(?! [A-Z])",
            self._day_of_month,
        )
        notice = rf"(?P<n>{number}|an?) {UNIT}s?(?= to\b| in which to\b)"
        yield rf"{_behind(*GIVING)}{notice}", self._ahead


def _behind(*words: str) -> str:
    """Look for a place behind one of some words; that there is a blank, as nearly nowhere, is asked first."""
    places = "|".join(rf"(?<=\b{each} )" for each in words)
    return rf"(?<= )(?:{places})"
