"""What rules and classifier propose together, on sentences without any of the rules' words."""

import pytest


@pytest.fixture
def talks():
    return "Peru and Chile held talks in Quito on the islands and the prisoners. {}"


@pytest.mark.parametrize(
    ("sentence", "party", "stance"),
    [
        ("Peru will have no truck with foreign observers on the islands.", "Peru", "rejects"),
        ("Chile gave the idea of joint patrols short shrift.", "Chile", "rejects"),
        (
            "Chile has long hankered after a fixed share of the catch and wants it in writing.",
            "Chile",
            "demands",
        ),
    ],
)
def test_a_stance_that_no_rule_knows(propose_all, talks, sentence, party, stance):
    told = propose_all(talks.format(sentence))
    assert (party, stance) in {(p.party, p.stance.value) for p in told.positions}


def test_it_says_around_which_predicate_the_words_tell_it(propose_all, talks):
    told = propose_all(
        talks.format("Peru will have no truck with foreign observers on the islands.")
    )
    why = next(p.why for p in told.positions if p.party == "Peru")
    assert why.startswith("the words around “will have” read like “Rejects”")


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru urged Chile to accept the plan.",
        "Would Chile accept the plan?",
        "If Chile accepted the plan, the talks would go on.",
        "Peru hopes that Chile will accept the plan.",
    ],
)
def test_who_is_only_asked_accepts_nothing(propose_all, talks, sentence):
    told = propose_all(talks.format(sentence))
    assert "accepts" not in {p.stance.value for p in told.positions if p.party == "Chile"}


def test_nothing_is_proposed_twice_in_the_same_words(propose_all, talks):
    told = propose_all(
        talks.format("Peru rejected the plan and will have no truck with observers.")
    )
    spans = [(p.party, p.span) for p in told.positions]
    assert len(spans) == len(set(spans))


def test_the_sentence_before_does_not_colour_a_plain_stance(propose_all):
    told = propose_all("Chile rejected the plan of Peru. Peru demanded a vote.")
    assert {(p.party, p.stance.value) for p in told.positions} == {
        ("Chile", "rejects"),
        ("Peru", "demands"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year the two sides agreed to free 30 sailors, but the deal collapsed.",
        "In 2015 Peru gave the idea of joint patrols short shrift.",
    ],
)
def test_old_rounds_are_left_alone(propose_all, talks, sentence):
    told = propose_all(talks.format(sentence))
    assert not told.positions
    assert not told.outcomes


def test_a_claim_is_never_only_a_pronoun(propose_all, talks):
    told = propose_all(talks.format("Ecuador put forward a draft. Chile is still weighing it."))
    claims = [each.claim for each in (*told.positions, *told.outcomes)]
    assert claims
    assert "it" not in claims


@pytest.mark.parametrize(
    "sentence",
    [
        "Peruvian officials are now waiting for Chile's formal response to their proposals.",
        "Peru said it had sent its proposals to Chile days before the meeting.",
    ],
)
def test_who_waits_or_has_written_is_not_undecided(propose_all, talks, sentence):
    told = propose_all(talks.format(sentence))
    assert ("Peru", "undecided") not in {(p.party, p.stance.value) for p in told.positions}


def test_the_day_of_a_past_verb_is_no_deadline(propose_all):
    told = propose_all(
        "Indirect talks between Peru and Chile yielded late Wednesday an agreement on the first phase "
        "of a plan for the border."
    )
    assert [(o.status.value, o.due) for o in told.outcomes] == [("agreed", None)]


@pytest.mark.parametrize(
    ("sentence", "latest"),
    [
        ("On 2 April Chile will free the sailors.", "2025-04-02"),
        ("On 2 April the sailors are to be swapped for the prisoners.", "2025-04-02"),
        ("In April Chile presented a paper on the sailors.", None),
    ],
)
def test_a_day_before_the_verb_dates_what_is_to_be(propose_all, talks, sentence, latest):
    told = propose_all(talks.format(sentence))
    days = [each.due.latest.isoformat() for each in told.outcomes if each.due and each.due.latest]
    assert days == ([latest] if latest else [])


def test_what_one_side_is_to_do_is_not_what_it_demands(propose_all, talks):
    told = propose_all(
        talks.format("Chile insisted on a full Peruvian withdrawal from the disputed islands.")
    )
    assert {(p.party, p.stance.value) for p in told.positions} == {("Chile", "demands")}


def test_what_another_must_do_is_no_demand_of_theirs(propose_all, talks):
    told = propose_all(
        talks.format("Peru said Chile must disarm and return all the captives for the war to end.")
    )
    assert "Chile" not in {each.party for each in told.positions}


def test_days_ago_is_not_long_ago(propose_all, talks):
    told = propose_all(talks.format("Days ago, Chile rejected a proposal from Peru."))
    assert {(p.party, p.stance.value) for p in told.positions} == {("Chile", "rejects")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Both parties continue to engage in the mediation process.",
        "The two sides continue to negotiate the terms of a number of topics.",
        "The minister of Peru was set to hold a press conference at 4:30 p.m. on Friday.",
    ],
)
def test_who_only_goes_on_talking_has_come_to_nothing(propose_all, sentence):
    told = propose_all(f"Peru and Chile met in Quito on Monday. {sentence}")
    assert told.outcomes == ()


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Peru dug in its heels over the cap on the catch.", "rejects"),
        ("Peru stuck to its guns on the cap of 40,000 tonnes.", "demands"),
        ("Peru is standing firm on the cap of 40,000 tonnes.", "demands"),
        ("Peru doubled down on its demand for a cap.", "demands"),
        ("Peru made the return of its crews a condition of any deal.", "demands"),
        ("Peru caved in to the demand for a cap.", "concedes"),
        ("Peru climbed down over the size of the fleet.", "concedes"),
        ("Peru could live with 40,000 tonnes.", "accepts_partly"),
        ("Peru cannot live with a cap below 40,000 tonnes.", "rejects"),
        ("Peru withheld judgment on the cap.", "undecided"),
        ("Peru was noncommittal on the cap.", "undecided"),
        ("Peru held out the prospect of joint patrols.", "offers"),
        ("Peru raised the spectre of closing its ports.", "threatens"),
        ("Peru stood its ground on the cap.", "rejects"),
        ("Peru is sticking to its demand for a cap.", "demands"),
        ("Peru put the draft to a vote.", "undecided"),
        ("Peru abstained on the resolution.", "undecided"),
        ("Peru is keen to see binding commitments on the catch.", "demands"),
        ("Peru is keen to share its data on the catch.", "offers"),
        ("Peru is ready to retaliate against the Chilean fleet.", "threatens"),
        ("Peru is ready to withdraw its boats.", "offers"),
        ("Peru does not want the survey paid for by its fleet.", "rejects"),
        ("Peru will withdraw its boats once the survey is done, its minister said.", "offers"),
        ("Peru will withdraw from the talks if the raids go on, its minister said.", "threatens"),
    ],
)
def test_a_figure_of_speech_is_not_read_word_by_word(propose_all, talks, sentence, stance):
    told = propose_all(talks.format(sentence))
    assert {(p.party, p.stance.value) for p in told.positions} == {("Peru", stance)}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Peru dug in its heels over the cap of 40,000 tonnes.", "the cap of 40,000 tonnes"),
        ("Peru withheld judgment on the cap.", "the cap"),
        (
            "Peru made the return of its crews a condition of any deal.",
            "the return of its crews a condition of any deal",
        ),
    ],
)
def test_the_claim_of_a_figure_of_speech_is_what_it_is_about(propose_all, talks, sentence, claim):
    assert [p.claim for p in propose_all(talks.format(sentence)).positions] == [claim]


def test_a_proposal_without_an_answer_is_still_its_makers(propose_all, talks):
    told = propose_all(
        talks.format("No answer has come from Lima to the Chilean proposal for a joint fund.")
    )
    assert {(p.party, p.stance.value) for p in told.positions} == {("Chile", "proposes")}


def test_what_sounds_like_a_figure_of_speech_may_be_none(propose_all, talks):
    assert not propose_all(talks.format("The delegates stood firm in the rain.")).positions


IN_PART = [
    "accepted the cap in principle",
    "partly accepted the cap",
    "agreed to most of the plan",
    "accepted the plan with reservations",
    "cautiously welcomed the plan",
    "conditionally accepted the cap",
    "accepted parts of the plan",
    "gave the plan a qualified welcome",
]
WHOLE = [
    "accepted the plan without reservations",
    "wholly accepted the plan",
    "accepted the plan with no reservations",
]


@pytest.mark.parametrize(
    ("yes", "stance"),
    [*((each, "accepts_partly") for each in IN_PART), *((each, "accepts") for each in WHOLE)],
)
def test_a_yes_in_part_is_told_from_a_whole_one(propose_all, talks, yes, stance):
    told = propose_all(talks.format(f"Chile {yes}."))
    assert {p.stance.value for p in told.positions if p.party == "Chile"} == {stance}
