"""What days the words of a date mean, counted from a document's own."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

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

WORDS = frozenset(
    {"may", "march", "mar", "dec", "sep", "jan"}
)  # which are words of their own as well
LED = re.compile(
    r"\b(?:in|by|before|until|till|from|since|during|of|for|starting|beginning|next|this|early|late|end) $",
    re.IGNORECASE,
)
WITHIN = re.compile(r"within|inside|in the next|over", re.IGNORECASE)
AHEAD = re.compile(r"in (?!the next)|.* (?:from now|hence)$", re.IGNORECASE)
MOST = 3650  # days, weeks or months ahead: beyond ten years it is no deadline


class DateReader:
    """Reads what was found of one vocabulary: months, weekdays, numbers, seasons, feasts."""

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

        self.easter: dict[str, tuple[int, int]] = {
            name: (a, b) for name, (a, b) in times["easter"].items()
        }

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

    def _months(self, match: re.Match[str], base: dt.date) -> Days:
        """Read "between March and May"; a year that is named is the last month's."""
        first, last = self._number_of(match, "m1"), self._number_of(match)
        turns = last < first
        begin = int(match["year"]) - turns if match["year"] else likely_year(first, base)
        return dt.date(begin, first, 1), whole_month(begin + turns, last)[1]

    def _years(self, match: re.Match[str], _base: dt.date) -> Days:
        first = int(match["year1"])
        last = int(match["year"] or first - first % 100 + int(match["short"]))
        return dt.date(first, 1, 1), dt.date(last, 12, 31)

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
            return _part_of_a_year(year, match["part"].lower())
        days = unit_around(unit, base, ahead=bool(groups.get("which")))
        return part_of(*days, match["part"].lower()) if days else None

    def _part_of_year(self, match: re.Match[str], _base: dt.date) -> Days:
        return _part_of_a_year(int(match["year"]), match["part"].lower())

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

    def _weekday_of_month(self, match: re.Match[str], base: dt.date) -> Days:
        """Read "the first Monday of July"."""
        first, number = self._dated(match, base, 1), self.weekdays[match["weekday"].lower()]
        if match["nth"].lower() == "last":
            last = month_end(first)
            day = last - (last.weekday() - number) % 7 * DAY
        else:
            weeks = self.ordinals[match["nth"].lower()] - 1
            day = first + ((number - first.weekday()) % 7 + 7 * weeks) * DAY
        return day, day

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
        first, last = sorted((self._least_ahead(match, base) or last, last))
        return (first if AHEAD.match(match.group()) else base), last

    def _least_ahead(self, match: re.Match[str], base: dt.date) -> dt.date | None:
        """Return the first day of "in three to five weeks"."""
        least = match.groupdict().get("least")
        return after(base, self._count(least), match["unit"].lower()) if least else None

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
        if match["week"]:  # "Monday week" is a week after the coming Monday
            ahead += 7
        elif (match["which"] or "").lower() in {"next", "following"} or match["after"]:
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
        days = (
            2 if "after" in word else 1 if word.endswith(("tomorrow", "ing day", "next day")) else 0
        )
        return base + days * DAY, base + days * DAY

    def _feast(self, match: re.Match[str], base: dt.date) -> Days:
        month, day = self.feasts[match["feast"].lower()]
        found = dt.date(base.year, month, day)
        found = found if found >= base else found.replace(year=base.year + 1)
        return found, found

    def _easter(self, match: re.Match[str], base: dt.date) -> Days:
        """Read a day that moves with Easter, by the western or the eastern reckoning."""
        rite = EASTER_ORTHODOX if match["rite"] else EASTER_WESTERN
        first, last = self.easter[match["day"].lower()]
        sunday = easter(base.year, rite)
        if sunday + last * DAY < base:
            sunday = easter(base.year + 1, rite)
        return sunday + first * DAY, sunday + last * DAY

    def _season(self, match: re.Match[str], base: dt.date) -> Days:
        year = int(match["year"]) if match["year"] else None
        return season(base, year, self.seasons[match["season"].lower()])

    def _out(self, match: re.Match[str], base: dt.date) -> Days | None:
        days = unit_around(match["unit"].lower(), base, ahead=False)
        return (days[1], days[1]) if days else None

    def _day_of_month(self, match: re.Match[str], base: dt.date) -> Days:
        """Read "on the 16th" as the coming one of that number."""
        day = int(match["day"])
        month = base if day >= base.day else month_end(base) + DAY
        return month.replace(day=day), month.replace(day=day)

    def _year(self, match: re.Match[str], _base: dt.date) -> Days:
        return dt.date(int(match["year"]), 1, 1), dt.date(int(match["year"]), 12, 31)


def _part_of_a_year(year: int, part: str) -> Days:
    if part in {"mid", "middle"}:  # "by mid-2007" is by the end of June
        return dt.date(year, 6, 1), dt.date(year, 6, 30)
    return part_of(dt.date(year, 1, 1), dt.date(year, 12, 31), part)
