"""What two documents tell: accounts of one outcome, evidence of one position, each gone again with its document."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.evidence import Span
from briefing_app.domain.outcome import Quantity, Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.domain.proposals import (
    Proposals,
    ProposedOutcome,
    ProposedParty,
    ProposedPosition,
)
from briefing_app.domain.review import Review
from briefing_app.operations.assembling import assemble
from briefing_app.operations.contents import unstored
from briefing_app.operations.documents import remove_document
from briefing_app.operations.extracting import record_proposals
from briefing_app.operations.history import redo, undo
from briefing_app.operations.known import Known
from briefing_app.operations.outcomes import change_outcome, tick_outcome
from briefing_app.operations.reviewing import confirm_outcome, dismiss_outcome
from tests.store.builders import a_document, a_dossier

AGENCY = """Bodies to be exchanged

Ravnia and Ostland agreed to exchange 6,000 bodies. Ravnia rejected an unconditional 30-day ceasefire.
They agreed to open the Lorn crossing."""
PAPER = """More bodies than was said

Ravnia will hand over 12,000 bodies of soldiers to Ostland. Varnograd refused an unconditional ceasefire.
Ostland demanded field hospitals."""
WIRE = """Wire

The two agreed to return 9,000 bodies. Ostland called for field hospitals again."""


def outcome(text, words, status=Status.AGREED, *, number=0.0, who=("Ravnia", "Ostland"), **more):
    start = text.index(words)
    return ProposedOutcome(
        status=status,
        issues=(more.pop("issue", "dead_missing"),),
        span=Span(start, start + len(words)),
        claim=words,
        responsible=who,
        quantities=(Quantity(number, "bodies"),) if number else (),
        **more,
    )


def position(text, words, stance, issue, party="Ravnia"):
    start = text.index(words)
    return ProposedPosition(party, stance, (issue,), Span(start, start + len(words)), words)


RAVNIA = ProposedParty("Ravnia", Role.PARTY, ("Varnograd",))
BODIES = outcome(AGENCY, "agreed to exchange 6,000 bodies", number=6000)
CROSSING = outcome(AGENCY, "agreed to open the Lorn crossing", issue="aid")
MORE_BODIES = outcome(
    PAPER,
    "Ravnia will hand over 12,000 bodies of soldiers to Ostland",
    Status.PLEDGED,
    number=12000,
    who=("Ravnia",),
)
OTHER_BODIES = outcome(WIRE, "agreed to return 9,000 bodies", number=9000)
OF_AGENCY = Proposals(
    (RAVNIA,),
    (position(AGENCY, "rejected an unconditional 30-day ceasefire", Stance.REJECTS, "ceasefire"),),
    (BODIES, CROSSING),
)
OF_PAPER = Proposals(
    (RAVNIA,),
    (
        position(PAPER, "refused an unconditional ceasefire", Stance.REJECTS, "ceasefire"),
        position(PAPER, "demanded field hospitals", Stance.DEMANDS, "aid", "Ostland"),
    ),
    (MORE_BODIES,),
)
OF_WIRE = Proposals(
    (),
    (position(WIRE, "called for field hospitals again", Stance.DEMANDS, "aid", "Ostland"),),
    (OTHER_BODIES,),
)
ALL = {AGENCY: OF_AGENCY, PAPER: OF_PAPER, WIRE: OF_WIRE}


@pytest.fixture
def store(tmp_path):
    with a_dossier(tmp_path) as store:
        yield store


def propose(store, text, proposals=None, **fields):
    document = a_document(store, text, **fields)
    record_proposals(store, document.version, ALL[text] if proposals is None else proposals)
    return document


def told(store):
    """What is told, each by its tellings, in no order."""
    return {
        frozenset(
            (each.status, each.quantities, each.due, each.evidence.quote.exact)
            for each in outcome.content.accounts
        )
        for outcome in store.outcomes(dismissed=True)
    } | {
        frozenset(each.quote.exact for each in position.content.evidence)
        for position in store.positions(dismissed=True)
    }


def bodies(store):
    return next(each for each in store.outcomes(dismissed=True) if "bodies" in each.content.claim)


def numbers(outcome):
    return [each.quantities[0].value for each in outcome.content.accounts]


def test_another_document_brings_another_account(store):
    propose(store, AGENCY)
    propose(store, PAPER)
    found = bodies(store)
    assert numbers(found) == [6000, 12000]
    assert (found.content.status, found.content.quantities[0].value) == (Status.AGREED, 6000)
    assert found.content.disputed
    assert found.review is Review.PROPOSED
    assert len(store.outcomes()) == 2


def test_another_document_brings_further_evidence_of_a_position(store):
    propose(store, AGENCY)
    propose(store, PAPER)
    refused, demanded = (each.content for each in store.positions())
    assert [each.quote.exact for each in refused.evidence] == [
        "rejected an unconditional 30-day ceasefire",
        "refused an unconditional ceasefire",
    ]
    assert len(demanded.evidence) == 1


def test_a_changed_stance_is_a_position_of_its_own(store):
    propose(store, AGENCY)
    turned = replace(OF_PAPER.positions[0], stance=Stance.ACCEPTS)
    propose(store, PAPER, Proposals((RAVNIA,), (turned,)), date=date(2025, 6, 3))
    assert [each.content.stance for each in store.positions()] == [Stance.REJECTS, Stance.ACCEPTS]


@pytest.mark.parametrize(
    "order", [(AGENCY, PAPER, WIRE), (WIRE, PAPER, AGENCY), (PAPER, AGENCY, WIRE)]
)
def test_the_order_of_documents_makes_no_difference(store, order):
    for text in order:
        propose(store, text)
    assert {len(each) for each in told(store)} == {1, 2, 3}
    assert frozenset(numbers(bodies(store))) == {6000, 9000, 12000}
    assert told(store) == {
        frozenset(
            (each.status, each.quantities, each.due, text[each.span.start : each.span.end])
            for text, each in ((AGENCY, BODIES), (PAPER, MORE_BODIES), (WIRE, OTHER_BODIES))
        ),
        frozenset([(Status.AGREED, (), None, "agreed to open the Lorn crossing")]),
        frozenset(
            ["rejected an unconditional 30-day ceasefire", "refused an unconditional ceasefire"]
        ),
        frozenset(["demanded field hospitals", "called for field hospitals again"]),
    }


@pytest.mark.parametrize("text", [AGENCY, PAPER])
def test_reading_either_again_changes_nothing(store, text):
    first, second = propose(store, AGENCY), propose(store, PAPER)
    version = (first if text is AGENCY else second).version
    assert not record_proposals(store, version, ALL[text])


def test_removing_the_second_document_takes_only_its_account(store):
    propose(store, AGENCY)
    before = told(store)
    second = propose(store, PAPER)
    remove_document(store, second.id)
    assert told(store) == before


def test_what_was_proposed_from_a_removed_document_rests_on_the_other(store):
    first = propose(store, AGENCY)
    propose(store, PAPER)
    remove_document(store, first.id)
    (found,) = store.outcomes()
    assert found.content.claim == "Ravnia will hand over 12,000 bodies of soldiers to Ostland"
    assert (found.content.status, numbers(found)) == (Status.PLEDGED, [12000])
    assert found.content.quantities == found.content.accounts[0].quantities
    assert store.positions()[0].content.claim == "refused an unconditional ceasefire"
    assert undo(store)
    assert numbers(bodies(store)) == [6000, 12000]


def test_a_document_that_proposes_it_no_more_takes_its_account_away(store):
    propose(store, AGENCY)
    before = told(store)
    second = propose(store, PAPER)
    record_proposals(store, second.version, Proposals())
    assert told(store) == before


def test_a_document_that_proposes_it_otherwise_changes_its_account(store):
    propose(store, AGENCY)
    second = propose(store, PAPER)
    now = replace(MORE_BODIES, quantities=(Quantity(11000, "bodies"),))
    record_proposals(store, second.version, replace(OF_PAPER, outcomes=(now,)))
    assert numbers(bodies(store)) == [6000, 11000]


def test_the_first_document_read_otherwise_keeps_the_others_account(store):
    first = propose(store, AGENCY)
    propose(store, PAPER)
    place = bodies(store).id
    now = replace(BODIES, quantities=(Quantity(7000, "bodies"),), claim="exchange 7,000 bodies")
    record_proposals(store, first.version, replace(OF_AGENCY, outcomes=(now, CROSSING)))
    found = bodies(store)
    assert (found.id, found.content.claim) == (place, "exchange 7,000 bodies")
    assert numbers(found) == [7000, 12000]


def test_a_newer_version_tells_in_the_place_of_the_older(store):
    propose(store, AGENCY)
    propose(store, PAPER, url="x:paper")
    newer = a_document(store, PAPER + " More.", url="x:paper")
    record_proposals(store, newer.version, OF_PAPER)
    found = bodies(store)
    assert numbers(found) == [6000, 12000]
    assert found.content.accounts[1].evidence.version == newer.version


def test_what_the_reader_confirmed_gets_the_account_and_stays_confirmed(store):
    propose(store, AGENCY)
    confirm_outcome(store, bodies(store).id)
    propose(store, PAPER)
    found = bodies(store)
    assert (found.review, numbers(found)) == (Review.CONFIRMED, [6000, 12000])
    assert store.history()[-1].name == (
        "Propose for More bodies than was said, another account of 1 outcome that you reviewed"
    )
    undo(store)
    assert numbers(bodies(store)) == [6000]


def test_what_the_reader_corrected_stays_as_they_left_it(store):
    propose(store, AGENCY)
    mine = replace(bodies(store).content, claim="bodies, as I see it", status=Status.SCHEDULED)
    change_outcome(store, bodies(store).id, mine)
    second = propose(store, PAPER)
    found = bodies(store)
    assert (found.content.claim, found.content.status) == (mine.claim, mine.status)
    assert numbers(found) == [6000, 12000]
    record_proposals(store, second.version, Proposals())
    assert unstored(bodies(store).content) == unstored(mine)


def test_what_the_reader_dismissed_gets_no_account(store):
    propose(store, AGENCY)
    dismissed = bodies(store).id
    dismiss_outcome(store, dismissed)
    propose(store, PAPER)
    assert numbers(store.outcome(dismissed)) == [6000]
    assert 12000 in {
        n for each in store.outcomes() if each.content.quantities for n in numbers(each)
    }


def test_what_was_dismissed_with_its_accounts_is_not_proposed_again(store):
    propose(store, AGENCY)
    second = propose(store, PAPER)
    dismiss_outcome(store, bodies(store).id)
    assert not record_proposals(store, second.version, OF_PAPER)


def test_what_the_reader_ticked_stays_ticked(store):
    first = propose(store, AGENCY)
    tick_outcome(store, bodies(store).id, ticked=True)
    assert not record_proposals(store, first.version, OF_AGENCY)
    assert bodies(store).content.ticked


def test_each_account_goes_to_one_outcome(store):
    propose(store, WIRE, Proposals(outcomes=(OTHER_BODIES,)))
    lesser = outcome(AGENCY, "exchange 6,000 bodies")
    propose(store, AGENCY, replace(OF_AGENCY, outcomes=(BODIES, lesser)))
    assert sorted(len(each.content.accounts) for each in store.outcomes()) == [1, 2]


PARTS = st.fixed_dictionaries(
    {
        text: st.tuples(
            st.lists(st.sampled_from(proposals.positions), unique=True),
            st.lists(st.sampled_from(proposals.outcomes), unique=True),
        )
        for text, proposals in ALL.items()
    }
)


@settings(max_examples=25, deadline=None)
@given(
    runs=st.lists(st.tuples(st.sampled_from(list(ALL)), PARTS), min_size=1, max_size=6),
    decided=st.integers(0, 7),
    carried=st.booleans(),
)
def test_any_reading_in_any_order_can_be_undone_redone_and_done_again(runs, decided, carried):
    folder = Path(mkdtemp())
    with a_dossier(folder) as store:
        versions = {text: a_document(store, text).version for text in ALL}
        states = [everything(store)]
        known = Known(store) if carried else None
        for number, (text, parts) in enumerate(runs):
            positions, outcomes = parts[text]
            proposals = Proposals((RAVNIA,), tuple(positions), tuple(outcomes))
            if record_proposals(store, versions[text], proposals, known=known):
                states.append(everything(store))
            assert not record_proposals(store, versions[text], proposals)
            if number == decided and store.outcomes():
                changes = confirm_outcome(store, store.outcomes()[0].id)
                if known is not None:
                    known.heed(changes)
                states.append(everything(store))
        assert store.problems() == ()
        for state in reversed(states[:-1]):
            undo(store)
            assert everything(store) == state
        for state in states[1:]:
            redo(store)
            assert everything(store) == state
    shutil.rmtree(folder)


def everything(store):
    return assemble(store, made=store.documents()[0].added), store.outcomes(dismissed=True)
