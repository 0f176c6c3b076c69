"""What the reader adds, changes and removes by hand: positions, outcomes, annotations, documents."""

from dataclasses import replace
from datetime import date

import pytest

from briefing_app.domain.annotation import Colour
from briefing_app.domain.changes import Touched
from briefing_app.domain.document import Particulars
from briefing_app.domain.outcome import Account, Quantity, Status
from briefing_app.domain.position import Stance
from briefing_app.domain.review import Review
from briefing_app.operations.annotating import (
    add_annotation,
    change_annotation,
    remove_annotation,
)
from briefing_app.operations.documents import change_document, remove_document
from briefing_app.operations.dossiers import rename_dossier
from briefing_app.operations.history import undo
from briefing_app.operations.outcomes import (
    add_outcome,
    change_outcome,
    tick_outcome,
)
from briefing_app.operations.positions import add_position, change_position
from briefing_app.store.outcomes import delete_outcome
from briefing_app.store.positions import delete_position
from tests.store.builders import (
    STORY,
    a_document,
    a_dossier,
    a_party,
    a_position,
    an_outcome,
    evidence_at,
)


@pytest.fixture
def store(tmp_path):
    with a_dossier(tmp_path) as store:
        yield store


@pytest.fixture
def document(store):
    return a_document(store)


def rows_of_evidence(store):
    with store.operation("Look") as operation:
        return operation.db.execute("SELECT count(*) FROM evidence").fetchone()[0]


def test_a_position_made_by_hand_is_confirmed(store, document):
    party = a_party(store)
    add_position(store, a_position(store, party.id, evidence_at(store, document, "Russia")))
    assert store.positions()[0].review is Review.CONFIRMED


def test_a_change_swaps_the_evidence_and_leaves_nothing_behind(store, document):
    party = a_party(store)
    first, second = (evidence_at(store, document, each) for each in ("Russia", "ceasefire"))
    add_position(store, a_position(store, party.id, first))
    position = store.positions()[0]
    kept = position.content.evidence[0]
    content = replace(position.content, stance=Stance.OFFERS, evidence=(second, kept))
    changes = change_position(store, position.id, content)
    read = store.position(position.id)
    assert changes.name == "Change Russia: offers ceasefire, truce or pause"
    assert [each.quote.exact for each in read.content.evidence] == ["ceasefire", "Russia"]
    assert read.content.evidence[1] == kept
    assert read.review is Review.CONFIRMED
    change_position(store, position.id, replace(content, evidence=(second,)))
    assert rows_of_evidence(store) == 1


def test_evidence_whose_span_was_edited_is_checked_anew(store, document):
    party = a_party(store)
    add_position(store, a_position(store, party.id, evidence_at(store, document, "Russia")))
    position = store.positions()[0]
    wrong = replace(position.content.evidence[0], quote=evidence_at(store, document, "end").quote)
    with pytest.raises(ValueError, match="does not say so"):
        change_position(store, position.id, replace(position.content, evidence=(wrong,)))
    assert store.position(position.id) == position


def test_a_change_to_the_same_changes_nothing(store, document):
    party = a_party(store)
    add_position(store, a_position(store, party.id, evidence_at(store, document, "Russia")))
    add_outcome(store, an_outcome(store, evidence_at(store, document, "bodies")))
    position, outcome = store.positions()[0], store.outcomes()[0]
    assert not change_position(store, position.id, position.content)
    assert not change_outcome(store, outcome.id, outcome.content)


def test_a_deleted_position_leaves_no_evidence_and_comes_back(store, document):
    party = a_party(store)
    evidence = [evidence_at(store, document, each) for each in ("Russia", "ceasefire")]
    add_position(store, a_position(store, party.id, *evidence))
    position = store.positions()[0]
    with store.operation("Delete") as operation:
        delete_position(operation.db, position.id)
    assert store.positions() == ()
    assert rows_of_evidence(store) == 0
    undo(store)
    assert store.positions() == (position,)


def test_an_outcome_is_added_changed_ticked_and_deleted(store, document):
    evidence = evidence_at(store, document, "6,000 bodies")
    assert add_outcome(store, an_outcome(store, evidence)).name == "Add exchange of bodies"
    outcome = store.outcomes()[0]
    twelve = Account(
        Status.AGREED, evidence_at(store, document, "bodies"), (Quantity(12_000, "bodies"),)
    )
    six = replace(outcome.content.accounts[0], quantities=(Quantity(6000, "bodies"),))
    change_outcome(store, outcome.id, replace(outcome.content, accounts=(six, twelve)))
    assert store.outcome(outcome.id).content.disputed
    assert tick_outcome(store, outcome.id, ticked=True).name == "Tick exchange of bodies"
    assert store.outcome(outcome.id).content.ticked
    assert tick_outcome(store, outcome.id, ticked=False).name == "Untick exchange of bodies"
    assert not store.outcome(outcome.id).content.ticked
    accounts = store.outcome(outcome.id).content.accounts
    change_outcome(
        store, outcome.id, replace(store.outcome(outcome.id).content, claim="exchange", due=None)
    )
    assert store.outcome(outcome.id).content.accounts == accounts
    with store.operation("Delete") as operation:
        delete_outcome(operation.db, outcome.id)
    assert store.outcomes() == ()
    assert rows_of_evidence(store) == 0


def test_an_annotation_is_added_changed_and_removed(store, document):
    evidence = evidence_at(store, document, "6,000 bodies")
    changes = add_annotation(store, evidence, colour=Colour.YELLOW, tags=("count",))
    assert changes.name == "Mark “6,000 bodies”"
    first = store.annotations()[0]
    assert (first.note, first.tags) == ("", ("count",))
    assert changes.ids(Touched.ANNOTATIONS) == (first.id,)
    change_annotation(store, first.id, note="or *12,000*?")
    second = store.annotations()[0]
    assert (second.note, second.tags) == ("or *12,000*?", ("count",))
    assert (second.colour, second.created) == (Colour.YELLOW, first.created)
    assert second.modified > first.modified
    change_annotation(store, first.id, colour=Colour.PINK, tags=())
    assert (store.annotations()[0].colour, store.annotations()[0].tags) == (Colour.PINK, ())
    assert not change_annotation(store, first.id, colour=Colour.PINK)
    remove_annotation(store, first.id)
    assert store.annotations() == ()
    assert rows_of_evidence(store) == 0


def test_a_document_can_be_told_better(store, document):
    told = Particulars("Istanbul", "Wire", "Jane", None, "en", "https://example.org/1")
    changes = change_document(store, document.id, told)
    assert changes.name == "Change Istanbul"
    assert store.document(document.id) == replace(document, **vars(told))


def test_a_document_takes_with_it_what_rests_on_it_alone(store, document):
    other = a_document(store, "Later: " + STORY, date=date(2025, 7, 1))
    party = a_party(store)
    here, there = (evidence_at(store, each, "Russia rejected") for each in (document, other))
    add_position(store, a_position(store, party.id, here, claim="only here"))
    add_position(store, a_position(store, party.id, here, there, claim="in both"))
    add_outcome(store, an_outcome(store, here, claim="only here"))
    accounts = (Account(Status.AGREED, here), Account(Status.DONE, there))
    add_outcome(store, an_outcome(store, here, claim="in both", accounts=accounts))
    add_annotation(store, here, colour=Colour.BLUE)
    before = (store.positions(), store.outcomes(), store.annotations(), store.documents())

    remove_document(store, document.id)
    assert store.documents() == (other,)
    (position,), (outcome,) = store.positions(), store.outcomes()
    assert (position.content.claim, outcome.content.claim) == ("in both", "in both")
    assert [each.version for each in position.content.evidence] == [other.version]
    assert [each.status for each in outcome.content.accounts] == [Status.DONE]
    assert store.annotations() == ()
    assert store.problems() == ()

    undo(store)
    assert (store.positions(), store.outcomes(), store.annotations(), store.documents()) == before


def test_long_names_are_cut_for_the_menu(store):
    name = rename_dossier(store, "Geneva").name
    assert name == "Rename the dossier to Geneva"
    document = a_document(store, "A " + "very " * 30 + "long title")
    assert remove_document(store, document.id).name == "Remove A " + "very " * 11 + "ve…"
