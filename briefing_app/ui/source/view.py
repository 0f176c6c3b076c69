"""The text itself: read, selected and walked through with a caret, with marks painted under it."""

from bisect import bisect_left
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QStyle, QToolTip, QWidget

from briefing_app.domain.evidence import Span
from briefing_app.ui.labels import plain_tip
from briefing_app.ui.source.geometry import areas
from briefing_app.ui.source.marks import Mark, MarkIndex
from briefing_app.ui.source.page_view import PageView
from briefing_app.ui.source.painting import (
    note_height,
    paint_blocks,
    paint_hits,
    paint_margin,
    paint_marks,
    paint_outline,
)
from briefing_app.ui.source.scene import Scene, build_scene
from briefing_app.ui.theme import Theme

_PULSE = 650  # milliseconds
_UPPER_THIRD = 0.22


class TextView(PageView):
    selection_made = Signal()
    words_clicked = Signal(int)  # code point
    margin_clicked = Signal(object)  # Mark
    menu_wanted = Signal(object, QPoint)  # code point or None; where on the screen
    escaped = Signal()
    entered = Signal(int)  # code point at the caret
    span_shown = Signal(object)  # Span

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._marks = MarkIndex()
        self._hits: list[Span] = []
        self._hit: Span | None = None
        self._outlined: Span | None = None
        self._pressed: QPoint | None = None
        self._pulse = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_PULSE)
        self._pulse.valueChanged.connect(self.viewport().update)
        self.selectionChanged.connect(self._notice_selection)

    # What is shown

    def set_marks(self, marks: MarkIndex) -> None:
        self._marks = marks
        self.viewport().update()

    def set_hits(self, hits: list[Span], current: Span | None) -> None:
        """Show what a search found, and scroll to the hit that is current."""
        self._hits, self._hit = hits, current
        if current is not None:
            self.when_laid_out(current.start, partial(self._scroll_to, current))
        self.viewport().update()

    def forget(self) -> None:
        """Forget the marks, hits and outline of a version that is about to leave."""
        self._marks, self._hits, self._hit, self._outlined = MarkIndex(), [], None, None

    def show_span(self, span: Span) -> None:
        """Scroll to the words, put the caret there and pulse an outline around them once."""
        self._outlined = span
        self.when_laid_out(span.start, partial(self._arrive, span))

    def forget_span(self) -> None:
        self._outlined = None
        self.viewport().update()

    @property
    def outlined(self) -> Span | None:
        return self._outlined

    def selection(self) -> Span | None:
        cursor = self.textCursor()
        return self._offsets.span_between(cursor.anchor(), cursor.position())

    def drop_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def _arrive(self, span: Span) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.position(span.start))
        self.setTextCursor(cursor)
        self._scroll_to(span)
        self._pulse.stop()
        if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animate, None, self):
            self._pulse.start()
        self.viewport().update()
        self.span_shown.emit(span)

    def _scroll_to(self, span: Span) -> None:
        room = self.viewport().height()
        top = self.top_of(span.start)
        self.verticalScrollBar().setValue(round(top - room * _UPPER_THIRD))

    # Painting

    def scene(self) -> Scene:
        measure = partial(note_height, page=self._page)
        return build_scene(self.seen(), self._offsets, self._marks, self._page, measure)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._version is None:
            return
        scene = self.scene()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_blocks(painter, scene.seen, self._version.blocks, self._page)
        paint_marks(painter, scene)
        paint_hits(painter, *self._hit_areas(scene), self._page)
        paint_margin(painter, scene, self._page)
        painter.end()
        super().paintEvent(event)
        if self._outlined is not None:
            self._paint_outline(scene, self._outlined)

    def _hit_areas(self, scene: Scene) -> tuple[list[QRectF], list[QRectF]]:
        if not self._hits or not scene.seen:
            return [], []
        first = bisect_left(self._hits, scene.seen[0].span.start, key=lambda hit: hit.start)
        last = bisect_left(self._hits, scene.seen[-1].span.end, key=lambda hit: hit.start)
        hits = [
            area for hit in self._hits[first:last] for area in areas(scene.seen, self._offsets, hit)
        ]
        return hits, areas(scene.seen, self._offsets, self._hit) if self._hit else []

    def _paint_outline(self, scene: Scene, span: Span) -> None:
        lines = areas(scene.seen, self._offsets, span)
        if not lines:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        running = self._pulse.state() == QVariantAnimation.State.Running
        swell = float(self._pulse.currentValue()) if running else 0.0
        paint_outline(painter, lines, self._page, swell)

    # Acts of the reader

    def _notice_selection(self) -> None:
        if not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.selection_made.emit()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        still = (point - self._pressed).manhattanLength() < QApplication.startDragDistance()
        self._pressed = None
        if self.textCursor().hasSelection() or not still:
            self.selection_made.emit()
        else:
            self._click(point)

    def _click(self, point: QPoint) -> None:
        mark = self.scene().margin_mark_at(QPointF(point))
        offset = self.offset_at(point)
        if mark is not None:
            self.margin_clicked.emit(mark)
        elif offset is not None:
            self.words_clicked.emit(offset)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.caret())
        else:
            super().keyPressEvent(event)
            if self.textCursor().atStart():
                self.verticalScrollBar().setValue(0)  # the title stands above the first line

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.menu_wanted.emit(self.caret(), where)
        else:
            point = self.viewport().mapFromGlobal(event.globalPos())
            self.menu_wanted.emit(self.offset_at(point), event.globalPos())

    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tooltip(event)
            return True
        return super().viewportEvent(event)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        point = event.pos()
        offset = self.offset_at(point)
        mark = self.scene().margin_mark_at(QPointF(point))
        marks = [mark] if mark else self._marks.at(offset) if offset is not None else []
        QToolTip.showText(event.globalPos(), tooltip_of(marks), self.viewport(), QRect())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the very characters of the version, not those that Qt draws for them."""
        made = QMimeData()
        span = self.selection()
        if span is not None:
            made.setText(self._offsets.text[span.start : span.end])
        return made


def tooltip_of(marks: list[Mark]) -> str:
    """Say what stands at a place: plain text that Qt cannot take for markup."""
    lines = [mark.tooltip for mark in marks if mark.tooltip]
    return plain_tip("\n".join(lines))
