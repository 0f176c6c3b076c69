"""The positions matrix: issues down, parties across."""

from dataclasses import replace

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
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
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QMenu,
    QStyle,
    QTableView,
    QWidget,
)

from briefing_app.language import _
from briefing_app.ui.briefing.copy_menu import copy_menu
from briefing_app.ui.briefing.issue_column import IssueColumn
from briefing_app.ui.briefing.matrix_cells import (
    BLANK,
    PAD,
    WIDEST_LABELS,
    CellDelegate,
    cell_height,
    label_height,
    label_pieces,
    label_width,
    laid_out,
)
from briefing_app.ui.briefing.matrix_header import PartyHeader
from briefing_app.ui.briefing.matrix_model import Index, MatrixModel
from briefing_app.ui.briefing.painting import (
    MARGIN_X,
    MARGIN_Y,
    Look,
    height,
    paint_pieces,
)
from briefing_app.ui.briefing.rows import Entry, Matrix
from briefing_app.ui.items import Item
from briefing_app.ui.theme import Theme

NARROWEST = 118


class MatrixView(QTableView):
    """Shows the matrix; a click or Enter chooses an entry."""

    chosen = Signal(object)  # Entry
    opened = Signal(object)  # Entry, by a double click: to be edited
    moved = Signal(object)  # QRect: the cell that the arrow keys came to
    # By so many pixels what is in sight came to lie lower, where the view itself does not scroll.
    shifted = Signal(int)
    copy_wanted = Signal(object)  # tuple[Item, ...]
    row_copy_wanted = Signal(str, object)  # the issue, and the items by party

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(theme)
        self._model = MatrixModel(self)
        self._delegate = CellDelegate(self._look, self)
        self._header = PartyHeader(self._look, self)
        self._column = IssueColumn(self, self._paint_issue)
        self._fits, self._header_top = False, 0
        self._seen = range(0)  # the columns that the rows are as tall as
        self._counted = 0  # how wide the view was when they were counted
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("Positions: issues down, parties across"))
        self.horizontalScrollBar().valueChanged.connect(self._show_columns)
        self.verticalScrollBar().valueChanged.connect(self._column.follow)

    def fit_contents(self) -> None:
        """Be always as tall as the rows, so that something around it scrolls."""
        self._fits = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keep_header_at(self, top: int) -> None:
        """Let the parties' names stand lower down, where what is around the view has scrolled."""
        self._header_top = max(0, min(top, self.height() - 2 * self._header.height()))
        self._header.move(self._header.x(), self._header_top)
        self._header.raise_()
        self._column.follow()

    def updateGeometries(self) -> None:  # noqa: N802 (Qt's)
        super().updateGeometries()
        self.keep_header_at(self._header_top)

    def scrollTo(  # noqa: N802 (Qt's)
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        if index.column() > 0 and hidden > 0:  # the issues' names lie over it
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)
        # The rows have another height where other columns came into sight.
        super().scrollTo(index, hint)

    def set_rows(self, matrix: Matrix) -> None:
        at = self.currentIndex()
        row, column = at.row(), at.column()
        self._model.set_rows(matrix)
        self._arrange(anew=True)
        self.setCurrentIndex(self._model.index(row, column))  # none where there is no such cell

    def set_look(self, theme: Theme, scale: float) -> None:
        self._apply(replace(self._look, theme=theme, scale=scale))
        self._arrange(anew=True)

    def set_current(self, item: Item | None) -> None:
        """Mark the entry that is pointed at, and bring its cell into sight."""
        self._apply(replace(self._look, current=item))
        self.viewport().update()
        index = self._index_of(item)
        if index is not None:
            self.setCurrentIndex(index)  # so that the arrow keys go on from there

    def area_of(self, item: Item | None) -> QRect | None:
        """Return where an entry is, in the view's coordinates, so that what is around it can scroll there."""
        index = self._index_of(item)
        if index is None:
            return None
        cell = self._model.cell(index)
        area = self.visualRect(index)
        placed = laid_out(cell, self._look, area.width()) if cell else []
        found = next((each.area for each in placed if each.entry.item == item), None)
        header = QPoint(0, self._header.height())
        return found.translated(area.topLeft() + header) if found else None

    def entry_at(self, point: QPoint) -> Entry | None:
        index = self.indexAt(point)
        cell = self._model.cell(index)
        if cell is None:
            return None
        area = self.visualRect(index)
        inside = point - area.topLeft()
        placed = laid_out(cell, self._look, area.width())
        return next((each.entry for each in placed if each.area.contains(inside)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        entry = self.entry_at(event.position().toPoint())
        if entry is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(entry)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        entry = self.entry_at(event.position().toPoint())
        if entry is not None:
            self.opened.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cell = self._model.cell(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and cell and cell.entries:
            self.chosen.emit(_after(cell.entries, self._look.current))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        menu = self.menu_at(index)
        if menu is not None:
            menu.popup(event.globalPos())

    def menu_at(self, index: Index) -> QMenu | None:
        """Make the menu over a cell; None where there is none."""
        if not index.isValid():
            return None
        at = QPersistentModelIndex(index)  # rows may come and go while the menu is open
        row = {_("Copy the row"): lambda: self._copy_row(at)}
        cell = {_("Copy the cell"): lambda: self._copy(at)} if self._items(index) else {}
        return copy_menu(cell | row, self)

    def _items(self, index: Index) -> tuple[Item, ...]:
        cell = self._model.cell(index)
        return tuple(entry.item for entry in cell.entries) if cell else ()

    def _copy(self, index: Index) -> None:
        """Copy a cell, or on an issue's name the whole row."""
        if index.isValid() and index.column() == 0:
            self._copy_row(index)
        elif self._items(index):
            self.copy_wanted.emit(self._items(index))

    def _copy_row(self, index: Index) -> None:
        if not index.isValid():
            return
        matrix, row = self._model.matrix, index.row()
        cells = tuple(
            (column.name, tuple(entry.item for entry in cell.entries))
            for column, cell in zip(matrix.columns, matrix.lines[row].cells, strict=True)
        )
        self.row_copy_wanted.emit(matrix.lines[row].label, cells)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt's)
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.moved.emit(self.visualRect(current).translated(0, self._header.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHintForRow(self, row: int) -> int:  # noqa: N802 (Qt's)
        line = self._model.matrix.lines[row]
        label = label_height(line.label, self._look, self.columnWidth(0))
        cells = ((n, line.cells[n - 1]) for n in self._seen)
        tall = (cell_height(cell, self._look, self.columnWidth(n)) for n, cell in cells)
        return max(label, BLANK, *tall)

    def _apply(self, look: Look) -> None:
        self._look = self._delegate.look = self._header.look = look
        self._column.set_look(look)

    def _paint_issue(self, painter: QPainter, area: QRect, row: int) -> None:
        """Paint the name of a row's issue, or of the whole column for the row -1."""
        words = self._model.matrix.lines[row].label if row >= 0 else _("Issue")
        pieces = label_pieces(words, self._look, area.width())
        top = PAD + MARGIN_Y if row >= 0 else (area.height() - height(pieces)) // 2
        paint_pieces(painter, pieces, area.topLeft() + QPoint(PAD + MARGIN_X, top))
        painter.setPen(QColor(self._look.theme.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _arrange(self, *, anew: bool = False) -> None:
        """Share the width among the parties, let the rows find their heights; the top one stays, but of anew ones."""
        top = -1 if anew else self.rowAt(self._header_top)
        before = self.rowViewportPosition(top)
        parties = self._model.columnCount() - 1
        labels = (line.label for line in self._model.matrix.lines)
        most = round(self.viewport().width() * WIDEST_LABELS)
        label = min(label_width(labels, self._look), most)
        self.setColumnWidth(0, label)
        room = self.viewport().width() - label
        each = max(round(NARROWEST * self._look.scale), room // max(1, parties))
        for column in range(1, parties + 1):
            self.setColumnWidth(column, each)
        if anew or not self._is_for_a_bar():
            self._seen, self._counted = self._columns_in_sight(), self.viewport().width()
        self._fit_rows()
        self._stay(self.rowViewportPosition(top) - before)
        self._column.follow()

    def _is_for_a_bar(self) -> bool:
        """Tell whether the width only gives way to a scroll bar around the view, or takes its place.

        With fewer columns in sight for it the rows would be shorter, and the bar would go again.
        """
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self._fits and abs(self.viewport().width() - self._counted) <= bar

    def _show_columns(self) -> None:
        """Let the rows be as tall as what came into sight sideways, and the row on top stay where it is."""
        seen = self._columns_in_sight()
        if seen != self._seen:
            self._seen, self._counted = seen, self.viewport().width()
            top = self.rowAt(self._header_top)
            before = self.rowViewportPosition(top)
            self._fit_rows()
            self._stay(self.rowViewportPosition(top) - before)
        self._column.follow()

    def _columns_in_sight(self) -> range:
        """Return the parties' columns of which half or more can be seen, beside the issues' names."""
        left, right = self.columnWidth(0), self.viewport().width()
        middles = [
            (column, self.columnViewportPosition(column) + self.columnWidth(column) // 2)
            for column in range(1, self._model.columnCount())
        ]
        seen = [column for column, middle in middles if left <= middle <= right]
        return range(seen[0], seen[-1] + 1) if seen else range(0)

    def _fit_rows(self) -> None:
        self.resizeRowsToContents()
        if self._fits:
            self.setFixedHeight(self._contents_height())

    def _stay(self, lower: int) -> None:
        """Scroll by as much as what is in sight came to lie lower."""
        if self._fits:
            self.shifted.emit(lower)
            return
        bar = self.verticalScrollBar()
        wanted = bar.value() + lower
        self.updateGeometries()  # Qt would tell the bar of the rows' heights only later
        bar.setValue(wanted)

    def _contents_height(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        bar = self.horizontalScrollBar()
        extra = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return self._header.sizeHint().height() + rows + extra + 2

    def _index_of(self, item: Item | None) -> QModelIndex | None:
        """Return where an entry is: in the cell that is current, or else in the first that has it."""
        at = self.currentIndex()
        if item is not None and at.isValid() and at.column() > 0:
            current = self._model.matrix.lines[at.row()].cells[at.column() - 1]
            if any(entry.item == item for entry in current.entries):
                return at
        for row, line in enumerate(self._model.matrix.lines):
            for column, cell in enumerate(line.cells, start=1):
                if any(entry.item == item for entry in cell.entries):
                    return self._model.index(row, column)
        return None


def _after(entries: tuple[Entry, ...], current: Item | None) -> Entry:
    """Return the entry after the current one, so that Enter walks through a cell."""
    items = [entry.item for entry in entries]
    if current is None or current not in items:
        return entries[0]
    return entries[(items.index(current) + 1) % len(items)]
