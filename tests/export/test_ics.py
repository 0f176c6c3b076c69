"""The calendar of due dates as a calendar program reads it."""

import datetime as dt
from dataclasses import replace

import pytest
from icalendar import Calendar, Event

from briefing_app.domain.citing import CitationStyle
from briefing_app.domain.outcome import Account, Due, Status
from briefing_app.domain.review import Review
from briefing_app.export.errors import NothingDueError
from briefing_app.export.options import ExportOptions
from briefing_app.export.to_ics import ics
from briefing_app.export.words import words
from tests.export.builders import Dossier, istanbul

OPTIONS = ExportOptions()
JUNE, JULY = dt.date(2025, 6, 30), dt.date(2025, 7, 4)


def written(dossier: Dossier, options: ExportOptions = OPTIONS) -> bytes:
    briefing = dossier.briefing()
    return ics(briefing, words(briefing, options), options)


def events(dossier: Dossier, options: ExportOptions = OPTIONS) -> list[Event]:
    return Calendar.from_ical(written(dossier, options)).events


def due(*dues: Due | None, status: Status = Status.AGREED, **more: object) -> Dossier:
    dossier = Dossier()
    issue, story = dossier.issue("Prisoners"), dossier.document("A story")
    quote = dossier.quote(story, "They will meet again.")
    for number, each in enumerate(dues):
        dossier.outcome(f"Outcome {number}", issue, Account(status, quote, due=each), **more)
    return dossier


def test_the_calendar_is_as_it_was_read(golden):
    golden("istanbul.ics", written(istanbul()).decode().replace("\r\n", "\n"))


def test_lines_are_as_long_and_end_as_the_standard_says():
    content = written(istanbul())
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)  # no character is cut in two


@pytest.mark.parametrize(
    ("when", "first", "after"),
    [
        (Due("by", None, JUNE), JUNE, dt.date(2025, 7, 1)),
        (Due("from", JUNE), JUNE, dt.date(2025, 7, 1)),
        (Due("on", JUNE, JUNE), JUNE, dt.date(2025, 7, 1)),
        (Due("between", JUNE, JULY), JUNE, dt.date(2025, 7, 5)),
        (Due("turned round", JULY, JUNE), JUNE, dt.date(2025, 7, 5)),
    ],
)
def test_a_due_date_is_all_day_and_its_end_is_the_day_after(
    when: Due, first: dt.date, after: dt.date
):
    (event,) = events(due(when))
    assert (event["dtstart"].dt, event["dtend"].dt) == (first, after)
    assert type(event["dtstart"].dt) is dt.date


@pytest.mark.parametrize(
    "when",
    [None, Due("soon"), Due("no date set", none_set=True), Due("never", JUNE, dt.date.max)],
)
def test_what_has_no_day_is_in_no_calendar(when: Due | None):
    (event,) = events(due(Due("by", None, JUNE), when))
    assert event["summary"] == "Outcome 0"


def test_an_event_says_who_how_many_and_where_it_says_so():
    dossier = istanbul()
    (event,) = events(dossier, replace(OPTIONS, citations=CitationStyle.CHICAGO))
    assert event["summary"] == "Russia’s formal response to the truce proposals"
    assert event["description"] == (
        "Awaited · Russia · by 30 June 2025\n\n"
        "“waiting for Russia’s formal response by the end of June” — M. Reporter, “Second round ends "
        "with limited prisoner swap,” A wire service, June 3, 2025, "
        "https://news.example/istanbul/second-round, para. 7."
    )
    assert "CATEGORIES:Ceasefire\\, truce or pause" in written(dossier).decode()


def test_an_event_keeps_its_name_whatever_the_reader_edits():
    before, edited = due(Due("by", None, JUNE)), due(Due("by", None, JULY))
    content = replace(edited.outcomes[0].content, claim="Another claim")
    edited.outcomes[0] = replace(edited.outcomes[0], content=content)
    assert events(before)[0]["uid"] == events(edited)[0]["uid"]


def test_two_outcomes_of_the_same_words_are_two_events():
    dossier = due(Due("by", None, JUNE), Due("by", None, JULY))
    assert len({event["uid"] for event in events(dossier)}) == 2


@pytest.mark.parametrize(
    ("status", "review", "told"),
    [
        (Status.AGREED, Review.CONFIRMED, "CONFIRMED"),
        (Status.AGREED, Review.PROPOSED, "TENTATIVE"),
        (Status.DEFERRED, Review.CONFIRMED, "TENTATIVE"),
        (Status.WITHDRAWN, Review.CONFIRMED, "CANCELLED"),
    ],
)
def test_an_event_is_as_sure_as_its_outcome(status: Status, review: Review, told: str):
    (event,) = events(due(Due("by", None, JUNE), status=status, review=review))
    assert event["status"] == told


def test_a_calendar_of_nothing_is_not_written():
    with pytest.raises(NothingDueError, match="nothing for a calendar"):
        written(due(None, Due("soon")))
