from dataclasses import replace

import pytest

from briefing_app.domain.party import Role
from briefing_app.errors import BriefingError
from briefing_app.operations.history import undo
from briefing_app.operations.outcomes import add_outcome
from briefing_app.operations.parties import (
    add_party,
    change_party,
    merge_parties,
    order_parties,
    remove_party,
)
from briefing_app.operations.positions import add_position
from tests.store.builders import (
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


def test_each_party_gets_the_next_free_colour(store):
    for name, colour in (("One", None), ("Two", 2), ("Three", None), ("Four", None)):
        add_party(store, name, colour=colour)
    assert [party.colour for party in store.parties()] == [0, 2, 1, 3]
    remove_party(store, store.parties()[0].id)
    assert a_party(store, "Five").colour == 0


def test_a_party_is_changed_and_ordered(store):
    one, two = a_party(store, "One"), a_party(store, "Two")
    change_party(store, replace(two, name="Deux", aliases=("Two",), role=Role.MEDIATOR))
    order_parties(store, [two.id, one.id])
    names = [(party.name, party.aliases, party.role) for party in store.parties()]
    assert names == [("Deux", ("Two",), Role.MEDIATOR), ("One", (), Role.PARTY)]


def test_a_merge_moves_all_and_keeps_every_name(store):
    document = a_document(store)
    kept, merged = a_party(store, "Ukraine", aliases=("Kyiv",)), a_party(store, "Kiev")
    evidence = evidence_at(store, document, "Ukraine")
    add_position(store, a_position(store, merged.id, evidence))
    add_outcome(store, an_outcome(store, evidence, responsible=(merged.id, kept.id)))
    add_outcome(store, an_outcome(store, evidence, responsible=(merged.id,)))
    changes = merge_parties(store, kept.id, merged.id)
    assert changes.name == "Merge Kiev into Ukraine"
    assert store.parties() == (replace(kept, aliases=("Kyiv", "Kiev")),)
    assert store.positions()[0].content.party == kept.id
    assert [outcome.content.responsible for outcome in store.outcomes()] == [(kept.id,)] * 2


def test_of_a_joint_position_the_merged_holder_is_named_once(store):
    document = a_document(store)
    kept, merged = a_party(store, "Ukraine"), a_party(store, "Kiev")
    other = a_party(store, "Russia")
    evidence = evidence_at(store, document, "Ukraine")
    for party, *also in (
        (kept, merged),
        (merged, kept, other),
        (other, merged),
        (other, merged, kept),
    ):
        together = tuple(each.id for each in also)
        add_position(store, a_position(store, party.id, evidence, also_party=together))
    merge_parties(store, kept.id, merged.id)
    assert [each.content.holders for each in store.positions()] == [
        (kept.id,),
        (kept.id, other.id),
        (other.id, kept.id),
        (other.id, kept.id),
    ]
    undo(store)
    assert [len(each.content.holders) for each in store.positions()] == [2, 3, 2, 3]


def test_who_only_holds_something_with_others_is_not_removed(store):
    document = a_document(store)
    first, second = a_party(store, "Ukraine"), a_party(store, "Russia")
    evidence = evidence_at(store, document, "Ukraine")
    add_position(store, a_position(store, first.id, evidence, also_party=(second.id,)))
    with pytest.raises(BriefingError, match="Russia cannot be removed"):
        remove_party(store, second.id)


def test_a_party_is_not_merged_with_itself(store):
    party = a_party(store)
    with pytest.raises(BriefingError, match="cannot be merged with itself"):
        merge_parties(store, party.id, party.id)


def test_a_party_that_anything_rests_on_stays(store):
    document, holder, actor = a_document(store), a_party(store), a_party(store, "Ukraine")
    evidence = evidence_at(store, document, "Ukraine")
    add_position(store, a_position(store, holder.id, evidence))
    add_outcome(store, an_outcome(store, evidence, responsible=(actor.id,)))
    for party in (holder, actor):
        with pytest.raises(BriefingError, match=f"{party.name} cannot be removed while"):
            remove_party(store, party.id)
    assert len(store.parties()) == 2
