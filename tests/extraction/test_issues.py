import pytest

from briefing_app.domain.issue import Issue, IssueId
from briefing_app.extraction import extract

OPENING = "Peru and Chile held talks in Lima on Tuesday.\n"

ABOUT = [
    ("Peru demanded the release of all prisoners.", "prisoners"),
    ("Peru demanded a ceasefire of thirty days.", "ceasefire"),
    ("Peru rejected any tariff on copper.", "tariffs"),
    ("Chile refused to withdraw its troops from the border.", "withdrawal"),
    ("Chile proposed a referendum on independence.", "selfdet"),
    ("Peru called for an amnesty for the rebels.", "amnesty"),
    ("Peru wants sanctions lifted.", "sanctions"),
    ("Chile offered to admit humanitarian aid.", "aid"),
    ("Peru rejected a coal phase-out and a cut of emissions.", "emissions"),
    ("Chile refused to enrich no uranium.", "nuclear"),
    ("Peru proposed a date for elections.", "elections"),
    ("Chile accepted international peacekeepers.", "peacekeeping"),
]


@pytest.mark.parametrize(("sentence", "issue"), ABOUT, ids=[row[0] for row in ABOUT])
def test_a_claim_tells_its_issue(propose, sentence, issue):
    assert issue in {key for p in propose(OPENING + sentence).positions for key in p.issues}


def test_that_demand_is_about_what_was_demanded(propose):
    told = propose(
        OPENING + "Chile demanded the release of all prisoners. Peru rejected that demand."
    )
    assert [p.issues[0] for p in told.positions] == ["prisoners", "prisoners"]


def test_talks_that_failed_on_nothing_in_particular_are_general(propose):
    [outcome] = propose(OPENING + "The two sides ended the round without agreement.").outcomes
    assert outcome.issues == ("general",)


def test_a_trigger_of_the_readers_own_counts(parser):
    own = (
        Issue(IssueId(1), "pisco", "Pisco", "", r"pisco|grape brandy"),
        Issue(IssueId(2), "odd", "Odd", "", "((("),
    )
    told = extract(
        "Peru rejected a quota on grape brandy.", (), date=None, issues=own, parser=parser
    )
    assert [p.issues for p in told.positions] == [("pisco",)]


DUTIES = """Peru and Chile resumed talks in Lima on Monday on the customs duties that divide them.

Peru demanded that Chile lower its tariff on cotton to 5 percent. Chile offered to lower the tariff on cotton to 8
percent by June. Peru also wants Chile to scrap the duty on sugar.

The delegations dined at the harbour and went home late. The weather was fine. """


@pytest.mark.parametrize("sentence", ["Chile ruled it out.", "Chile turned it down."])
def test_what_names_no_point_is_about_what_the_document_is_about(propose_all, sentence):
    assert "tariffs" in propose_all(DUTIES + sentence).positions[-1].issues
