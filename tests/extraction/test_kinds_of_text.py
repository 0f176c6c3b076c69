"""Sentences as statements, bulletins, live blogs and reports of strikes have them."""

import pytest


def held(told):
    return {(p.party, p.stance.value) for p in told.positions}


def test_two_blanks_end_a_sentence(propose):
    text = "Peru rejected the offer from Chile.  Chile demanded more time for the survey."
    told = {text[p.span.start : p.span.end] for p in propose(text).positions}
    assert told == {"Peru rejected the offer from Chile", "Chile demanded more time for the survey"}


def test_a_country_that_speaks_for_a_group(propose):
    told = propose(
        "Samoa, for AOSIS, called for a fund for lost coasts. India refused to discuss one."
    )
    assert ("AOSIS", "demands") in held(told)
    assert "Samoa" not in {p.party for p in told.positions}


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        (
            "The rebel group Tasmar demanded a truce. The group refused to disarm.",
            "Tasmar",
            "the group",
        ),
        (
            "Their union, PILAX, rejected the offer of the airline. The union wants a shorter week.",
            "PILAX",
            "the union",
        ),
        (
            "The Ostmar National Council rejected the draft. The ONC called for elections.",
            "Ostmar National Council",
            "ONC",
        ),
    ],
)
def test_a_side_is_known_by_the_noun_beside_it_or_its_initials(propose, text, name, alias):
    [party] = [p for p in propose(text).parties if p.name == name]
    assert alias in {each.replace("The ", "the ") for each in party.aliases}


def test_the_junta_is_a_side(propose):
    told = propose(
        "The junta rejected elections. The rebels demand autonomy. The rebels and the junta met."
    )
    assert ("the junta", "rejects") in held(told)


SAID = "Peru and Chile held talks on fishing rights on Tuesday.\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "The staff of Chile gave Peru until Friday to approve the proposal.",
        "Peru must say yes, an official said.",
    ],
)
def test_what_somebody_is_to_do_is_no_yes_of_theirs(propose, sentence):
    assert ("Peru", "accepts") not in held(propose(SAID + sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        '"The islands are off the table," Peru\'s foreign minister said.',
        '"There will be no pullback," Peru\'s foreign minister said.',
        '"We are not going to give up the harbour," Peru\'s foreign minister said.',
        "Peru refused, saying it had other plans.",
        "Peru threw out the offer.",
    ],
)
def test_a_refusal_in_other_words(propose, sentence):
    assert ("Peru", "rejects") in held(propose(SAID + sentence))


def test_a_refusal_on_an_opponents_word(propose):
    told = propose(
        SAID
        + "Chile's refusal to share its charts shows what it wants, Peru's foreign minister said."
    )
    assert ("rejects", "other_party", "Peru") in {
        (p.stance.value, p.channel.value, p.speaker) for p in told.positions
    }


def test_what_a_deal_lays_down_is_no_pledge(propose):
    told = propose(SAID + "Under the agreement Peru will free 30 sailors.")
    assert told.positions == ()
    assert "agreed" in {o.status.value for o in told.outcomes}


def test_going_on_with_a_strike_is_no_pledge(propose):
    told = propose("The port union rejected the offer. The union will continue to strike.")
    assert "pledges" not in {p.stance.value for p in told.positions}


def test_a_name_of_which_an_opponent_tells_is_no_seat_of_theirs(propose):
    told = propose(
        "Yelland wants a road through Ardania. The treaty could be signed if Ardania changed its law, "
        "Yelland's foreign minister said. Ardania refused to change its law."
    )
    assert ("Ardania", "rejects") in held(told)


def test_a_claim_carries_what_it_points_back_to(propose):
    told = propose(SAID + "Peru demanded a ban on drift nets. Chile rejected that demand.")
    [refusal] = [p for p in told.positions if p.party == "Chile"]
    assert refusal.claim == "demand: a ban on drift nets"


def test_the_reason_tells_cue_holder_and_issue(propose):
    told = propose(SAID + "Peruvian negotiators rejected a ceasefire.")
    [refusal] = told.positions
    assert all(
        f"“{words}”" in refusal.why for words in ("rejected", "Peruvian negotiators", "ceasefire")
    )
    assert "stands for Peru" in refusal.why


def test_a_news_agency_only_tells(propose):
    told = propose(SAID + "Reuters reported that Peru rejected the offer.")
    [refusal] = told.positions
    assert (refusal.party, refusal.channel.value, refusal.speaker) == ("Peru", "third", "Reuters")
    assert "party" not in {p.role.value for p in told.parties if p.name == "Reuters"}
