"""Outcomes that the reader makes, changes, ticks off and removes by hand."""

from briefing_app.domain.changes import Changes
from briefing_app.domain.outcome import Outcome, OutcomeContent, OutcomeId
from briefing_app.domain.review import Review
from briefing_app.language import _
from briefing_app.operations.naming import outcome_name
from briefing_app.operations.positions import corrected
from briefing_app.store import Store
from briefing_app.store import outcomes as rows


def add_outcome(store: Store, content: OutcomeContent) -> Changes:
    with store.operation(_("Add {what}").format(what=outcome_name(content))) as operation:
        rows.insert_outcome(operation.db, content, Review.CONFIRMED)
    return operation.changes


def change_outcome(store: Store, outcome: OutcomeId, content: OutcomeContent) -> Changes:
    """Write what the reader makes of an outcome; what was proposed is corrected by that."""
    stored = store.outcome(outcome)
    with store.operation(_("Change {what}").format(what=outcome_name(content))) as operation:
        if content != stored.content:
            rows.update_outcome(operation.db, Outcome(outcome, content, corrected(stored.review)))
    return operation.changes


def tick_outcome(store: Store, outcome: OutcomeId, *, ticked: bool) -> Changes:
    """Tick an outcome off as settled, or take the tick back."""
    what = outcome_name(store.outcome(outcome).content)
    name = _("Tick {what}") if ticked else _("Untick {what}")
    with store.operation(name.format(what=what)) as operation:
        rows.tick_outcome(operation.db, outcome, ticked=ticked)
    return operation.changes
