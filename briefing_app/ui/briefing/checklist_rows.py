"""How a row of the checklist is drawn: a group's name, or an outcome with its box."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.ui.briefing.checklist_model import ROW, Index
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

_SIDE = 5  # left and right of an entry's frame
_BOX, _STATUS_WIDTH = 16, 118
_KEPT = 10_000  # heights


@dataclass(frozen=True)
class Placed:
    """Where the parts of a row are, from its top left corner."""

    frame: QRect
    box: QRect
    words: QPoint
    pieces: list[Piece]
    status: QRect


def laid_out(entry: Entry, look: Look, width: int) -> Placed:
    status_width = round(_STATUS_WIDTH * look.scale)
    box = QRect(_SIDE + MARGIN_X, MARGIN_Y + 5, _BOX, _BOX)
    left = box.right() + 10
    right = width - _SIDE - MARGIN_X
    pieces = entry_pieces(entry, look, right - status_width - 8 - left, labelled=False)
    tall = max(height(pieces), _BOX + 2) + 2 * MARGIN_Y + 2
    return Placed(
        frame=QRect(_SIDE, 2, width - 2 * _SIDE, tall),
        box=box,
        words=QPoint(left, MARGIN_Y + 3),
        pieces=pieces,
        status=QRect(right - status_width, MARGIN_Y + 3, status_width, round(18 * look.scale)),
    )


class RowDelegate(QStyledItemDelegate):
    """Paints a group's name or an outcome; the view tells it how to look."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self.look = look
        self._view = parent
        self._heights: dict[tuple[Entry, int, float], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        row: Entry | str = index.data(ROW)
        if isinstance(row, str):
            return QSize(width, round(36 * self.look.scale))
        return QSize(width, self._height(row, width))

    def _height(self, row: Entry, width: int) -> int:
        """Return how tall an outcome is; while documents come, nearly all are as tall as they were."""
        key = row, width, self.look.scale
        if key not in self._heights:
            if len(self._heights) >= _KEPT:
                self._heights.clear()
            self._heights[key] = laid_out(row, self.look, width).frame.bottom() + 4
        return self._heights[key]

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
        placed = laid_out(entry, look, area.width())
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
