"""Each sentence stands after one that says who negotiates."""

import pytest

OPENING = "Peru and Chile held talks on fishing rights in Lima on Tuesday.\n"

SAID = [
    ("Peru demanded that Chile withdraw its patrol boats.", "Peru", "demands"),
    ("Chile's foreign minister called on Peru to release the crew.", "Chile", "demands"),
    ("Peru is pressing for an independent survey of the seabed.", "Peru", "demands"),
    ("Peru wants the buffer zone abolished.", "Peru", "demands"),
    ("Chilean negotiators insisted on a ban on drift nets.", "Chile", "demands"),
    ("Peru asked Chile to lift the blockade of the port.", "Peru", "demands"),
    ("Chile would like the observers to leave the island.", "Chile", "demands"),
    ("The patrols must end at once, Peru's defence minister said.", "Peru", "demands"),
    ("Peru repeated its demand that the crews be freed.", "Peru", "demands"),
    ("Lima's position is that the islands should be demilitarised.", "Peru", "demands"),
    ("Chile proposed a joint inspection of the trawlers.", "Chile", "proposes"),
    ("Peru put forward a plan for shared patrols.", "Peru", "proposes"),
    ("Chile tabled a draft on quotas for anchovies.", "Chile", "proposes"),
    ("Peru suggested that the dispute be sent to a court.", "Peru", "proposes"),
    ("Chile offered to free two of the crews.", "Chile", "offers"),
    ("Peru said it was ready to halt its patrols for a month.", "Peru", "offers"),
    ("Chile is willing to share its satellite data, officials said.", "Chile", "offers"),
    (
        "Peru would reopen the harbour if Chile paid for the repairs, its envoy said.",
        "Peru",
        "offers",
    ),
    ("Chile pledged to compensate the owners of the boats.", "Chile", "pledges"),
    ("Peru vowed to publish the results of the survey.", "Peru", "pledges"),
    ("Chile will hand over the logbooks, its foreign minister said.", "Chile", "pledges"),
    ("Peru promised not to board any trawler.", "Peru", "pledges"),
    ("Peru confirmed that the port tax would be abolished.", "Peru", "pledges"),
    ("Chile dropped its demand for compensation.", "Chile", "concedes"),
    ("Peru no longer insists on a public apology.", "Peru", "concedes"),
    ("Chile has softened its opposition to the court.", "Chile", "concedes"),
    ("Peru accepted the Chilean plan.", "Peru", "accepts"),
    ("Chile agreed to the presence of observers.", "Chile", "accepts"),
    ("Peru welcomed the proposal for a joint fleet.", "Peru", "accepts"),
    ("Chile said yes to the new quota.", "Chile", "accepts"),
    ("Peru would accept the quota if it were reviewed each year.", "Peru", "accepts_partly"),
    ("Chile could live with a smaller zone.", "Chile", "accepts_partly"),
    ("Peru rejected the offer.", "Peru", "rejects"),
    ("The offer was rejected by Chile.", "Chile", "rejects"),
    ("Peru has ruled out any change to the border.", "Peru", "rejects"),
    ("Chile turned down a request for more time.", "Chile", "rejects"),
    ("Peru refuses to recognise the Chilean map.", "Peru", "rejects"),
    ("Chile will not sign the fishing treaty, its president said.", "Chile", "rejects"),
    ("Peru did not accept the compromise on nets.", "Peru", "rejects"),
    ("Peru has quit the negotiations on the border.", "Peru", "rejects"),
    ("Chile walked out of the talks on quotas.", "Chile", "rejects"),
    ("Chile is opposed to foreign inspectors.", "Chile", "rejects"),
    (
        "Peru won't return to the talks until the crews are home, its negotiator said.",
        "Peru",
        "rejects",
    ),
    ("No boat would be handed back, Chile's minister said.", "Chile", "rejects"),
    ("Chile has no intention of paying damages.", "Chile", "rejects"),
    ("Peru threatened to close the strait.", "Peru", "threatens"),
    ("Chile warned that it would seize every trawler if the raids went on.", "Chile", "threatens"),
    ("Peru is considering the proposal.", "Peru", "undecided"),
    ("Chile did not rule out a second survey.", "Chile", "undecided"),
    ("Peru made no comment on the offer.", "Peru", "undecided"),
    ("Chile said it would study the draft.", "Chile", "undecided"),
    (
        "The refusal of the plan came late, but Peru's refusal to share its charts was older.",
        "Peru",
        "rejects",
    ),
    # In what another side does, or of what was told before.
    (
        "Chile demanded that the posts be moved, a condition Peru has rejected.",
        "Peru",
        "rejects",
    ),
    ("Chile's fleet took up a plan that Peru had refused.", "Peru", "rejects"),
    ("Peru nevertheless indicated willingness to forward the draft.", "Peru", "offers"),
    ("Peru showed no readiness to leave the islands.", "Peru", "rejects"),
    ("Chile rejected Peru's request for a joint survey.", "Peru", "demands"),
    ("Chile dismissed Peru's proposal for shared patrols.", "Peru", "proposes"),
    ("The plan won backing from Peru.", "Peru", "accepts"),
    ("Supported by Peru, Chile called for a fund.", "Peru", "accepts"),
    ("Peru emphasised the importance of observers.", "Peru", "demands"),
    ("Chile's draft met with resistance from Peru.", "Peru", "rejects"),
    ("Chile tabled a plan. It has also been backed by Peru.", "Peru", "accepts"),
    ("Chile's plan was opposed by a number of Gulf states.", "Gulf states", "rejects"),
    ("Chile, supported by Peru, called for a fund.", "Peru", "accepts"),
    ("The proposal of Peru for a levy on fuel was discussed at length.", "Peru", "proposes"),
    (
        "Delegates heard the request of the Peruvian side that the duty be suspended.",
        "Peru",
        "demands",
    ),
    ("The offer of Peru to pay for the ships was welcomed.", "Peru", "offers"),
    ("Suggestions made on Monday by Peru that the fund be halved were noted.", "Peru", "proposes"),
    ("Chile needs more time for Peru's idea of a shared fleet.", "Peru", "proposes"),
    ("Peru's last offer was 110,000 tonnes.", "Peru", "offers"),
    ("Lowering the levy is unacceptable to Peru.", "Peru", "rejects"),
    ("The levy is out of the question for Peru.", "Peru", "rejects"),
    ("For Peru, that would be a nonstarter.", "Peru", "rejects"),
    ("Peru has previously ruled out any amnesty.", "Peru", "rejects"),
    ("Peru did not object to the gauges.", "Peru", "accepts"),
]


@pytest.mark.parametrize(("sentence", "party", "stance"), SAID, ids=[row[0] for row in SAID])
def test_a_stance_is_read(propose, sentence, party, stance):
    assert (party, stance) in {
        (p.party, p.stance.value) for p in propose(OPENING + sentence).positions
    }


URGED = [
    "Peru urged Chile to accept the plan.",
    "Peru called on Chile to agree to a truce.",
    "Peru asked Chile to drop its claim.",
    "Peru wants Chile to reject the treaty.",
    "Peru demanded that Chile pledge not to fish there.",
    "Peru pressed Chile to sign the protocol.",
    "Peru told Chile to withdraw its boats.",
    "Chile was urged by Peru to offer more.",
    "Chile was told by Peru to accept the plan.",
    "Peru said it hoped that Chile would accept the plan.",
]


@pytest.mark.parametrize("sentence", URGED)
def test_who_is_urged_holds_nothing(propose, sentence):
    assert "Chile" not in {p.party for p in propose(OPENING + sentence).positions}


NOTHING = [
    "Peru accused Chile of rejecting every plan.",
    "Peru denied that it had refused to talk.",
    "Would Chile accept a smaller zone?",
    "If Chile rejected the plan, the talks would end.",
    "In 2009 Peru refused to meet the Chilean envoy.",
    "Chile praised the mood of the talks.",
    "Peru will face a hard winter.",
    "It is not known whether Chile will accept the plan.",
    "Peru suggested that the raid had been staged.",
    "Chile left the room without accepting the plan.",
    "Peru left its seat empty rather than accepting the plan.",
    "Chile is the larger one, and it would take years to survey the seabed.",
    "Chile is the larger of the two.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_facts_questions_and_the_past_are_no_positions(propose, sentence):
    assert propose(OPENING + sentence).positions == ()


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_bare_answer_is_quoted_whole(propose, answer):
    text = OPENING + f"Chile has said {answer}."
    [position] = propose(text).positions
    assert text[position.span.start : position.span.end] == f"Chile has said {answer}"


def test_two_refusals_cancel_out(propose):
    [position] = propose(OPENING + "Peru ruled out rejecting the plan.").positions
    assert position.stance.value == "undecided"


CONDITIONS = [
    (
        "Peru would free the crews if Chile paid for the nets, its envoy said.",
        "if Chile paid for the nets",
    ),
    ("Chile will not come back unless the raids stop, its minister said.", "unless the raids stop"),
    ("Peru offered to leave the island in exchange for a lease.", "in exchange for a lease"),
    (
        "Chile is ready to sign, provided that the map is redrawn.",
        "provided that the map is redrawn",
    ),
    ("Peru said it would close the port should the talks fail.", "should the talks fail"),
]


@pytest.mark.parametrize(("sentence", "condition"), CONDITIONS)
def test_a_condition_stands_as_in_the_text(propose, sentence, condition):
    assert condition in {p.condition for p in propose(OPENING + sentence).positions}


def test_the_claim_leaves_out_who_and_the_verb(propose):
    [position] = propose(OPENING + "Peru rejected a joint inspection of the trawlers.").positions
    assert position.claim == "a joint inspection of the trawlers"


def test_a_joint_holder_names_the_second_party(propose):
    [position] = propose(OPENING + "Both sides want the navy to leave the strait.").positions
    assert {position.party, *position.also_party} == {"Peru", "Chile"}


def test_the_reason_quotes_the_words(propose):
    [position] = propose(OPENING + "Peru turned down the offer.").positions
    assert "turned down" in position.why


def test_a_claim_has_no_number_of_a_note(propose):
    text = (
        "Peru and Chile held talks in Lima.\n\nPeru demanded a ceasefire of thirty days.[1] Chile rejected the release "
        "of all prisoners[2] and proposed a referendum.[3]"
    )
    claims = {p.claim for p in propose(text).positions}
    assert claims == {"a ceasefire of thirty days", "the release of all prisoners", "a referendum"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile has rejected the plan since 1975.",
        "Chile once more rejected the plan.",
        "Chile once again rejected the plan.",
    ],
)
def test_what_has_held_since_long_ago_still_holds(propose, sentence):
    told = propose("Peru and Chile met in Lima. " + sentence)
    assert [p.stance.value for p in told.positions] == ["rejects"]


def test_what_was_accepted_before_holds_no_longer(propose):
    told = propose("Peru waited. Chile has previously accepted the plan but rejects it now.")
    assert [p.stance.value for p in told.positions] == ["rejects"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The draft holds guarantees that Peru would not leave the treaty.",
        "There are fears that Peru will reject the plan.",
        "Scepticism remains about Peru's willingness to accept the plan.",
        "Questions hang over Peru's readiness to leave the islands.",
        "Doubts about Peru's willingness to sign are growing.",
        "The chairs invited comments from Peru, and Peru asked for comments in turn.",
    ],
)
def test_what_is_only_feared_doubted_or_guaranteed_is_no_position(propose_all, sentence):
    assert "Peru" not in {p.party for p in propose_all(OPENING + sentence).positions}


def test_a_promise_of_its_own_is_its_own(propose):
    told = propose(OPENING + "Chile welcomed Peru's assurance that Peru would not board its boats.")
    assert "Peru" in {p.party for p in told.positions}


def test_several_may_back_what_another_proposes(propose):
    told = propose(OPENING + "Chile tabled a plan. It has been backed by Peru and Bolivia.")
    assert ("Peru", ("Bolivia",), "accepts") in {
        (p.party, p.also_party, p.stance.value) for p in told.positions
    }


def test_who_is_asked_is_not_who_asks(propose):
    told = propose(
        "Peru and Chile held talks on Bolivia. Both want peace with Bolivia. They urged Bolivia to sign."
    )
    assert "Bolivia" not in {p.party for p in told.positions}


QUOTED = [
    (
        "If Chile does not leave by May, Peru will not return to Lima, its envoy said.",
        "If Chile does not leave by May, Peru will not return to Lima",
    ),
    (
        "Chile wants a vote, an option ruled out by Peru at once.",
        "an option ruled out by Peru at once",
    ),
    (
        "Chile demanded that the posts be moved, a condition Peru has rejected.",
        "a condition Peru has rejected",
    ),
]


@pytest.mark.parametrize(("sentence", "words"), QUOTED, ids=[row[0] for row in QUOTED])
def test_the_words_of_a_position_stand_on_their_own(propose, sentence, words):
    text = OPENING + sentence
    told = propose(text)
    quotes = {text[p.span.start : p.span.end] for p in told.positions if p.party == "Peru"}
    assert words in quotes


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile's plan for joint patrols was opposed by Peru.",
        "Chile's plan for joint patrols met with resistance from Peru.",
    ],
)
def test_the_claim_of_who_opposes_something_is_that_thing(propose, sentence):
    told = propose(OPENING + sentence)
    [position] = [p for p in told.positions if p.party == "Peru"]
    assert position.claim == "Chile's plan for joint patrols"


@pytest.mark.parametrize(
    "sentence",
    [
        "On the night Peru accepted, crowds cheered.",
        "Backed by Peru, rebels fired rockets at a port.",
        "Chile confirmed a request for a loan by the bank of Peru.",
        "The bank has a new chief. It was supported by Peru with a loan.",
        "A minority of Peruvians reject the plan.",
        "Chile says that military aid to Peru is off the table.",
        "Nothing is off the table for Peru.",
        "Peru was unlikely to object.",
        "Peru has yet to object.",
        "A proposal opposed by Peru that the fund be halved is on the table.",
        "The proposal of Peru leaving the pact was rejected by Chile.",
        "The rejection of Peru for membership shocked Chile.",
        "Peru's call was one of many.",
        "Chile, supported by Peru, called the plan a joke.",
        "Chile, supported by Peru, said 30 people had died in the storm.",
    ],
)
def test_what_only_looks_like_a_stance_is_none(propose, sentence):
    assert "Peru" not in {p.party for p in propose(OPENING + sentence).positions}


def test_what_held_before_an_although_is_gone(propose):
    told = propose(
        OPENING + "Although Peru has previously rejected the plan, it accepted it on Monday."
    )
    assert {p.stance.value for p in told.positions if p.party == "Peru"} == {"accepts"}


def test_a_condition_that_leads_ends_with_itself(propose):
    told = propose(OPENING + "If Chile does not leave by May, Peru will not return to Lima.")
    [position] = told.positions
    assert position.condition == "If Chile does not leave by May"
    assert position.claim == "to return to Lima"


def test_who_invites_comments_proposes_nothing(propose):
    assert propose(OPENING + "Peru invited comments on the draft.").positions == ()


@pytest.mark.parametrize(
    "duty",
    ["the rent has to be paid first", "the soldiers ought to leave", "the road needs to be opened"],
)
def test_a_duty_is_quoted_with_whose_it_is(propose, duty):
    told = propose(f"Kenya met Peru. Kenya said that {duty}.")
    assert [each.stance.value for each in told.positions] == ["demands"]
    assert told.positions[0].claim.lower().endswith(duty)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru has at no stage agreed to the plan.",
        "Under no circumstances will Peru accept the plan.",
        "Peru would in no way agree to the plan.",
        "By no means has Peru accepted the plan.",
    ],
)
def test_there_are_many_ways_to_say_no(propose_all, sentence):
    told = propose_all(f"Chile and Peru met in Lima. {sentence} Chile demanded an answer.")
    assert {p.stance.value for p in told.positions if p.party == "Peru"} == {"rejects"}


def test_what_somebody_wants_may_stand_before_it(propose_all):
    told = propose_all("Chile met the HDZ. What the HDZ wants is a seat in the presidency.")
    assert [(p.party, p.stance.value) for p in told.positions] == [("HDZ", "demands")]


def test_a_proposal_that_finds_no_support_is_no_refusal_of_who_made_it(propose_all):
    told = propose_all(
        "Peru and Chile met. A proposal from Chile to close the area for three years found no support."
    )
    assert ("Chile", "rejects") not in {(p.party, p.stance.value) for p in told.positions}


def test_bandits_may_be_a_side(propose):
    told = propose("Bandits hold the students. The bandits demanded money. Kenya refused to pay.")
    assert ("the bandits", "demands") in {(p.party, p.stance.value) for p in told.positions}


UNTURNED = [
    ("Peru did not rule out accepting the plan.", "undecided"),
    ("Peru did not reject the plan.", "undecided"),
    ("Peru no longer opposes the plan.", "concedes"),
    ("Peru did not drop its demand for a full withdrawal.", "demands"),
    ("Peru has not backed down from its demand for a full withdrawal.", "demands"),
    ("Peru will not so much as consider the plan.", "rejects"),
    ("Peru is yet to be persuaded to accept the plan.", "rejects"),
]


@pytest.mark.parametrize(("sentence", "stance"), UNTURNED, ids=[row[0] for row in UNTURNED])
def test_what_a_not_does_is_left_to_grammar(propose_all, sentence, stance):
    told = propose_all(f"Peru and Chile met in Lima to discuss the border plan. {sentence}")
    assert {p.stance.value for p in told.positions if p.party == "Peru"} == {stance}


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru may accept the plan.",
        "Peru was urged to accept the plan.",
        "Peru should accept the plan, the paper wrote in a comment.",
        "Chile said Peru must accept the plan.",
    ],
)
def test_who_may_or_should_accept_has_not(propose_all, sentence):
    told = propose_all(f"Peru and Chile met in Lima to discuss the border plan. {sentence}")
    assert not [p for p in told.positions if p.party == "Peru"]
