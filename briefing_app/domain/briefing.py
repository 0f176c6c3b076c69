"""The read-only picture of a dossier that the views and every export read, so that they cannot differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.document import Document, DocumentId, Place, Spot
from briefing_app.domain.evidence import Evidence, EvidenceId
from briefing_app.domain.issue import Issue, IssueId
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.party import Party, PartyId
from briefing_app.domain.position import Position


@dataclass(frozen=True)
class Citation:
    """A numbered piece of evidence and where it stands."""

    number: int  # from 1, in the order of the matrix, then the checklist, then the notes
    evidence: Evidence
    document: DocumentId
    paragraph: int  # from 1
    page: int | None = (
        None  # on which that paragraph begins, from 1; None where its document has no pages
    )

    @property
    def spot(self) -> Spot:
        return Spot(self.paragraph, self.page)

    @property
    def place(self) -> Place:
        return Place(self.document, *self.spot)


@dataclass(frozen=True)
class Cell:
    """What one party holds on one issue. Empty where it is silent."""

    party: PartyId
    positions: tuple[Position, ...]
    unanswered: bool = False  # another party asks something of it here, and it has not answered


@dataclass(frozen=True)
class Row:
    """One issue across the parties, in the order of the briefing's columns."""

    issue: Issue
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Briefing:
    """Everything that is known of a dossier and not dismissed, in the order in which it is shown."""

    title: str
    made: datetime
    columns: tuple[Party, ...]  # the parties that have a column in the matrix
    rows: tuple[Row, ...]  # the issues on which anything is held, by their order
    outcomes: tuple[Outcome, ...]  # grouped by status, in the statuses' order
    annotations: tuple[Annotation, ...]  # by document, then place
    documents: tuple[Document, ...]  # by date, the newest first
    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    citations: tuple[Citation, ...]

    @property
    def positions(self) -> tuple[Position, ...]:
        """Return every position once, though one on two issues stands in two rows."""
        held = {p.id: p for row in self.rows for cell in row.cells for p in cell.positions}
        return tuple(held.values())

    @property
    def unanswered(self) -> int:
        """Count the answers that are waited for: a party's on an issue, and each that is an outcome."""
        silent = sum(cell.unanswered for row in self.rows for cell in row.cells)
        return silent + sum(each.content.awaited for each in self.outcomes)

    @cached_property
    def numbers(self) -> Mapping[EvidenceId | None, int]:
        """Return the number of each piece of evidence that has one."""
        return {each.evidence.id: each.number for each in self.citations}

    def party(self, party: PartyId) -> Party:
        return self._parties[party]

    def issue(self, issue: IssueId) -> Issue:
        return self._issues[issue]

    def document(self, document: DocumentId) -> Document:
        return self._documents[document]

    def citation(self, evidence: EvidenceId) -> Citation:
        return self.cited[evidence]

    @cached_property
    def cited(self) -> Mapping[EvidenceId | None, Citation]:
        """The citations by their evidence."""
        return {each.evidence.id: each for each in self.citations}

    @cached_property
    def _parties(self) -> Mapping[PartyId, Party]:
        return {each.id: each for each in self.parties}

    @cached_property
    def _issues(self) -> Mapping[IssueId, Issue]:
        return {each.id: each for each in self.issues}

    @cached_property
    def _documents(self) -> Mapping[DocumentId, Document]:
        return {each.id: each for each in self.documents}
