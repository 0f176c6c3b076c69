"""The date of a document, where it states one in full. In doubt none: there is no clock here to guess by."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePath

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_WRITTEN = (
    re.compile(rf"(?<![\d–-]){_DAY} (?:of )?{_MONTH},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH} {_DAY},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"(?<!\d){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}(?!\d)"),
)
_IN_NAME = re.compile(rf"(?<!\d){_YEAR}([-_.]?)(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)")
_YEARLESS = (
    re.compile(rf"\A{_DAY} (?:of )?{_MONTH}\Z", re.IGNORECASE),
    re.compile(rf"\A{_MONTH} {_DAY}\Z", re.IGNORECASE),
)
_NOTED = re.compile(r"(?:D:)?(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)")
_OLDEST = 1990  # years of what is noted by a program whose clock was right
_OPENING, _CLOSING = 1500, 3000  # characters in which an agreement says when it was made
_DAY_LONG = 24  # characters of a day that is written out
_TOP = 8  # lines that are looked at
_SHORT, _FEW = 100, 9  # characters of a date line, and words besides the date
_TELLS = re.compile(
    r"\b(?:of|since|until|till|by|before|after|from|to|between|signed|due)\s*\Z", re.IGNORECASE
)
# What ends an agreement, or begins it: Done at Minsk, in three copies, on 5 September 2014.
_DONE = re.compile(
    r"^(?:(?:Done|DONE) (?:at|in)|Signed at) [^.;:\n]{2,80}?[ ,](?:on )?(?:this )?(?=\d|[A-Z][a-z]{2,8} \d)",
    re.MULTILINE,
)
_DATELINE = re.compile(
    r"\A(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .,/’'-]+?)[ ,(]+(?P<when>[^—–()]{6,40}?)\)?(?: ?\([^()]{2,40}\))? ?(?:—|–|-{1,2} )"
)
_AGENCY = re.compile(
    r"\A[A-ZÀ-Þ][A-ZÀ-Þa-z0-9 .,/’'-]{1,60}?\((?P<agency>[A-Z][\w .&-]{1,30})\) ?(?:—|–|-{1,2} )"
)


def stated_date(text: str, *, near: dt.date | None = None) -> dt.date | None:
    """Return the date of the date line or dateline near the top of a text.

    A dateline that names no year, GENEVA, June 2 (Reuters) —, is of the year that brings it closest to `near`.
    """
    lines = list(_top(text))
    for number, line in enumerate(lines):
        found = _dateline(line, near) or _date_line(line, is_title=number == 0 and len(lines) > 1)
        if found:
            return found
    return next(_done(text), None)


def _done(text: str) -> Iterator[dt.date]:
    """Find the day on which an agreement says that it was made, at its beginning or its end."""
    for part in (text[:_OPENING], text[-_CLOSING:]):
        for found in _DONE.finditer(part):
            if day := written_date(part[found.end() : found.end() + _DAY_LONG]):
                yield day


def date_in_name(file_name: str) -> dt.date | None:
    """Return the date in a file's name: istanbul-2025-06-02.txt."""
    found = _IN_NAME.search(PurePath(file_name).stem)
    return _day(found) if found else None


def name_without_date(file_name: str) -> str:
    return _IN_NAME.sub(" ", PurePath(file_name).stem)


def written_date(words: str) -> dt.date | None:
    """Read the one date that is written out in a few words; None where there are several or none."""
    days = {
        day for pattern in _WRITTEN for found in pattern.finditer(words) if (day := _day(found))
    }
    return days.pop() if len(days) == 1 else None


def is_date_line(line: str) -> bool:
    """Tell whether a line says where and when, and nothing else."""
    return _date_line(line, is_title=False) is not None


def stated_agency(text: str) -> str:
    """Return the agency that a dateline names: GENEVA, 9 March 2025 (Reuters) —."""
    for line in _top(text):
        found = _AGENCY.match(line)
        if found and not any(char.isdigit() for char in found["agency"]) and not _is_month(found):
            return found["agency"]
    return ""


def _is_month(found: re.Match[str]) -> bool:
    return found["agency"][:3].lower() in _MONTHS and len(found["agency"]) < 10  # noqa: PLR2004


def _top(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text[:4000].split("\n"))
    return (line for _, line in zip(range(_TOP), filter(None, lines), strict=False))


def noted_date(words: str) -> dt.date | None:
    """Read the day of a moment that a program noted: 2025-06-02T10:00:00Z, or as a PDF has it, D:20250602100000."""
    found = _NOTED.match(words)
    day = _day(found) if found else None
    return day if day and day.year >= _OLDEST else None


def _dateline(line: str, near: dt.date | None) -> dt.date | None:
    found = _DATELINE.match(line)
    return (written_date(found["when"]) or _closest(found["when"], near)) if found else None


def _closest(words: str, near: dt.date | None) -> dt.date | None:
    """Read a day without its year as the one that is closest to another day."""
    found = next(filter(None, (each.match(words.strip(" ,")) for each in _YEARLESS)), None)
    if found is None or near is None:
        return None
    years = (near.year - 1, near.year, near.year + 1)
    days = [day for year in years if (day := _day_of(found, year))]
    return min(days, key=lambda day: abs(day - near), default=None)


def _date_line(line: str, *, is_title: bool) -> dt.date | None:
    """Read a short line that is a date with a place or a label. A title's date may be another’s: a treaty’s."""
    day = written_date(line) if len(line) <= _SHORT else None
    if day is None:
        return None
    match = next(found for pattern in _WRITTEN if (found := pattern.search(line)))
    before, after = line[: match.start()], line[match.end() :]
    rest = re.sub(r"\([^()]*\)", "", before + after)
    if (
        _TELLS.search(before)
        or len(rest.split()) > _FEW
        or after.rstrip().endswith((".", "?", "!"))
    ):
        return None
    return None if is_title and len(rest.split()) > 2 else day  # noqa: PLR2004


def _day(found: re.Match[str]) -> dt.date | None:
    return _day_of(found, int(found["year"]))


def _day_of(found: re.Match[str], year: int) -> dt.date | None:
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return dt.date(year, number, int(found["day"]))
    except ValueError:
        return None
