"""What a reader does with the words, and what the pane then wishes for."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from briefing_app.domain.annotation import Colour
from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.ui.items import Kind
from briefing_app.ui.source import SourcePane
from briefing_app.ui.source.dots import ColourDot
from briefing_app.ui.source.painting import has_list_sign
from tests.ui.source.conftest import TEXT, a_document, a_mark, a_version, blocks_of, span_of

LONG = "\n".join(
    f"Paragraph {number} of a text that is long enough to scroll." for number in range(300)
)


def button(parent: QWidget, text: str) -> QPushButton:
    return next(each for each in parent.findChildren(QPushButton) if each.text() == text)


def test_without_a_document_it_says_what_to_do(qtbot):
    pane = SourcePane()
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.add_wanted):
        button(pane, "Add documents…").click()
    assert pane.selection() is None


def test_a_title_is_never_markup(pane):
    pane.show_version(a_document("<b>Bold</b> & <img src='file:///etc/hostname'>"), a_version())
    title = pane.findChild(QLabel, "source_title")
    assert title.textFormat() is Qt.TextFormat.PlainText
    assert title.text() == "<b>Bold</b> & <img src='file:///etc/hostname'>"


def test_a_paragraph_that_was_wrapped_by_hand_runs_on_and_a_verse_does_not(pane):
    wrapped = (
        "The Chairperson welcomes the decision of the Government and of the Northern\n"
        "Alliance to resume their negotiations on 2 April in Nairobi, and the opening\n"
        "of two corridors."
    )
    verse = "Ministry of Foreign Affairs\n1 Main Street"
    text = f"{wrapped}\n\n{verse}"
    spans = (Span(0, len(wrapped)), Span(len(wrapped) + 2, len(text)))
    blocks = tuple(Block(BlockKind.PARAGRAPH, span) for span in spans)
    pane.show_version(a_document(), a_version(text, number=2, blocks=blocks))
    shown = pane._view.document()
    assert shown.findBlockByNumber(0).text() == wrapped.replace("\n", " ")
    assert shown.findBlockByNumber(1).text() == verse.replace("\n", "\u2028")


def test_another_text_under_the_same_number_is_shown_instead(pane):
    pane.clear()
    pane.show_version(a_document("Another dossier's first"), a_version("Quite another text."))
    assert pane._view.toPlainText() == "Quite another text."
    pane.show_version(a_document("After an undo"), a_version("And one more."))
    assert pane._view.toPlainText() == "And one more."


def test_the_text_is_shown_as_it_stands_and_nothing_is_loaded(pane):
    text = "<img src='file:///etc/hostname'>\nsecond"
    pane.show_version(a_document(), a_version(text, number=2))
    document = pane._view.document()
    assert document.toPlainText() == text
    kind = QTextDocument.ResourceType.ImageResource.value
    picture = document.loadResource(kind, "file:///etc/hostname")
    assert isinstance(picture, QImage)
    assert not picture.isNull()


@pytest.mark.parametrize(
    ("words", "act", "signal"),
    [
        ("limited prisoner swap", "Note", "note_wanted"),
        ("asked for", "Position…", "position_wanted"),
        ("café-style", "Outcome…", "outcome_wanted"),
        ("🕊️", "Copy with citation", "citation_wanted"),
    ],
)
def test_the_bar_tells_what_is_wished_for_the_selected_words(
    qtbot, pane, select, words, act, signal
):
    select(span_of(words))
    assert pane._bar.isVisible()
    with qtbot.waitSignal(getattr(pane, signal)) as wished:
        button(pane._bar, act).click()
    assert wished.args == [span_of(words)]
    assert not pane._bar.isVisible()


def test_the_colour_used_last_comes_first(qtbot, pane, select):
    select(span_of("demand"))
    blue = next(dot for dot in pane._bar.findChildren(ColourDot) if dot.colour is Colour.BLUE)
    with qtbot.waitSignal(pane.highlight_wanted) as wished:
        blue.click()
    assert wished.args == [span_of("demand"), Colour.BLUE]
    assert pane.colour is Colour.BLUE
    assert pane._bar._row.itemAt(0).widget() is blue


def test_selecting_with_the_keyboard_brings_the_bar_up_and_escape_takes_it_away(qtbot, pane):
    view = pane._view
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection() == Span(0, 4)
    assert pane._bar.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not pane._bar.isVisible()


@pytest.mark.parametrize("width", [320, 420, 648])
@pytest.mark.parametrize("words", ["Both", "offered only a short pause"])
def test_the_bar_is_never_cut_off(pane, select, width, words):
    pane.resize(width, 600)
    select(span_of(words))
    assert pane.rect().contains(pane._bar.geometry())


def test_copying_gives_the_words_of_the_version(pane, select):
    pane.show_version(a_document(), a_version("one\u00a0two\nthree", number=3))
    select(Span(0, 13))
    assert pane._view.createMimeDataFromSelection().text() == "one\u00a0two\nthree"


def test_evidence_is_brought_into_view(qtbot, pane):
    pane.show_version(a_document(), a_version(LONG, number=4))
    span = span_of("Paragraph 250", LONG)
    with qtbot.waitSignal(pane.span_shown) as shown, qtbot.waitSignal(pane.position_changed):
        pane.show_evidence(span)
    assert shown.args == [span]
    assert pane._view.paragraph() == 251
    assert pane.current_span() == span
    lines = pane._view.visible_areas(span)
    assert 0 < lines[0].top() < pane._view.viewport().height() / 3
    assert pane._view.caret() == span.start


def test_each_version_is_shown_again_where_it_was_left(qtbot, pane):
    pane.show_version(a_document(), a_version(LONG, number=4))
    pane.restore_place(span_of("Paragraph 120", LONG).start)
    place = pane.place()
    assert abs(place - span_of("Paragraph 120", LONG).start) < 70
    pane.show_version(a_document(), a_version(number=1))
    assert pane.place() == 0
    pane.show_version(a_document(), a_version(LONG, number=4))
    assert pane.place() == place


def test_a_larger_text_stays_where_it_is(pane, select):
    pane.show_version(a_document(), a_version(LONG, number=4))
    pane.restore_place(span_of("Paragraph 120", LONG).start)
    select(span_of("Paragraph 121", LONG))
    place = pane.place()
    pane.set_text_scale(1.4)
    assert pane.place() == place
    assert pane.selection() == span_of("Paragraph 121", LONG)


def test_clicks_choose_the_innermost_mark_and_then_the_ones_around_it(qtbot, pane):
    outer = a_mark("rejected that demand", number=1, kind=Kind.POSITION)
    inner = a_mark("that demand", number=2)
    pane.set_marks([outer, inner])
    area = pane._view.visible_areas(span_of("demand"))[0]
    chosen = []
    pane.mark_chosen.connect(lambda *mark: chosen.append(mark))
    for _ in range(3):
        point = area.center().toPoint()
        qtbot.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert chosen == [(Kind.ANNOTATION, 2), (Kind.POSITION, 1), (Kind.ANNOTATION, 2)]


def test_return_chooses_the_mark_at_the_caret(qtbot, pane):
    pane.set_marks([a_mark("Both sides", number=5, kind=Kind.OUTCOME)])
    with qtbot.waitSignal(pane.mark_chosen) as chosen:
        qtbot.keyClick(pane._view, Qt.Key.Key_Return)
    assert chosen.args == [Kind.OUTCOME, 5]


@pytest.mark.parametrize("width", [648, 1000])
def test_a_click_on_a_note_in_the_margin_opens_it(qtbot, pane, width):
    pane.resize(width, 600)
    pane.set_marks([a_mark("demand", number=9, tooltip="Check this", has_note=True)])
    ((area, _mark),) = pane._view.scene().notes
    with qtbot.waitSignal(pane.note_opened) as opened:
        point = area.center().toPoint()
        qtbot.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened.args == [9]


def test_the_menu_edits_and_removes_what_is_marked_there(qtbot, pane):
    pane.set_marks([a_mark("demand", number=9)])
    menu = pane.menu_at(span_of("demand").start)
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Copy with citation"].isEnabled()
    with qtbot.waitSignal(pane.removal_wanted) as removal:
        actions["Remove highlight"].trigger()
    with qtbot.waitSignal(pane.note_opened) as opened:
        actions["Edit note"].trigger()
    assert removal.args == opened.args == [9]
    assert "Edit note" not in {action.text() for action in pane.menu_at(0).actions()}


def test_the_menu_highlights_a_selection(qtbot, pane, select):
    select(span_of("demand"))
    colours = pane.menu_at(None).actions()[0].menu()
    with qtbot.waitSignal(pane.highlight_wanted) as wished:
        next(action for action in colours.actions() if action.text() == "Pink").trigger()
    assert wished.args == [span_of("demand"), Colour.PINK]


def test_the_find_bar_counts_steps_and_closes(qtbot, pane):
    pane.find()
    bar = pane._find_bar

    def look_for(words):
        bar._words.selectAll()
        qtbot.keyClicks(bar._words, words)
        qtbot.keyClick(bar._words, Qt.Key.Key_Return)

    look_for("CAFE")
    assert bar._count.text() == "1 of 1"
    look_for("d")
    assert bar._count.text() == f"1 of {TEXT.lower().count('d')}"
    qtbot.keyClick(bar._words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar._count.text() == f"{TEXT.lower().count('d')} of {TEXT.lower().count('d')}"
    look_for("nowhere")
    assert bar._count.text() == "not found"
    qtbot.keyClick(bar._words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert pane._view._hits == []


def test_blocks_are_set_apart_and_read_in_their_own_direction(pane):
    text = "Heading\nitem\nقال وزير الدفاع"
    kinds = (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
    blocks = tuple(
        type(block)(kind, block.span) for block, kind in zip(blocks_of(text), kinds, strict=True)
    )
    pane.show_version(a_document(), a_version(text, number=6, blocks=blocks))
    heading, item, arabic = (pane._view.document().findBlockByNumber(each) for each in range(3))
    assert heading.blockFormat().headingLevel() == 2
    assert item.blockFormat().leftMargin() > 0
    assert arabic.textDirection() is Qt.LayoutDirection.RightToLeft
    assert item.textDirection() is Qt.LayoutDirection.LeftToRight


def test_what_follows_a_list_is_as_far_off_as_what_follows_a_paragraph(pane):
    text = "Before\none\ntwo\nafter"
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
    blocks = tuple(Block(k, each.span) for k, each in zip(kinds, blocks_of(text), strict=True))
    pane.show_version(a_document(), a_version(text, number=7, blocks=blocks))
    document = pane._view.document()
    before, one, two, after = (
        document.findBlockByNumber(each).blockFormat().bottomMargin() for each in range(4)
    )
    assert one < two == before == after


def test_marks_never_touch_the_document(pane):
    revision = pane._view.document().revision()
    pane.set_marks([a_mark("demand"), a_mark("that demand", number=2)])
    assert pane._view.document().revision() == revision


def test_files_are_left_to_the_window(pane):
    assert not pane._view.acceptDrops()
    assert not pane._view.viewport().acceptDrops()


def test_every_widget_that_takes_the_focus_has_a_name(pane):
    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        named = widget.accessibleName() or getattr(widget, "text", str)()
        assert named, widget


def test_clearing_forgets_the_text(pane):
    pane.clear()
    assert pane.selection() is None
    assert not pane._view.isVisible()


def test_a_selection_across_blocks_is_one_span(pane):
    view = pane._view
    cursor = view.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert pane.selection() == Span(0, len(TEXT))


def test_where_nothing_is_written_nothing_is_clicked(pane):
    assert pane._view.offset_at(QPoint(5, 5)) is None


def test_the_way_to_the_beginning_leads_to_the_title(qtbot, pane):
    pane.show_version(a_document(), a_version(LONG, number=4))
    pane.restore_place(span_of("Paragraph 120", LONG).start)
    qtbot.keyClick(pane._view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert pane._view.verticalScrollBar().value() == 0


def test_a_version_without_a_word_is_shown(pane):
    pane.show_version(a_document(), a_version("", number=8))
    pane.set_marks([])
    assert pane._view.document().toPlainText() == ""
    assert pane.place() == 0
    assert pane.menu_at(pane._view.caret()).actions()
    assert not pane.grab().isNull()


def test_the_paragraph_is_told_before_a_long_text_is_laid_out(qtbot, pane):
    told = []
    pane.position_changed.connect(lambda paragraph, of: told.append((paragraph, of)))
    pane.show_version(
        a_document(), a_version("A paragraph of a long record.\n\n" * 30_000, number=7)
    )
    assert told
    assert all(1 <= paragraph <= of for paragraph, of in told)


def test_a_pane_that_is_cleared_is_at_no_paragraph(qtbot, pane):
    with qtbot.waitSignal(pane.position_changed) as told:
        pane.clear()
    assert told.args == [0, 0]


@pytest.mark.parametrize(
    "text", ["• one", "1. one", "(a) one", "iv) one", "– one", "12: one", "[1] one"]
)
def test_a_list_item_with_a_sign_of_its_own_gets_no_bullet(text):
    assert has_list_sign(text)


@pytest.mark.parametrize("text", ["One", "1,000 men", "A ceasefire", "in time", "2025 was"])
def test_words_and_figures_are_no_list_sign(text):
    assert not has_list_sign(text)
