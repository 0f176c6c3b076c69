"""The reader's word on what was proposed."""

from dataclasses import replace

from briefing_app.domain.changes import Changes
from briefing_app.domain.outcome import OutcomeId
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import PositionId
from briefing_app.domain.review import Review
from briefing_app.language import _
from briefing_app.operations.naming import outcome_name, position_name
from briefing_app.store import Store
from briefing_app.store.journal import Recording
from briefing_app.store.outcomes import review_outcome
from briefing_app.store.parties import update_party
from briefing_app.store.positions import review_position


def confirm_position(store: Store, position: PositionId) -> Changes:
    """Take a position over as the reader's own, and the parties that hold it."""
    content = store.position(position).content
    what = position_name(store, content)
    with store.operation(_("Confirm {what}").format(what=what)) as operation:
        review_position(operation.db, position, Review.CONFIRMED)
        _confirm_parties(store, operation, set(content.holders))
    return operation.changes


def dismiss_position(store: Store, position: PositionId) -> Changes:
    """Set a position aside; it is not proposed again."""
    what = position_name(store, store.position(position).content)
    with store.operation(_("Dismiss {what}").format(what=what)) as operation:
        review_position(operation.db, position, Review.DISMISSED)
    return operation.changes


def confirm_outcome(store: Store, outcome: OutcomeId) -> Changes:
    """Take an outcome over as the reader's own, and the parties that must act."""
    content = store.outcome(outcome).content
    with store.operation(_("Confirm {what}").format(what=outcome_name(content))) as operation:
        review_outcome(operation.db, outcome, Review.CONFIRMED)
        _confirm_parties(store, operation, set(content.responsible))
    return operation.changes


def dismiss_outcome(store: Store, outcome: OutcomeId) -> Changes:
    """Set an outcome aside; it is not proposed again."""
    what = outcome_name(store.outcome(outcome).content)
    with store.operation(_("Dismiss {what}").format(what=what)) as operation:
        review_outcome(operation.db, outcome, Review.DISMISSED)
    return operation.changes


def confirm_all(store: Store) -> Changes:
    """Confirm everything that is still proposed."""
    with store.operation(_("Confirm all proposals")) as operation:
        for position in store.positions():
            if position.review is Review.PROPOSED:
                review_position(operation.db, position.id, Review.CONFIRMED)
        for outcome in store.outcomes():
            if outcome.review is Review.PROPOSED:
                review_outcome(operation.db, outcome.id, Review.CONFIRMED)
        _confirm_parties(store, operation, {party.id for party in store.parties()})
    return operation.changes


def _confirm_parties(store: Store, operation: Recording, parties: set[PartyId]) -> None:
    for party in store.parties():
        if party.id in parties and party.review is Review.PROPOSED:
            update_party(operation.db, replace(party, review=Review.CONFIRMED))
