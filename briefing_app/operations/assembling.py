"""Reading the Briefing of a dossier: what the views and every export show."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.briefing import Briefing, Cell, Citation, Row
from briefing_app.domain.document import Document, Place
from briefing_app.domain.evidence import Evidence, EvidenceId
from briefing_app.domain.issue import Issue, IssueId
from briefing_app.domain.labels import STATUS_GROUPS
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.party import Party, Role
from briefing_app.domain.position import Position, Stance
from briefing_app.domain.review import Review
from briefing_app.operations.contents import evidence_of
from briefing_app.store import Store

_ASKS = {Stance.DEMANDS, Stance.PROPOSES, Stance.OFFERS}
_PLACE_OF_STATUS = {
    status: place
    for place, status in enumerate(status for _name, group in STATUS_GROUPS for status in group)
}
_Row = TypeVar("_Row", Position, Outcome)
_Places = dict[EvidenceId, Place]


def assemble(
    store: Store, *, confirmed_only: bool = False, made: datetime | None = None
) -> Briefing:
    """Read everything that is not dismissed; with `confirmed_only`, nothing that is still proposed."""
    documents, parties, issues = store.documents(), store.parties(), store.issues()
    annotations, places = store.annotations(), store.places()
    positions = _in_place(_kept(store.positions(), confirmed_only), documents, places)
    outcomes = _in_place(_kept(store.outcomes(), confirmed_only), documents, places)
    outcomes.sort(key=lambda outcome: _PLACE_OF_STATUS[outcome.content.status])
    columns = _columns(parties, positions)
    rows = _rows(columns, issues, positions)
    return Briefing(
        title=store.title,
        made=made or datetime.now(UTC),
        columns=columns,
        rows=rows,
        outcomes=tuple(outcomes),
        annotations=annotations,
        documents=documents,
        parties=parties,
        issues=issues,
        citations=_citations(_cited(rows, outcomes, annotations), places),
    )


def _kept(rows: Iterable[_Row], confirmed_only: bool) -> list[_Row]:  # noqa: FBT001 (handed through)
    return [row for row in rows if not (confirmed_only and row.review is Review.PROPOSED)]


def _in_place(rows: Iterable[_Row], documents: Sequence[Document], places: _Places) -> list[_Row]:
    """Put rows in the order of the documents, then of the words they rest on."""
    order = {document.id: index for index, document in enumerate(documents)}

    def place(row: _Row) -> tuple[int, int, int]:
        evidence = evidence_of(row.content)[0]
        return order[places[_stored(evidence)].document], evidence.span.start, row.id

    return sorted(rows, key=place)


def _columns(parties: Sequence[Party], positions: Sequence[Position]) -> tuple[Party, ...]:
    holders = {position.content.party for position in positions}
    return tuple(party for party in parties if party.role is Role.PARTY or party.id in holders)


def _rows(
    columns: Sequence[Party], issues: Sequence[Issue], positions: Sequence[Position]
) -> tuple[Row, ...]:
    held: dict[IssueId, list[Position]] = defaultdict(list)
    for position in positions:
        for issue in position.content.issues:
            held[issue].append(position)
    return tuple(
        Row(issue, tuple(_cell(party, held[issue.id]) for party in columns))
        for issue in issues
        if issue.id in held
    )


def _cell(party: Party, held: Sequence[Position]) -> Cell:
    """Make the cell of a party on an issue, of all that is held there."""
    own = tuple(position for position in held if position.content.party == party.id)
    asked = any(position.content.stance in _ASKS for position in held)
    return Cell(party.id, own, unanswered=asked and not own and party.role is Role.PARTY)


def _cited(
    rows: Iterable[Row], outcomes: Iterable[Outcome], annotations: Iterable[Annotation]
) -> Iterator[Evidence]:
    for row in rows:
        for cell in row.cells:
            for position in cell.positions:
                yield from position.content.evidence
    for outcome in outcomes:
        yield from evidence_of(outcome.content)
    for annotation in annotations:
        yield annotation.evidence


def _citations(cited: Iterable[Evidence], places: _Places) -> tuple[Citation, ...]:
    once = {_stored(evidence): evidence for evidence in cited}
    return tuple(
        Citation(number, evidence, *places[key])
        for number, (key, evidence) in enumerate(once.items(), start=1)
    )


def _stored(evidence: Evidence) -> EvidenceId:
    assert evidence.id is not None, "evidence read from a store has an id"
    return evidence.id
