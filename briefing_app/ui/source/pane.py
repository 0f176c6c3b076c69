"""The source pane: the text of one document with what is marked in it, and what a reader can do with its words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from briefing_app.domain.annotation import Annotation, Colour
from briefing_app.domain.document import Document, Version
from briefing_app.domain.evidence import Span
from briefing_app.language import _
from briefing_app.paths import resources
from briefing_app.ui.source.dots import COLOURS, colour_word
from briefing_app.ui.source.empty import EmptyState
from briefing_app.ui.source.find_bar import FindBar
from briefing_app.ui.source.finding import Finder
from briefing_app.ui.source.marks import Cycle, Mark, MarkIndex
from briefing_app.ui.source.menu import Entry, annotation_entries, source_menu
from briefing_app.ui.source.note_editor import NoteEditor
from briefing_app.ui.source.page import LARGEST, SMALLEST
from briefing_app.ui.source.selection_bar import SelectionBar
from briefing_app.ui.source.view import TextView
from briefing_app.ui.theme import Theme, load_theme


class SourcePane(QWidget):
    """Knows a version and its marks, and nothing of where they come from: it tells what is wished for."""

    highlight_wanted = Signal(object, object)  # Span, Colour
    note_wanted = Signal(object)  # Span
    position_wanted = Signal(object)  # Span
    outcome_wanted = Signal(object)  # Span
    citation_wanted = Signal(object)  # Span
    page_wanted = Signal()
    mark_chosen = Signal(object, int)  # Kind, its id
    note_opened = Signal(int)  # annotation
    removal_wanted = Signal(int)  # annotation
    note_changed = Signal(int, str, object, object)  # annotation, note, tags, Colour
    span_shown = Signal(object)  # Span
    position_changed = Signal(int, int)  # paragraph, of how many
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Source"))
        self._theme, self._scale = load_theme("light", resources() / "themes"), 1.0
        self._version: Version | None = None
        self._places: dict[str, int] = {}  # by the digests of the texts
        self._marks = MarkIndex()
        self._cycle = Cycle()
        self._noted: Span | None = None
        self._paragraph = (0, 0)
        self._empty = EmptyState()
        self._view = TextView(self._theme)
        self._find_bar = FindBar(self)
        self._lay_out()
        self._bar = SelectionBar(self)
        self._editor = NoteEditor(self)
        self._connect()
        self._take_look()
        self.clear()

    def _lay_out(self) -> None:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._find_bar)
        column.addWidget(self._view, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(reading)

    def _connect(self) -> None:
        view, bar, editor = self._view, self._bar, self._editor
        self._empty.add_wanted.connect(self.add_wanted)
        view.selection_made.connect(self._offer)
        view.words_clicked.connect(self._choose_at)
        view.entered.connect(self._choose_at)
        view.margin_clicked.connect(self._choose_in_margin)
        view.menu_wanted.connect(self._show_menu)
        view.escaped.connect(self._escape)
        view.moved.connect(self._follow)
        view.span_shown.connect(self.span_shown)
        view.cursorPositionChanged.connect(self._tell_paragraph)
        bar.highlight_chosen.connect(partial(self._wish, self.highlight_wanted))
        bar.note_chosen.connect(partial(self._wish, self.note_wanted))
        bar.position_chosen.connect(partial(self._wish, self.position_wanted))
        bar.outcome_chosen.connect(partial(self._wish, self.outcome_wanted))
        bar.citation_chosen.connect(partial(self._wish, self.citation_wanted))
        bar.escaped.connect(self._escape)
        editor.note_changed.connect(self.note_changed)
        editor.removal_wanted.connect(self.removal_wanted)
        editor.closed.connect(self._view.setFocus)
        self._find_bar.found.connect(view.set_hits)
        self._find_bar.closed.connect(view.setFocus)

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._take_look()

    def set_text_scale(self, scale: float) -> None:
        self._scale = min(max(scale, SMALLEST), LARGEST)
        self._take_look()

    def _take_look(self) -> None:
        self._view.set_look(self._theme, self._scale)
        self._bar.set_page(self._view.page)
        self._editor.set_page(self._view.page)
        self._find_bar.setStyleSheet(
            f"#find_bar {{ background: {self._theme.panel};"
            f" border-bottom: 1px solid {self._theme.line}; }}"
        )

    def clear(self) -> None:
        """Show that there is no document, and what to do about it."""
        self._leave()
        self._version = None
        self._empty.offer_documents()
        self._stack.setCurrentIndex(0)
        self._paragraph = (0, 0)
        self.position_changed.emit(0, 0)

    def say_nothing_open(self, title: str, hint: str) -> None:
        """Say why there is nothing to read, where it is not for want of documents."""
        self.clear()
        self._empty.say(title, hint)

    def show_version(self, document: Document, version: Version) -> None:
        """Show a version at the place where it was left. The same version again keeps everything as it is."""
        if self._version is not None and self._version.is_same(version):
            self._view.show_anew(document)
            return
        self._leave()
        self._version = version
        self._marks = MarkIndex()
        self._view.forget()
        self._stack.setCurrentIndex(1)
        self._view.show_version(document, version)
        self._find_bar.set_finder(Finder(version.text, version.blocks))
        self.restore_place(self._places.get(version.text_sha256, 0))
        self._tell_paragraph()

    def _leave(self) -> None:
        self._editor.close_note()
        self._bar.hide()
        if self._version is not None:
            self._places[self._version.text_sha256] = self.place()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = MarkIndex(marks)
        self._view.set_marks(self._marks)

    def show_evidence(self, span: Span) -> None:
        """Bring the words into view, with an outline around them; `span_shown` tells when they are there."""
        self._bar.hide()
        self._view.show_span(span)

    @property
    def has_pages(self) -> bool:
        """Tell whether it is known on which pages the text stands."""
        return self._version is not None and any(each.page for each in self._version.blocks)

    def current_span(self) -> Span | None:
        """Return the span whose words are outlined."""
        return self._view.outlined

    def selection(self) -> Span | None:
        """Return what is selected: whole graphemes, without white space at the ends."""
        return self._view.selection() if self._version is not None else None

    def drop_selection(self) -> None:
        """Let go of what is selected, once something was made of it."""
        self._bar.hide()
        self._view.drop_selection()

    def place(self) -> int:
        """Return the code point at the top of the pane."""
        return self._view.place()

    def restore_place(self, place: int) -> None:
        self._view.go_to(place)

    def find(self) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] (Qt's finds windows by number)
        """Open the bar that looks for words in this text."""
        if self._version is not None:
            self._bar.hide()
            self._find_bar.open_at(self._view.place())

    def open_note(self, annotation: Annotation) -> None:
        """Open the note of an annotation beside its words."""
        self._bar.hide()
        self._noted = annotation.evidence.span
        self._editor.open_note(annotation, self._around(self._noted))

    @property
    def colour(self) -> Colour:
        """The colour that was highlighted with last."""
        return self._bar.colour

    # What is made of a selection

    def _offer(self) -> None:
        """Bring the bar up beside a selection, or take it away where there is none."""
        span = self.selection()
        lines = self._view.lines_over(self, span) if span else []
        if lines:
            self._bar.show_near(lines[0], lines[-1])
        else:
            self._bar.hide()

    def _wish(self, wanted: SignalInstance, *more: object) -> None:
        span = self.selection()
        if span is None:
            return
        self._view.setFocus()
        self.drop_selection()
        wanted.emit(span, *more)

    def _escape(self) -> None:
        """Take away one thing after the other: the bar, the note, the outline."""
        if self._bar.isVisible():
            self._bar.hide()
            self._view.setFocus()
        elif self._editor.isVisible():
            self._editor.close_note()
        else:
            self._view.forget_span()

    # What floats over the text

    def _around(self, span: Span) -> QRect:
        """Return the words of a span in the pane; the middle of the pane where they cannot be seen."""
        lines = self._view.lines_over(self, span)
        return lines[0].united(lines[-1]) if lines else QRect(self.rect().center(), QSize())

    def _follow(self) -> None:
        """Keep what floats beside its words when these move."""
        if self._bar.isVisible():
            self._offer()
        if self._editor.isVisible() and self._noted is not None:
            self._editor.stand_beside(self._around(self._noted))
        self._tell_paragraph()

    def _tell_paragraph(self) -> None:
        if self._version is None:
            return
        paragraph = (self._view.paragraph(), len(self._version.blocks))
        if paragraph != self._paragraph:
            self._paragraph = paragraph
            self.position_changed.emit(*paragraph)

    # Marks under the pointer or the caret

    def _choose_at(self, offset: int) -> None:
        """Choose the innermost mark at a place; chosen again, the next one around it."""
        self._editor.close_note()
        self._view.forget_span()
        mark = self._cycle.choose(self._marks.at(offset))
        if mark is not None:
            self.mark_chosen.emit(mark.kind, mark.id)

    def _choose_in_margin(self, mark: Mark) -> None:
        if mark.has_note:
            self.note_opened.emit(mark.id)
        else:
            self.mark_chosen.emit(mark.kind, mark.id)

    def _show_menu(self, offset: int | None, where: QPoint) -> None:
        menu = self.menu_at(offset)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu_at(self, offset: int | None) -> QMenu:
        """Make the menu for the selection and for the annotation at a place."""
        selected = self.selection() is not None
        highlights = [
            Entry(colour_word(each), partial(self._wish, self.highlight_wanted, each), selected)
            for each in COLOURS
        ]
        entries = [
            Entry(_("Note"), partial(self._wish, self.note_wanted), selected),
            Entry(_("Position…"), partial(self._wish, self.position_wanted), selected),
            Entry(_("Outcome…"), partial(self._wish, self.outcome_wanted), selected),
            Entry(),
            Entry(_("Copy"), self._view.copy, selected),
            Entry(_("Copy with citation"), partial(self._wish, self.citation_wanted), selected),
            Entry(_("Show the page"), self.page_wanted.emit, self.has_pages),
            *annotation_entries(
                self._marks.at(offset) if offset is not None else [],
                self.note_opened.emit,
                self.removal_wanted.emit,
            ),
        ]
        return source_menu(entries, highlights, self)
