import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton

from briefing_app.domain.annotation import Colour
from tests.ui.source.conftest import an_annotation

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(pane):
    pane.open_note(an_annotation("limited prisoner swap", note="Ask", tags=("verify",)))
    return pane._editor


def test_a_note_is_saved_a_moment_after_the_last_keystroke(qtbot, pane, editor):
    with qtbot.waitSignal(pane.note_changed, timeout=5000) as changed:
        qtbot.keyClicks(editor._note, " again")
    assert changed.args == [7, "Ask again", ("verify",), Colour.YELLOW]
    assert editor.isVisible()


def test_escape_closes_and_keeps(qtbot, pane, editor):
    editor._tags.setText("verify, for lead, ,verify")
    with qtbot.waitSignal(pane.note_changed) as changed:
        qtbot.keyClick(editor._note, Qt.Key.Key_Escape)
    assert changed.args == [7, "Ask", ("verify", "for lead"), Colour.YELLOW]
    assert not editor.isVisible()


@pytest.mark.parametrize("field", ["_note", "_tags"])
def test_ctrl_return_closes_and_keeps_and_is_no_shortcut_of_the_window(qtbot, pane, editor, field):
    used: list[bool] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), pane)
    shortcut.activated.connect(lambda: used.append(True))
    qtbot.keyClicks(editor._note, "!")
    with qtbot.waitSignal(pane.note_changed) as changed:
        qtbot.keyClick(getattr(editor, field), Qt.Key.Key_Return, CTRL)
    assert changed.args[1] == "Ask!"
    assert not editor.isVisible()
    assert used == []


def test_return_alone_begins_a_line(qtbot, editor):
    qtbot.keyClick(editor._note, Qt.Key.Key_Return)
    assert editor._note.toPlainText() == "Ask\n"
    assert editor.isVisible()


def test_what_was_not_changed_is_not_saved(qtbot, pane, editor):
    with qtbot.assertNotEmitted(pane.note_changed):
        editor.close_note()


def test_another_colour_is_saved_at_once(qtbot, pane, editor):
    green = next(dot for dot in editor._dots if dot.colour is Colour.GREEN)
    with qtbot.waitSignal(pane.note_changed) as changed:
        green.click()
    assert changed.args == [7, "Ask", ("verify",), Colour.GREEN]


def test_leaving_a_field_saves(qtbot, pane, editor):
    editor._note.setPlainText("Asked")
    with qtbot.waitSignal(pane.note_changed) as changed:
        QApplication.sendEvent(editor._note, QFocusEvent(QEvent.Type.FocusOut))
    assert changed.args[1] == "Asked"


def test_deleting_asks_for_removal_and_saves_nothing(qtbot, pane, editor):
    editor._note.setPlainText("half a thought")
    delete = next(each for each in editor.findChildren(QPushButton) if each.text() == "Delete")
    with (
        qtbot.assertNotEmitted(pane.note_changed),
        qtbot.waitSignal(pane.removal_wanted) as removal,
    ):
        delete.click()
    assert removal.args == [7]
    assert not editor.isVisible()


def test_clearing_the_pane_keeps_the_open_note(qtbot, pane, editor):
    editor._note.setPlainText("before the end")
    with qtbot.waitSignal(pane.note_changed) as changed:
        pane.clear()
    assert changed.args[1] == "before the end"


@pytest.mark.parametrize("size", [(320, 300), (648, 600)])
def test_the_card_stands_inside_the_pane(pane, editor, size):
    pane.resize(*size)
    pane.open_note(an_annotation("short pause"))
    assert pane.rect().contains(editor.geometry())
