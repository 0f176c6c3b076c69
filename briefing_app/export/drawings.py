"""What is drawn: on which side of each issue the parties stand, what came when, and how the outcomes stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing_app.domain.briefing import Briefing, Row
from briefing_app.domain.labels import STANCES, STATUS_GROUPS, STATUSES, Tone
from briefing_app.domain.party import Party
from briefing_app.domain.position import Position, Stance
from briefing_app.domain.wording import due_words
from briefing_app.export.cleaning import clipped, isolated
from briefing_app.export.matrix import Mark, mark
from briefing_app.language import _, format_date, format_list, format_number

_NAME = 28  # code points of a party's name that are drawn
_ASKING = {Stance.DEMANDS, Stance.PROPOSES, Stance.REJECTS, Stance.THREATENS}
_TONES = (Tone.GOOD, Tone.OPEN, Tone.BAD, Tone.CALM)  # of the groups of statuses


@dataclass(frozen=True)
class Stand:
    """A party with its stance, on one side of an issue. `anchor` is the first such position."""

    party: str
    stance: Mark
    anchor: str


@dataclass(frozen=True)
class Standing:
    """One issue: who holds out on it, and who moves."""

    issue: str
    asking: tuple[Stand, ...]
    giving: tuple[Stand, ...]
    neither: tuple[Stand, ...]


class EventKind(StrEnum):
    DOCUMENT = "document"
    DUE = "due"


@dataclass(frozen=True)
class Event:
    day: str
    kind: str
    word: str  # for the kind, or the outcome's status
    said: str
    tone: str
    anchor: str


@dataclass(frozen=True)
class Share:
    """How many outcomes are of one group of statuses."""

    word: str
    tone: str
    number: int
    written: str


@dataclass(frozen=True)
class Drawings:
    standings: tuple[Standing, ...]
    events: tuple[Event, ...]
    shares: tuple[Share, ...]
    shares_told: str  # what stands for the drawing where it cannot be seen


def drawings(briefing: Briefing) -> Drawings:
    shares = tuple(_shares(briefing))
    told = format_list(f"{share.written} {share.word}" for share in shares)
    return Drawings(
        standings=tuple(_standing(briefing, row, at) for at, row in enumerate(briefing.rows)),
        events=tuple(_events(briefing)),
        shares=shares,
        shares_told=_("Outcomes by status: {shares}").format(shares=told) if shares else "",
    )


def _standing(briefing: Briefing, row: Row, at: int) -> Standing:
    stands = [
        (stance, Stand(_short(briefing.party(cell.party)), mark(STANCES[stance]), anchor))
        for column, cell in enumerate(row.cells)
        for stance, anchor in _stances(cell.positions, f"p{at}-{column}")
    ]
    return Standing(
        issue=isolated(row.issue.label),
        asking=tuple(stand for stance, stand in stands if stance in _ASKING),
        giving=tuple(s for stance, s in stands if stance not in {*_ASKING, Stance.UNDECIDED}),
        neither=tuple(stand for stance, stand in stands if stance is Stance.UNDECIDED),
    )


def _short(party: Party) -> str:
    return isolated(clipped(party.name, _NAME))


def _stances(positions: tuple[Position, ...], anchor: str) -> Iterator[tuple[Stance, str]]:
    """Give each stance of a cell once, with the place of the first position that has it."""
    first: dict[Stance, int] = {}
    for at, position in enumerate(positions):
        first.setdefault(position.content.stance, at)
    for stance, at in first.items():
        yield stance, f"{anchor}-{at}"


def _events(briefing: Briefing) -> Iterator[Event]:
    for _day, event in sorted(_dated(briefing), key=lambda pair: pair[0]):
        yield event


def _dated(briefing: Briefing) -> Iterator[tuple[date, Event]]:
    for at, document in enumerate(briefing.documents):
        if document.date:
            said = " · ".join(part for part in (document.title, document.publisher) if part)
            yield (
                document.date,
                Event(
                    day=format_date(document.date),
                    kind=EventKind.DOCUMENT,
                    word=_("Document"),
                    said=isolated(said),
                    tone=Tone.CALM,
                    anchor=f"s{at}",
                ),
            )
    for at, outcome in enumerate(briefing.outcomes):
        content = outcome.content
        if content.due and content.due.latest:
            status = STATUSES[content.status]
            when = _("{status}, {when}").format(status=status.word, when=due_words(content.due))
            yield (
                content.due.latest,
                Event(
                    day=format_date(content.due.latest),
                    kind=EventKind.DUE,
                    word=isolated(when),
                    said=isolated(content.claim),
                    tone=status.tone,
                    anchor=f"o{at}",
                ),
            )


def _shares(briefing: Briefing) -> Iterator[Share]:
    for (name, statuses), tone in zip(STATUS_GROUPS, _TONES, strict=True):
        number = sum(each.content.status in statuses for each in briefing.outcomes)
        if number:
            yield Share(_(name), tone, number, format_number(number))
