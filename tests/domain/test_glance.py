import datetime as dt

from briefing_app.domain.evidence import Evidence
from briefing_app.domain.glance import (
    Side,
    days,
    due_status_words,
    shares,
    shares_words,
    side_of,
    stances_in,
    standings,
)
from briefing_app.domain.outcome import Account, Due, Status
from briefing_app.domain.position import Stance
from briefing_app.domain.review import Review
from tests.export.builders import Dossier, istanbul


def two_sayings(first: Review, second: Review) -> Dossier:
    """Have one party demand two things of one issue, on two days, and reject a third."""
    dossier = Dossier()
    party, issue = dossier.party("Sudan"), dossier.issue("Truce")
    document = dossier.document("The talks")
    quotes = (dossier.quote(document, f"Sudan said {each}.") for each in ("this", "that", "no"))
    for stance, day, review in (
        (Stance.DEMANDS, 2, first),
        (Stance.DEMANDS, 5, second),
        (Stance.REJECTS, 5, Review.CONFIRMED),
    ):
        said_on = dt.date(2025, 6, day)
        dossier.position(party, stance, issue, "it", next(quotes), review=review, said_on=said_on)
    return dossier


def test_every_stance_is_on_a_side():
    assert {stance for stance in Stance if side_of(stance) is Side.ASKING} == {
        Stance.DEMANDS,
        Stance.PROPOSES,
        Stance.REJECTS,
        Stance.THREATENS,
    }
    assert [stance for stance in Stance if side_of(stance) is Side.NEITHER] == [Stance.UNDECIDED]


def test_parties_stand_on_the_sides_of_their_issues():
    truce, *_rest = standings(istanbul().briefing())
    assert truce.issue.label == "Ceasefire, truce or pause"
    asking = [(stand.party.name, stand.stance) for stand in truce.on(Side.ASKING)]
    assert asking == [("Ukraine", Stance.DEMANDS), ("Russia", Stance.REJECTS)]
    assert [stand.stance for stand in truce.on(Side.GIVING)] == [Stance.OFFERS]
    assert truce.on(Side.NEITHER) == ()


def test_one_stance_of_a_party_on_an_issue_is_drawn_once():
    briefing = two_sayings(Review.PROPOSED, Review.PROPOSED).briefing()
    demands, rejects = standings(briefing)[0].stands
    assert [len(demands.positions), len(rejects.positions)] == [2, 1]
    assert demands.proposed
    assert not rejects.proposed


def test_what_is_confirmed_in_part_is_not_only_proposed():
    briefing = two_sayings(Review.PROPOSED, Review.CORRECTED).briefing()
    assert not standings(briefing)[0].stands[0].proposed


def test_only_the_stances_that_are_taken_are_explained():
    drawn = standings(two_sayings(Review.CONFIRMED, Review.CONFIRMED).briefing())
    assert stances_in(drawn) == (Stance.DEMANDS, Stance.REJECTS)


def test_the_shares_are_those_of_the_checklist_with_what_is_not_reviewed():
    drawn = shares(istanbul().briefing())
    assert [(share.label.text, len(share.outcomes), share.proposed) for share in drawn] == [
        ("✓ Agreed", 2, 0),
        ("… Open", 1, 1),
        ("✕ Failed", 1, 0),
    ]
    assert shares_words(drawn) == "Outcomes by status: 2 Agreed, 1 Open (1 proposed) and 1 Failed"


def test_a_day_has_its_documents_what_was_said_and_what_is_due():
    dossier = two_sayings(Review.CONFIRMED, Review.CONFIRMED)
    quote: Evidence = dossier.evidence[0][1]
    due = Due("by then", None, dt.date(2025, 6, 5))
    account = Account(Status.AWAITING_RESPONSE, quote, due=due)
    dossier.outcome("An answer", dossier.issues[0].id, account)
    second, third, fifth = days(dossier.briefing())
    assert [each.day.day for each in (second, third, fifth)] == [2, 3, 5]
    assert [stand.stance for stand in second.said[0].stands] == [Stance.DEMANDS]
    assert [document.title for document in third.documents] == ["The talks"]
    assert [s.stance for s in fifth.said[0].stands] == [Stance.DEMANDS, Stance.REJECTS]
    assert [due_status_words(outcome) for outcome in fifth.due] == ["Awaited, by 5 June 2025"]


def test_nothing_is_drawn_of_an_empty_dossier():
    empty = Dossier().briefing()
    assert (standings(empty), shares(empty), days(empty)) == ((), (), ())
    assert shares_words(()) == ""
