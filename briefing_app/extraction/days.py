"""Stretches of days: the plain arithmetic of the calendar."""

import calendar
import datetime as dt

Days = tuple[dt.date, dt.date]
FRIDAY = 4
DAY = dt.timedelta(days=1)


def month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def whole_month(year: int, month: int) -> Days:
    first = dt.date(year, month, 1)
    return first, month_end(first)


def part_of(first: dt.date, last: dt.date, part: str) -> Days:
    """Cut a stretch to its beginning, middle or end; "the end of" means its last day, "late" its last third."""
    if part in {"end", "close"}:
        return last, last
    third = round((last - first).days / 3)
    if part in {"start", "beginning", "early"}:
        return first, first + (third - 1) * DAY
    if part in {"mid", "middle"}:
        return first + third * DAY, first + (2 * third - 1) * DAY
    return first + 2 * third * DAY, last


def unit_around(unit: str, base: dt.date, *, ahead: bool) -> Days | None:
    """Return the week, month, quarter or year that a day lies in, or the one after."""
    if unit == "week":
        monday = base + (7 * ahead - base.weekday()) * DAY
        return monday, monday + 6 * DAY
    if unit == "weekend":
        saturday = base + (5 - base.weekday() + 7 * (ahead and base.weekday() > FRIDAY)) * DAY
        return saturday, saturday + DAY
    if unit == "month":
        later = month_end(base) + DAY if ahead else base
        return whole_month(later.year, later.month)
    if unit == "quarter":
        start = base.replace(month=3 * ((base.month - 1) // 3) + 1, day=1)
        start = after(start, 3, "month") if ahead else start
        return start, month_end(after(start, 2, "month"))
    if unit == "year":
        return dt.date(base.year + ahead, 1, 1), dt.date(base.year + ahead, 12, 31)
    return (base, base) if unit == "day" else None


def after(base: dt.date, number: int, unit: str) -> dt.date:
    """Return the day that lies a number of hours, days, weeks, months or years after another."""
    if unit in {"month", "year"}:
        months = base.month - 1 + number * (12 if unit == "year" else 1)
        first = dt.date(base.year + months // 12, months % 12 + 1, 1)
        return first.replace(day=min(base.day, month_end(first).day))
    days = {"hour": -(-number // 24), "day": number, "week": 7 * number, "fortnight": 14 * number}
    return base + days[unit] * DAY


def season(base: dt.date, year: int | None, months: tuple[int, int]) -> Days:
    """Return a season by its first and last month: that of the year, else the coming or present one."""
    first, last = months
    begin = year if year is not None else base.year + (base.month > last >= first)
    return dt.date(begin, first, 1), month_end(dt.date(begin + (last < first), last, 1))


def likely_year(month: int, base: dt.date) -> int:
    """Return the year of a month named without one: the coming month of that name, or the one just past."""
    behind = (base.month - month) % 12
    if month > base.month:
        return base.year - (behind <= 1)
    return base.year + (month < base.month and behind > 1)
