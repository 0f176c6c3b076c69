"""A drawing leaves the window as a picture, on the clipboard or as a file."""

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from briefing_app.ui.actions import Act


@pytest.fixture
def page(window):
    window.actions_by_name[Act.GLANCE].trigger()
    return window.briefing._glance


def menu_of(page):
    *_copies, copy, save = page.menu_on(page.standings, None).actions()
    return copy, save


@pytest.fixture
def save(qtbot, monkeypatch, window, page):
    """Give a function that saves a picture as a reader who chooses this path and kind does."""

    def choose_and_wait(path, kind, signal):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), kind))
        with qtbot.waitSignal(getattr(window._picturing, signal)):
            menu_of(page)[1].trigger()

    return choose_and_wait


def test_a_picture_is_copied_in_the_light_theme_whatever_the_windows(qtbot, window, page):
    window.actions_by_name[Act.DARK].trigger()
    copy, _save = menu_of(page)
    with qtbot.waitSignal(window._picturing.told):
        copy.trigger()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1900
    assert image.pixelColor(3, 3) == QColor(window._appearance.light.paper)
    assert "copied" in window.notice.words


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("stands.png", "", "stands.png"),
        ("stands.SVG", "", "stands.SVG"),
        ("Round 2.1", "Drawing (*.svg)", "Round 2.1.svg"),
        ("stands", "Picture (*.png)", "stands.png"),
    ],
)
def test_a_picture_is_saved_as_its_name_or_the_kind_chosen_says(
    save, tmp_path, name, kind, written
):
    folder = tmp_path / "pictures"
    folder.mkdir()
    save(folder / name, kind, "told")
    (file,) = folder.iterdir()
    assert file.name == written
    if written.lower().endswith(".png"):
        assert QImage(str(file)).width() == 1900
    else:
        assert "Asks or refuses" in file.read_text("utf-8")


def test_an_ending_that_was_added_overwrites_nothing(save, tmp_path):
    kept = tmp_path / "stands.svg"
    kept.write_text("another drawing", "utf-8")
    save(tmp_path / "stands", "Drawing (*.svg)", "told")
    assert kept.read_text("utf-8") == "another drawing"
    assert "Asks or refuses" in (tmp_path / "stands 2.svg").read_text("utf-8")


def test_a_picture_that_cannot_be_written_is_told(save, window, tmp_path):
    save(tmp_path / "nowhere" / "x.png", "", "failed")
    assert "x.png" in window.alert.words


def test_a_document_of_the_line_of_time_is_read(window, page):
    (mark,) = [mark for mark in page.timeline.sheet.marks if mark.document]
    page.timeline.chosen.emit(mark)
    assert window._reading.version.document == mark.document
