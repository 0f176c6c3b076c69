import pytest

from briefing_app.domain.position import Stance
from briefing_app.domain.review import Review
from briefing_app.ui.briefing.details import detail_of
from briefing_app.ui.briefing.filters import Chip, Filter
from briefing_app.ui.briefing.rows import Rows
from briefing_app.ui.items import Item, Kind
from tests.export.builders import istanbul


@pytest.fixture
def rows(briefing):
    return Rows(briefing)


def named(briefing, name):
    return next(party for party in briefing.parties if party.name == name)


def test_the_matrix_has_the_parties_across_and_the_issues_down(rows):
    matrix = rows.matrix(Filter())
    assert [column.name for column in matrix.columns] == ["Ukraine", "Russia"]
    assert [line.label for line in matrix.lines] == [
        "Ceasefire, truce or pause",
        "The dead and the missing",
        "Leaders’ meeting",
    ]


def test_a_cell_says_stance_claim_place_and_whose_word_it_is(rows):
    russia = rows.matrix(Filter()).lines[0].cells[1]
    rejected, offered = russia.entries
    assert rejected.label == "✕ Rejects"
    assert rejected.claim == "that demand"
    assert "on Ukraine’s word" in rejected.meta
    assert "words changed" in rejected.meta
    assert offered.proposed
    assert offered.condition.startswith("only if recruitment is halted")


def test_a_party_that_was_asked_and_said_nothing_is_unanswered(rows):
    meeting = rows.matrix(Filter()).lines[2]
    assert [cell.unanswered for cell in meeting.cells] == [False, True]
    assert meeting.cells[1].spoken == "unanswered"


def test_a_party_filters_its_column_and_what_it_must_do(briefing, rows):
    wanted = Filter(party=named(briefing, "Ukraine").id)
    assert [column.name for column in rows.matrix(wanted).columns] == ["Ukraine"]
    assert all("Ukraine" in entry.meta for entry in rows.outcomes(wanted))


def test_an_issue_filters_its_row(briefing, rows):
    issue = briefing.rows[1].issue
    assert [line.label for line in rows.matrix(Filter(issue=issue.id)).lines] == [issue.label]


@pytest.mark.parametrize("chip", [c for c in Chip if c not in (Chip.ALL, Chip.UNANSWERED)])
def test_a_chip_counts_what_it_leaves(rows, chip):
    wanted = Filter(chip)
    left = [e for line in rows.matrix(wanted).lines for cell in line.cells for e in cell.entries]
    assert rows.count(wanted) == len({e.item for e in (*left, *rows.outcomes(wanted))})


def test_disputed_outcomes_say_what_the_accounts_differ_in(rows):
    (disputed,) = rows.outcomes(Filter(Chip.DISPUTED))
    assert disputed.label == "⚑ Disputed"
    assert "6,000 bodies" in disputed.meta
    assert "up to 12,000 bodies" in disputed.meta


def test_proposals_are_listed_once_in_the_order_of_the_briefing(rows):
    waiting = rows.to_review(Filter())
    assert [item.kind for item in waiting] == [Kind.POSITION, Kind.OUTCOME]
    assert len(set(waiting)) == len(waiting)


def test_only_the_proposals_of_a_party_are_walked_while_it_filters(briefing, rows):
    wanted = Filter(party=named(briefing, "Ukraine").id)
    assert set(rows.to_review(wanted)) < set(rows.to_review(Filter()))


def test_the_card_says_everything_of_a_position(briefing, rows):
    item = rows.to_review(Filter())[0]
    detail = detail_of(briefing, item)
    assert detail is not None
    assert "Russia" in detail.heading
    assert "Offers" in detail.heading
    assert dict(detail.fields)["Condition"].startswith("only if recruitment")
    assert detail.proposed


def test_nothing_is_said_of_what_is_no_longer_there(briefing):
    assert detail_of(briefing, Item(Kind.POSITION, 999)) is None


def test_a_joint_position_is_in_each_holders_column_and_one_to_review(briefing):
    dossier = istanbul()
    ukraine, russia = (party.id for party in dossier.parties[:2])
    said = dossier.quote(0, "We both ask for more time")
    dossier.position(
        russia,
        Stance.DEMANDS,
        dossier.issues[0].id,
        "more time",
        said,
        review=Review.PROPOSED,
        also_party=(ukraine,),
    )
    joint, rows = dossier.positions[-1], Rows(dossier.briefing())
    cells = rows.matrix(Filter()).lines[0].cells
    assert [entry.claim for cell in cells for entry in cell.entries].count("more time") == 2
    assert "jointly with 1 other" in cells[0].entries[-1].meta
    assert rows.to_review(Filter()).count(Item(Kind.POSITION, joint.id)) == 1
    assert rows.count(Filter()) == Rows(briefing).count(Filter()) + 1
    detail = detail_of(dossier.briefing(), Item(Kind.POSITION, joint.id))
    assert "Russia" in detail.heading
    assert "Ukraine" in detail.heading
