"""A page that can be scrolled: builds it for a version, keeps it in the middle, and knows its places.

It speaks in code points; where Qt's own positions are meant, the name says so.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from briefing_app.domain.document import Document, Version
from briefing_app.domain.evidence import Span
from briefing_app.language import _
from briefing_app.ui.source.building import SourceDocument, build_document
from briefing_app.ui.source.geometry import Seen, areas
from briefing_app.ui.source.header import Header
from briefing_app.ui.source.offsets import Offsets
from briefing_app.ui.source.page import Page
from briefing_app.ui.theme import Theme

_AT_ONCE = 400_000  # characters that are laid out without a stall that could be felt
_AHEAD = 6_000  # characters laid out beyond a place before it is scrolled to


class PageView(QTextEdit):
    moved = Signal()  # scrolled, resized or built anew: whatever floats over the text must follow

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, 1.0
        self._page = Page.fitting(theme, 1.0, 648)
        self._version: Version | None = None
        self._offsets = Offsets.of("", ())
        self._waiting: tuple[int, Callable[[], None]] | None = None
        self._built: SourceDocument | None = None
        self._header = Header(self.viewport())
        self._prepare()

    def _prepare(self) -> None:
        self.setObjectName("source_text")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(_("Text of the document"))
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)

    @property
    def page(self) -> Page:
        return self._page

    def show_version(self, document: Document, version: Version) -> None:
        """Show a version from its beginning."""
        self._describe(document)
        self._version = version
        self._offsets = Offsets.of(version.text, version.blocks)
        self._page = self._fitting()
        self._build()

    def show_anew(self, document: Document) -> None:
        """Show what is known of the document by now; its version stays where it is."""
        if self._describe(document):
            self._build_here()

    def _describe(self, document: Document) -> bool:
        """Put what is known of a document above its text; return whether that is anything new."""
        self.setAccessibleDescription(document.title)
        return self._header.show_document(document)

    def set_look(self, theme: Theme, scale: float) -> None:
        self._theme, self._scale = theme, scale
        self._fit()

    def caret(self) -> int:
        return self._offsets.offset(self.textCursor().position())

    def visible_areas(self, span: Span) -> list[QRectF]:
        """Return the rectangles of a span's words in the viewport, as far as they can be seen."""
        return areas(self.seen(), self._offsets, span)

    def lines_over(self, widget: QWidget, span: Span) -> list[QRect]:
        """Return those rectangles as a widget around the view has them."""
        lines = [area.toRect() for area in self.visible_areas(span)]
        return [QRect(self.viewport().mapTo(widget, line.topLeft()), line.size()) for line in lines]

    def place(self) -> int:
        """Return the code point at the top of the window, 0 at the very top."""
        if self.verticalScrollBar().value() == 0:
            return 0
        return self._offsets.offset(self.cursorForPosition(QPoint(self._page.left, 2)).position())

    def go_to(self, place: int) -> None:
        if place > 0:
            self.when_laid_out(place, partial(self._scroll_to_place, place))
        else:
            self.verticalScrollBar().setValue(0)

    def paragraph(self) -> int:
        """Return the number of the paragraph being read: the caret's where it can be seen, else the topmost."""
        seen = self.seen()
        caret = self._offsets.block_at(self.caret())
        if not seen:  # nothing is laid out yet
            return caret + 1
        return (caret if seen[0].number <= caret <= seen[-1].number else seen[0].number) + 1

    def _scroll_to_place(self, place: int) -> None:
        self.verticalScrollBar().setValue(round(self.top_of(place)))

    def top_of(self, offset: int) -> float:
        """Return how far down the document the line of a code point is."""
        block = self._block_at(offset)
        line = block.layout().lineForTextPosition(self._offsets.within(block.blockNumber(), offset))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        return top + (line.y() if line.isValid() else 0.0)

    def _block_at(self, offset: int) -> QTextBlock:
        return self.document().findBlockByNumber(self._offsets.block_at(offset))

    def when_laid_out(self, offset: int, act: Callable[[], None]) -> None:
        """Act once Qt, which sets a long text bit by bit, has come as far as a code point."""
        self._waiting = (offset, act)
        self._try_waiting()

    def _try_waiting(self) -> None:
        if self._waiting is None:
            return
        offset, act = self._waiting
        ahead = self._block_at(min(offset + _AHEAD, len(self._offsets.text)))
        if len(self._offsets.text) > _AT_ONCE and ahead.layout().lineCount() == 0:
            return
        self.document().documentLayout().blockBoundingRect(ahead)
        self._waiting = None
        act()

    def _fitting(self) -> Page:
        bar = self.verticalScrollBar().sizeHint().width()
        return Page.fitting(
            self._theme, self._scale, self.width() - bar, blocks=len(self._offsets.spans)
        )

    def _fit(self) -> None:
        """Build the page anew where theme, scale or width ask for another."""
        page = self._fitting()
        if page != self._page:
            self._build_here(page)
        else:
            self._centre()

    def _build_here(self, page: Page | None = None) -> None:
        """Build the page anew; place, caret and selection stay."""
        place, cursor = self.place(), self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        resume = (place, partial(self._resume, place, anchor, position))
        waiting = self._waiting or resume  # a place on the way to which we were comes first
        self._page = page or self._page
        self._build()
        self.when_laid_out(*waiting)

    def _resume(self, place: int, anchor: int, position: int) -> None:
        self.go_to(place)
        caret = self._offsets.offset(position)
        self.when_laid_out(caret, partial(self._put_caret, anchor, position))

    def _put_caret(self, anchor: int, position: int) -> None:
        """Select as before, without scrolling there as Qt would."""
        scrolled = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)

    def _build(self) -> None:
        page, version = self._page, self._version
        self.setStyleSheet(
            "#source_text { border: 0; border-radius: 0; padding: 0;"
            f" background: {page.theme.paper}; color: {page.theme.ink};"
            f" selection-background-color: {page.theme.accent};"
            f" selection-color: {page.theme.on_accent}; }}"
        )
        header = self._header.set_page(page)
        old = self._built
        self._waiting = None
        self.verticalScrollBar().setValue(
            0
        )  # or Qt would lay out all of the new text above the old place
        document = build_document(
            self._offsets, version.blocks if version else (), page, header=header, parent=self
        )
        self.setDocument(document)
        self.setLineWrapColumnOrWidth(page.width)  # not before: the old text need not be set again
        if old is not None:
            old.deleteLater()
        self._built = document
        layout = document.documentLayout()
        layout.documentSizeChanged.connect(self._try_waiting, Qt.ConnectionType.QueuedConnection)
        layout.documentSizeChanged.connect(self.viewport().update)  # what Qt paints not itself
        self._header.setVisible(version is not None)
        self._centre()
        self._follow_scroll()

    def _centre(self) -> None:
        """Keep the page in the middle of the pane."""
        bar = self.verticalScrollBar().sizeHint().width()
        left = max(0, (self.width() - bar - self._page.width) // 2)
        if self.viewportMargins().left() != left:
            self.setViewportMargins(left, 0, 0, 0)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _follow_scroll(self) -> None:
        self._header.move(0, -self.verticalScrollBar().value())
        self.moved.emit()

    def seen(self) -> list[Seen]:
        """Return the blocks that can be seen, with their places in the viewport."""
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        found: list[Seen] = []
        block = self.cursorForPosition(QPoint(self._page.left, 0)).block()
        while block.isValid() and block.blockNumber() < len(self._offsets.spans):
            area = layout.blockBoundingRect(block).translated(0, -scrolled)
            if area.top() > self.viewport().height():
                break
            number = block.blockNumber()
            found.append(Seen(number, block, area.topLeft(), self._offsets.spans[number]))
            block = block.next()
        return found

    def offset_at(self, point: QPoint) -> int | None:
        """Return the code point whose glyph is at a point of the viewport, if there is one."""
        place = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        if hit < 0:
            return None
        return min(self._offsets.offset(hit), max(0, len(self._offsets.text) - 1))

    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Wheel:  # over the margins, which are not the viewport's
            return QApplication.sendEvent(self.verticalScrollBar(), event)
        return super().event(event)
