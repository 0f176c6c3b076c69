"""The help: what it says, and that what holds here is found out and added while it is open."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from briefing_app.safety import Restraint, sentence
from briefing_app.ui.actions import Act
from briefing_app.ui.dialogs.help import HelpDialog


def told(dialog: HelpDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_the_help_opens_at_once_and_says_what_holds_here_when_it_is_found(qtbot, window):
    said = list[str]()

    def read_and_close(_holds: object) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HelpDialog)
        said.extend(told(dialog))
        dialog.accept()

    window._helping.found.connect(lambda holds: QTimer.singleShot(0, lambda: read_and_close(holds)))
    window.actions_by_name[Act.HELP].trigger()
    assert f"✓  {sentence(Restraint.TIME, holds=True)}" in said
    for restraint in Restraint:
        assert any(sentence(restraint, holds=holds) in "".join(said) for holds in (True, False))


def test_the_help_does_not_call_whole_what_holds_in_part(qtbot):
    dialogs = [HelpDialog(None), HelpDialog(None)]
    for dialog, lacking in zip(dialogs, ({Restraint.READING}, set()), strict=True):
        qtbot.addWidget(dialog)
        dialog.show_safety({each: each not in lacking for each in Restraint})
    part, whole = map(told, dialogs)
    assert "✗  It could read your files." in part
    assert not any("All of this" in words for words in part)
    assert any("All of this" in words for words in whole)


def test_help_that_is_opened_again_meanwhile_says_it_once(qtbot, window):
    said = list[str]()

    def read_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HelpDialog)
        said.extend(told(dialog))
        dialog.accept()

    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().accept())
    window.actions_by_name[Act.HELP].trigger()
    window._tasks.idle.connect(lambda: QTimer.singleShot(0, read_and_close))
    window.actions_by_name[Act.HELP].trigger()
    assert said.count(f"✓  {sentence(Restraint.TIME, holds=True)}") == 1
