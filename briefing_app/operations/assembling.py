"""Reading the Briefing of a dossier: what the views and every export show."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from briefing_app.domain.arranging import Places, citations_of, columns_of, rows_of, stored
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import Document
from briefing_app.domain.labels import STATUS_GROUPS
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.position import Position
from briefing_app.operations.contents import evidence_of
from briefing_app.store import Store

_PLACE_OF_STATUS = {
    status: place
    for place, status in enumerate(status for _name, group in STATUS_GROUPS for status in group)
}
_Row = TypeVar("_Row", Position, Outcome)


def assemble(store: Store, *, made: datetime | None = None) -> Briefing:
    """Read everything that is not dismissed, as it stands at one moment."""
    with store.snapshot():
        return _assemble(store, made or datetime.now(UTC))


def _assemble(store: Store, made: datetime) -> Briefing:
    documents, parties, issues = store.documents(), store.parties(), store.issues()
    annotations, places = store.annotations(), store.places()
    positions = _in_place(store.positions(), documents, places)
    outcomes = _in_place(store.outcomes(), documents, places)
    outcomes.sort(key=lambda outcome: _PLACE_OF_STATUS[outcome.content.status])
    columns = columns_of(parties, positions)
    rows = rows_of(columns, issues, positions)
    return Briefing(
        title=store.title,
        made=made,
        columns=columns,
        rows=rows,
        outcomes=tuple(outcomes),
        annotations=annotations,
        documents=documents,
        parties=parties,
        issues=issues,
        citations=citations_of(rows, outcomes, annotations, places),
    )


def _in_place(rows: Iterable[_Row], documents: Sequence[Document], places: Places) -> list[_Row]:
    """Put rows in the order of the documents, then of the words they rest on."""
    order = {document.id: index for index, document in enumerate(documents)}

    def place(row: _Row) -> tuple[int, int, int]:
        evidence = evidence_of(row.content)[0]
        return order[places[stored(evidence)].document], evidence.span.start, row.id

    return sorted(rows, key=place)
