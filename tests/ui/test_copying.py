"""What a reader finds on the clipboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from briefing_app.domain.evidence import Span


@pytest.fixture(autouse=True)
def clipboard():
    QGuiApplication.clipboard().clear()
    return QGuiApplication.clipboard()


def first_cell(matrix):
    model = matrix.model()
    places = ((row, column) for row in range(model.rowCount()) for column in range(1, 3))
    return next(model.index(*place) for place in places if model.cell(model.index(*place)).entries)


def press_copy(qtbot, view, index):
    view.setFocus()
    view.setCurrentIndex(index)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def offered(menu):
    return {action.text(): action for action in menu.actions()}


def test_a_cell_is_copied_with_its_sources(qtbot, window, clipboard):
    matrix = window.briefing._overview.matrix
    index = first_cell(matrix)
    with qtbot.waitSignal(window._copying.told):
        press_copy(qtbot, matrix, index)
    entry = matrix.model().cell(index).entries[0]
    text = clipboard.text()
    assert entry.claim.split(" …")[0][:20] in text
    assert f"“{' '.join(entry.evidence.quote.exact.split())}” (" in text
    assert "<blockquote>" in clipboard.mimeData().html()


def test_on_an_issues_name_the_row_is_copied(qtbot, window, clipboard):
    matrix = window.briefing._overview.matrix
    press_copy(qtbot, matrix, matrix.model().index(0, 0))
    heads, row = clipboard.text().split("\n")
    assert heads.split("\t")[0] == "Issue"
    assert row.split("\t")[0] == matrix.model().matrix.lines[0].label
    assert "<table" in clipboard.mimeData().html()


def test_an_outcome_is_copied(qtbot, window, clipboard):
    checklist = window.briefing._overview.checklist
    entry = checklist.model().rows[1]
    press_copy(qtbot, checklist, checklist.model().index(1))
    assert entry.evidence.quote.exact[:30] in clipboard.text()


def test_a_menu_offers_what_can_be_copied(window, clipboard):
    matrix = window.briefing._overview.matrix
    actions = offered(matrix.menu_at(first_cell(matrix)))
    assert list(actions) == ["Copy the cell", "Copy the row"]
    actions["Copy the cell"].trigger()
    assert not clipboard.text().startswith("Issue\t")
    actions["Copy the row"].trigger()
    assert clipboard.text().startswith("Issue\t")
    assert list(offered(matrix.menu_at(matrix.model().index(0, 0)))) == ["Copy the row"]
    assert matrix.menu_at(matrix.model().index(-1, -1)) is None


def test_a_row_that_went_while_the_menu_was_open_is_not_mistaken_for_another(window, clipboard):
    matrix = window.briefing._overview.matrix
    actions = offered(matrix.menu_at(first_cell(matrix)))
    matrix.model().beginResetModel()
    matrix.model().endResetModel()
    for action in actions.values():
        action.trigger()
    assert clipboard.text() == ""


def test_the_menu_of_an_outcome_copies_it(window, clipboard):
    checklist = window.briefing._overview.checklist
    entry = checklist.model().rows[1]
    offered(checklist.menu_on(entry))["Copy the outcome"].trigger()
    assert entry.evidence.quote.exact[:30] in clipboard.text()


def test_selected_words_are_copied_in_the_style_that_was_chosen(window, clipboard):
    window.settings = replace(window.settings, citations="chicago")
    window.source.citation_wanted.emit(Span(0, 18))
    assert clipboard.text().startswith("“Russia and Ukraine” — ")
    assert clipboard.text().endswith("para. 1.")
