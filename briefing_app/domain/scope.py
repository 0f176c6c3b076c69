"""How much of a Briefing is wanted: some issues, parties, documents or days, and only what is confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.arranging import (
    Places,
    asks,
    citations_of,
    columns_of,
    holders_of,
    stored,
)
from briefing_app.domain.briefing import Briefing, Cell, Row
from briefing_app.domain.document import DocumentId
from briefing_app.domain.evidence import Evidence
from briefing_app.domain.issue import IssueId
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.party import Party, PartyId
from briefing_app.domain.position import Position
from briefing_app.domain.retelling import (
    is_named,
    outcome_as_told,
    position_as_told,
    said_in,
    with_names_said,
)
from briefing_app.domain.review import Review


@dataclass(frozen=True)
class Scope:
    """What is wanted of a Briefing; where nothing is chosen of a kind, all of it is."""

    issues: tuple[IssueId, ...] = ()
    parties: tuple[PartyId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    since: date | None = None  # the documents' days, both ends included; one without a day is out
    until: date | None = None
    confirmed_only: bool = False
    notes: bool = True  # what the reader marked

    @property
    def chooses_subjects(self) -> bool:
        return bool(self.issues or self.parties)

    @property
    def chooses_sources(self) -> bool:
        return bool(self.documents or self.since or self.until)


def within(briefing: Briefing, scope: Scope) -> Briefing:
    """Leave in a Briefing only what the scope wants, its evidence numbered anew.

    No quote of a document that is not wanted stays, and nothing that it alone told: no claim, no figure
    and no party. An outcome for which nobody is named may be anyone's: choosing parties keeps it.
    Notes stay where they are on the words of what stays.
    """
    if scope == Scope():
        return briefing
    kept = _Narrowed(briefing, scope)
    citations = citations_of(kept.rows, kept.outcomes, kept.annotations, kept.places)
    return replace(
        briefing,
        columns=kept.columns,
        rows=kept.rows,
        outcomes=kept.outcomes,
        annotations=kept.annotations,
        documents=tuple(
            each
            for each in briefing.documents
            if each.id in kept.documents
            and (not scope.chooses_subjects or each.id in {c.document for c in citations})
        ),
        parties=tuple(kept.parties()),
        issues=kept.issues,
        citations=citations,
    )


@dataclass
class _Narrowed:
    """The parts of a Briefing that are left, each made of those before it."""

    whole: Briefing
    scope: Scope
    places: Places = field(init=False)
    documents: frozenset[DocumentId] = field(init=False)

    def __post_init__(self) -> None:
        scope, whole = self.scope, self.whole
        self.places = {stored(c.evidence): c.place for c in whole.citations}
        self.documents = frozenset(_documents(whole, scope))
        self.issues = tuple(i for i in whole.issues if not scope.issues or i.id in scope.issues)
        rows = [row for row in map(self._row, whole.rows) if row.issue in self.issues]
        self.columns = self._columns(rows)
        self.rows = tuple(row for row in map(self._in_columns, rows) if _holds(row))
        self.outcomes = tuple(kept for each in whole.outcomes if (kept := self._outcome(each)))
        self.annotations = tuple(self._annotations())
        self.named = frozenset(self._named())

    def parties(self) -> Iterator[Party]:
        """Go through the parties that are told of, each by the names that a chosen source has for it."""
        said = said_in(self._evidence())
        for each in self.whole.parties:
            if each.id in self.named:
                yield with_names_said(each, said) if self.scope.chooses_sources else each

    def _named(self) -> Iterator[PartyId]:
        """Go through the parties that what is left names."""
        yield from self.scope.parties
        yield from (each.id for each in self.columns)
        yield from holders_of(p for row in self.rows for cell in row.cells for p in cell.positions)
        for outcome in self.outcomes:
            yield from outcome.content.responsible

    def _position(self, position: Position) -> Position | None:
        content = position.content
        issues = self._chosen(content.issues)
        evidence = tuple(each for each in content.evidence if self._told(each))
        if not (issues and evidence and self._reviewed(position.review)):
            return None
        told = position_as_told(content, evidence)
        return replace(position, content=replace(told, issues=issues))

    def _outcome(self, outcome: Outcome) -> Outcome | None:
        content = outcome.content
        issues = self._chosen(content.issues)
        wanted = not (self.scope.parties and content.responsible) or (
            set(content.responsible) & set(self.scope.parties)
        )
        accounts = tuple(each for each in content.accounts if self._told(each.evidence))
        if not (issues and accounts and wanted and self._reviewed(outcome.review)):
            return None
        told = outcome_as_told(content, accounts, self.whole.parties)
        return replace(outcome, content=replace(told, issues=issues))

    def _row(self, row: Row) -> Row:
        """Leave out of a row what is not wanted, whoever holds it."""
        held = [
            tuple(kept for each in cell.positions if (kept := self._position(each)))
            for cell in row.cells
        ]
        asked = any(asks(each) for positions in held for each in positions)
        cells = (
            Cell(cell.party, positions, unanswered=cell.unanswered and asked)
            for cell, positions in zip(row.cells, held, strict=True)
        )
        return Row(row.issue, tuple(cells))

    def _columns(self, rows: list[Row]) -> tuple[Party, ...]:
        """Keep the columns of whoever is wanted; a party of which no chosen source speaks is not told of."""
        positions = [each for row in rows for cell in row.cells for each in cell.positions]
        wanted, holders = self.scope.parties, holders_of(positions)
        said = said_in(evidence for each in positions for evidence in each.content.evidence)
        return tuple(
            each
            for each in columns_of(self.whole.columns, positions)
            if not wanted or each.id in wanted
            if not self.scope.chooses_sources
            or each.id in {*holders, *wanted}
            or is_named(each, said)
        )

    def _in_columns(self, row: Row) -> Row:
        parties = {each.id for each in self.columns}
        return Row(row.issue, tuple(each for each in row.cells if each.party in parties))

    def _annotations(self) -> Iterator[Annotation]:
        for each in self.whole.annotations if self.scope.notes else ():
            if self._told(each.evidence) and (
                not self.scope.chooses_subjects or self._is_on_what_stays(each.evidence)
            ):
                yield each

    def _is_on_what_stays(self, words: Evidence) -> bool:
        return any(
            words.version == other.version and words.span.overlaps(other.span)
            for other in self._evidence()
        )

    def _evidence(self) -> Iterator[Evidence]:
        for row in self.rows:
            for cell in row.cells:
                for position in cell.positions:
                    yield from position.content.evidence
        for outcome in self.outcomes:
            yield from (account.evidence for account in outcome.content.accounts)

    def _chosen(self, issues: tuple[IssueId, ...]) -> tuple[IssueId, ...]:
        return tuple(each for each in issues if not self.scope.issues or each in self.scope.issues)

    def _told(self, evidence: Evidence) -> bool:
        place = self.places.get(stored(evidence))
        return place is not None and place[0] in self.documents

    def _reviewed(self, review: Review) -> bool:
        return not (self.scope.confirmed_only and review is Review.PROPOSED)


def _holds(row: Row) -> bool:
    return any(cell.positions for cell in row.cells)


def _documents(briefing: Briefing, scope: Scope) -> Iterator[DocumentId]:
    dated = bool(scope.since or scope.until)
    for each in briefing.documents:
        chosen = not scope.documents or each.id in scope.documents
        if chosen and (not dated or _in_time(each.date, scope)):
            yield each.id


def _in_time(day: date | None, scope: Scope) -> bool:
    return day is not None and (scope.since or day) <= day <= (scope.until or day)
