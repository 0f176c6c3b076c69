"""What is drawn of a briefing at a glance, ready to print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import Document
from briefing_app.domain.glance import (
    Side,
    Stand,
    Standing,
    dashes_words,
    days,
    due_status_words,
    shares,
    shares_words,
    stances_in,
    standings,
)
from briefing_app.domain.issue import IssueId
from briefing_app.domain.labels import STANCES, Tone, label_of
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import PositionId
from briefing_app.domain.review import Review
from briefing_app.export.cleaning import clipped, isolated
from briefing_app.export.matrix import Mark, mark, proposed
from briefing_app.language import _, format_date

# Code points that are drawn of a party's name, in a column; and of an issue's, across the page.
_PARTY, _ISSUE = 28, 48

Anchors = Mapping[tuple[IssueId, PartyId, PositionId], str]


@dataclass(frozen=True)
class Chip:
    """A party, or beside a day an issue, with the stance that is taken. `anchor` is the first such position."""

    name: str
    stance: Mark
    anchor: str
    proposed: bool


@dataclass(frozen=True)
class Line:
    """One issue: who holds out on it, and who moves."""

    issue: str
    asking: tuple[Chip, ...]
    giving: tuple[Chip, ...]
    neither: tuple[Chip, ...]


class EventKind(StrEnum):
    DOCUMENT = "document"
    SAID = "said"
    DUE = "due"


@dataclass(frozen=True)
class Event:
    """What came on a day."""

    day: str
    kind: str
    said: str
    word: str = ""  # for the kind, or the outcome's status
    tone: str = Tone.CALM
    proposed: bool = False
    anchor: str = ""
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True)
class Segment:
    """How many outcomes are of one group of statuses, and of these how many were not reviewed yet."""

    mark: Mark
    number: int
    proposed: int
    said: str


@dataclass(frozen=True)
class Drawings:
    standings: tuple[Line, ...] = ()
    stances: tuple[Mark, ...] = ()  # those that are drawn
    events: tuple[Event, ...] = ()
    shares: tuple[Segment, ...] = ()
    shares_told: str = ""  # what stands for the drawing where it cannot be seen
    dashes: str = ""  # what they mean, where there are any


def drawings(briefing: Briefing) -> Drawings:
    anchors, parts, lines = _anchors(briefing), shares(briefing), standings(briefing)
    stands = [stand for line in lines for stand in line.stands]
    return Drawings(
        standings=tuple(_line(each, anchors) for each in lines),
        stances=tuple(mark(STANCES[stance]) for stance in stances_in(lines)),
        events=tuple(_events(briefing, anchors)),
        shares=tuple(Segment(mark(e.label), len(e.outcomes), e.proposed, e.words) for e in parts),
        shares_told=shares_words(parts),
        dashes=dashes_words() if any(each.proposed for each in (*stands, *parts)) else "",
    )


def _anchors(briefing: Briefing) -> Anchors:
    """Name the places of the positions in the matrix, by issue and party: one may stand in several cells."""
    return {
        (row.issue.id, cell.party, position.id): f"p{at}-{column}-{number}"
        for at, row in enumerate(briefing.rows)
        for column, cell in enumerate(row.cells)
        for number, position in enumerate(cell.positions)
    }


def _line(standing: Standing, anchors: Anchors) -> Line:
    def on(side: Side) -> tuple[Chip, ...]:
        return tuple(
            _chip(each, clipped(each.party.name, _PARTY), anchors) for each in standing.on(side)
        )

    return Line(isolated(standing.issue.label), on(Side.ASKING), on(Side.GIVING), on(Side.NEITHER))


def _chip(stand: Stand, name: str, anchors: Anchors) -> Chip:
    anchor = anchors[stand.issue.id, stand.party.id, stand.positions[0].id]
    stance = mark(STANCES[stand.stance])
    return Chip(isolated(name), stance, anchor, stand.proposed)


def _events(briefing: Briefing, anchors: Anchors) -> Iterator[Event]:
    places = {each.id: f"s{at}" for at, each in enumerate(briefing.documents)}
    numbers = {each.id: f"o{at}" for at, each in enumerate(briefing.outcomes)}
    for each in days(briefing):
        day = format_date(each.day)
        for document in each.documents:
            yield _published(document, day, places[document.id])
        for said in each.said:
            chips = tuple(
                _chip(stand, clipped(stand.issue.label, _ISSUE), anchors) for stand in said.stands
            )
            yield Event(day, EventKind.SAID, isolated(said.party.name), chips=chips)
        for outcome in each.due:
            yield _due(outcome, day, numbers[outcome.id])


def _published(document: Document, day: str, anchor: str) -> Event:
    said = " · ".join(part for part in (document.title, document.publisher) if part)
    return Event(day, EventKind.DOCUMENT, isolated(said), _("Document"), anchor=anchor)


def _due(outcome: Outcome, day: str, anchor: str) -> Event:
    words = (isolated(due_status_words(outcome)), proposed(outcome.review))
    return Event(
        day=day,
        kind=EventKind.DUE,
        said=isolated(outcome.content.claim),
        word=" · ".join(part for part in words if part),
        tone=label_of(outcome.content).tone,
        proposed=outcome.review is Review.PROPOSED,
        anchor=anchor,
    )
