from dataclasses import replace
from datetime import date

import pytest

from briefing_app.domain.evidence import Span
from briefing_app.domain.outcome import Account, Due, Quantity, Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Channel, Stance
from briefing_app.domain.proposals import (
    Proposals,
    ProposedOutcome,
    ProposedParty,
    ProposedPosition,
)
from briefing_app.domain.review import Review
from briefing_app.operations.extracting import record_proposals
from briefing_app.operations.history import undo
from briefing_app.operations.issues import remove_issue
from briefing_app.operations.outcomes import change_outcome
from briefing_app.operations.parties import add_party, merge_parties
from briefing_app.operations.positions import change_position
from briefing_app.operations.reviewing import (
    confirm_outcome,
    confirm_position,
    dismiss_outcome,
    dismiss_position,
)
from tests.store.builders import STORY, a_document, a_dossier, a_party, issue_id


@pytest.fixture
def store(tmp_path):
    with a_dossier(tmp_path) as store:
        yield store


@pytest.fixture
def document(store):
    return a_document(store)


def words(text):
    start = STORY.index(text)
    return Span(start, start + len(text))


REJECTION = ProposedPosition(
    party="Russia",
    stance=Stance.REJECTS,
    issues=("ceasefire",),
    span=words("rejected an unconditional ceasefire"),
    claim="rejects an unconditional ceasefire",
    channel=Channel.OTHER_PARTY,
    speaker="Ukraine’s negotiator",
    also=(words("without a ceasefire"),),
    why="rejected",
)
DEMAND = ProposedPosition(
    party="the Ukraine",
    stance=Stance.DEMANDS,
    issues=("summit", "no such issue"),
    span=words("Ukraine demanded a summit by the end of June."),
    claim="a summit by the end of June",
)
BODIES = ProposedOutcome(
    status=Status.AGREED,
    issues=("no such issue",),
    span=words("agreed to exchange 6,000 bodies"),
    claim="exchange 6,000 bodies",
    responsible=("Russia", "UKRAINE", "Kyiv"),
    quantities=(Quantity(6000, "bodies"),),
    due=Due("soon"),
    also=(words("6,000 bodies"),),
)
UKRAINE = ProposedParty("Ukraine", Role.PARTY, ("Kyiv", "Ukraine’s negotiator"))
ALL = Proposals((UKRAINE,), (REJECTION, DEMAND), (BODIES,))


def test_proposals_become_positions_outcomes_and_parties(store, document):
    changes = record_proposals(store, document.version, ALL)
    assert changes.name == "Propose for Talks end without a ceasefire 🕊"
    ukraine, russia = store.parties()
    assert (ukraine.name, ukraine.aliases) == ("Ukraine", ("Kyiv", "Ukraine’s negotiator"))
    assert [party.review for party in (ukraine, russia)] == [Review.PROPOSED] * 2
    assert (ukraine.colour, russia.colour) == (0, 1)

    rejection, demand = (position.content for position in store.positions())
    assert (rejection.party, demand.party) == (russia.id, ukraine.id)
    assert [each.quote.exact for each in rejection.evidence] == [
        "rejected an unconditional ceasefire",
        "without a ceasefire",
    ]
    assert (rejection.speaker, rejection.channel, rejection.why) == (
        "Ukraine’s negotiator",
        Channel.OTHER_PARTY,
        "rejected",
    )
    assert rejection.said_on == date(2025, 6, 2)
    assert demand.issues == (issue_id(store, "summit"),)

    (outcome,) = store.outcomes()
    assert outcome.review is Review.PROPOSED
    assert outcome.content.issues == (issue_id(store, "general"),)
    assert outcome.content.responsible == (russia.id, ukraine.id)
    assert [account.evidence.quote.exact for account in outcome.content.accounts] == [
        "agreed to exchange 6,000 bodies",
        "6,000 bodies",
    ]
    assert outcome.content.accounts[0].quantities == (Quantity(6000, "bodies"),)
    assert not outcome.content.disputed


def test_it_can_all_be_undone_at_once(store, document):
    record_proposals(store, document.version, ALL)
    undo(store)
    assert (store.positions(), store.outcomes(), store.parties()) == ((), (), ())


def test_the_same_again_changes_nothing(store, document):
    record_proposals(store, document.version, ALL)
    history = store.history()
    assert not record_proposals(store, document.version, ALL)
    assert store.history() == history


def test_what_is_proposed_no_more_goes_and_the_rest_keeps_its_place(store, document):
    record_proposals(store, document.version, ALL)
    kept = store.positions()[1]
    record_proposals(store, document.version, replace(ALL, positions=(DEMAND,), outcomes=()))
    assert store.positions() == (kept,)
    assert store.outcomes() == ()


def test_a_position_held_by_two_is_one_of_both(store, document):
    both = replace(REJECTION, also_party=("Ukraine", "Ukraine"))
    record_proposals(store, document.version, Proposals(positions=(both, both)))
    (position,) = store.positions()
    assert position.content.holders == tuple(party.id for party in store.parties())
    assert len(position.content.holders) == 2
    confirm_position(store, position.id)
    assert {party.review for party in store.parties()} == {Review.CONFIRMED}
    assert (
        store.history()[-1].name == "Confirm Russia and Ukraine: rejects ceasefire, truce or pause"
    )


def test_what_was_decided_of_one_is_proposed_of_both(store, document):
    record_proposals(store, document.version, Proposals(positions=(REJECTION,)))
    dismiss_position(store, store.positions()[0].id)
    both = replace(REJECTION, also_party=("Ukraine",))
    record_proposals(store, document.version, Proposals(positions=(both,)))
    assert [len(each.content.holders) for each in store.positions()] == [2]


def test_what_was_decided_of_both_is_not_proposed_again_of_one(store, document):
    both = replace(REJECTION, also_party=("Ukraine",))
    record_proposals(store, document.version, Proposals(positions=(both,)))
    dismiss_position(store, store.positions()[0].id)
    record_proposals(store, document.version, Proposals(positions=(REJECTION,)))
    assert store.positions() == ()


@pytest.mark.parametrize("decide", [confirm_position, dismiss_position])
def test_what_the_reader_decided_stays_and_is_not_proposed_again(store, document, decide):
    record_proposals(store, document.version, ALL)
    decide(store, store.positions()[0].id)
    decided = store.positions(dismissed=True)
    wider = replace(REJECTION, span=words("Russia rejected an unconditional"))
    again = replace(ALL, positions=(wider, DEMAND))
    assert not record_proposals(store, document.version, again)
    assert store.positions(dismissed=True) == decided


def test_another_stance_on_the_same_words_is_proposed(store, document):
    record_proposals(store, document.version, ALL)
    confirm_position(store, store.positions()[0].id)
    other = replace(REJECTION, stance=Stance.THREATENS)
    record_proposals(store, document.version, replace(ALL, positions=(other, DEMAND)))
    stances = {position.content.stance for position in store.positions()}
    assert stances == {Stance.REJECTS, Stance.DEMANDS, Stance.THREATENS}


def test_what_the_reader_corrected_is_not_proposed_as_it_was(store, document):
    record_proposals(store, document.version, ALL)
    position = store.positions()[0]
    change_position(store, position.id, replace(position.content, stance=Stance.UNDECIDED))
    assert store.position(position.id).review is Review.CORRECTED
    assert not record_proposals(store, document.version, ALL)


@pytest.mark.parametrize("decide", [confirm_outcome, dismiss_outcome])
def test_decided_outcomes_stay(store, document, decide):
    record_proposals(store, document.version, ALL)
    decide(store, store.outcomes()[0].id)
    assert not record_proposals(store, document.version, ALL)
    assert len(store.outcomes(dismissed=True)) == 1


def test_corrected_outcomes_stay(store, document):
    record_proposals(store, document.version, ALL)
    outcome = store.outcomes()[0]
    late = Account(Status.BREACHED, outcome.content.accounts[0].evidence)
    change_outcome(
        store, outcome.id, replace(outcome.content, status=Status.BREACHED, accounts=(late,))
    )
    assert not record_proposals(store, document.version, ALL)


def test_a_newer_version_is_read_beside_what_was_decided_on_the_older(store):
    document = a_document(store, url="x:1")
    record_proposals(store, document.version, ALL)
    confirm_position(store, store.positions()[0].id)
    newer = a_document(store, STORY + " More.", url="x:1")
    record_proposals(store, newer.version, ALL)
    held = [(position.review, position.content.stance) for position in store.positions()]
    assert held == [(Review.CONFIRMED, Stance.REJECTS), (Review.PROPOSED, Stance.DEMANDS)]
    assert store.positions()[1].content.evidence[0].version == newer.version


def test_another_documents_proposals_are_left_alone(store, document):
    record_proposals(store, document.version, ALL)
    before = store.positions()
    other = a_document(store, "Other words.")
    assert not record_proposals(store, other.version, Proposals())
    assert store.positions() == before


@pytest.mark.parametrize(
    "name", ["ukraine", "The Ukraine", "KYIV", "Ukraine's negotiator", " Kyiv "]
)
def test_a_party_is_found_again_by_any_of_its_names(store, document, name):
    party = a_party(store, "Ukraine", aliases=("Kyiv", "the Ukraine’s  negotiator"))
    record_proposals(store, document.version, Proposals((ProposedParty(name, Role.OTHER),)))
    assert store.parties() == (party,)


def test_a_partys_new_names_are_learnt(store, document):
    add_party(store, "Ukraine")
    record_proposals(store, document.version, ALL)
    assert store.parties()[0].aliases == ("Kyiv", "Ukraine’s negotiator")


def test_a_merged_party_is_found_under_its_old_name(store, document):
    record_proposals(store, document.version, ALL)
    ukraine, russia = store.parties()
    merge_parties(store, ukraine.id, russia.id)
    record_proposals(store, document.version, ALL)
    assert [party.name for party in store.parties()] == ["Ukraine"]


def test_a_dossier_that_lost_its_general_issue_gets_it_again(store, document):
    with store.operation("Remove") as operation:
        operation.db.execute("DELETE FROM issues WHERE key = 'general'")
    assert "general" not in {issue.key for issue in store.issues()}
    record_proposals(store, document.version, ALL)
    assert store.issues()[-1].key == "general"


def test_a_removed_issue_counts_as_none_in_particular(store, document):
    remove_issue(store, issue_id(store))
    record_proposals(store, document.version, ALL)
    assert store.positions()[0].content.issues == (issue_id(store, "general"),)
