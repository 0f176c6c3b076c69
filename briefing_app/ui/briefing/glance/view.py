"""A drawing in the window. It is a list to the keyboard and to screen readers: its items are what can be pointed at."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from briefing_app.ui.briefing.glance.marks import MARK, Index, MarkModel
from briefing_app.ui.briefing.glance.sheet import Mark, Sheet
from briefing_app.ui.briefing.glance.steps import Step, stepped
from briefing_app.ui.briefing.painting import Look
from briefing_app.ui.items import Item
from briefing_app.ui.theme import Theme

_AROUND = 4  # pixels of the view around its drawing, so that an outline is whole

T = TypeVar("T")
Draw = Callable[[T, Look, int], Sheet]

_Move = QAbstractItemView.CursorAction
_STEPS = {
    _Move.MoveLeft: Step.BACK,
    _Move.MovePrevious: Step.BACK,
    _Move.MoveRight: Step.ON,
    _Move.MoveNext: Step.ON,
    _Move.MoveUp: Step.UP,
    _Move.MoveDown: Step.DOWN,
    _Move.MovePageUp: Step.FAR_UP,
    _Move.MovePageDown: Step.FAR_DOWN,
    _Move.MoveHome: Step.FIRST,
    _Move.MoveEnd: Step.LAST,
}


class DrawingView(QListView, Generic[T]):
    """Shows what `draw` makes of its data, as high as that is; a click, Enter or Space chooses a mark."""

    chosen = Signal(object)  # Mark
    opened = Signal(object)  # Mark, to be edited
    moved = Signal(object)  # QRect: where the arrow keys came to
    menu_wanted = Signal(object, object)  # Mark or None, and the QPoint on the screen
    copy_wanted = Signal(object)  # tuple[Item, ...]

    def __init__(self, draw: Draw[T], data: T, theme: Theme, name: str) -> None:
        super().__init__()
        self._draw, self._data, self._look = draw, data, Look(theme)
        self._sheet, self._stale = Sheet(0, (), ()), True
        self._model = MarkModel(self)
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.viewport().setMouseTracking(True)

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def is_empty(self) -> bool:
        return not self._data

    @property
    def drawing(self) -> Callable[[Look, int], Sheet]:
        """Return what lays the same out for another place than the window, on any thread."""
        return partial(self._draw, self._data)

    def show_data(self, data: T) -> None:
        self._data = data
        self._arrange()

    def set_look(self, theme: Theme, scale: float) -> None:
        self._look = replace(self._look, theme=theme, scale=scale)
        self._arrange()

    def set_current(self, item: Item | None) -> None:
        """Mark the entry that is pointed at, and let the arrow keys go on from there."""
        self._look = replace(self._look, current=item)
        self.viewport().update()
        here = self._mark(self.currentIndex())
        row = None if here and item in here.items else self._row_of(item)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))

    def area_of(self, item: Item | None) -> QRect | None:
        row = self._row_of(item)
        return None if row is None else self.visualRect(self._model.index(row))

    def _row_of(self, item: Item | None) -> int | None:
        rows = enumerate(self._sheet.marks)
        return next((row for row, mark in rows if item is not None and item in mark.items), None)

    def _mark(self, index: Index) -> Mark | None:
        mark = index.data(MARK) if index.isValid() else None
        return mark if isinstance(mark, Mark) else None

    def _arrange(self) -> None:
        """Lay out for the width that there is, and be as high as that asks for; unseen, once it is seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        width = self.viewport().width() - 2 * _AROUND
        row = self.currentIndex().row()
        self._sheet = self._draw(self._data, self._look, max(width, 1))
        self._model.set_rows(self._sheet.marks)
        self.setCurrentIndex(self._model.index(row))  # none where there is no such mark
        self.setFixedHeight(self._sheet.height + 2 * _AROUND)
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 (Qt's)
        mark = self._mark(index)
        return mark.areas[0].translated(_AROUND, _AROUND) if mark else QRect()

    def indexAt(self, p: QPoint) -> QModelIndex:  # noqa: N802 (Qt's)
        point = p - QPoint(_AROUND, _AROUND)
        for row, mark in enumerate(self._sheet.marks):
            if any(area.contains(point) for area in mark.areas):
                return self._model.index(row)
        return QModelIndex()

    def scrollTo(  # noqa: N802 (Qt's)
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Leave it to what is around the view, which alone scrolls."""

    def updateGeometries(self) -> None:  # noqa: N802 (Qt's)
        """Have nothing to scroll, so that the wheel turns the page around the view."""
        super().updateGeometries()
        self.verticalScrollBar().setRange(0, 0)
        self.horizontalScrollBar().setRange(0, 0)

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 (Qt's)
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        areas = [mark.areas[0] for mark in self._sheet.marks]
        return self._model.index(stepped(areas, self.currentIndex().row(), _STEPS[cursorAction]))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt's)
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and self.hasFocus():
            self.moved.emit(self.visualRect(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        mark = self._mark(self.indexAt(event.position().toPoint()))
        if mark is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        mark = self._mark(self.indexAt(event.position().toPoint()))
        if mark is not None and mark.items:
            self.opened.emit(mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = self._mark(self.currentIndex())
        if mark and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(mark)
        elif mark and mark.items and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(mark.items)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        self.menu_wanted.emit(self._mark(index), event.globalPos())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_AROUND, _AROUND)
        self._paint_current(painter)
        self._sheet.paint(painter, event.rect().translated(-_AROUND, -_AROUND))
        here = self._mark(self.currentIndex())
        if here and self.hasFocus():
            painter.setPen(QPen(QColor(self._look.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(here.areas[0].adjusted(-2, -2, 2, 2), 5, 5)

    def _paint_current(self, painter: QPainter) -> None:
        """Show behind the drawing which of it is pointed at."""
        theme, item = self._look.theme, self._look.current
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.setBrush(QColor(theme.accent_soft))
        for mark in self._sheet.marks:
            if item is not None and item in mark.items:
                painter.drawRoundedRect(mark.areas[0].adjusted(-3, -3, 3, 3), 6, 6)
