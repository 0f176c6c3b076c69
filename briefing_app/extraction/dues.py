"""By when: the phrases of a text that set a date, counted from the document's own date."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefing_app.domain.outcome import Due

Days = tuple[dt.date, dt.date]
Read = Callable[[re.Match[str], dt.date], Days | None]


@dataclass(frozen=True)
class Phrase:
    """A date phrase by its offsets, preposition included."""

    start: int
    end: int
    due: Due


@dataclass(frozen=True)
class _Grammar:
    """The calendar's words, compiled: what a stretch of days looks like, and how to read it."""

    rules: tuple[tuple[re.Pattern[str], Read], ...]
    vague: re.Pattern[str]
    unset: re.Pattern[str]


BY = r"(?:not later than|no later than|not after|by the time of|by|before|until|till|through|up to|ahead of|prior to)"
ON = r"(?:on or about|on|from|starting on|starting from|starting in|starting|beginning in|beginning on|beginning|effective|as of|in|during|at|over|around|throughout|for|since|of|the last of them on)"
SAME = re.compile(r"\b(?:(?P<by>by|before|until)|on) (?:the same|that) (?:date|day|deadline)\b", re.IGNORECASE)
LEAD = re.compile(
    rf"(?:(?P<by>{BY})|(?P<within>within|inside)|(?P<on>{ON}))\s+(?:as early as\s+|the\s+|or before\s+)?$",
    re.IGNORECASE,
)


def find_dues(text: str, base: dt.date | None, times: Mapping[str, Any]) -> tuple[Phrase, ...]:
    """Return the date phrases of a text, none inside another; without a base only those that need none."""
    grammar = _grammar(_Frozen(times))
    found: list[Phrase] = [*_unset(text, grammar)]
    for pattern, read in grammar.rules:
        for match in pattern.finditer(text):
            if any(match.start() < each.end and each.start < match.end() for each in found):
                continue
            days = _safely(read, match, base)
            if days is not None:
                found.append(_phrase(text, match, days))
    for match in SAME.finditer(text):
        before = [each for each in found if each.end <= match.start() and each.due.latest is not None]
        if before:
            latest = max(before, key=lambda each: each.end).due.latest
            found.append(Phrase(match.start(), match.end(), Due(match.group(), None if match["by"] else latest, latest)))
    for match in grammar.vague.finditer(text):
        if not any(match.start() < each.end and each.start < match.end() for each in found):
            found.append(Phrase(match.start(), match.end(), Due(text=match.group())))
    return tuple(sorted(found, key=lambda each: each.start))


def _safely(read: Read, match: re.Match[str], base: dt.date | None) -> Days | None:
    """Read a phrase; a day that no calendar has ("31 June") is no date."""
    if base is None:
        return None
    try:
        return read(match, base)
    except (ValueError, OverflowError):
        return None


def _phrase(text: str, match: re.Match[str], days: Days) -> Phrase:
    lead = LEAD.search(text[max(0, match.start() - 40) : match.start()])
    start = match.start() - (len(lead.group()) if lead else 0)
    latest_only = bool(lead and (lead["by"] or lead["within"])) or bool(
        re.match(r"within|inside|in the next", match.group(), re.IGNORECASE)
    )
    ranged = match.groupdict().get("range") is not None
    if lead and lead["by"] and lead["by"].lower() in {"until", "through", "till"} and ranged:
        latest_only = False
    end = match.start() + len(match.group().rstrip(". "))
    words = text[start:end]
    return Phrase(start, end, Due(words, None if latest_only else days[0], days[1]))


class _Frozen(dict[str, Any]):
    """Makes the times' table usable as a key: there is one of each lexicon."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self))


@lru_cache(maxsize=2)
def _grammar(times: _Frozen) -> _Grammar:
    return _Grammar(
        rules=tuple(_rules(times)),
        vague=re.compile(
            r"\b(?:" + "|".join(map(re.escape, times["vague"])) + r")\b", re.IGNORECASE
        ),
        unset=_unset_pattern(times),
    )


def _unset_pattern(times: Mapping[str, Any]) -> re.Pattern[str]:
    nouns = "|".join(each for each in times["unset_nouns"] if each not in {"day", "time", "venue"})
    verbs = r"(?:set|fixed|given|agreed|announced|scheduled|named|shared|provided|specified|mentioned|disclosed|decided|put|settled|found)"
    return re.compile(
        rf"\bno (?:\w+[ ,]){{0,3}}(?:{nouns})s?\b(?: (?:for [\w' ]{{1,60}}? )?(?:has |have |had |was |were |is |are )?(?:yet )?(?:been )?(?:yet )?{verbs}\b)?"
        rf"(?: for when [\w' ]+| for (?:the |a |an |its |their )?[\w' ]+)?"
        rf"|\bwithout (?:setting |giving |fixing |naming |agreeing (?:on )?)?(?:a|any) (?:\w+ )?(?:{nouns})\b"
        rf"|\b(?:not|n't|never) (?:set|give|given|fix|fixed|name|named|announce|announced|agree|agreed|say|said|provide|provided)(?: on)? (?:a|any|the) (?:\w+ )?(?:{nouns})\b"
        r"|\bneither (?:side|party|of them) (?:would|could|will) say when\b[^.;]*"
        r"|\bno details (?:were|was|are|have been) (?:shared|given) on when\b[^.;]*"
        rf"|\bno (?:further |new |next |fresh |full |other |more )?(?:rounds?|meetings?|sessions?|talks|negotiations?|discussions?) (?:has|have|had|was|were|is|are) (?:yet )?(?:been )?(?:yet )?(?:scheduled|planned|fixed|set|announced|arranged)\b[^.;,]*",
        re.IGNORECASE,
    )


def _unset(text: str, grammar: _Grammar) -> Iterator[Phrase]:
    for match in grammar.unset.finditer(text):
        yield Phrase(match.start(), match.end(), Due(match.group().strip(), none_set=True))


def _rules(times: Mapping[str, Any]) -> Iterator[tuple[re.Pattern[str], Read]]:
    """Give the rules, the longest phrases first, so that no rule reads a part of another's."""
    words = _Words(times)
    for pattern, read in (
        (
            rf"{words.day} (?:{words.month_group('m1')} )?(?P<range>to|and|until|through|-) ?{words.day2} {words.month}(?:,? {words.year})?",
            words.range_day_first,
        ),
        (
            rf"{words.month} {words.day} ?(?P<range>to|and|until|through|-) ?(?:{words.month_group('m1')} )?{words.day2}(?!\d)(?:,? {words.year})?",
            words.range_month_first,
        ),
        (
            rf"\b(?P<part>end|close|start|beginning|middle)[ -](?:of )?(?:the |this |next |its |their )?(?P<which>this |next )?{words.unit_noun}\b(?: of {words.year})?",
            words.part_of_unit,
        ),
        (
            rf"\b(?P<part>end|close|start|beginning|middle)(?: of |-){words.month}(?:,? {words.year})?",
            words.part_of_month,
        ),
        (
            rf"\b(?P<part>early|mid|late)[ -](?:in )?{words.month}(?:,? {words.year})?",
            words.part_of_month,
        ),
        (
            rf"\b(?P<part>end|close|start|beginning|middle)[ -](?:of )?(?:the )?(?:its )?{words.year}(?: \w+)?",
            words.part_of_year,
        ),
        (
            r"\b(?P<part>end|start|beginning|middle) of (?:the|its) (?P<year>20\d\d) \w+",
            words.part_of_year,
        ),
        (
            rf"\b(?P<nth>first|second|third|fourth|last) (?P<share>quarter|half|week)(?: of)?(?: (?P<which>this|next) year)?(?: {words.month})?(?:,? {words.year})?",
            words.share_of,
        ),
        (
            rf"{words.weekday},? (?:the )?{words.day}(?: of)? {words.month}(?:,? {words.year})?",
            words.one_day,
        ),
        (rf"{words.day}(?: of)? {words.month}(?:,? {words.year})?", words.one_day),
        (rf"{words.month} {words.day}(?!\d)(?:,? {words.year})?", words.one_day),
        (r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", words.iso),
        (
            rf"\b(?:within|inside|in) (?:the )?(?:next |coming |following )?(?:a |an )?(?P<n>{words.number})?[ -]?(?P<unit>hour|day|week|fortnight|month|year)s?'?(?: time)?\b(?! (?:ago|earlier|before))",
            words.span_ahead,
        ),
        (
            rf"\b(?P<n>{words.number}) (?P<unit>hour|day|week|month|year)s? (?:from now|hence)\b",
            words.span_ahead,
        ),
        (
            r"\b(?P<which>next|this|coming|following|later this|later next) (?P<unit>week|month|year|weekend|quarter|spring|summer|autumn|fall|winter)\b",
            words.next_unit,
        ),
        (
            rf"\b(?:(?P<which>next|this|coming|following) )?{words.weekday}\b(?: (?P<after>week))?",
            words.a_weekday,
        ),
        (
            rf"\b(?:(?P<which>next|this|coming) )?{words.month}(?: of)?(?:,? {words.year}\b)?",
            words.a_month,
        ),
        (
            r"\b(?P<rel>the day after tomorrow|tomorrow|today|tonight|the (?:following|next) day|the end of the day|midnight)\b",
            words.relative,
        ),
        (rf"\b(?P<feast>{words.feasts})\b", words.feast),
        (
            rf"(?<=\bby |\bin )(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?(?: {words.year})?\b",
            words.season,
        ),
        (rf"(?<=\bby |\bin ){words.year}\b", words.whole_year),
        (
            rf"(?<=before )(?:the end of )?(?:its |the )?{words.year}(?: session)?\b",
            words.whole_year,
        ),
    ):
        yield re.compile(pattern, re.IGNORECASE), read


class _Words:
    """The readers of the rules: each turns a match into the first and last day it means."""

    def __init__(self, times: Mapping[str, Any]) -> None:
        self.months = {name: number for number, name in enumerate(times["months"], 1)} | dict(
            times["short_months"]
        )
        self.weekdays = {name: number for number, name in enumerate(times["weekdays"])}
        self.numbers: dict[str, int] = dict(times["numbers"])
        self.seasons: Mapping[str, list[int]] = times["seasons"]
        self.feast_days: Mapping[str, list[int]] = times["feasts"]
        self.ordinals: Mapping[str, int] = times["ordinals"]
        names = "|".join(sorted(self.months, key=len, reverse=True))
        self._names = names
        self.month = rf"(?-i:(?P<month>{'|'.join(n.capitalize() for n in sorted(self.months, key=len, reverse=True))}))\b\.?"
        self.day = r"(?<![\d,.:])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
        self.day2 = r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?"
        self.year = r"(?P<year>(?:19|20)\d\d)"
        self.weekday = rf"\b(?P<weekday>{'|'.join(self.weekdays)})"
        self.number = (
            r"\d+|"
            + "|".join(self.numbers)
            + r"|(?:"
            + "|".join(n for n, v in self.numbers.items() if v >= 20)
            + r")[ -](?:"
            + "|".join(n for n, v in self.numbers.items() if v < 10)
            + r")|couple of|few"
        )
        self.unit_noun = (
            r"(?P<unit>month|year|week|quarter|summer|winter|spring|autumn|day|century)"
        )
        self.feasts = "|".join(
            re.escape(each) for each in sorted(self.feast_days, key=len, reverse=True)
        )

    def month_group(self, name: str) -> str:
        return self.month.replace("?P<month>", f"?P<{name}>")

    def _month(self, match: re.Match[str], group: str = "month") -> int:
        return self.months[match[group].lower()]

    def range_day_first(self, match: re.Match[str], base: dt.date) -> Days:
        last = self._dated(match, base, int(match["day2"]))
        month = self.months[match["m1"].lower()] if match["m1"] else last.month
        year = last.year - (month > last.month)
        return dt.date(year, month, int(match["day"])), last

    def range_month_first(self, match: re.Match[str], base: dt.date) -> Days:
        first = self._dated(match, base, int(match["day"]))
        month = self.months[match["m1"].lower()] if match["m1"] else first.month
        return first, dt.date(first.year + (month < first.month), month, int(match["day2"]))

    def one_day(self, match: re.Match[str], base: dt.date) -> Days:
        day = self._dated(match, base, int(match["day"]))
        return day, day

    def iso(self, match: re.Match[str], _base: dt.date) -> Days:
        day = dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
        return day, day

    def _dated(self, match: re.Match[str], base: dt.date, day: int) -> dt.date:
        month = self._month(match)
        year = int(match["year"]) if match["year"] else self._year_of(month, base)
        return dt.date(year, month, day)

    def _year_of(self, month: int, base: dt.date) -> int:
        """Take the coming month of that name, or the one just past."""
        behind = (base.month - month) % 12
        return (
            base.year
            - (1 if month > base.month and behind <= 1 else 0)
            + (1 if month < base.month and behind > 1 else 0)
        )

    def part_of_month(self, match: re.Match[str], base: dt.date) -> Days:
        month = self._month(match)
        year = int(match["year"]) if match["year"] else self._year_of(month, base)
        return _part(
            dt.date(year, month, 1), _month_end(dt.date(year, month, 1)), match["part"].lower()
        )

    def part_of_unit(self, match: re.Match[str], base: dt.date) -> Days | None:
        which = "next" if "next " in match.group().lower() else "this"
        unit = match["unit"].lower()
        if unit in self.seasons:
            return _part(*self._season(unit, base, None), match["part"].lower())
        days = _unit(
            unit, base, ahead=which == "next", year=int(match["year"]) if match["year"] else None
        )
        return _part(*days, match["part"].lower()) if days else None

    def part_of_year(self, match: re.Match[str], _base: dt.date) -> Days:
        year = int(match["year"])
        return _part(dt.date(year, 1, 1), dt.date(year, 12, 31), match["part"].lower())

    def share_of(self, match: re.Match[str], base: dt.date) -> Days | None:
        share, nth = match["share"].lower(), match["nth"].lower()
        if share == "week":
            return self._week_of(match, base, nth) if match["month"] else None
        if not match["year"] and not match["which"] and share == "half":
            return None
        length = 3 if share == "quarter" else 6
        number = 12 // length if nth == "last" else self.ordinals[nth]
        year = int(match["year"] or base.year + (match["which"] == "next"))
        last = dt.date(year, number * length, 1)
        return dt.date(year, (number - 1) * length + 1, 1), _month_end(last)

    def _week_of(self, match: re.Match[str], base: dt.date, nth: str) -> Days:
        first = dt.date(
            int(match["year"] or self._year_of(self._month(match), base)), self._month(match), 1
        )
        if nth == "last":
            return _month_end(first) - dt.timedelta(days=6), _month_end(first)
        start = first + dt.timedelta(days=7 * (self.ordinals[nth] - 1))
        return start, start + dt.timedelta(days=6)

    def span_ahead(self, match: re.Match[str], base: dt.date) -> Days | None:
        unit, words = match["unit"].lower(), (match["n"] or "").lower()
        if not words and not re.search(r"\b(?:a|an|the)\b", match.group(), re.IGNORECASE):
            return None
        if not words and re.match(
            r"in the (?:day|week|month|year|hour)", match.group(), re.IGNORECASE
        ):
            return None
        number = self._number(words) if words else 1
        if number is None or number > 3650:
            return None
        last = _ahead(base, number, unit)
        return (
            base if re.match(r"within|inside|in the next", match.group(), re.IGNORECASE) else last
        ), last

    def _number(self, words: str) -> int | None:
        if words.isdigit():
            return int(words)
        if words in {"few", "couple of"}:
            return None
        return sum(self.numbers[each] for each in re.split(r"[ -]", words))

    def next_unit(self, match: re.Match[str], base: dt.date) -> Days | None:
        which, unit = match["which"].lower(), match["unit"].lower()
        if unit in self.seasons:
            return self._season(
                unit,
                base,
                base.year + 1 if which == "next" and base.month > self.seasons[unit][0] else None,
            )
        days = _unit(unit, base, ahead=which in {"next", "coming", "following", "later next"})
        return (max(days[0], base), days[1]) if days and which == "later this" else days

    def a_weekday(self, match: re.Match[str], base: dt.date) -> Days | None:
        number = self.weekdays[match["weekday"].lower()]
        ahead = (number - base.weekday()) % 7
        if (match["which"] or "").lower() in {"next", "following"} or match["after"]:
            ahead = (7 - base.weekday()) + number
        day = base + dt.timedelta(days=ahead)
        return day, day

    def a_month(self, match: re.Match[str], base: dt.date) -> Days | None:
        text = match["month"].lower()
        if (
            text in {"may", "march", "mar", "dec", "sep", "jan"}
            and not match["year"]
            and not LEAD.search(match.string[max(0, match.start() - 14) : match.start()])
        ):
            return None
        month = self._month(match)
        year = int(match["year"]) if match["year"] else self._year_of(month, base)
        if (match["which"] or "").lower() == "next" and year == base.year and month <= base.month:
            year += 1
        return dt.date(year, month, 1), _month_end(dt.date(year, month, 1))

    def relative(self, match: re.Match[str], base: dt.date) -> Days:
        word = match["rel"].lower()
        days = (
            2
            if "after" in word
            else 1
            if word in {"tomorrow", "the following day", "the next day"}
            else 0
        )
        day = base + dt.timedelta(days=days)
        return day, day

    def feast(self, match: re.Match[str], base: dt.date) -> Days:
        month, day = self.feast_days[match["feast"].lower()]
        found = dt.date(base.year, month, day)
        found = found if found >= base else dt.date(base.year + 1, month, day)
        return found, found

    def season(self, match: re.Match[str], base: dt.date) -> Days:
        return self._season(
            match["season"].lower(), base, int(match["year"]) if match["year"] else None
        )

    def _season(self, name: str, base: dt.date, year: int | None) -> Days:
        first, last = self.seasons[name]
        begin = year if year is not None else base.year + (1 if base.month > last >= first else 0)
        end = dt.date(begin + (1 if last < first else 0), last, 1)
        return dt.date(begin, first, 1), _month_end(end)

    def whole_year(self, match: re.Match[str], _base: dt.date) -> Days:
        return dt.date(int(match["year"]), 1, 1), dt.date(int(match["year"]), 12, 31)


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _part(first: dt.date, last: dt.date, part: str) -> Days:
    """Cut a stretch to its beginning, middle or end; "the end of" means its last day."""
    if part in {"end", "close"}:
        return last, last
    third = max(1, (last - first).days // 3)
    if part in {"start", "beginning"}:
        return (
            (first, first)
            if part == "beginning" and False
            else (first, first + dt.timedelta(days=third - 1))
        )
    if part == "early":
        return first, first + dt.timedelta(days=third - 1)
    if part in {"mid", "middle"}:
        return first + dt.timedelta(days=third), first + dt.timedelta(days=2 * third - 1)
    return first + dt.timedelta(days=2 * third), last


def _unit(unit: str, base: dt.date, *, ahead: bool, year: int | None = None) -> Days | None:
    if unit == "week":
        first = base - dt.timedelta(days=base.weekday()) + dt.timedelta(days=7 * ahead)
        return first, first + dt.timedelta(days=6)
    if unit == "weekend":
        first = (
            base
            - dt.timedelta(days=base.weekday())
            + dt.timedelta(days=5 + 7 * (ahead and base.weekday() > 4))
        )
        return first, first + dt.timedelta(days=1)
    if unit == "month":
        first = (_month_end(base) + dt.timedelta(days=1)) if ahead else base.replace(day=1)
        return first, _month_end(first)
    if unit == "quarter":
        start = base.replace(month=3 * ((base.month - 1) // 3) + 1, day=1)
        start = _ahead(start, 3, "month") if ahead else start
        return start, _month_end(_ahead(start, 2, "month"))
    if unit == "year":
        which = year or base.year + ahead
        return dt.date(which, 1, 1), dt.date(which, 12, 31)
    return (base, base) if unit == "day" else None


def _ahead(base: dt.date, number: int, unit: str) -> dt.date:
    if unit in {"month", "year"}:
        months = base.month - 1 + number * (12 if unit == "year" else 1)
        first = dt.date(base.year + months // 12, months % 12 + 1, 1)
        return first.replace(day=min(base.day, _month_end(first).day))
    days = {"hour": -(-number // 24), "day": number, "week": 7 * number, "fortnight": 14 * number}[
        unit
    ]
    return base + dt.timedelta(days=days)
