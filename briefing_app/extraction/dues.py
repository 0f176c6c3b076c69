"""By when: the phrases of a text that set a date, counted from the document's own date."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing_app.domain.outcome import Due
from briefing_app.extraction.date_words import DatePatterns
from briefing_app.extraction.days import DAY, Days
from briefing_app.extraction.pointing_dates import pointing_dues

BY = (
    "on or before|not later than|no later than|not after|by the time of|by|before|until|till|through|up to"
    "|ahead of|prior to"
)
ON = (
    "on or about|the last of them on|on|from|starting on|starting from|starting in|starting|beginning in"
    "|beginning on|beginning|effective|as of|in|during|at|over|around|throughout|for|since|of"
)
HOUR = (
    r"(?:the )?(?:close|end) of (?:business|play)|noon|midday|midnight|sunset|sundown|dawn"
    r"|\d{1,2}(?:[:.]?\d\d)? ?(?:[ap]\.?m\.?|hours|gmt|utc)?"
)
LEAD = re.compile(
    rf"\b(?:(?P<by>{BY})|(?P<within>within|inside)|(?P<on>{ON}|between))\s+"
    rf"(?:(?:{HOUR})(?: on)?\s+|as early as\s+|as soon as\s+|the\s+)?$",
    re.IGNORECASE,
)
BACK = re.compile(
    r"\b(?:backdated|retroactive|dat(?:es?|ing) back|going back) to (?:the )?$", re.IGNORECASE
)
RECORD = re.compile(
    r"\b(?:first time|(?:bigg|larg|high|low|long|deadli|sharp|steep|fast)est\b[^.;,]{0,30}|worst\b[^.;,]{0,30}) $",
    re.IGNORECASE,
)  # "for the first time in 30 years", "the biggest rise in 20 years"
TO_COME = re.compile(
    r",? (?:of|after|from|following) (?:an?|any) "
)  # "within 30 days of a signing" has no date before there is one
WITHIN = re.compile(r"within|inside|in the next", re.IGNORECASE)
AHEAD_OF = re.compile(r"before|ahead of|prior to", re.IGNORECASE)
NEAR = 60  # characters before a phrase that say how it is meant
EXACT = re.compile(
    r"\b\d{1,2}(?!\d)|\b(?:end|close|out|ends|over|midnight|noon|midday|dawn|sunset|sundown)\b"
)  # after which "before" means by


ANY_DAY = dt.date(2000, 1, 1)  # from which what needs no other is read
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Phrase:
    """A date phrase by its offsets, preposition included."""

    start: int
    end: int
    due: Due

    def overlaps(self, start: int, end: int) -> bool:
        return start < self.end and self.start < end


def find_dues(
    text: str, base: dt.date | None, patterns: DatePatterns, earlier: Due | None = None
) -> tuple[Phrase, ...]:
    """Return the date phrases of a text, none inside another.

    Without a base, which is the document's own date, only those with a year have days; the others keep their words.
    `earlier` is the last date before the text, to which "on the same date" may point.
    """
    found = [
        Phrase(m.start(), m.end(), Due(m.group().strip(), none_set=True))
        for m in patterns.unset.finditer(text)
    ]
    for phrase in _dated(text, base or ANY_DAY, patterns):
        if not any(each.overlaps(phrase.start, phrase.end) for each in found):
            known = base is not None or YEAR.search(phrase.due.text) is not None
            found.append(phrase if known else replace(phrase, due=Due(phrase.due.text)))
    told = [(each.end, each.due) for each in found] + ([(0, earlier)] if earlier else [])
    for start, end, due in pointing_dues(text, told, patterns):
        found = [each for each in found if not each.overlaps(start, end)]
        found.append(Phrase(start, end, due))
    for match in patterns.vague.finditer(text):
        if not any(each.overlaps(match.start(), match.end()) for each in found):
            found.append(Phrase(match.start(), match.end(), Due(text=match.group())))
    return tuple(sorted(found, key=lambda each: each.start))


def _dated(text: str, base: dt.date, patterns: DatePatterns) -> Iterator[Phrase]:
    for pattern, read in patterns.rules:
        for match in pattern.finditer(text):
            try:
                days = read(match, base)
            except (ValueError, OverflowError):  # a day that no calendar has, "31 June"
                continue
            if days is not None and days[0] <= days[1] and not _looks_back(text, match):
                yield _phrase(text, match, days)


def _looks_back(text: str, match: re.Match[str]) -> bool:
    """Tell whether a phrase counts from the past, as the words before it say."""
    before = text[max(0, match.start() - NEAR) : match.start()]
    led = match.group().lower().startswith("in ")
    return BACK.search(before) is not None or (led and RECORD.search(before) is not None)


def _phrase(text: str, match: re.Match[str], days: Days) -> Phrase:
    led = match.group().lower().startswith(("in ", "within ", "inside "))
    lead = None if led else LEAD.search(text[max(0, match.start() - 40) : match.start()])
    start = match.start() - (len(lead.group()) if lead else 0)
    end = match.start() + len(match.group().rstrip(". "))
    within = bool(lead and lead["within"]) or WITHIN.match(match.group()) is not None
    if within and TO_COME.match(text, end):
        return Phrase(start, end, Due(text[start:end]))
    if lead and lead["by"] and AHEAD_OF.match(lead["by"]) and not EXACT.search(text, start, end):
        return Phrase(start, end, Due(text[start:end], None, days[0] - DAY))
    latest_only = within or bool(lead and lead["by"])
    return Phrase(start, end, Due(text[start:end], None if latest_only else days[0], days[1]))


def last_dated(phrases: Sequence[Phrase]) -> Due | None:
    """Return the last date of some phrases that has a day."""
    return next((each.due for each in reversed(phrases) if each.due.latest is not None), None)
