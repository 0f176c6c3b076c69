"""How a cell of the matrix is drawn: one frame an entry, below each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QPoint,
    QRect,
    QSize,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from briefing_app.ui.briefing.matrix_model import CELL, Index
from briefing_app.ui.briefing.painting import (
    MARGIN_X,
    MARGIN_Y,
    Look,
    Piece,
    entry_height,
    entry_pieces,
    flow,
    height,
    paint_frame,
    paint_pieces,
)
from briefing_app.ui.briefing.rows import CellRow, Entry

LABEL_WIDTH = 104
WIDEST_LABELS = 0.36  # of the view
PAD = 5  # between the cell's edge and an entry's frame
GAP = 4  # between two entries of a cell
LABEL_MARGINS = 2 * MARGIN_X + PAD + 2  # beside an issue's name
BLANK = 40  # pixels that a cell without entries is tall


@dataclass(frozen=True)
class Placed:
    entry: Entry
    pieces: list[Piece]
    area: QRect  # the entry's frame, from the cell's top left corner


def laid_out(cell: CellRow, look: Look, width: int) -> list[Placed]:
    """Stack the entries of a cell of this width."""
    placed: list[Placed] = []
    top = PAD
    for entry in cell.entries:
        pieces = entry_pieces(entry, look, width - 2 * (PAD + MARGIN_X))
        area = QRect(PAD, top, width - 2 * PAD, height(pieces) + 2 * MARGIN_Y)
        placed.append(Placed(entry, pieces, area))
        top = area.bottom() + 1 + GAP
    return placed


def cell_height(cell: CellRow, look: Look, width: int) -> int:
    """Return how tall a cell of this width is with its entries, without laying them out."""
    room = width - 2 * (PAD + MARGIN_X)
    tall = [entry_height(entry, look, room) + 2 * MARGIN_Y for entry in cell.entries]
    return sum(tall) + GAP * (len(tall) - 1) + 2 * PAD if tall else BLANK


def label_height(label: str, look: Look, width: int) -> int:
    return height(label_pieces(label, look, width)) + 2 * (PAD + MARGIN_Y)


class CellDelegate(QStyledItemDelegate):
    """Paints a cell's entries; the view tells it how to look."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        cell: CellRow | None = index.data(CELL)
        if cell is None:
            return QSize(width, label_height(str(index.data()), self.look, width))
        return QSize(width, cell_height(cell, self.look, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, area = self.look, option.rect
        painter.save()
        # A column that only peeps in may have more than its rows are tall.
        painter.setClipRect(area)
        painter.setPen(QColor(look.theme.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        cell: CellRow | None = index.data(CELL)
        if cell is None:
            pieces = label_pieces(str(index.data()), look, area.width())
            paint_pieces(painter, pieces, area.topLeft() + QPoint(PAD + MARGIN_X, PAD + MARGIN_Y))
        elif cell.entries:
            for each in laid_out(cell, look, area.width()):
                frame = each.area.translated(area.topLeft())
                paint_frame(painter, frame, each.entry, look)
                paint_pieces(painter, each.pieces, frame.topLeft() + QPoint(MARGIN_X, MARGIN_Y))
        else:
            painter.setFont(look.claim_font)
            painter.setPen(QColor(look.theme.bad if cell.unanswered else look.theme.faint))
            painter.drawText(
                area.topLeft() + QPoint(PAD + MARGIN_X, PAD + MARGIN_Y + 13), cell.blank
            )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(look.theme.accent))
            painter.drawRect(area.adjusted(1, 1, -2, -3))
        painter.restore()


def label_width(labels: Iterable[str], look: Look) -> int:
    """Return how wide the issues' column is in which no word of theirs is broken."""
    metrics = QFontMetricsF(look.label_font)
    words = (ceil(metrics.horizontalAdvance(word)) for label in labels for word in label.split())
    return max(round(LABEL_WIDTH * look.scale), max(words, default=0) + LABEL_MARGINS)


def label_pieces(label: str, look: Look, width: int) -> list[Piece]:
    return flow([(label, look.label_font, look.theme.ink)], width - LABEL_MARGINS)
