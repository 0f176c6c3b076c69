"""Each sentence stands after one that says who negotiates."""

import datetime as dt

import pytest

from briefing_app.domain.outcome import Status

OPENING = "Peru and Chile held talks on fishing rights in Lima on Tuesday.\n"

TOLD = [
    ("The two sides agreed to exchange their prisoners.", "agreed"),
    ("Both countries agreed on a ban on drift nets.", "agreed"),
    ("Peru and Chile signed a treaty on shared patrols.", "agreed"),
    ("A deal on quotas was reached on Tuesday night.", "agreed"),
    ("The delegations have agreed to reopen the border crossing by Friday.", "agreed"),
    ("Chile consented to the visit of three inspectors.", "agreed"),
    ("The ministers agreed in principle to a joint fleet.", "agreed_partly"),
    ("Chile pledged to release 30 sailors by the end of the month.", "pledged"),
    ("The talks ended without agreement on the islands.", "no_agreement"),
    ("There was no breakthrough on the border.", "no_agreement"),
    ("The sides failed to agree on a quota.", "no_agreement"),
    ("Norwegian mediators failed to get the sides to agree on a quota.", "no_agreement"),
    ("The fishermen ended two days of talks without agreeing to a quota.", "no_agreement"),
    ("The delegations were unable to bridge their differences over the border.", "no_agreement"),
    ("The talks on the islands collapsed.", "no_agreement"),
    ("The two governments remain deeply divided over the islands.", "no_agreement"),
    ("The negotiators have not agreed on the number of inspectors.", "no_agreement"),
    ("The sides have yet to reach an agreement on the border.", "no_agreement"),
    ("The talks ended on Tuesday with no agreement on the border.", "no_agreement"),
    ("No date was set for the next round.", "no_agreement"),
    ("A decision on the islands was postponed until the autumn.", "deferred"),
    ("The truce was extended for another 72 hours.", "agreed"),
    ("The question of the islands was left for a later round.", "deferred"),
    ("The matter was referred to a committee of experts.", "deferred"),
    ("The proposal on nets was withdrawn.", "withdrawn"),
    ("The meeting of the presidents has been called off.", "withdrawn"),
    ("The two sides are to meet again on 3 April.", "scheduled"),
    ("The next round will be held in Santiago on March 20.", "scheduled"),
    ("The talks are due to resume on Monday.", "scheduled"),
    ("The signing is scheduled for 2 May.", "scheduled"),
    ("The 14 sailors held since January have been released.", "done"),
    ("Both sides have handed over the bodies of the dead.", "done"),
    ("The border bridge has been reopened.", "done"),
    ("Chile violated the truce on Sunday.", "breached"),
    ("The ceasefire was broken within hours.", "breached"),
    ("Peru is waiting for Chile's response.", "awaiting_response"),
    ("Chile is due to answer by 1 April.", "awaiting_response"),
    ("Chile has yet to respond to the proposal.", "awaiting_response"),
    ("Chile has not yet decided on the inspectors.", "awaiting_response"),
]


@pytest.mark.parametrize(("sentence", "status"), TOLD, ids=[row[0] for row in TOLD])
def test_an_outcome_is_read(propose, sentence, status):
    assert status in {o.status.value for o in propose(OPENING + sentence).outcomes}


NOTHING = [
    "Peru urged the two sides to agree on a quota.",
    "Chile hopes that a deal will be reached.",
    "If the sides agreed, the fleet could sail.",
    "Peru accused Chile of fishing at night.",
    "Have the two sides agreed on anything?",
    "The fishing season begins in April.",
    "Peru wants an agreement on the islands.",
    "Both sides praised the mood.",
    "The delegations met to agree on a quota.",
    "Norway wants to see both sides agree on a quota.",
    "The committee, he said, speaking of the islands, was tired.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_wishes_and_suppositions_are_no_outcomes(propose, sentence):
    assert propose(OPENING + sentence).outcomes == ()


def test_two_items_of_one_agreement_are_two_outcomes(propose):
    told = propose(
        OPENING + "The sides agreed to free 30 sailors by Friday and to reopen the port of Arica."
    )
    assert [o.claim[:8] for o in told.outcomes] == ["to free ", "to reope"]


def test_who_must_act(propose):
    told = propose(
        OPENING + "The two sides agreed to free all crews. Chile also pledged to repair the pier."
    )
    assert [set(o.responsible) for o in told.outcomes] == [{"Peru", "Chile"}, {"Chile"}]


def test_no_one_must_act_where_nothing_was_agreed(propose):
    [outcome] = propose(OPENING + "The talks ended without agreement on the islands.").outcomes
    assert outcome.responsible == ()


def test_an_announcement_folds_into_what_it_announces(propose):
    told = propose(
        OPENING
        + "Both sides settled one humanitarian matter. They agreed to free 30 sailors by Friday."
    )
    [outcome] = told.outcomes
    assert (outcome.quantities[0].value, len(outcome.also)) == (30, 1)


ARTICLES = """JOINT COMMUNIQUÉ OF PERU AND CHILE
Lima, 11 March 2025
Peru and Chile ("the Parties") have agreed as follows:
1. Chile shall release the crews of the four trawlers not later than 20 March 2025.
2. The Parties shall set up a joint fishing commission of eight members.
3. The status of the islands shall be taken up at the next round.
4. The next round shall be held in Santiago from 7 to 9 April 2025.
5. The Parties were unable to agree on quotas for anchovies."""


def test_a_communique_lays_down_its_articles(propose):
    statuses = [o.status for o in propose(ARTICLES).outcomes]
    assert statuses == [
        Status.AGREED,
        Status.AGREED,
        Status.DEFERRED,
        Status.SCHEDULED,
        Status.NO_AGREEMENT,
    ]


def test_what_an_article_forbids_is_no_claim_of_the_opposite(propose):
    told = propose(
        ARTICLES.split("1.", maxsplit=1)[0]
        + """1. Chile shall not fish within 12 miles of the coast of Peru.
2. Peru shall open the ports of Callao and Ilo to trawlers from 1 July 2025.
3. Chile shall provide two vessels for inspections by 15 July 2025."""
    )
    assert [o.claim for o in told.outcomes] == [
        "not fish within 12 miles of the coast of Peru",
        "open the ports of Callao and Ilo to trawlers from 1 July 2025",
        "provide two vessels for inspections by 15 July 2025",
    ]


def test_an_outcome_has_the_words_and_the_numbers_of_the_offer_that_it_takes(propose):
    told = propose(
        OPENING
        + "Brazil offered to lend the coast guards four boats. The two sides accepted this offer."
    )
    [taken] = told.outcomes
    assert taken.claim == "this offer: to lend the coast guards four boats"
    assert [(each.value, each.unit) for each in taken.quantities] == [(4, "boats")]


def test_the_next_sentence_may_say_that_no_date_is_set(propose):
    told = propose(
        OPENING
        + "The sides agreed to exchange all prisoners. No timetable was given for the exchange."
    )
    [outcome] = told.outcomes
    assert outcome.due is not None
    assert outcome.due.none_set


DATED = [
    ("The 14 sailors held since January were freed on Monday.", "2025-03-10"),
    ("The 14 sailors held in Tacna were freed on 2 December.", "2024-12-02"),
    ("Chile has broken its promise to pay the wages that fell due in May.", "2024-05-31"),
    ("Chile violated the truce on Sunday.", None),
    ("Chile pledged to free six sailors arrested in April by 20 March.", "2025-03-20"),
    ("Peru and Chile signed a treaty on shared patrols on Tuesday.", None),
    ("The two sides agreed Tuesday to exchange their prisoners.", None),
    ("The two sides agreed on Monday to return the bodies of the dead.", None),
    ("The talks will resume in about ten days.", "2025-03-22"),
    ("The next round was put off to the autumn.", "2025-11-30"),
    ("The two sides will meet on Friday following a clash on Sunday.", "2025-03-14"),
]


@pytest.mark.parametrize(("sentence", "latest"), DATED, ids=[row[0] for row in DATED])
def test_a_day_belongs_to_what_it_dates(propose, sentence, latest):
    [outcome] = propose(OPENING + sentence).outcomes
    due = outcome.due.latest.isoformat() if outcome.due and outcome.due.latest else None
    assert due == latest


def test_a_claim_says_more_than_a_day(propose):
    told = propose(OPENING + "Both answers are expected by Sunday.")
    [awaited] = [each for each in told.outcomes if each.status.value == "awaiting_response"]
    assert awaited.claim == "Both answers are expected by Sunday"


def test_what_was_signed_is_in_the_claim(propose):
    [told] = propose(
        OPENING + "A truce was signed in the Ethiopian capital by both sides."
    ).outcomes
    assert told.claim.startswith("A truce was signed")


def test_who_anticipates_an_answer_has_none_to_give(propose_all):
    told = propose_all(
        "Peru and Chile met in Quito. Peru anticipates Chile's response by 20 March."
    )
    assert [o.status.value for o in told.outcomes] == ["awaiting_response"]
    assert told.positions == ()


def test_what_will_be_done_as_part_of_a_deal_is_agreed(propose_all):
    told = propose_all(
        "Peru and Chile signed a truce. As part of the agreement, Peru will return 18 soldiers within 72 hours."
    )
    [outcome] = [each for each in told.outcomes if each.quantities]
    assert outcome.status.value in {"agreed", "pledged"}
    assert outcome.due is not None
    assert outcome.due.latest == dt.date(2025, 3, 15)


def test_which_points_are_agreed_is_no_agreement(propose):
    told = propose(
        "Peru and Chile met. Mediators said the points that were agreed must be set apart from the rest."
    )
    assert told.outcomes == ()


ARTICLE = """\
Article 2

Each Party shall:

(a) withdraw its troops from the islands within 30 days;

(b) release all prisoners;

Article 3

The rest is left to a committee."""
PROTOCOL = """\
The parties signed a protocol on the following:

• To open the harbour to both fleets.

• The lists of prisoners are exchanged by Friday.

They will meet again."""
LISTS = [
    (ARTICLE, ["withdraw its troops from the islands within 30 days", "release all prisoners"]),
    (
        PROTOCOL,
        ["To open the harbour to both fleets", "The lists of prisoners are exchanged by Friday"],
    ),
]


@pytest.mark.parametrize(("words", "items"), LISTS, ids=["article", "protocol"])
def test_each_item_of_an_agreements_list_is_agreed(propose_all, words, items):
    text = f"{OPENING}\n{words}"
    agreed = [each for each in propose_all(text).outcomes if each.status is Status.AGREED]
    assert [text[each.span.start : each.span.end] for each in agreed] == items
    assert {each.responsible for each in agreed} == {("Peru", "Chile")}
    assert {each.why for each in agreed} <= {
        "“shall” shows it as “Agreed”.",
        "“signed” shows it as “Agreed”.",
    }


def test_a_list_of_what_one_side_wants_is_not_agreed(propose_all):
    told = propose_all(
        f"{OPENING}\nPeru demanded the following:\n\n- Chile should leave the islands;\n\n- all crews should be freed."
    )
    assert Status.AGREED not in {each.status for each in told.outcomes}


def test_what_is_to_be_discussed_is_not_agreed(propose_all):
    told = propose_all(
        f"{OPENING}\nThe parties agreed to discuss three areas:\n\n1) Human suffering\n\n2) Military de-escalation"
    )
    assert len(told.outcomes) <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The deal will also feature a peace clause.",
        "The agreement provides for the release of forty prisoners.",
        "The accord calls for a truce of sixty days.",
        "The pact obliges Peru to open its ports.",
    ],
)
def test_what_a_deal_says_is_agreed(propose_all, sentence):
    text = f"{OPENING}They reached a deal. {sentence}"
    agreed = {
        text[o.span.start : o.span.end]
        for o in propose_all(text).outcomes
        if o.status is Status.AGREED
    }
    assert sentence.rstrip(".") in agreed


@pytest.mark.parametrize(
    "sentence",
    [
        "A deal would include an amnesty.",
        "The proposed accord calls for a vote.",
        "The 1960 treaty bars all drift nets.",
        "The truce ended on Friday.",
        "The agreement does not provide for a vote.",
    ],
)
def test_what_no_deal_says_is_not_agreed(propose, sentence):
    assert not [o for o in propose(OPENING + sentence).outcomes if o.status is Status.AGREED]


def test_a_perfect_speaks_of_now_also_beside_a_year(propose):
    told = propose(
        OPENING + "The two sides have agreed to lower the levy that was raised to $148 in 2009."
    )
    assert [each.status for each in told.outcomes] == [Status.AGREED]


def test_a_breakdown_of_talks_is_one_however_it_is_told(propose):
    told = propose(OPENING + "The collapse of the sixth round of talks was greeted with dismay.")
    assert [each.status for each in told.outcomes] == [Status.NO_AGREEMENT]


def test_what_a_deal_binds_are_those_who_made_it(propose):
    told = propose(
        "Peru and Chile signed a truce. Bolivia rejected it. Brazil demanded a vote. "
        "The accord calls for patrols and provides for a fund."
    )
    bound = [o.responsible for o in told.outcomes if o.status is Status.AGREED]
    assert bound == [("Peru", "Chile")] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "The Russian memorandum requires Ukraine to withdraw.",
        "Chile says the accord bans drift nets.",
        "The truce requires patience.",
        "The compromise has established trust.",
        "The collapse of the talks was averted.",
        "Mediators tried to avert a collapse of the talks.",
        "A failure of the talks would harm both.",
        "There was no breakdown of the talks.",
    ],
)
def test_what_one_side_says_or_what_did_not_come_is_no_outcome(propose, sentence):
    assert propose(OPENING + sentence).outcomes == ()


def test_a_list_of_what_divides_the_sides_is_not_agreed(propose_all):
    told = propose_all(
        f"{OPENING}\nPeru and Chile agreed to meet. The host named what each side wants:\n\n- Chile leaves the islands."
    )
    assert not [o for o in told.outcomes if "leaves" in o.claim]


def test_a_part_of_a_deal_is_no_pledge(propose):
    told = propose(OPENING + "As part of the truce, Chile will hand over its maps.")
    assert [each.status for each in told.outcomes] == [Status.AGREED]
    assert told.positions == ()


def test_a_quote_does_not_end_in_an_and(propose):
    text = OPENING + "There is no decision about August and discussions still continue."
    [outcome] = propose(text).outcomes
    assert text[outcome.span.start : outcome.span.end] == "There is no decision about August"


@pytest.mark.parametrize(
    ("sentence", "status", "none_set"),
    [
        (
            "The next meeting will be held in Quito, at a date to be fixed by diplomats.",
            "scheduled",
            True,
        ),
        ("The two countries will set up a joint team on storage.", "agreed", None),
    ],
)
def test_a_step_without_a_date_is_read_by_the_classifier(propose_all, sentence, status, none_set):
    told = propose_all(
        f"Peru and Chile met in Lima on Monday. Peru proposed a quota.\n\n{sentence}"
    )
    assert [(each.status.value, each.due and each.due.none_set) for each in told.outcomes] == [
        (status, none_set)
    ]


ADOPTED = [
    ("The Conference adopted, by consensus, the final report as amended.", "agreed"),
    ("The draft decision was approved as orally amended.", "agreed"),
    ("The agenda was adopted without amendment.", "agreed"),
    ("The Security Council adopted the resolution on Friday.", "agreed"),
    ("The resolution was not adopted, owing to the vote of a permanent member.", "rejected"),
    ("The sides agreed on all points but the quota.", "agreed_partly"),
    ("Peru and Chile agreed to most of the plan.", "agreed_partly"),
    ("The two sides agreed that the quota will be settled at a later date.", "deferred"),
    ("No answer has come from Chile.", "awaiting_response"),
    ("Neither side has confirmed that it will attend.", "awaiting_response"),
    ("The survey of the seabed has been completed.", "done"),
    ("Peru accused Chile of violating the truce.", "breached"),
    ("Peru and Chile accused each other of breaking the truce.", "breached"),
    ("Chile pulled out of the treaty.", "withdrawn"),
    ("The next round is still set for 3 April.", "scheduled"),
]


@pytest.mark.parametrize(("sentence", "status"), ADOPTED, ids=[row[0] for row in ADOPTED])
def test_how_a_meeting_ends_is_read_by_grammar(propose_all, sentence, status):
    assert [each.status.value for each in propose_all(OPENING + sentence).outcomes] == [status]


def test_a_subject_that_hangs_on_an_auxiliary_is_quoted(propose_all):
    told = propose_all(OPENING + "The next round remains set for 20 April 2026 in Santiago.")
    assert [o.claim for o in told.outcomes] == [
        "The next round remains set for 20 April 2026 in Santiago"
    ]


def test_an_accusation_is_shown_as_one(propose_all):
    told = propose_all(OPENING + "Peru accused Chile of violating the truce.")
    assert [o.claim for o in told.outcomes] == ["Peru accused Chile of violating the truce"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile approved the text.",  # one side's yes
        "The council has not adopted a resolution since 2017.",
        "The rules adopted in 1994 are out of date.",
        "There is no answer to the question of the quota.",
        "Peru accused Chile of ignoring the weather.",
        "The navy withdrew from the town.",
    ],
)
def test_what_only_looks_like_the_end_of_a_meeting_is_none(propose, sentence):
    assert propose(OPENING + sentence).outcomes == ()


@pytest.mark.parametrize(
    "sentence",
    [
        '"We will take our time," Peru\'s foreign minister said.',
        '"We would gently remind them that the sea is ours," Peru\'s foreign minister said.',
    ],
)
def test_a_promise_that_comes_to_nothing_is_no_outcome(propose_all, sentence):
    assert propose_all(OPENING + sentence).outcomes == ()


def test_a_promise_of_something_is_an_outcome(propose_all):
    told = propose_all(OPENING + "Chile pledged to release 30 sailors by the end of the month.")
    assert [each.status for each in told.outcomes] == [Status.PLEDGED]
