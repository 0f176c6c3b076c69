"""What is left of a Briefing within a scope, and that nothing of the rest is."""

import datetime as dt
from dataclasses import replace

import pytest

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outcome import Account, Due, Quantity, Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.domain.review import Review
from briefing_app.domain.scope import Scope, within
from tests.export.builders import Dossier, istanbul

UKRAINE, RUSSIA = 1, 2
TRUCE, DEAD, MEETING, SWAP = 1, 2, 3, 4
STORY, UKRAINIAN, ARABIC = 1, 2, 3


def claims(briefing: Briefing) -> list[str]:
    return [position.content.claim for position in briefing.positions]


def outcomes(briefing: Briefing) -> list[str]:
    return [outcome.content.claim for outcome in briefing.outcomes]


@pytest.fixture
def whole() -> Briefing:
    return istanbul().briefing()


def test_the_whole_is_the_briefing_itself(whole):
    assert within(whole, Scope()) is whole


def test_only_some_issues(whole):
    left = within(whole, Scope(issues=(DEAD,)))
    assert [row.issue.id for row in left.rows] == [DEAD]
    assert claims(left) == ["to return the bodies of 6,000 soldiers"]
    assert outcomes(left) == ["Return of bodies"]
    assert [issue.id for issue in left.issues] == [DEAD]
    assert {document.id for document in left.documents} == {STORY, ARABIC}


def test_only_some_parties(whole):
    left = within(whole, Scope(parties=(UKRAINE,)))
    assert [party.name for party in left.columns] == ["Ukraine"]
    assert [row.issue.id for row in left.rows] == [TRUCE, MEETING]
    assert outcomes(left) == [
        "Exchange of all sick or seriously wounded prisoners, and those under 25",
        "No breakthrough on the core of the dispute",  # nobody is named: it may be anyone's
    ]
    assert {party.name for party in left.parties} == {"Ukraine", "Russia"}  # Russia must act, too


def test_only_some_documents_and_no_quote_of_another(whole):
    left = within(whole, Scope(documents=(UKRAINIAN,)))
    assert [document.id for document in left.documents] == [UKRAINIAN]
    assert {citation.document for citation in left.citations} == {UKRAINIAN}
    assert claims(left) == ["«Ми наполягаємо на повному припиненні вогню», — сказав міністр."]
    assert len(left.positions[0].content.evidence) == 1
    assert left.outcomes == ()
    assert len(left.annotations) == 1


def test_a_figure_that_only_another_document_gave_is_not_told(whole):
    left = within(whole, Scope(documents=(ARABIC,)))
    (outcome,) = left.outcomes
    assert outcome.content.quantities == (Quantity(12000, "bodies", "up to"),)
    assert outcome.content.status is Status.AGREED
    assert outcome.content.due is not None
    assert not outcome.content.disputed


def test_a_claim_that_another_telling_says_too_is_kept_and_what_it_does_not_say_is_not():
    dossier = Dossier()
    party, issue = dossier.party("Ukraine"), dossier.issue("Ceasefire")
    one, other = dossier.document("One"), dossier.document("Other")
    dossier.position(
        party,
        Stance.DEMANDS,
        issue,
        "a halt of 30 days",
        dossier.quote(one, "Ukraine wants a halt of 30 days if watched, the envoy said"),
        dossier.quote(other, "A halt, of 30 days, is wanted"),
        condition="if watched",
        speaker="the envoy",
        said_on=dt.date(2025, 6, 1),
    )
    content = within(dossier.briefing(), Scope(documents=(2,))).positions[0].content
    assert content.claim == "a halt of 30 days"
    assert (content.condition, content.speaker, content.said_on) == ("", "", None)


def test_a_figure_of_the_readers_own_stays():
    dossier = Dossier()
    issue = dossier.issue("The dead")
    one, other = dossier.document("One"), dossier.document("Other")
    dossier.outcome(
        "Return of bodies",
        issue,
        Account(Status.PLEDGED, dossier.quote(one, "6,000"), (Quantity(6000),)),
        Account(Status.AGREED, dossier.quote(other, "12,000"), (Quantity(12000),)),
        quantities=(Quantity(1212),),
        due=Due("soon"),
    )
    content = within(dossier.briefing(), Scope(documents=(2,))).outcomes[0].content
    assert content.quantities == (Quantity(1212),)
    assert content.status is Status.AGREED
    assert content.due == Due("soon")


@pytest.mark.parametrize(
    ("since", "until", "documents"),
    [
        (dt.date(2025, 6, 3), None, [STORY]),
        (None, dt.date(2025, 6, 2), [UKRAINIAN]),
        (dt.date(2025, 6, 2), dt.date(2025, 6, 3), [STORY, UKRAINIAN]),
        (dt.date(2025, 7, 1), None, []),
    ],
)
def test_only_some_days_and_no_document_without_one(whole, since, until, documents):
    left = within(whole, Scope(since=since, until=until))
    assert [document.id for document in left.documents] == documents
    assert {citation.document for citation in left.citations} <= set(documents)


def test_only_what_is_confirmed(whole):
    left = within(whole, Scope(confirmed_only=True))
    entries = (*left.positions, *left.outcomes)
    assert entries
    assert all(entry.review is not Review.PROPOSED for entry in entries)


def test_without_notes(whole):
    left = within(whole, Scope(notes=False))
    assert left.annotations == ()
    assert claims(left) == claims(whole)
    assert len(left.citations) == len(whole.citations) - 3


def test_a_note_stays_with_the_words_of_what_stays():
    dossier = istanbul()
    dossier.annotate(dossier.positions[4].content.evidence[0], "How many?")
    left = within(dossier.briefing(), Scope(issues=(DEAD,)))
    assert [each.note for each in left.annotations] == ["How many?"]


def test_what_is_left_is_numbered_anew(whole):
    left = within(whole, Scope(parties=(RUSSIA,), notes=False))
    assert [citation.number for citation in left.citations] == list(
        range(1, len(left.citations) + 1)
    )
    cited = {citation.evidence.id for citation in left.citations}
    used = {e.id for position in left.positions for e in position.content.evidence}
    used |= {a.evidence.id for outcome in left.outcomes for a in outcome.content.accounts}
    assert cited == used


def asked_and_answered(said: str = "a halt now") -> Briefing:
    dossier = Dossier()
    asking, asked = dossier.party("Ukraine"), dossier.party("Russia")
    issue = dossier.issue("Ceasefire")
    first, second = dossier.document("First"), dossier.document("Second")
    dossier.position(asking, Stance.DEMANDS, issue, "a halt", dossier.quote(first, said))
    dossier.position(asked, Stance.REJECTS, issue, "that", dossier.quote(second, "no"))
    return dossier.briefing()


def test_a_party_of_which_no_chosen_document_speaks_is_not_told_of():
    left = within(asked_and_answered(), Scope(documents=(1,)))
    assert [party.name for party in left.columns] == ["Ukraine"]
    assert [party.name for party in left.parties] == ["Ukraine"]
    assert len(left.rows[0].cells) == 1


def test_only_the_names_that_a_chosen_document_says_are_told():
    whole = asked_and_answered("Kyiv and the rebels want a halt now")
    ukraine, russia = whole.parties
    parties = (
        replace(ukraine, aliases=("Kyiv", "Curtis Hadley")),
        replace(russia, aliases=("the rebels",)),
    )
    left = within(replace(whole, parties=parties, columns=parties), Scope(documents=(1,)))
    assert [(party.name, party.aliases) for party in left.parties] == [("Ukraine", ("Kyiv",))]


def test_a_party_that_is_spoken_of_and_answers_elsewhere_is_not_called_unanswering():
    left = within(asked_and_answered("Russia must halt now"), Scope(documents=(1,)))
    assert [cell.unanswered for cell in left.rows[0].cells] == [False, False]
    assert left.rows[0].cells[1].positions == ()


def test_what_nobody_asks_within_the_scope_is_not_unanswered(whole):
    row = next(row for row in whole.rows if row.issue.id == MEETING)
    assert row.cells[1].unanswered
    proposal = row.cells[0].positions[0]
    open_still = replace(proposal, review=Review.PROPOSED)
    rows = (replace(row, cells=(replace(row.cells[0], positions=(open_still,)), row.cells[1])),)
    left = within(replace(whole, rows=rows), Scope(confirmed_only=True))
    assert left.rows == ()


def test_whoever_holds_nothing_any_more_and_does_not_negotiate_has_no_column():
    dossier = istanbul()
    host = dossier.party("Türkiye", Role.HOST)
    quote = dossier.quote(0, "The host proposed a third round.")
    dossier.position(host, Stance.PROPOSES, MEETING, "a third round", quote)
    briefing = dossier.briefing()
    assert len(briefing.columns) == 3
    assert [each.name for each in within(briefing, Scope(issues=(TRUCE,))).columns] == [
        "Ukraine",
        "Russia",
    ]


def test_a_joint_position_stays_with_one_of_its_holders_and_names_the_other():
    dossier = Dossier()
    ukraine, russia = dossier.party("Ukraine"), dossier.party("Russia")
    said = dossier.quote(dossier.document("Statement"), "We call for a halt")
    issue = dossier.issue("Ceasefire")
    dossier.position(ukraine, Stance.DEMANDS, issue, "a halt", said, also_party=(russia,))
    whole = dossier.briefing()
    assert [len(cell.positions) for cell in whole.rows[0].cells] == [1, 1]
    assert [position.id for position in whole.positions] == [1]
    left = within(whole, Scope(parties=(russia,)))
    assert [party.id for party in left.columns] == [russia]
    assert left.rows[0].cells[0].positions == whole.positions
    assert [party.name for party in left.parties] == ["Ukraine", "Russia"]
