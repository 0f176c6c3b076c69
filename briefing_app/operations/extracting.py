"""Storing what was proposed for a document, beside what the reader has already decided."""

from collections.abc import Sequence
from typing import TypeVar

from briefing_app.domain.changes import Changes
from briefing_app.domain.document import DocumentId
from briefing_app.domain.evidence import VersionId
from briefing_app.domain.outcome import Outcome, OutcomeContent
from briefing_app.domain.position import Position, PositionContent
from briefing_app.domain.proposals import Proposals
from briefing_app.domain.review import Review
from briefing_app.language import _
from briefing_app.operations.contents import Contents, evidence_of, is_settled, unstored
from briefing_app.operations.naming import short
from briefing_app.operations.party_names import PartyNames
from briefing_app.store import Store
from briefing_app.store.journal import Recording
from briefing_app.store.outcomes import delete_outcome, insert_outcome
from briefing_app.store.positions import delete_position, insert_position

_Content = TypeVar("_Content", PositionContent, OutcomeContent)
_Row = TypeVar("_Row", Position, Outcome)


def record_proposals(store: Store, version: VersionId, proposals: Proposals) -> Changes:
    """Replace what is still only proposed for the version's document; what the reader decided stays."""
    stored = store.version(version)
    document = store.document(stored.document)
    with store.operation(_("Propose for {what}").format(what=short(document.title))) as operation:
        parties = PartyNames(operation, store.parties())
        for party in proposals.parties:
            parties.meet(party)
        contents = Contents(operation, stored, document.date, parties, store.issues())
        _replace_positions(store, operation, document.id, contents.positions(proposals))
        _replace_outcomes(store, operation, document.id, contents.outcomes(proposals))
    return operation.changes


def _replace_positions(
    store: Store, operation: Recording, document: DocumentId, wanted: list[PositionContent]
) -> None:
    here = _of_document(store, store.positions(dismissed=True), document)
    proposed = {each.id: unstored(each.content) for each in here if _is_open(each)}
    reviewed = [each for each in here if not _is_open(each)]
    for position, content in proposed.items():
        if content not in wanted:
            delete_position(operation.db, position)
    for content in _fresh(wanted, list(proposed.values())):
        if not any(is_settled(content, each) for each in reviewed):
            insert_position(operation.db, content, Review.PROPOSED)


def _replace_outcomes(
    store: Store, operation: Recording, document: DocumentId, wanted: list[OutcomeContent]
) -> None:
    here = _of_document(store, store.outcomes(dismissed=True), document)
    proposed = {each.id: unstored(each.content) for each in here if _is_open(each)}
    reviewed = [each for each in here if not _is_open(each)]
    for outcome, content in proposed.items():
        if content not in wanted:
            delete_outcome(operation.db, outcome)
    for content in _fresh(wanted, list(proposed.values())):
        if not any(is_settled(content, each) for each in reviewed):
            insert_outcome(operation.db, content, Review.PROPOSED)


def _fresh(wanted: list[_Content], proposed: list[_Content]) -> list[_Content]:
    """Return each of what is wanted once, without what is proposed already: that stays in its place."""
    return [
        content
        for index, content in enumerate(wanted)
        if content not in proposed and content not in wanted[:index]
    ]


def _of_document(store: Store, rows: Sequence[_Row], document: DocumentId) -> list[_Row]:
    places = store.places()
    return [
        row
        for row in rows
        if (evidence := evidence_of(row.content)[0].id) and places[evidence][0] == document
    ]


def _is_open(row: Position | Outcome) -> bool:
    return row.review is Review.PROPOSED
