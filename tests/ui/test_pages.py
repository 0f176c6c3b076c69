"""The page of a PDF in the window: the words that are meant, marked on it, and a way to the other pages."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from briefing_app.domain.evidence import Span
from briefing_app.ui.actions import Act
from briefing_app.ui.dialogs.page import PageDialog
from tests.ingest.samples import Put, pdf

WORDS = "Russia rejected the demand of its neighbours"


@pytest.fixture
def with_pdf(qtbot, window, tmp_path):
    """Show a PDF of three pages in the window."""
    path = tmp_path / "talks.pdf"
    heads = ("A report on the talks.", "What was said.", "Who was there.")
    pages = [[Put(head, 60, 80, 14)] for head in heads]
    pages[1].append(Put(f"{WORDS} for a ceasefire.", 60, 140, 14))
    path.write_bytes(pdf(pages))
    with qtbot.waitSignal(window._importing.imported, timeout=30_000):
        window._documents.add([path])
    qtbot.waitUntil(lambda: not window._importing._waiting, timeout=60_000)
    return window


def while_open(window, act) -> PageDialog:
    """Open the page, and act on the dialog once it is drawn."""
    seen = []

    def go(_picture: object) -> None:
        window._pages.shown.disconnect(go)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PageDialog)
        seen.append(dialog)
        QTimer.singleShot(0, lambda: act(dialog))

    window._pages.shown.connect(go)
    window.actions_by_name[Act.PAGE].trigger()
    return seen[0]


def test_the_words_that_are_outlined_are_marked_on_their_page(with_pdf):
    version = with_pdf._reading.version
    start = version.text.index(WORDS)
    with_pdf.source.show_evidence(Span(start, start + len(WORDS)))
    found = []

    def look(dialog: PageDialog) -> None:
        picture = dialog._sheet.grab().toImage()
        found.append((dialog._place.text(), picture))
        dialog.accept()

    while_open(with_pdf, look)
    place, picture = found[0]
    assert place == "Page 2 of 3"
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(picture.height() // 4)
    }
    assert QColor("#ffdf6b").name() in colours


def test_other_pages_are_a_button_away(qtbot, with_pdf):
    places = []

    def turn(dialog: PageDialog) -> None:
        places.append(dialog._place.text())
        with qtbot.waitSignal(with_pdf._pages.shown, timeout=20_000):
            dialog._after.click()
        places.append(dialog._place.text())
        dialog.accept()

    while_open(with_pdf, turn)
    assert places == ["Page 1 of 3", "Page 2 of 3"]


def test_a_text_without_pages_says_so(qtbot, window):
    with qtbot.waitSignal(window._pages.told) as told:
        window.actions_by_name[Act.PAGE].trigger()
    assert "PDF" in told.args[0]


def test_the_place_of_a_pdfs_words_names_the_page(with_pdf):
    briefing = with_pdf._session.briefing
    added = next(each.id for each in briefing.documents if each.kind == "pdf")
    pages = {each.page for each in briefing.citations if each.document == added}
    assert pages == {2}
