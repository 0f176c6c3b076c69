"""The outcomes checklist: grouped by status, each with its box, which only the reader ticks."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyleOptionViewItem,
    QWidget,
)

from briefing_app.language import _
from briefing_app.ui.briefing.checklist_model import ROW, ChecklistModel, Index
from briefing_app.ui.briefing.checklist_rows import RowDelegate, laid_out
from briefing_app.ui.briefing.copy_menu import copy_menu
from briefing_app.ui.briefing.painting import Look
from briefing_app.ui.briefing.rows import Entry
from briefing_app.ui.items import Item
from briefing_app.ui.theme import Theme


class Checklist(QListView):
    """Shows the outcomes; a click or Enter chooses one, a click on its box or Space ticks it."""

    chosen = Signal(object)  # Entry
    opened = Signal(object)  # Entry, to be edited
    tick_wanted = Signal(object)  # Entry
    moved = Signal(object)  # QRect: the row that the arrow keys came to
    copy_wanted = Signal(object)  # tuple[Item, ...]

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(theme)
        self._model = ChecklistModel(self)
        self._delegate = RowDelegate(self._look, self)
        self._fits = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(_("Outcomes, grouped by status"))

    def fit_contents(self) -> None:
        """Be always as tall as the rows, so that something around it scrolls."""
        self._fits = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_rows(self, entries: tuple[Entry, ...]) -> None:
        at = self.currentIndex().data(ROW)
        self._model.set_rows(entries)
        self._arrange()
        if isinstance(at, Entry):
            self._go_to(at.item)

    def set_look(self, theme: Theme, scale: float) -> None:
        self._look = self._delegate.look = replace(self._look, theme=theme, scale=scale)
        self._arrange()

    def set_current(self, item: Item | None) -> None:
        self._look = self._delegate.look = replace(self._look, current=item)
        self.viewport().update()
        self._go_to(item)

    def _go_to(self, item: Item | None) -> None:
        """Put the keyboard's place on an entry, so that the arrow keys go on from there."""
        row = self._row_of(item)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt's)
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.moved.emit(self.visualRect(current))

    def show_group(self, name: str) -> None:
        """Bring a group to the top, and the keyboard to its first outcome."""
        rows = self._model.rows
        if name in rows:
            at = rows.index(name)
            self.setCurrentIndex(self._model.index(at + 1))
            self.scrollTo(self._model.index(at), QAbstractItemView.ScrollHint.PositionAtTop)

    def area_of(self, item: Item | None) -> QRect | None:
        row = self._row_of(item)
        return None if row is None else self.visualRect(self._model.index(row))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        entry = self._entry_at(point)
        if entry is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        area = self.visualRect(self.indexAt(point))
        box = laid_out(entry, self._look, area.width()).box.translated(area.topLeft())
        if box.adjusted(-6, -6, 6, 6).contains(point):
            self.tick_wanted.emit(entry)
        else:
            self.chosen.emit(entry)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        entry = self._entry_at(event.position().toPoint())
        if entry is not None:
            self.opened.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ROW)
        if isinstance(row, Entry) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(row)
        elif isinstance(row, Entry) and event.key() == Qt.Key.Key_Space:
            self.tick_wanted.emit(row)
        elif isinstance(row, Entry) and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit((row.item,))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.currentIndex().data(ROW)
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row = self._entry_at(event.pos())
        if isinstance(row, Entry):
            self.menu_on(row).popup(event.globalPos())

    def menu_on(self, entry: Entry) -> QMenu:
        copy = partial(self.copy_wanted.emit, (entry.item,))
        return copy_menu({_("Copy the outcome"): copy}, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._fits:
            option = QStyleOptionViewItem()
            rows = range(self._model.rowCount())
            hints = (self._delegate.sizeHint(option, self._model.index(row)) for row in rows)
            self.setFixedHeight(sum(hint.height() for hint in hints) + 8)

    def _entry_at(self, point: QPoint) -> Entry | None:
        row = self.indexAt(point).data(ROW)
        return row if isinstance(row, Entry) else None

    def _row_of(self, item: Item | None) -> int | None:
        rows = enumerate(self._model.rows)
        return next((n for n, row in rows if isinstance(row, Entry) and row.item == item), None)
