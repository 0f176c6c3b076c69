"""A briefing at a glance: on which side of each issue the parties stand, how the outcomes stand, what came when."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing_app.domain.briefing import Briefing, Row
from briefing_app.domain.document import Document
from briefing_app.domain.issue import Issue
from briefing_app.domain.labels import STANCES, STATUS_GROUPS, STATUSES, Label, Tone, label_of
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.party import Party
from briefing_app.domain.position import Position, Stance
from briefing_app.domain.review import Review
from briefing_app.domain.wording import due_words
from briefing_app.language import N_, _, format_list, format_number

_TONES = (Tone.GOOD, Tone.OPEN, Tone.BAD, Tone.CALM)  # of the groups of statuses


class Side(StrEnum):
    """On which side of an issue's axis a stance is."""

    ASKING = "asking"
    GIVING = "giving"
    NEITHER = "neither"


SIDES = {
    Side.ASKING: N_("Asks or refuses"),
    Side.GIVING: N_("Offers or gives"),
    Side.NEITHER: N_("Undecided"),
}
_ASKING = {Stance.DEMANDS, Stance.PROPOSES, Stance.REJECTS, Stance.THREATENS}


def side_of(stance: Stance) -> Side:
    if stance is Stance.UNDECIDED:
        return Side.NEITHER
    return Side.ASKING if stance in _ASKING else Side.GIVING


@dataclass(frozen=True)
class Stand:
    """All that a party holds on an issue with one stance: at least one position."""

    party: Party
    issue: Issue
    stance: Stance
    positions: tuple[Position, ...]

    @property
    def proposed(self) -> bool:
        """Whether the reader has confirmed none of it yet."""
        return all(each.review is Review.PROPOSED for each in self.positions)


@dataclass(frozen=True)
class Standing:
    """One issue: who holds out on it, and who moves."""

    issue: Issue
    stands: tuple[Stand, ...]

    def on(self, side: Side) -> tuple[Stand, ...]:
        return tuple(each for each in self.stands if side_of(each.stance) is side)


@dataclass(frozen=True)
class Share:
    """The outcomes of one group of statuses: at least one."""

    label: Label
    outcomes: tuple[Outcome, ...]

    @property
    def proposed(self) -> int:
        """How many of them the reader has not reviewed yet."""
        return sum(each.review is Review.PROPOSED for each in self.outcomes)

    @property
    def words(self) -> str:
        """Say how many there are: 12 Agreed (4 proposed)."""
        told = f"{format_number(len(self.outcomes))} {self.label.word}"
        if not self.proposed:
            return told
        sentence = _("{share} ({count} proposed)")
        return sentence.format(share=told, count=format_number(self.proposed))


@dataclass(frozen=True)
class Said:
    """What a party said on one day."""

    party: Party
    stands: tuple[Stand, ...]


@dataclass(frozen=True)
class Day:
    """The documents of a day, who said what on it, and what was due by then."""

    day: date
    documents: tuple[Document, ...]
    said: tuple[Said, ...]
    due: tuple[Outcome, ...]


def standings(briefing: Briefing) -> tuple[Standing, ...]:
    """Say who stands where on each issue, in the order of the matrix."""
    return tuple(Standing(row.issue, tuple(_in_row(briefing, row))) for row in briefing.rows)


def _in_row(briefing: Briefing, row: Row) -> Iterator[Stand]:
    for party, cell in zip(briefing.columns, row.cells, strict=True):
        yield from _stands(party, row.issue, cell.positions)


def stances_in(drawn: Sequence[Standing]) -> tuple[Stance, ...]:
    """List the stances that are taken, in the order in which they are explained."""
    taken = {stand.stance for standing in drawn for stand in standing.stands}
    return tuple(stance for stance in STANCES if stance in taken)


def shares(briefing: Briefing) -> tuple[Share, ...]:
    """Divide the outcomes into the groups of statuses that there are any of, in the checklist's order."""
    found: list[Share] = []
    for (name, statuses), tone in zip(STATUS_GROUPS, _TONES, strict=True):
        outcomes = tuple(each for each in briefing.outcomes if each.content.status in statuses)
        if outcomes:
            found.append(Share(Label(STATUSES[statuses[0]].sign, name, tone), outcomes))
    return tuple(found)


def days(briefing: Briefing) -> tuple[Day, ...]:
    """List the days on which anything came, the earliest first."""
    documents, due = defaultdict[date, list[Document]](list), defaultdict[date, list[Outcome]](list)
    said = defaultdict[date, list[Said]](list)
    for document in briefing.documents:
        if document.date:
            documents[document.date].append(document)
    for outcome in briefing.outcomes:
        if outcome.content.due and outcome.content.due.latest:
            due[outcome.content.due.latest].append(outcome)
    for day, each in _said(briefing):
        said[day].append(each)
    return tuple(
        Day(day, tuple(documents[day]), tuple(said[day]), tuple(due[day]))
        for day in sorted({*documents, *due, *said})
    )


def _said(briefing: Briefing) -> Iterator[tuple[date, Said]]:
    """Gather by day what each party said, in the order of the matrix."""
    for column, party in enumerate(briefing.columns):
        by_day = defaultdict[date, list[Stand]](list)
        for row in briefing.rows:
            positions = row.cells[column].positions
            for day in dict.fromkeys(each.content.said_on for each in positions):
                then = tuple(each for each in positions if each.content.said_on == day)
                if day is not None:
                    by_day[day].extend(_stands(party, row.issue, then))
        for day, stands in by_day.items():
            yield day, Said(party, tuple(stands))


def _stands(party: Party, issue: Issue, positions: Sequence[Position]) -> Iterator[Stand]:
    for stance in dict.fromkeys(each.content.stance for each in positions):
        held = tuple(each for each in positions if each.content.stance is stance)
        yield Stand(party, issue, stance, held)


def shares_words(drawn: Sequence[Share]) -> str:
    """Say what stands for the drawing of the shares where it cannot be seen."""
    told = format_list(each.words for each in drawn)
    return _("Outcomes by status: {shares}").format(shares=told) if told else ""


def due_status_words(outcome: Outcome) -> str:
    """Say how an outcome stands and by when it is due: Awaited, by 30 June 2025."""
    content = outcome.content
    status, when = label_of(content).word, due_words(content.due)
    return _("{status}, {when}").format(status=status, when=when)


def dashes_words() -> str:
    """Say what is drawn with dashes."""
    return _("dashed: proposed, not reviewed yet")
