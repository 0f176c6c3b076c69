from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QPushButton

from briefing_app.domain.position import Stance
from briefing_app.ui.briefing import BriefingPane
from briefing_app.ui.briefing.cards import CardModel
from briefing_app.ui.briefing.checklist import Checklist
from briefing_app.ui.briefing.checklist_model import ROW, ChecklistModel
from briefing_app.ui.briefing.details import detail_of
from briefing_app.ui.briefing.filters import Chip, Filter
from briefing_app.ui.briefing.matrix import MatrixView
from briefing_app.ui.briefing.matrix_model import CELL, MatrixModel
from briefing_app.ui.briefing.notes import note_cards
from briefing_app.ui.briefing.rows import Rows
from briefing_app.ui.briefing.tabs import OUTCOMES, OVERVIEW, POSITIONS
from briefing_app.ui.items import Item, Kind
from tests.export.builders import Dossier, istanbul


def test_the_models_keep_qts_rules(qtmodeltester, theme, briefing):
    rows = Rows(briefing)
    matrix, checklist, cards = MatrixModel(), ChecklistModel(), CardModel()
    matrix.set_rows(rows.matrix(Filter()))
    checklist.set_rows(rows.outcomes(Filter()))
    cards.set_rows(note_cards(briefing, theme))
    for model in (matrix, checklist, cards):
        qtmodeltester.check(model)


def test_a_click_on_an_entry_chooses_it(qtbot, theme, briefing):
    view = MatrixView(theme)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.set_rows(Rows(briefing).matrix(Filter()))
    view.show()
    offered = view.model().matrix.lines[0].cells[1].entries[1]
    area = view.area_of(offered.item)
    at = area.center() - QPoint(0, view.horizontalHeader().height())
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [offered]


def test_enter_walks_through_the_entries_of_a_cell(qtbot, theme, briefing):
    view = MatrixView(theme)
    qtbot.addWidget(view)
    view.set_rows(Rows(briefing).matrix(Filter()))
    first, second = view.model().matrix.lines[0].cells[1].entries
    view.setCurrentIndex(view.model().index(0, 2))
    for current, following in ((None, first), (first.item, second), (second.item, first)):
        view.set_current(current)
        with qtbot.waitSignal(view.chosen) as chosen:
            qtbot.keyClick(view, Qt.Key.Key_Return)
        assert chosen.args == [following]


def test_a_joint_position_is_chosen_in_the_column_in_which_one_is(qtbot, theme):
    dossier = istanbul()
    ukraine, russia = (party.id for party in dossier.parties[:2])
    said = dossier.quote(0, "We both ask for more time")
    dossier.position(russia, Stance.DEMANDS, 1, "more time", said, also_party=(ukraine,))
    view = MatrixView(theme)
    qtbot.addWidget(view)
    view.set_rows(Rows(dossier.briefing()).matrix(Filter()))
    joint = Item(Kind.POSITION, dossier.positions[-1].id)
    for column in (2, 1):
        view.setCurrentIndex(view.model().index(0, column))
        view.set_current(joint)
        assert view.currentIndex().column() == column


def test_the_box_ticks_and_the_words_choose(qtbot, theme, briefing):
    view = Checklist(theme)
    qtbot.addWidget(view)
    view.resize(520, 400)
    view.set_rows(Rows(briefing).outcomes(Filter()))
    view.show()
    entry = view.model().rows[1]
    area = view.area_of(entry.item)
    with qtbot.waitSignal(view.tick_wanted) as ticked:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=area.topLeft() + QPoint(20, 18)
        )
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert ticked.args == chosen.args == [entry]


@pytest.fixture
def pane(qtbot, theme, briefing):
    pane = BriefingPane(theme)
    qtbot.addWidget(pane)
    pane.resize(540, 800)
    pane.show_briefing(briefing)
    pane.show()
    return pane


def test_an_entry_that_is_pointed_at_is_shown_whole(pane):
    item = pane.to_review()[0]
    pane.set_current(item)
    assert pane.current == item
    assert pane._detail.isVisible()
    assert "Russia" in pane._detail._heading.text()


def test_a_name_that_runs_from_the_right_turns_nothing_round(pane):
    dossier = Dossier()
    party, issue = dossier.party("المجلس الرئاسي"), dossier.issue("Truce")
    dossier.position(party, Stance.DEMANDS, issue, "it", dossier.quote(dossier.document("D"), "w"))
    pane.show_briefing(dossier.briefing())
    pane.set_current(Item(Kind.POSITION, 1))
    layout = QTextLayout(pane._detail._heading.text())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(600)
    layout.endLayout()
    assert line.cursorToX(0)[0] == 0  # the sign of the stance stands leftmost


def test_what_was_dismissed_is_no_longer_pointed_at(pane, briefing):
    pane.set_current(pane.to_review()[0])
    empty = istanbul()
    empty.positions.clear()
    empty.outcomes.clear()
    empty.annotations.clear()
    pane.show_briefing(empty.briefing())
    assert not pane._detail.isVisible()
    assert pane._empty.isVisible()


def test_accept_in_the_card_is_a_wish(qtbot, pane):
    item = pane.to_review()[0]
    pane.set_current(item)
    with qtbot.waitSignal(pane.confirm_wanted) as wanted:
        qtbot.mouseClick(pane._detail._accept, Qt.MouseButton.LeftButton)
    assert wanted.args == [item]


def test_chips_without_anything_behind_them_stay_away(pane):
    shown = {chip for chip, button in pane._filters._chips.items() if button.isVisible()}
    assert shown == set(Chip)
    pane.show_briefing(istanbul_without_proposals())
    assert not pane._filters._chips[Chip.TO_REVIEW].isVisible()


def test_a_filter_is_said_and_can_be_ended_where_it_is_seen(qtbot, pane, briefing):
    issue = briefing.rows[0].issue
    pane.filter_party(briefing.columns[0].id)
    pane.filter_issue(issue.id)
    bar = pane._filters
    assert briefing.columns[0].name in bar._words.text()
    assert issue.label in bar._words.text()
    with qtbot.waitSignal(pane.no_filter_wanted):
        qtbot.mouseClick(bar._show_all, Qt.MouseButton.LeftButton)
    pane.filter_party(None)
    pane.filter_issue(None)
    assert not bar._only.isVisible()


def test_every_tab_without_anything_says_what_to_do(pane):
    empty = istanbul()
    empty.positions.clear()
    empty.outcomes.clear()
    pane.show_briefing(empty.briefing())
    for tab in (OVERVIEW, POSITIONS, OUTCOMES):
        pane.show_tab(tab)
        assert "by hand" in pane._empty.text()
        assert pane._empty.isVisible()


def test_chips_take_a_second_line_rather_than_leave_the_pane(pane):
    pane.resize(330, 600)
    pane.grab()  # lays out
    chips = [b for b in pane._filters._chips.values() if b.isVisible()]
    assert len({chip.y() for chip in chips}) > 1
    assert all(chip.geometry().right() <= pane.width() for chip in chips)


def istanbul_without_proposals():
    dossier = istanbul()
    dossier.positions[:] = [p for p in dossier.positions if p.review != "proposed"]
    dossier.outcomes[:] = [o for o in dossier.outcomes if o.review != "proposed"]
    return dossier.briefing()


def test_notes_are_listed_by_document_with_their_tags(theme, briefing):
    words = [card.spoken for card in note_cards(briefing, theme)]
    assert words[0] == "Second round ends with limited prisoner swap"
    assert "#verify #for lead" in words[1]
    assert "Verify with the delegation" in words[1]
    assert "• who exactly said it" in words[1]
    assert (
        len([c for c in note_cards(briefing, theme) if c.item and c.item.kind is Kind.ANNOTATION])
        == 3
    )


def test_every_piece_of_evidence_can_be_reached_and_the_card_keeps_to_its_share(
    qtbot, pane, briefing
):
    item = pane.to_review()[0]
    detail = detail_of(briefing, item)
    many = replace(detail, claim="a long claim " * 60, evidence=detail.evidence * 12)
    pane.resize(360, 700)
    pane.set_current(item)
    pane._detail.show_detail(many)
    qtbot.waitUntil(lambda: pane._detail._scroll.verticalScrollBar().maximum() > 0)
    assert pane._detail.height() < pane.height() / 2
    assert len(pane._detail._inside.findChildren(QPushButton)) >= 12


def test_the_arrow_keys_go_on_from_what_is_pointed_at_also_after_a_change(pane, briefing):
    position, outcome = pane.to_review()
    for _ in range(2):
        pane.set_current(position)
        cell = pane._overview.matrix.currentIndex().data(CELL)
        assert position in [entry.item for entry in cell.entries]
        pane.set_current(outcome)
        assert pane._overview.checklist.currentIndex().data(ROW).item == outcome
        pane.show_briefing(briefing)
    pane.set_current(None)
    pane.show_briefing(briefing)
    assert pane._overview.checklist.currentIndex().data(ROW).item == outcome


def test_the_overview_follows_the_arrow_keys(qtbot, pane):
    pane.resize(420, 260)
    checklist = pane._overview.checklist
    checklist.setFocus()
    last = checklist.model().rowCount() - 1
    checklist.setCurrentIndex(checklist.model().index(last))
    area = checklist.visualRect(checklist.currentIndex())
    qtbot.waitUntil(
        lambda: (
            pane._overview.viewport()
            .rect()
            .intersects(area.translated(checklist.mapTo(pane._overview.viewport(), QPoint())))
        )
    )


def test_the_parties_and_issues_stay_in_sight_while_the_matrix_is_scrolled(qtbot, pane):
    pane.resize(330, 300)
    matrix = pane._overview.matrix
    qtbot.waitUntil(lambda: matrix.horizontalScrollBar().maximum() > 0)
    assert not matrix._column.isVisible()
    matrix.horizontalScrollBar().setValue(matrix.horizontalScrollBar().maximum())
    assert matrix._column.isVisible()
    pane._overview.verticalScrollBar().setValue(40)
    header = matrix.horizontalHeader()
    assert header.mapTo(pane._overview.viewport(), QPoint()).y() == 0
    matrix.setCurrentIndex(matrix.model().index(0, 1))
    assert matrix.visualRect(matrix.currentIndex()).left() >= matrix.columnWidth(0)


def test_tab_comes_to_the_views_first_then_to_the_evidence_and_then_to_the_buttons(pane):
    pane.set_current(pane.to_review()[0])
    chain, widget = [], pane._tabs
    for _ in range(200):
        chain.append(widget)
        widget = widget.nextInFocusChain()
    evidence = pane._detail._evidence.itemAt(0).widget()
    order = (pane._tabs, pane._overview.matrix, evidence, pane._detail._accept)
    places = [chain.index(each) for each in order]
    assert places == sorted(places)
