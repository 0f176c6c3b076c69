"""One list for the whole library: headings, documents, parties and issues."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing_app.ui.fonts import interface_font
from briefing_app.ui.labels import plain_tip
from briefing_app.ui.library.rows import DocumentRow, FilterRow, Heading, LibraryRow
from briefing_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
SIDE = 16
_TITLE_LINES = 3


class LibraryModel(QAbstractListModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[LibraryRow, ...] = ()

    def set_rows(self, rows: tuple[LibraryRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(row, Heading):
            return plain_tip(row.title if isinstance(row, DocumentRow) else row.text)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = index.isValid() and isinstance(self.rows[index.row()], Heading)
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)


@dataclass(frozen=True)
class LibraryLook:
    theme: Theme
    scale: float = 1.0
    document: int | None = None  # the one that is open
    filters: frozenset[tuple[str, int]] = frozenset()


class LibraryDelegate(QStyledItemDelegate):
    """Paints each kind of row; the pane tells it how to look."""

    def __init__(self, look: LibraryLook, parent: QListView) -> None:
        super().__init__(parent)
        self.look = look
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = index.data(ROW), self._view.viewport().width()
        if isinstance(row, Heading):
            return QSize(width, round(36 * self.look.scale))
        if isinstance(row, DocumentRow):
            lines = self._title_height(row, width) + self._line_height()
            return QSize(width, lines + (self._line_height() + 5 if row.proposed else 0) + 16)
        return QSize(width, round(28 * self.look.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: LibraryRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, option.rect, row)
        elif isinstance(row, DocumentRow):
            self._paint_document(painter, option.rect, row)
        else:
            self._paint_filter(painter, option.rect, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self.look.theme.accent))
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -5, -2), 5, 5)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, row: Heading) -> None:
        font = interface_font(scale=self.look.scale, pixels=11, bold=True)
        font.setLetterSpacing(font.SpacingType.PercentageSpacing, 106)
        painter.setFont(font)
        painter.setPen(QColor(self.look.theme.soft))
        bottom = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(area.adjusted(SIDE, 0, 0, -7), bottom, row.text)

    def _paint_document(self, painter: QPainter, area: QRect, row: DocumentRow) -> None:
        look, theme = self.look, self.look.theme
        if row.id == look.document:
            painter.fillRect(area, QColor(theme.accent_soft))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(theme.accent))
        painter.setFont(self._title_font())
        painter.setPen(QColor(theme.ink))
        title = QRect(area.left() + SIDE, area.top() + 7, area.width() - 2 * SIDE, 0)
        title.setHeight(self._title_height(row, area.width()))
        painter.setClipRect(area)
        painter.drawText(title, _WRAP, fitted(row.title, self._title_font(), title.size()))
        painter.setFont(interface_font(scale=look.scale, pixels=12))
        painter.setPen(QColor(theme.soft))
        meta = QRect(title.left(), title.bottom() + 2, title.width(), self._line_height())
        elided = painter.fontMetrics().elidedText(
            row.meta, Qt.TextElideMode.ElideRight, meta.width()
        )
        painter.drawText(meta, int(Qt.AlignmentFlag.AlignVCenter), elided)
        if row.proposed:
            self._paint_chip(painter, meta.translated(0, self._line_height() + 3), row.proposed)

    def _paint_chip(self, painter: QPainter, line: QRect, text: str) -> None:
        theme = self.look.theme
        font = interface_font(scale=self.look.scale, pixels=11)
        width = QFontMetrics(font).horizontalAdvance(text) + 16
        chip = QRect(line.left(), line.top(), width, line.height() - 1)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.ground))
        painter.drawRoundedRect(chip, 8, 8)
        painter.setFont(font)
        painter.setPen(QColor(theme.soft))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_filter(self, painter: QPainter, area: QRect, row: FilterRow) -> None:
        look, theme = self.look, self.look.theme
        chosen = (row.kind, row.id) in look.filters
        if chosen:
            painter.fillRect(area, QColor(theme.accent_soft))
        left = area.left() + SIDE
        if row.colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.faint if row.calm else theme.party(row.colour)))
            painter.drawEllipse(QRect(left, area.center().y() - 4, 9, 9))
            left += 17
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(interface_font(scale=look.scale, pixels=12))
        count_width = painter.fontMetrics().horizontalAdvance(row.count)
        painter.setPen(QColor(theme.soft))
        painter.drawText(
            area.adjusted(0, 0, -SIDE, 0), middle | int(Qt.AlignmentFlag.AlignRight), row.count
        )
        painter.setFont(interface_font(scale=look.scale, bold=chosen))
        painter.setPen(QColor(theme.soft if row.calm else theme.ink))
        words = QRect(
            left, area.top(), area.right() - SIDE - count_width - 10 - left, area.height()
        )
        elided = painter.fontMetrics().elidedText(
            row.text, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, middle, elided)

    def _title_font(self) -> QFont:
        return interface_font(scale=self.look.scale, bold=True)

    def _line_height(self) -> int:
        return round(19 * self.look.scale)

    def _title_height(self, row: DocumentRow, width: int) -> int:
        metrics = QFontMetrics(self._title_font())
        whole = metrics.boundingRect(
            QRect(0, 0, width - 2 * SIDE, 10_000), _WRAP, row.title
        ).height()
        return min(whole, _TITLE_LINES * metrics.lineSpacing())


def fitted(text: str, font: QFont, room: QSize) -> str:
    """Shorten a text, with dots, until its lines fit into a room."""
    metrics = QFontMetrics(font)
    low, high = 0, len(text)

    def fits(length: int) -> bool:
        shown = text if length == len(text) else text[:length].rstrip() + "…"
        area = QRect(0, 0, room.width(), 10_000)
        return metrics.boundingRect(area, _WRAP, shown).height() <= room.height()

    if fits(high):
        return text
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return text[:low].rstrip() + "…"


_WRAP = int(Qt.TextFlag.TextWordWrap)
