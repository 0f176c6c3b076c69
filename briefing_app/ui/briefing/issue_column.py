"""The issues' names, kept in sight while the matrix is scrolled sideways."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from briefing_app.ui.briefing.painting import Look


class IssueColumn(QWidget):
    """Lies over the matrix and paints its first column anew where that was scrolled away."""

    def __init__(
        self, table: QTableView, paint_cell: Callable[[QPainter, QRect, int], None]
    ) -> None:
        super().__init__(table)
        self._table, self._paint_cell = table, paint_cell
        self._line = QColor()
        self._ground = QColor()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def set_look(self, look: Look) -> None:
        self._ground, self._line = QColor(look.theme.panel), QColor(look.theme.line)
        self.update()

    def follow(self) -> None:
        """Stand where the first column would be, as long as it is not there itself."""
        table = self._table
        header = table.horizontalHeader()
        tall = header.height() + table.viewport().height()
        self.setGeometry(0, 0, table.columnWidth(0), tall)
        self.setVisible(table.horizontalScrollBar().value() > 0)
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        table, painter = self._table, QPainter(self)
        header = table.horizontalHeader()
        painter.fillRect(self.rect(), self._ground)
        model = table.model()
        for row in range(model.rowCount()):
            top = table.rowViewportPosition(row) + table.viewport().y()
            if top <= self.height() and top + table.rowHeight(row) >= 0:
                area = QRect(0, top, self.width(), table.rowHeight(row))
                self._paint_cell(painter, area, row)
        painter.fillRect(QRect(0, header.y(), self.width(), header.height()), self._ground)
        painter.translate(QPoint(0, header.y()))
        self._paint_cell(painter, QRect(0, 0, self.width(), header.height()), -1)
        painter.setPen(self._line)
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
