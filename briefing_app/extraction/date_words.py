"""The words of dates: how each kind of phrase is written, and the days it means."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing_app.extraction.days import (
    DAY,
    Days,
    after,
    likely_year,
    month_end,
    part_of,
    season,
    unit_around,
    whole_month,
)

Read = Callable[[re.Match[str], dt.date], Days | None]
Rule = tuple[re.Pattern[str], Read]

PART = r"(?P<part>end|close|start|beginning|middle)"
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY1 = r"(?<![\d,.:])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
DAY2 = r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
UNIT = r"(?P<unit>hour|day|week|fortnight|month|year)"
TO = r" ?(?P<range>to|and|until|through|-) ?"
WORDS = frozenset(
    {"may", "march", "mar", "dec", "sep", "jan"}
)  # which are words of their own as well
LED = re.compile(
    r"\b(?:in|by|before|until|till|from|since|during|of|for|starting|beginning|next|this|early|late|end) $",
    re.IGNORECASE,
)
WITHIN = re.compile(r"within|inside|in the next", re.IGNORECASE)
MOST = 3650  # days, weeks or months ahead: beyond ten years it is no deadline


SETTLED = (
    "set|fixed|given|agreed|announced|scheduled|named|shared|provided|specified|mentioned|disclosed"
    "|decided|put|settled|found"
)
MEETINGS = "rounds?|meetings?|sessions?|talks|negotiations?|discussions?"


@dataclass(frozen=True)
class DatePatterns:
    """All that is looked for in a text: dates, vague times, and words that say that none is set."""

    rules: tuple[Rule, ...]
    vague: re.Pattern[str]
    unset: re.Pattern[str]


def date_patterns(times: Mapping[str, Any]) -> DatePatterns:
    """Compile the vocabulary of times; to be done once."""
    vague = "|".join(map(re.escape, times["vague"]))
    return DatePatterns(
        tuple(DateWords(times).rules()),
        re.compile(rf"\b(?:{vague})\b", re.IGNORECASE),
        re.compile("|".join(_unset(times)), re.IGNORECASE),
    )


def _unset(times: Mapping[str, Any]) -> Iterator[str]:
    nouns = rf"(?:{'|'.join(times['unset_nouns'])})"
    done = rf"(?:has |have |had |was |were |is |are )?(?:yet )?(?:been )?(?:yet )?(?:{SETTLED})\b"
    when = r"(?: for when [\w' ]+| for (?:the |an? |its |their )?[\w' ]+)?"
    yield rf"\bno (?:\w+[ ,]){{0,3}}{nouns}s?\b(?: (?:for [\w' ]{{1,60}}? )?{done})?{when}"
    yield rf"\bwithout (?:setting |giving |fixing |naming |agreeing (?:on )?)?(?:a|any) (?:\w+ )?{nouns}\b"
    verbs = "(?:set|give|given|fix|fixed|name|named|announce|announced|agree|agreed|say|said|provide|provided)"
    yield rf"\b(?:not|n't|never) {verbs}(?: on)? (?:a|any|the) (?:\w+ )?{nouns}\b"
    yield r"\bneither (?:side|party|of them) (?:would|could|will) say when\b[^.;]*"
    yield r"\bno details (?:were|was|are|have been) (?:shared|given) on when\b[^.;]*"
    unsaid = r"no word|not (?:yet )?(?:clear|known|said)|unclear|without saying|(?:did|would|could|will) not say"
    yield rf"\b(?:{unsaid}) (?:on )?when\b[^.;,]*"
    put_off = "put (?:off|back)|postponed|suspended|delayed|shelved|adjourned|deferred"
    yield rf"(?<=\b)(?:{put_off})\b[^.;]{{0,30}}\bindefinitely\b"
    yield r"\bno(?:body| one)\b[^.;,]{0,40} (?:would|could|will) (?:venture|name|give|put) (?:a|any) date\b"
    been = r"(?:has|have|had|was|were|is|are) (?:yet )?(?:been )?(?:yet )?"
    planned = rf"{been}(?:scheduled|planned|fixed|set|announced|arranged|pencilled in|slated|called|convened)"
    yield rf"\bno (?:further |new |next |fresh |full |other |more )?(?:{MEETINGS}) {planned}\b[^.;,]*"


class DateWords:
    """The rules for one vocabulary: months, weekdays, numbers, seasons, feasts."""

    def __init__(self, times: Mapping[str, Any]) -> None:
        self.months: dict[str, int] = {name: n for n, name in enumerate(times["months"], 1)} | dict(
            times["short_months"]
        )
        self.weekdays: dict[str, int] = {name: n for n, name in enumerate(times["weekdays"])}
        self.numbers: dict[str, int] = dict(times["numbers"])
        self.ordinals: dict[str, int] = dict(times["ordinals"])
        self.seasons: dict[str, tuple[int, int]] = {
            name: (a, b) for name, (a, b) in times["seasons"].items()
        }
        self.feasts: dict[str, tuple[int, int]] = {
            name: (a, b) for name, (a, b) in times["feasts"].items()
        }

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

    def _parts(self) -> Iterator[tuple[str, Read]]:
        yield (
            rf"\bweek (?:of|beginning|starting|from) {DAY1} {self._month()}(?:,? {YEAR})?",
            self._week_from,
        )
        yield (
            rf"\bweek (?:of|beginning|starting|from) {self._month()} {DAY1}(?:,? {YEAR})?",
            self._week_from,
        )
        units = rf"(?P<unit>month|year|week|quarter|session|{'|'.join(self.seasons)}|day)"
        of_unit = rf"(?:of )?(?:the |this |its |their )?(?P<which>next )?(?:{YEAR} )?{units}\b"
        yield rf"\b{PART}[ -]{of_unit}(?: of {YEAR.replace('year', 'of')})?", self._part_of_unit
        yield rf"\b(?P<unit>year)-(?P<part>end)(?: {YEAR})?", self._part_of_unit
        part = r"(?P<part>end|close|start|beginning|middle|early|mid|late)"
        yield rf"\b{part}(?: of |-| in | ){self._month()}(?:,? {YEAR})?", self._part_of_month
        yield rf"\b{PART}[ -](?:of )?(?:the |its )?{YEAR}", self._part_of_year
        share = r"(?P<nth>first|second|third|fourth|last) (?P<share>quarter|half|week)(?: of)?"
        yield (
            rf"\b{share}(?: (?P<which>this|next) year)?(?: {self._month()})?(?:,? {YEAR})?",
            self._share,
        )

    def _single(self) -> Iterator[tuple[str, Read]]:
        weekday = rf"\b(?P<weekday>{'|'.join(self.weekdays)})"
        yield rf"{weekday},? (?:the )?{DAY1}(?: of)? {self._month()}(?:,? {YEAR})?", self._one_day
        yield rf"{DAY1}(?: of)? {self._month()}(?:,? {YEAR})?", self._one_day
        yield rf"{self._month()} {DAY1}(?!\d)(?:,? {YEAR})?", self._one_day
        yield r"\b(?P<year>20\d\d)-(?P<m>\d\d)-(?P<day>\d\d)\b", self._iso
        yield (
            rf"\b(?:(?P<which>next|this|coming|following) )?{weekday}\b(?:,? (?P<after>(?:of )?next week|week))?",
            self._weekday,
        )

    def _relative(self) -> Iterator[tuple[str, Read]]:
        tens, ones = (
            "(?:twen|thir|for|fif|six|seven|eigh|nine)ty",
            "one|two|three|four|five|six|seven|eight|nine",
        )
        number = rf"\d+|{'|'.join(self.numbers)}|{tens}[ -](?:{ones})"
        no_past = r"\b(?! (?:ago|earlier|before))"
        ahead = rf"(?:the )?(?:next |coming |following )?(?P<n>{number}|an?|the)[ -]{UNIT}s?'?(?: time)?"
        yield rf"\b(?:within|inside|in) {ahead}{no_past}", self._ahead
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
        yield (
            r"\b(?P<rel>the day after tomorrow|tomorrow|today|tonight|the (?:following|next) day|midnight)\b",
            self._near,
        )
        yield (
            rf"\b(?P<feast>{'|'.join(map(re.escape, sorted(self.feasts, key=len, reverse=True)))})\b",
            self._feast,
        )
        yield (
            rf"(?<=\bby |\bin )(?:the )?(?P<season>{'|'.join(self.seasons)})(?: of)?(?: {YEAR})?\b",
            self._season,
        )
        yield rf"(?:(?<=\bby )|(?<=\bin )|(?<=\bbefore )){YEAR}\b(?: session\b)?", self._year

    def _number_of(self, match: re.Match[str], group: str = "month") -> int:
        return self.months[match[group].lower()]

    def _dated(self, match: re.Match[str], base: dt.date, day: int) -> dt.date:
        month = self._number_of(match)
        return dt.date(
            int(match["year"]) if match["year"] else likely_year(month, base), month, day
        )

    def _days_then_month(self, match: re.Match[str], base: dt.date) -> Days:
        last = self._dated(match, base, int(match["day2"]))
        month = self._number_of(match, "m1") if match["m1"] else last.month
        return dt.date(last.year - (month > last.month), month, int(match["day"])), last

    def _month_then_days(self, match: re.Match[str], base: dt.date) -> Days:
        first = self._dated(match, base, int(match["day"]))
        month = self._number_of(match, "m1") if match["m1"] else first.month
        return first, dt.date(first.year + (month < first.month), month, int(match["day2"]))

    def _one_day(self, match: re.Match[str], base: dt.date) -> Days:
        day = self._dated(match, base, int(match["day"]))
        return day, day

    def _iso(self, match: re.Match[str], _base: dt.date) -> Days:
        day = dt.date(int(match["year"]), int(match["m"]), int(match["day"]))
        return day, day

    def _part_of_month(self, match: re.Match[str], base: dt.date) -> Days:
        first = self._dated(match, base, 1)
        days = part_of(first, month_end(first), match["part"].lower())
        fixed = {"early": (1, 10), "mid": (11, 20), "late": (21, month_end(first).day)}.get(
            match["part"].lower()
        )
        return (first.replace(day=fixed[0]), first.replace(day=fixed[1])) if fixed else days

    def _part_of_unit(self, match: re.Match[str], base: dt.date) -> Days | None:
        groups, unit = match.groupdict(), match["unit"].lower()
        year = next((int(y) for y in (groups.get("of"), groups.get("year")) if y), None)
        if unit in self.seasons:
            return part_of(*season(base, year, self.seasons[unit]), match["part"].lower())
        if year is not None:
            return part_of(dt.date(year, 1, 1), dt.date(year, 12, 31), match["part"].lower())
        days = unit_around(unit, base, ahead=bool(groups.get("which")))
        return part_of(*days, match["part"].lower()) if days else None

    def _part_of_year(self, match: re.Match[str], _base: dt.date) -> Days:
        year = int(match["year"])
        return part_of(dt.date(year, 1, 1), dt.date(year, 12, 31), match["part"].lower())

    def _share(self, match: re.Match[str], base: dt.date) -> Days | None:
        share, nth = match["share"].lower(), match["nth"].lower()
        if share == "week":
            return self._week_of(match, base, nth) if match["month"] else None
        if share == "half" and match["month"]:
            first = self._dated(match, base, 1)
            middle = first.replace(day=15)
            return (first, middle) if nth == "first" else (middle + DAY, month_end(first))
        if not match["year"] and not match["which"] and share == "half":
            return None
        length = 3 if share == "quarter" else 6
        number = 12 // length if nth == "last" else self.ordinals[nth]
        year = int(match["year"] or base.year + (match["which"] == "next"))
        return dt.date(year, (number - 1) * length + 1, 1), month_end(
            dt.date(year, number * length, 1)
        )

    def _week_of(self, match: re.Match[str], base: dt.date, nth: str) -> Days:
        first = self._dated(match, base, 1)
        if nth == "last":
            return month_end(first) - 6 * DAY, month_end(first)
        start = first + 7 * (self.ordinals[nth] - 1) * DAY
        return start, start + 6 * DAY

    def _week_from(self, match: re.Match[str], base: dt.date) -> Days:
        first = self._dated(match, base, int(match["day"]))
        return first, first + 6 * DAY

    def _ahead(self, match: re.Match[str], base: dt.date) -> Days | None:
        words = match["n"].lower()
        if words == "the" and not WITHIN.match(match.group()):
            return None
        number = 1 if words in {"a", "an", "the"} else self._count(words)
        if number > MOST:
            return None
        last = after(base, number, match["unit"].lower())
        return (base if WITHIN.match(match.group()) else last), last

    def _count(self, words: str) -> int:
        return (
            int(words)
            if words.isdecimal()
            else sum(self.numbers[each] for each in re.split(r"[ -]", words))
        )

    def _unit(self, match: re.Match[str], base: dt.date) -> Days | None:
        which, unit = match["which"].lower(), match["unit"].lower()
        if unit in self.seasons:
            later = which == "next" and base.month > self.seasons[unit][0]
            return season(base, base.year + 1 if later else None, self.seasons[unit])
        days = unit_around(unit, base, ahead=which not in {"this", "later this"})
        return (base, days[1]) if days and which == "later this" else days

    def _weekday(self, match: re.Match[str], base: dt.date) -> Days:
        number = self.weekdays[match["weekday"].lower()]
        ahead = (number - base.weekday()) % 7
        if (match["which"] or "").lower() in {"next", "following"} or match["after"]:
            ahead = 7 - base.weekday() + number
        return base + ahead * DAY, base + ahead * DAY

    def _a_month(self, match: re.Match[str], base: dt.date) -> Days | None:
        before = match.string[max(0, match.start() - 16) : match.start()]
        if re.search(r"\d ?$", before) or (
            match["month"].lower() in WORDS and not match["year"] and not LED.search(before)
        ):
            return None
        month = self._number_of(match)
        year = int(match["year"]) if match["year"] else likely_year(month, base)
        later = (
            (match["which"] or "").lower() == "next" and year == base.year and month <= base.month
        )
        return whole_month(year + later, month)

    def _near(self, match: re.Match[str], base: dt.date) -> Days:
        word = match["rel"].lower()
        days = 2 if "after" in word else 1 if word.endswith(("tomorrow", " day")) else 0
        return base + days * DAY, base + days * DAY

    def _feast(self, match: re.Match[str], base: dt.date) -> Days:
        month, day = self.feasts[match["feast"].lower()]
        found = dt.date(base.year, month, day)
        found = found if found >= base else found.replace(year=base.year + 1)
        return found, found

    def _season(self, match: re.Match[str], base: dt.date) -> Days:
        year = int(match["year"]) if match["year"] else None
        return season(base, year, self.seasons[match["season"].lower()])

    def _year(self, match: re.Match[str], _base: dt.date) -> Days:
        return dt.date(int(match["year"]), 1, 1), dt.date(int(match["year"]), 12, 31)
