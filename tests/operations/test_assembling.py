from datetime import UTC, date, datetime

import pytest

from briefing_app.domain.annotation import Colour
from briefing_app.domain.outcome import Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.domain.review import Review
from briefing_app.domain.scope import Scope, within
from briefing_app.operations.annotating import add_annotation
from briefing_app.operations.assembling import assemble
from briefing_app.operations.outcomes import add_outcome
from briefing_app.operations.parties import change_party, order_parties
from briefing_app.operations.positions import add_position
from briefing_app.operations.reviewing import dismiss_outcome, dismiss_position
from briefing_app.store.positions import insert_position
from tests.store.builders import (
    STORY,
    a_document,
    a_dossier,
    a_party,
    a_position,
    an_outcome,
    evidence_at,
    issue_id,
)

NOON = datetime(2025, 6, 2, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with a_dossier(tmp_path) as store:
        yield store


@pytest.fixture
def document(store):
    return a_document(store)


def test_an_empty_dossier_has_an_empty_briefing(store):
    briefing = assemble(store, made=NOON)
    assert (briefing.title, briefing.made) == ("Talks", NOON)
    assert (briefing.columns, briefing.rows, briefing.outcomes, briefing.citations) == ((),) * 4
    assert len(briefing.issues) == 41


def test_the_columns_are_the_parties_and_whoever_else_holds_anything(store, document):
    parties = {role: a_party(store, role.value, role=role) for role in Role}
    evidence = evidence_at(store, document, "ceasefire")
    add_position(store, a_position(store, parties[Role.MEDIATOR].id, evidence))
    order_parties(store, [parties[Role.MEDIATOR].id, parties[Role.PARTY].id])
    briefing = assemble(store)
    assert {party.name for party in briefing.columns} == {"party", "mediator"}
    assert len(briefing.parties) == 4


def test_the_rows_are_the_issues_with_positions_in_their_order(store, document):
    party = a_party(store)
    evidence = evidence_at(store, document, "ceasefire")
    both = (issue_id(store, "prisoners"), issue_id(store))
    add_position(store, a_position(store, party.id, evidence, issues=both))
    rows = assemble(store).rows
    assert [row.issue.key for row in rows] == ["ceasefire", "prisoners"]
    assert [len(row.cells[0].positions) for row in rows] == [1, 1]


@pytest.mark.parametrize("stance", Stance)
def test_what_is_asked_and_not_answered_is_marked(store, document, stance):
    asking, silent = a_party(store), a_party(store, "Ukraine")
    bystander = a_party(store, "Qatar", role=Role.MEDIATOR)
    evidence = evidence_at(store, document, "ceasefire")
    add_position(store, a_position(store, asking.id, evidence, stance=stance))
    other = (issue_id(store, "general"),)
    add_position(store, a_position(store, bystander.id, evidence, issues=other))
    cells = assemble(store).rows[0].cells
    asks = stance in {Stance.DEMANDS, Stance.PROPOSES, Stance.OFFERS}
    assert [cell.party for cell in cells] == [asking.id, silent.id, bystander.id]
    assert [cell.unanswered for cell in cells] == [False, asks, False]


def test_dismissed_entries_are_left_out(store, document):
    party = a_party(store)
    evidence = evidence_at(store, document, "ceasefire")
    add_position(store, a_position(store, party.id, evidence))
    add_outcome(store, an_outcome(store, evidence))
    dismiss_position(store, store.positions()[0].id)
    dismiss_outcome(store, store.outcomes()[0].id)
    briefing = assemble(store)
    assert (briefing.rows, briefing.outcomes, briefing.citations) == ((), (), ())


def test_only_what_is_confirmed_where_that_is_wanted(store, document):
    party = a_party(store)
    evidence = evidence_at(store, document, "ceasefire")
    add_position(store, a_position(store, party.id, evidence, claim="sure"))
    with store.operation("Propose") as operation:
        maybe = a_position(store, party.id, evidence, claim="maybe")
        insert_position(operation.db, maybe, Review.PROPOSED)

    def claims(briefing):
        return [each.content.claim for each in briefing.rows[0].cells[0].positions]

    assert claims(assemble(store)) == ["sure", "maybe"]
    assert claims(within(assemble(store), Scope(confirmed_only=True))) == ["sure"]


def test_outcomes_come_by_status_then_place(store, document):
    newer = a_document(store, "Later: " + STORY, date=date(2025, 7, 1))
    for claim, status, source, words in [
        ("done", Status.DONE, document, "Talks"),
        ("rejected", Status.REJECTED, document, "Talks"),
        ("late in the old", Status.AGREED, document, "summit"),
        ("early in the old", Status.AGREED, document, "ceasefire"),
        ("in the new", Status.AGREED, newer, "summit"),
        ("deferred", Status.DEFERRED, document, "Talks"),
    ]:
        evidence = evidence_at(store, source, words)
        add_outcome(store, an_outcome(store, evidence, claim=claim, status=status))
    assert [outcome.content.claim for outcome in assemble(store).outcomes] == [
        "in the new",
        "early in the old",
        "late in the old",
        "deferred",
        "rejected",
        "done",
    ]


def test_citations_are_numbered_as_they_are_met(store, document):
    one, two = a_party(store), a_party(store, "Ukraine")
    words = ["bodies", "summit", "Russia rejected", "ceasefire"]
    bodies, summit, rejected, ceasefire = (evidence_at(store, document, each) for each in words)
    add_annotation(store, bodies, colour=Colour.BLUE)
    add_outcome(store, an_outcome(store, summit))
    add_position(store, a_position(store, two.id, rejected, ceasefire))
    add_position(store, a_position(store, one.id, ceasefire, issues=(issue_id(store),)))
    briefing = assemble(store)
    met = [(cited.number, cited.evidence.quote.exact) for cited in briefing.citations]
    assert met == [
        (1, "ceasefire"),
        (2, "Russia rejected"),
        (3, "ceasefire"),
        (4, "summit"),
        (5, "bodies"),
    ]
    assert [cited.paragraph for cited in briefing.citations] == [1, 2, 1, 3, 3]
    assert {cited.document for cited in briefing.citations} == {document.id}


def test_evidence_on_two_issues_is_one_citation(store, document):
    party = a_party(store)
    both = (issue_id(store, "prisoners"), issue_id(store))
    evidence = evidence_at(store, document, "ceasefire")
    add_position(store, a_position(store, party.id, evidence, issues=both))
    assert [cited.number for cited in assemble(store).citations] == [1]


def test_a_change_of_order_changes_the_columns(store):
    one, two = a_party(store, "One"), a_party(store, "Two")
    order_parties(store, [two.id, one.id])
    assert [party.name for party in assemble(store).columns] == ["Two", "One"]
    change_party(store, store.parties()[0])
    assert [party.name for party in assemble(store).columns] == ["Two", "One"]
