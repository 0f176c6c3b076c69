"""The briefing as rows that are ready to show: pure functions of the Briefing and what the reader filters by."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing_app.domain.briefing import Briefing, Cell
from briefing_app.domain.evidence import Evidence, EvidenceState
from briefing_app.domain.labels import (
    REVIEWS,
    STANCES,
    STATES,
    STATUS_GROUPS,
    Tone,
    label_of,
)
from briefing_app.domain.outcome import Outcome, OutcomeId
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import Position, PositionId
from briefing_app.domain.review import Review
from briefing_app.domain.wording import (
    disagreement_words,
    due_words,
    joint_words,
    place_words,
    quantities_words,
    responsible_words,
    word_of,
)
from briefing_app.language import _, format_number
from briefing_app.ui.briefing.filters import Chip, Filter
from briefing_app.ui.items import Item, Kind


@dataclass(frozen=True)
class Entry:
    """One position or outcome, with every word it shows."""

    item: Item
    label: str  # sign and word
    tone: Tone
    claim: str
    meta: str
    proposed: bool
    evidence: Evidence
    condition: str = ""
    group: str = ""
    ticked: bool = False

    @property
    def spoken(self) -> str:
        """The entry as a screen reader says it."""
        return ", ".join(
            part for part in (self.label, self.claim, self.condition, self.meta) if part
        )


@dataclass(frozen=True)
class CellRow:
    """One cell: its entries, or the word that stands where there are none."""

    entries: tuple[Entry, ...]
    blank: str = ""
    unanswered: bool = False

    @property
    def spoken(self) -> str:
        return "; ".join(entry.spoken for entry in self.entries) or self.blank


@dataclass(frozen=True)
class Column:
    party: PartyId
    name: str
    colour: int


@dataclass(frozen=True)
class Line:
    """One issue across the columns."""

    label: str
    cells: tuple[CellRow, ...]


@dataclass(frozen=True)
class Matrix:
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


class Rows:
    """Makes the rows of one Briefing, each entry once."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._citations = briefing.cited
        self._positions: dict[PositionId, Entry] = {}  # as far as they were asked for
        self._outcomes: dict[OutcomeId, Entry] = {}

    def matrix(self, wanted: Filter) -> Matrix:
        """Lay the positions out, without the lines and columns that the filter leaves empty."""
        columns = [
            Column(party.id, party.name, party.colour)
            for party in self._briefing.columns
            if wanted.wants_party(party.id)
        ]
        lines = [
            Line(
                row.issue.label,
                tuple(
                    self._cell(cell, wanted) for cell in row.cells if wanted.wants_party(cell.party)
                ),
            )
            for row in self._briefing.rows
            if wanted.wants_issue(row.issue.id)
        ]
        kept = [line for line in lines if _worth(line, wanted)]
        return Matrix(tuple(columns), tuple(kept))

    def outcomes(self, wanted: Filter) -> tuple[Entry, ...]:
        return tuple(
            self._outcome(outcome, group)
            for group, statuses in STATUS_GROUPS
            for outcome in self._briefing.outcomes
            if outcome.content.status in statuses and wanted.wants_outcome(outcome)
        )

    def count(self, wanted: Filter) -> int:
        """Count what a filter leaves, a position on two issues once."""
        cells = [
            cell
            for row in self._briefing.rows
            if wanted.wants_issue(row.issue.id)
            for cell in row.cells
            if wanted.wants_party(cell.party)
        ]
        positions = {each.id for cell in cells for each in cell.positions if wanted.wants(each)}
        silent = [cell for cell in cells if cell.unanswered and wanted.chip is Chip.UNANSWERED]
        outcomes = [each for each in self._briefing.outcomes if wanted.wants_outcome(each)]
        return len(positions) + len(silent) + len(outcomes)

    def to_review(self, wanted: Filter) -> tuple[Item, ...]:
        """List the proposals on the party and the issue that are wanted, in the order in which they are shown."""
        return self._items(replace(wanted, chip=Chip.TO_REVIEW))

    def _items(self, wanted: Filter) -> tuple[Item, ...]:
        """List each entry once, though a position on two issues stands in two lines."""
        cells = [cell for line in self.matrix(wanted).lines for cell in line.cells]
        entries = [entry for cell in cells for entry in cell.entries]
        return tuple(dict.fromkeys(entry.item for entry in (*entries, *self.outcomes(wanted))))

    def _cell(self, cell: Cell, wanted: Filter) -> CellRow:
        entries = tuple(
            self._position(position) for position in cell.positions if wanted.wants(position)
        )
        if entries or wanted.chip not in (Chip.ALL, Chip.UNANSWERED):
            return CellRow(entries)
        if cell.unanswered:
            return CellRow((), _("unanswered"), unanswered=True)
        return CellRow((), _("silent") if wanted.chip is Chip.ALL else "")

    def _position(self, position: Position) -> Entry:
        if position.id not in self._positions:
            self._positions[position.id] = self._position_entry(position)
        return self._positions[position.id]

    def _position_entry(self, position: Position) -> Entry:
        content = position.content
        first = content.evidence[0]
        label = STANCES[content.stance]
        return Entry(
            item=Item(Kind.POSITION, position.id),
            label=label.text,
            tone=label.tone,
            claim=content.claim,
            condition=content.condition,
            meta=_joined(
                self._place(first),
                _("{count} pieces of evidence").format(count=len(content.evidence))
                if len(content.evidence) > 1
                else "",
                word_of(content),
                joint_words(content),
                _("earlier round") if content.background else "",
                *_marks(content.evidence, position.review),
            ),
            proposed=position.review is Review.PROPOSED,
            evidence=first,
        )

    def _outcome(self, outcome: Outcome, group: str) -> Entry:
        if outcome.id not in self._outcomes:
            self._outcomes[outcome.id] = self._outcome_entry(outcome, group)
        return self._outcomes[outcome.id]

    def _outcome_entry(self, outcome: Outcome, group: str) -> Entry:
        content = outcome.content
        label = label_of(content)
        first = content.accounts[0].evidence
        evidence = tuple(account.evidence for account in content.accounts)
        return Entry(
            item=Item(Kind.OUTCOME, outcome.id),
            label=label.text,
            tone=label.tone,
            claim=content.claim,
            meta=_joined(
                responsible_words(self._briefing, content),
                quantities_words(content),
                due_words(content.due),
                self._place(first),
                disagreement_words(content) if content.disputed else "",
                *_marks(evidence, outcome.review),
            ),
            proposed=outcome.review is Review.PROPOSED,
            evidence=first,
            group=_(group),
            ticked=content.ticked,
        )

    def _place(self, evidence: Evidence) -> str:
        return place_words(self._briefing, self._citations[evidence.id])


def _marks(evidence: Sequence[Evidence], review: Review) -> tuple[str, ...]:
    states = {each.state for each in evidence} - {EvidenceState.SAME, EvidenceState.MOVED}
    return (*sorted(_(STATES[state]) for state in states), _(REVIEWS[review]))


def _worth(line: Line, wanted: Filter) -> bool:
    if wanted.chip is Chip.UNANSWERED:
        return any(cell.unanswered for cell in line.cells)
    return wanted.chip is Chip.ALL or any(cell.entries for cell in line.cells)


def with_count(word: str, count: int) -> str:
    return f"{word} {format_number(count)}" if count else word


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
