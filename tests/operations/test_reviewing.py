import pytest

from briefing_app.domain.changes import Touched
from briefing_app.domain.party import Party, PartyId
from briefing_app.domain.review import Review
from briefing_app.operations.reviewing import (
    confirm_all,
    confirm_outcome,
    confirm_position,
    dismiss_outcome,
    dismiss_position,
)
from briefing_app.store.outcomes import insert_outcome
from briefing_app.store.parties import insert_party
from briefing_app.store.positions import insert_position
from tests.store.builders import a_document, a_dossier, a_position, an_outcome, evidence_at


@pytest.fixture
def store(tmp_path):
    """A dossier in which everything is proposed."""
    with a_dossier(tmp_path) as store:
        evidence = evidence_at(store, a_document(store), "ceasefire")
        with store.operation("Propose") as operation:
            proposed = Party(PartyId(0), "Russia", review=Review.PROPOSED)
            party = insert_party(operation.db, proposed)
            insert_position(operation.db, a_position(store, party, evidence), Review.PROPOSED)
            outcome = an_outcome(store, evidence, responsible=(party,))
            insert_outcome(operation.db, outcome, Review.PROPOSED)
        yield store


def test_confirming_a_position_confirms_who_holds_it(store):
    changes = confirm_position(store, store.positions()[0].id)
    assert changes.name == "Confirm Russia: rejects ceasefire, truce or pause"
    assert changes.touched == {Touched.POSITIONS, Touched.PARTIES}
    assert store.positions()[0].review is Review.CONFIRMED
    assert store.parties()[0].review is Review.CONFIRMED


def test_confirming_an_outcome_confirms_who_must_act(store):
    changes = confirm_outcome(store, store.outcomes()[0].id)
    assert changes.name == "Confirm exchange of bodies"
    assert store.outcomes()[0].review is Review.CONFIRMED
    assert store.parties()[0].review is Review.CONFIRMED


def test_what_is_dismissed_is_kept_out_of_sight(store):
    assert dismiss_position(store, store.positions()[0].id).touched == {Touched.POSITIONS}
    assert dismiss_outcome(store, store.outcomes()[0].id).name == "Dismiss exchange of bodies"
    assert (store.positions(), store.outcomes()) == ((), ())
    assert store.positions(dismissed=True)[0].review is Review.DISMISSED
    assert store.outcomes(dismissed=True)[0].review is Review.DISMISSED


def test_all_can_be_confirmed_at_once_but_what_is_dismissed(store):
    dismiss_outcome(store, store.outcomes()[0].id)
    changes = confirm_all(store)
    assert changes.rows == {
        (Touched.POSITIONS, store.positions()[0].id),
        (Touched.PARTIES, store.parties()[0].id),
    }
    assert store.outcomes() == ()
    assert not confirm_all(store)


def test_all_confirms_outcomes_too(store):
    assert confirm_all(store).touched == {Touched.POSITIONS, Touched.OUTCOMES, Touched.PARTIES}
    assert store.outcomes()[0].review is Review.CONFIRMED


def test_a_second_confirmation_changes_nothing(store):
    position = store.positions()[0].id
    confirm_position(store, position)
    assert not confirm_position(store, position)
