"""A list of cards, for what is no matrix and no checklist: the reader's notes."""

from dataclasses import dataclass, replace
from enum import StrEnum

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
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from briefing_app.domain.evidence import Evidence
from briefing_app.ui.briefing.painting import Look, Piece, flow, height, paint_pieces
from briefing_app.ui.fonts import interface_font
from briefing_app.ui.items import Item
from briefing_app.ui.theme import READING_FONT, Theme

Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole
_SIDE, _PAD = 18, 10


class Manner(StrEnum):
    """How a line of a card is set."""

    HEADING = "heading"
    QUOTE = "quote"
    PLAIN = "plain"
    FAINT = "faint"


@dataclass(frozen=True)
class Card:
    """Lines one below the other, with a stripe where there is a colour; a heading alone has no evidence."""

    lines: tuple[tuple[Manner, str], ...]
    stripe: str = ""
    evidence: Evidence | None = None
    item: Item | None = None

    @property
    def spoken(self) -> str:
        return ", ".join(text for _, text in self.lines)


class CardModel(QAbstractListModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    def set_rows(self, cards: tuple[Card, ...]) -> None:
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.spoken
        return None


def _set(line: tuple[Manner, str], look: Look) -> tuple[str, QFont, str]:
    manner, text = line
    if manner is Manner.QUOTE:
        font = QFont(READING_FONT)
        font.setPixelSize(round(14 * look.scale))
        return text, font, look.theme.ink
    if manner is Manner.HEADING:
        return text, interface_font(scale=look.scale, pixels=12, bold=True), look.theme.soft
    if manner is Manner.PLAIN:
        return text, look.claim_font, look.theme.ink
    return text, look.meta_font, look.theme.faint


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self.look = look
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, height(self._pieces(index.data(CARD), width)) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CARD)
        area, theme = option.rect, self.look.theme
        painter.save()
        painter.setPen(QColor(theme.line))
        painter.drawLine(area.left() + _SIDE, area.bottom(), area.right() - _SIDE, area.bottom())
        if card.item is not None and card.item == self.look.current:
            painter.fillRect(area.adjusted(_SIDE - 8, 3, 8 - _SIDE, -4), QColor(theme.accent_soft))
        if card.stripe:
            stripe = QRect(area.left() + _SIDE, area.top() + _PAD, 4, area.height() - 2 * _PAD)
            painter.fillRect(stripe, QColor(card.stripe))
        at = area.topLeft() + QPoint(self._left(card), _PAD)
        paint_pieces(painter, self._pieces(card, area.width()), at)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(area.adjusted(_SIDE - 8, 3, 7 - _SIDE, -5))
        painter.restore()

    def _left(self, card: Card) -> int:
        return _SIDE + (14 if card.stripe else 0)

    def _pieces(self, card: Card, width: int) -> list[Piece]:
        room = width - self._left(card) - _SIDE
        return flow([_set(line, self.look) for line in card.lines], room, gap=3)


class CardList(QListView):
    """Shows cards; a click or Enter chooses one."""

    chosen = Signal(object)  # Card
    opened = Signal(object)  # Card, to be edited

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(theme)
        self._model = CardModel(self)
        self._delegate = _CardDelegate(self._look, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(name)

    def set_rows(self, cards: tuple[Card, ...]) -> None:
        row = self.currentIndex().row()
        self._model.set_rows(cards)
        self.setCurrentIndex(self._model.index(min(row, len(cards) - 1)))

    def set_look(self, theme: Theme, scale: float) -> None:
        self._look = self._delegate.look = replace(self._look, theme=theme, scale=scale)
        self.scheduleDelayedItemsLayout()

    def set_current(self, item: Item | None) -> None:
        self._look = self._delegate.look = replace(self._look, current=item)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        card = self.indexAt(event.position().toPoint()).data(CARD)
        if isinstance(card, Card) and card.evidence:
            self.chosen.emit(card)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self.indexAt(event.position().toPoint()).data(CARD)
        if isinstance(card, Card) and card.item:
            self.opened.emit(card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.currentIndex().data(CARD)
        wanted = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if wanted and isinstance(card, Card) and card.evidence:
            self.chosen.emit(card)
        else:
            super().keyPressEvent(event)
