"""iCalendar: each outcome that is due on a day or between days as an all-day event, with the words that say so."""

import datetime as dt
import re
from collections.abc import Iterator

from icalendar import Calendar, Event, vText

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.citing import CitationStyle, plain, quotation_runs
from briefing_app.domain.labels import STATUSES
from briefing_app.domain.outcome import Due, Outcome, Status
from briefing_app.domain.review import Review
from briefing_app.domain.wording import (
    disagreement_words,
    due_words,
    quantities_words,
    responsible_words,
)
from briefing_app.export.cleaning import cleaned, in_one_line
from briefing_app.export.errors import NothingDueError
from briefing_app.export.lasting_names import LastingNames
from briefing_app.export.options import ExportOptions
from briefing_app.export.words import Words

_SETTLED = {Status.AGREED, Status.PLEDGED, Status.SCHEDULED, Status.DONE}
_OFF = {Status.REJECTED, Status.NO_AGREEMENT, Status.WITHDRAWN, Status.BREACHED}


class _Words(vText):
    """Words that are written as they are: the library itself makes a line end of a backslash before an N."""

    def to_ical(self) -> bytes:
        escaped = re.sub(r"[\\;,]", r"\\\g<0>", self)
        return escaped.replace("\n", r"\n").encode()


def ics(briefing: Briefing, words: Words, options: ExportOptions) -> bytes:
    """Write a calendar. What has no day, a vague one or expressly none is not in it.

    Raises NothingDueError where that is everything, as a calendar must hold something.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Briefing//Briefing//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _Words(words.title))
    for event in _events(briefing, options.citations):
        calendar.add_component(event)
    if not calendar.subcomponents:
        raise NothingDueError
    return calendar.to_ical()


def _events(briefing: Briefing, style: CitationStyle) -> Iterator[Event]:
    names = LastingNames(briefing)
    for outcome in briefing.outcomes:
        days = _days(outcome.content.due)
        if days is None:
            continue
        name = names.of("outcome", outcome.content.accounts[0].evidence)
        event = Event()
        event.add("uid", f"{name}@briefing.invalid")
        event.add("dtstamp", briefing.made)
        event.add("dtstart", days[0])
        event.add("dtend", days[1])
        event.add("summary", _Words(in_one_line(outcome.content.claim)))
        event.add("description", _Words(_description(briefing, outcome, style)))
        for issue in outcome.content.issues:
            event.add("categories", _Words(in_one_line(briefing.issue(issue).label)))
        event.add("status", _status(outcome))
        event.add("transp", "TRANSPARENT")  # nobody is busy on it
        yield event


def _days(due: Due | None) -> tuple[dt.date, dt.date] | None:
    """Return the first day and the one after the last."""
    first = due and (due.earliest or due.latest)
    if due is None or first is None:
        return None
    last = due.latest or first
    if dt.date.max in {first, last}:  # no day is after it
        return None
    return min(first, last), max(first, last) + dt.timedelta(days=1)


def _status(outcome: Outcome) -> str:
    if outcome.content.status in _OFF:
        return "CANCELLED"
    settled = outcome.content.status in _SETTLED and outcome.review is not Review.PROPOSED
    return "CONFIRMED" if settled else "TENTATIVE"


def _description(briefing: Briefing, outcome: Outcome, style: CitationStyle) -> str:
    content = outcome.content
    facts = (
        STATUSES[content.status].word,
        responsible_words(briefing, content),
        quantities_words(content),
        due_words(content.due),
        disagreement_words(content) if content.disputed else "",
    )
    cited = (briefing.cited.get(account.evidence.id) for account in content.accounts)
    quotations = (
        plain(
            quotation_runs(
                briefing.document(each.document),
                in_one_line(each.evidence.quote.exact),
                each.spot,
                style,
            )
        )
        for each in cited
        if each
    )
    lines = (" · ".join(fact for fact in facts if fact), *quotations)
    return "\n\n".join(cleaned(line) for line in lines)
