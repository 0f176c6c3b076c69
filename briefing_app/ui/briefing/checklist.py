"""The outcomes checklist: grouped by status, each with its box, which only the reader ticks."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from briefing_app.language import _
from briefing_app.ui.briefing.copy_menu import copy_menu
from briefing_app.ui.briefing.painting import (
    MARGIN_X,
    MARGIN_Y,
    Look,
    Piece,
    entry_pieces,
    height,
    paint_frame,
    paint_pieces,
)
from briefing_app.ui.briefing.rows import Entry
from briefing_app.ui.fonts import interface_font
from briefing_app.ui.items import Item
from briefing_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_SIDE = 5  # left and right of an entry's frame
_BOX, _STATUS_WIDTH = 16, 118


class ChecklistModel(QAbstractListModel):
    """Holds entries with, before each group, the group's name as a row of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []

    def set_rows(self, entries: tuple[Entry, ...]) -> None:
        self.beginResetModel()
        self._rows = []
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self._rows.append(group)
            self._rows.append(entry)
        self.endResetModel()

    @property
    def rows(self) -> list[Entry | str]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_group = index.isValid() and isinstance(self._rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if is_group else super().flags(index)


@dataclass(frozen=True)
class _Placed:
    """Where the parts of a row are, from its top left corner."""

    frame: QRect
    box: QRect
    words: QPoint
    pieces: list[Piece]
    status: QRect


def _placed(entry: Entry, look: Look, width: int) -> _Placed:
    status_width = round(_STATUS_WIDTH * look.scale)
    box = QRect(_SIDE + MARGIN_X, MARGIN_Y + 5, _BOX, _BOX)
    left = box.right() + 10
    right = width - _SIDE - MARGIN_X
    pieces = entry_pieces(entry, look, right - status_width - 8 - left, labelled=False)
    tall = max(height(pieces), _BOX + 2) + 2 * MARGIN_Y + 2
    return _Placed(
        frame=QRect(_SIDE, 2, width - 2 * _SIDE, tall),
        box=box,
        words=QPoint(left, MARGIN_Y + 3),
        pieces=pieces,
        status=QRect(right - status_width, MARGIN_Y + 3, status_width, round(18 * look.scale)),
    )


class _RowDelegate(QStyledItemDelegate):
    """Paints a group's name or an outcome; the view tells it how to look."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self.look = look
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        row: Entry | str = index.data(ROW)
        if isinstance(row, str):
            return QSize(width, round(36 * self.look.scale))
        return QSize(width, _placed(row, self.look, width).frame.bottom() + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Entry | str = index.data(ROW)
        painter.save()
        if isinstance(row, str):
            self._paint_group(painter, option.rect, row)
        else:
            self._paint_entry(painter, option, row)
        painter.restore()

    def _paint_group(self, painter: QPainter, area: QRect, name: str) -> None:
        font = interface_font(scale=self.look.scale, pixels=11, bold=True)
        font.setLetterSpacing(font.SpacingType.PercentageSpacing, 106)
        painter.setFont(font)
        painter.setPen(QColor(self.look.theme.soft))
        painter.drawText(
            area.adjusted(_SIDE + MARGIN_X, 0, 0, -6),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom),
            name.upper(),
        )

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        look, area = self.look, option.rect
        placed = _placed(entry, look, area.width())
        painter.setPen(QColor(look.theme.line))
        painter.drawLine(area.left() + _SIDE, area.bottom(), area.right() - _SIDE, area.bottom())
        paint_frame(painter, placed.frame.translated(area.topLeft()), entry, look)
        self._paint_box(painter, placed.box.translated(area.topLeft()), ticked=entry.ticked)
        paint_pieces(painter, placed.pieces, area.topLeft() + placed.words)
        painter.setFont(look.label_font)
        painter.setPen(QColor(look.theme.tone(entry.tone)))
        painter.drawText(
            placed.status.translated(area.topLeft()), int(Qt.AlignmentFlag.AlignRight), entry.label
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(look.theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(placed.frame.translated(area.topLeft()), 6, 6)

    def _paint_box(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        theme = self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if ticked else theme.soft), 1.4))
        painter.setBrush(QColor(theme.accent if ticked else theme.paper))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(QColor(theme.on_accent), 2))
            painter.drawPolyline(
                [box.topLeft() + QPoint(x, y) for x, y in ((4, 8), (7, 11), (12, 5))]
            )


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
        self._delegate = _RowDelegate(self._look, self)
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
        box = _placed(entry, self._look, area.width()).box.translated(area.topLeft())
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
