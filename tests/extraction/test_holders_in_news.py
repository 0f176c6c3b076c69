"""Whose position it is in the turns of phrase of newspapers: by places, colleagues, views, answers and objections."""

import pytest

from briefing_app.extraction.lexicon import load_lexicon
from briefing_app.extraction.parsing import parse
from briefing_app.extraction.proposing import understand

TALKS = "Brazil and Chile resumed talks in Lima on Monday. "


def held(told, since: int = len(TALKS)):
    return {(each.party, each.stance.value) for each in told.positions if each.span.start >= since}


@pytest.mark.parametrize(
    ("sentence", "party", "stance"),
    [
        ("Officials in Brasilia rejected the levy.", "Brazil", "rejects"),
        ("The authorities in Brasilia offered to free the crew.", "Brazil", "offers"),
        ("Our Brazilian colleagues asked for a longer transition.", "Brazil", "demands"),
        ("It was Brazil that demanded a levy.", "Brazil", "demands"),
        ("It was Peru which blocked the text.", "Peru", "rejects"),
        ("Objections from Brazil held up the text.", "Brazil", "rejects"),
        ("Brazilian objections kept the text from being adopted.", "Brazil", "rejects"),
        ("Brazil has come around to the levy.", "Brazil", "accepts"),
        ("In Brazil's view, a levy is out of the question.", "Brazil", "rejects"),
        ("Brazil's position is unchanged: a levy is out of the question.", "Brazil", "rejects"),
        ("The answer of Brazil was short: there will be no levy.", "Brazil", "rejects"),
        ("Brazil had one caveat: there will be no levy.", "Brazil", "rejects"),
    ],
)
def test_who_holds_it_in_the_news(propose, sentence, party, stance):
    assert held(propose(TALKS + sentence)) == {(party, stance)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Western officials in Brasilia rejected the levy.",
        "Embassy officials in Brasilia rejected the levy.",
        "Diplomats in Brasilia rejected the levy.",
        "The rebel government in Khartoum rejected the levy.",
        "A union of skippers from elsewhere rejected the levy.",
        "Brazil has one question left: a levy is out of the question.",
        "Brazil ignored a warning: there will be no levy.",
        "Brazil's front line refused to move.",
        "Brazilian resistance halted the Chilean advance.",
    ],
)
def test_what_is_nobodys_in_the_news(propose, sentence):
    opening = f"{TALKS}The Harbour Workers' Union demanded a levy. The union came. "
    assert held(propose(opening + sentence), len(opening)) == set()


def test_a_view_is_of_its_own_clause_only(propose):
    told = propose(f"{TALKS}Chile rejected the levy, a step that in Brazil's view was hostile.")
    assert [(each.party, each.channel.value) for each in told.positions] == [("Chile", "reporter")]


def test_a_reply_is_whose_it_is_said_to_be(propose):
    told = propose(f"{TALKS}Brazil gave Chile's reply: there will be no levy.")
    assert held(told) == {("Chile", "rejects")}


@pytest.mark.parametrize(
    ("office", "party"),
    [
        ("India's Commerce Department", "India"),
        ("Sri Lanka's Ministry of External Affairs", "Sri Lanka"),
        ("North Korea's Unification Ministry", "North Korea"),
        ("The Commerce Department", "United States"),
    ],
)
def test_an_office_is_of_the_country_beside_it(propose, office, party):
    assert held(propose(f"{TALKS}{office} rejected the levy.")) == {(party, "rejects")}


def test_the_commission_of_a_longer_name_is_another(propose):
    opening = f"{TALKS}The European Commission sent an envoy. "
    told = propose(f"{opening}The Federal Trade Commission rejected the levy.")
    assert ("European Union", "rejects") not in held(told, len(opening))


def test_what_somebody_is_said_to_have_done_is_theirs(propose_all):
    told = propose_all(f"{TALKS}Brazil is also said to have asked that the snapback be reversed.")
    assert held(told) == {("Brazil", "demands")}


def test_whom_words_mean_does_not_depend_on_which_is_asked_for_first(parser):
    text = "The president of Brazil said no. Her defence secretary was cooler still."
    reading, _heard = understand(text, parse(text, (), parser), load_lexicon())
    paragraph = reading.paragraphs[0]
    words = [each for each in paragraph.doc if each.text in {"Her", "secretary"}]
    for order in (words, words[::-1]):
        reading.forget()
        found = {each.text: reading.who(paragraph, each).actors for each in order}
        assert found == {"Her": (0,), "secretary": (0,)}


def test_a_demand_is_whose_it_is_said_to_be(propose_all):
    told = propose_all(f"{TALKS}Brazil's main demand is that the quota be doubled.")
    assert held(told) == {("Brazil", "demands")}


def test_a_commissioner_is_the_unions(propose):
    opening = f"{TALKS}The European Union met Brazil. Brazil came. "
    told = propose(f"{opening}Trade Commissioner Anna Lind rejected the levy.")
    assert held(told, len(opening)) == {("European Union", "rejects")}
    both = f"{opening}The African Union sent an envoy. Brazil refused to sign. "
    told = propose(f"{both}Trade Commissioner Anna Lind rejected the levy.")
    assert ("European Union", "rejects") not in held(told, len(both))


def test_the_minister_of_a_people_that_is_named_nowhere_else(propose):
    opening = "Talks between Tokonda and Belmara resumed. Tokonda came. Belmara spoke at length. "
    told = propose(f"{opening}Tokondan Interior Minister Luc Maku rejected the levy.")
    assert held(told, len(opening)) == {("Tokonda", "rejects")}


def test_a_company_of_two_words_is_no_person(propose):
    opening = (
        "Serbia's energy minister said on Tuesday that three offers for the 56% that Gazprom Neft and its parent hold "
        "were in.\n\nGazprom demanded a price. "
    )
    told = propose(f"{opening}Gazprom Neft rejected the levy.")
    assert ("Serbia", "rejects") not in held(told, len(opening))
