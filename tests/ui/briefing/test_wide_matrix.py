"""A matrix with more parties than its view has room for."""

import pytest
from PySide6.QtCore import QEventLoop, QPoint
from PySide6.QtWidgets import QApplication

from briefing_app.domain.position import Stance
from briefing_app.ui.briefing.filters import Filter
from briefing_app.ui.briefing.matrix import MatrixView
from briefing_app.ui.briefing.matrix_cells import BLANK, cell_height, label_pieces
from briefing_app.ui.briefing.overview import OverviewPage
from briefing_app.ui.briefing.rows import Rows
from tests.export.builders import Dossier

ISSUES = 30
LONG = "the whole of the northern plain with its wells, its mills and all of its roads "


@pytest.fixture
def rows() -> Rows:
    """Six parties and thirty issues, on each of which only the last party speaks, and at length."""
    dossier = Dossier()
    parties = [dossier.party(f"Party {number}") for number in range(6)]
    at = dossier.document("Talks")
    for number in range(ISSUES):
        issue, claim = dossier.issue(f"Issue {number}"), f"{LONG}{number}"
        dossier.position(parties[-1], Stance.DEMANDS, issue, claim, dossier.quote(at, claim))
    return Rows(dossier.briefing())


@pytest.fixture
def view(qtbot, theme, rows) -> MatrixView:
    view = MatrixView(theme)
    qtbot.addWidget(view)
    view.resize(360, 300)
    view.set_rows(rows.matrix(Filter()))
    view.show()
    return view


def entry_of(view: MatrixView, row: int):
    return view.model().matrix.lines[row].cells[-1].entries[0].item


def test_a_row_is_as_tall_as_what_is_in_sight(view):
    assert {view.rowHeight(row) for row in range(ISSUES)} == {BLANK}
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    cell = view.model().matrix.lines[0].cells[-1]
    assert view.rowHeight(0) == cell_height(cell, view._look, view.columnWidth(6)) > BLANK
    view.horizontalScrollBar().setValue(0)
    assert view.rowHeight(0) == BLANK


def test_the_row_on_top_stays_there_while_others_come_into_sight_sideways(view):
    view.verticalScrollBar().setValue(3 * BLANK)
    assert view.rowAt(0) == 3
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert (view.rowAt(0), view.rowViewportPosition(3)) == (3, 0)


def test_the_row_on_top_stays_there_on_the_way_back(view):
    sideways, down = view.horizontalScrollBar(), view.verticalScrollBar()
    sideways.setValue(sideways.maximum())
    tall = view.rowHeight(0)
    down.setValue(9 * tall)
    assert view.rowAt(0) == 9
    sideways.setValue(0)
    assert (view.rowAt(0), view.rowViewportPosition(9)) == (9, 0)


def test_the_row_on_top_stays_there_in_a_wider_window(view):
    view.verticalScrollBar().setValue(3 * BLANK)
    view.resize(1000, 300)
    assert view.rowHeight(3) > BLANK
    assert (view.rowAt(0), view.rowViewportPosition(3)) == (3, 0)


def test_a_bar_that_comes_with_taller_rows_does_not_make_them_shorter_again(qtbot, theme):
    dossier = Dossier()
    parties = [dossier.party(f"Party {number}") for number in range(3)]
    at = dossier.document("Talks")
    for number in range(2):
        issue, claim = dossier.issue(f"Issue {number}"), f"{LONG}{number}"
        dossier.position(parties[-1], Stance.DEMANDS, issue, claim, dossier.quote(at, claim))
    page = OverviewPage(theme)
    qtbot.addWidget(page)
    page.show_rows(Rows(dossier.briefing()), Filter())
    page.show()
    for width in range(400, 440):
        page.resize(width, 150)
        heights = {_settled(page) for _turn in range(6)}
        assert len(heights) == 1


def _settled(page: OverviewPage) -> int:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    return page.matrix.height()


def test_an_entry_far_to_the_right_is_brought_into_sight_whole(view):
    view.set_current(entry_of(view, 8))
    area = view.area_of(entry_of(view, 8))
    shown = view.viewport().rect().translated(QPoint(0, view.horizontalHeader().height()))
    assert shown.contains(area)


def test_the_overview_stays_where_it_is_too(qtbot, theme, rows):
    page = OverviewPage(theme)
    qtbot.addWidget(page)
    page.resize(360, 300)
    page.show()
    page.show_rows(rows, Filter())
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    matrix = page.matrix
    page.verticalScrollBar().setValue(matrix.y() + 3 * BLANK)
    sideways = matrix.horizontalScrollBar()

    def top() -> int:
        return (
            matrix.viewport().mapTo(page.viewport(), QPoint(0, matrix.rowViewportPosition(3))).y()
        )

    before = top()
    sideways.setValue(sideways.maximum())
    assert matrix.rowHeight(3) > BLANK
    assert top() == before


def test_no_word_of_an_issues_name_is_broken(qtbot, theme):
    dossier = Dossier()
    party, at = dossier.party("Party"), dossier.document("Talks")
    label = "Demobilisation, reconstruction, decommissioning"
    said = dossier.quote(at, "all of it")
    dossier.position(party, Stance.DEMANDS, dossier.issue(label), "all of it", said)
    view = MatrixView(theme)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.set_rows(Rows(dossier.briefing()).matrix(Filter()))
    layout = label_pieces(label, view._look, view.columnWidth(0))[0].layout
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    shown = [label[each.textStart() : each.textStart() + each.textLength()] for each in lines]
    assert [each.strip() for each in shown] == label.split()


def test_larger_letters_leave_fewer_columns_to_be_as_tall_as(qtbot, theme, rows):
    page = OverviewPage(theme)
    qtbot.addWidget(page)
    page.resize(980, 400)
    page.show()
    page.show_rows(rows, Filter())
    QApplication.processEvents()
    assert page.matrix.rowHeight(0) > BLANK
    page.set_look(theme, 2.0)
    QApplication.processEvents()
    first = page.matrix.model().matrix.lines[0]
    assert page.matrix.columnViewportPosition(6) > page.matrix.viewport().width()
    assert page.matrix.rowHeight(0) < cell_height(
        first.cells[-1], page.matrix._look, page.matrix.columnWidth(6)
    )
