import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics

from briefing_app import paths
from briefing_app.ui.fonts import interface_font
from briefing_app.ui.library import LibraryPane
from briefing_app.ui.library.rows import DocumentRow, FilterRow
from briefing_app.ui.library.view import ROW, LibraryModel, fitted
from briefing_app.ui.theme import load_theme
from tests.export.builders import istanbul


@pytest.fixture
def library(qtbot):
    pane = LibraryPane(load_theme("light", paths.resources() / "themes"))
    qtbot.addWidget(pane)
    pane.resize(250, 600)
    pane.show_briefing(istanbul().briefing())
    pane.show()
    return pane


def row_of(pane, kind, number=0):
    rows = [n for n, row in enumerate(pane._model.rows) if isinstance(row, kind)]
    return pane._model.index(rows[number])


def test_a_party_chosen_twice_filters_no_longer(qtbot, library):
    index = row_of(library, FilterRow)
    with qtbot.waitSignal(library.party_filtered) as filtered:
        library._choose(index.data(ROW))
    assert filtered.args == [index.data(ROW).id]
    with qtbot.waitSignal(library.party_filtered) as filtered:
        library._choose(index.data(ROW))
    assert filtered.args == [None]


def test_a_filter_ends_with_the_party_it_was_for(qtbot, library):
    library._choose(row_of(library, FilterRow).data(ROW))
    rest = istanbul()
    rest.positions.clear()
    rest.outcomes.clear()
    rest.parties.clear()
    with qtbot.waitSignal(library.party_filtered) as filtered:
        library.show_briefing(rest.briefing())
    assert filtered.args == [None]


def test_the_keyboards_place_stays_when_the_rows_are_read_again(library):
    library._list.setCurrentIndex(row_of(library, FilterRow, 1))
    before = library._list.currentIndex().data(ROW)
    library.show_briefing(istanbul().briefing())
    assert library._list.currentIndex().data(ROW) == before


def test_home_goes_to_the_first_document(qtbot, library):
    library._list.setCurrentIndex(row_of(library, FilterRow, 1))
    qtbot.keyClick(library._list, Qt.Key.Key_Home)
    assert isinstance(library._list.currentIndex().data(ROW), DocumentRow)
    assert library._list.currentIndex() == row_of(library, DocumentRow)


def test_a_tooltip_never_reads_a_title_as_html(qtmodeltester):
    dossier = istanbul().briefing()
    model = LibraryModel()
    model.set_rows((DocumentRow(dossier.documents[0].id, "<img src=x> & so on", "", ""),))
    qtmodeltester.check(model)
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt; &amp; so on" in tip


@pytest.mark.parametrize("text", ["many words of a title " * 30, "第二轮会谈结束" * 40])
def test_a_title_that_is_too_long_ends_in_dots(qapp, text):
    font, room = interface_font(), QSize(200, 3 * QFontMetrics(interface_font()).lineSpacing())
    shortened = fitted(text, font, room)
    assert shortened.endswith("…")
    assert text.startswith(shortened[:-1])
    assert fitted("Short", font, room) == "Short"
