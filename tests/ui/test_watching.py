"""A watched folder: what comes is offered, and only what the reader ticks is taken in."""

import os
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from briefing_app import paths
from briefing_app.settings import load_settings, save_settings
from briefing_app.ui.actions import Act
from briefing_app.ui.dialogs.new_files import NewFilesDialog

WORDS = "La délégation a de nouveau réclamé un cessez-le-feu complet d’au moins trente jours."


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "Inbox"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(f"Note {name}\n\n{WORDS}", "utf-8")
        os.utime(folder / f"{name}.txt", (1_750_000_000, 1_750_000_000))
    return folder


def watched(qtbot, window, folder: Path) -> None:
    with qtbot.waitSignal(window._watching.offered, timeout=20_000):
        window._watching.watch(folder)


def test_what_comes_is_offered_and_never_taken_by_itself(qtbot, window, inbox):
    watched(qtbot, window, inbox)
    assert window.notice.words == "2 new files in “Inbox”."
    assert window.notice._button.text() == "Look…"
    assert len(window._session.store.documents()) == 1


def test_what_the_reader_ticks_is_taken_in(qtbot, window, inbox, monkeypatch):
    watched(qtbot, window, inbox)

    def untick_one(dialog: NewFilesDialog) -> QDialog.DialogCode:
        dialog._list.item(0).setCheckState(Qt.CheckState.Unchecked)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NewFilesDialog, "exec", untick_one)
    with qtbot.waitSignal(window._collecting.finished, timeout=40_000):
        window.actions_by_name[Act.NEW_FILES].trigger()
    names = {document.file_name for document in window._session.store.documents()}
    assert "two.txt" in names
    assert "one.txt" not in names
    window.actions_by_name[Act.NEW_FILES].trigger()
    assert window.notice.words == "Nothing new is in the watched folder."


def test_a_later_look_tells_only_what_is_new_since(qtbot, window, inbox):
    watched(qtbot, window, inbox)
    window._watching._found = []
    (inbox / "three.txt").write_text("Note three", "utf-8")
    with qtbot.waitSignal(window._watching.offered, timeout=20_000) as offered:
        window._watching._look()
    assert offered.args[0] == "1 new file in “Inbox”."


def test_a_folder_is_watched_for_its_dossier_alone_until_that_is_ended(
    qtbot, window, inbox, tmp_path
):
    watched(qtbot, window, inbox)
    assert window._watching.folder == inbox
    path = tmp_path / "settings.json"
    save_settings(window.remembered(), path)
    assert load_settings(path).watched == {str(window._session.store.path): str(inbox)}
    assert any(paths.watched_folders().iterdir())
    window._watching.stop()
    assert not any(paths.watched_folders().iterdir())
    assert window._watching.folder is None
    assert window.remembered().watched == {}
    window.actions_by_name[Act.NEW_FILES].trigger()
    assert window.notice.words == "No folder is watched for this dossier."


def test_settings_that_were_tampered_with_watch_nothing(window, tmp_path):
    path = tmp_path / "settings.json"
    save_settings(window.remembered(), path)
    text = path.read_text("utf-8").replace('"watched": {}', '"watched": {"a": 5, "b": "/c"}')
    path.write_text(text, "utf-8")
    assert asdict(load_settings(path))["watched"] == {"b": "/c"}
