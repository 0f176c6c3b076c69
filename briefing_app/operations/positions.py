"""Positions that the reader makes, changes and removes by hand."""

from briefing_app.domain.changes import Changes
from briefing_app.domain.position import Position, PositionContent, PositionId
from briefing_app.domain.review import Review
from briefing_app.language import _
from briefing_app.operations.naming import position_name
from briefing_app.store import Store
from briefing_app.store.positions import insert_position, update_position


def add_position(store: Store, content: PositionContent) -> Changes:
    name = _("Add {what}").format(what=position_name(store, content))
    with store.operation(name) as operation:
        insert_position(operation.db, content, Review.CONFIRMED)
    return operation.changes


def change_position(store: Store, position: PositionId, content: PositionContent) -> Changes:
    """Write what the reader makes of a position; what was proposed is corrected by that."""
    stored = store.position(position)
    with store.operation(
        _("Change {what}").format(what=position_name(store, content))
    ) as operation:
        if content != stored.content:
            update_position(operation.db, Position(position, content, corrected(stored.review)))
    return operation.changes


def corrected(review: Review) -> Review:
    """Return the review of what the reader has changed."""
    return Review.CORRECTED if review is Review.PROPOSED else review
