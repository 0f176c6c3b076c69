"""The command palette: type a few letters for a command, or words that stand in the dossier."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from rapidfuzz import fuzz, process

from briefing_app.language import _

_DELAY_MS = 120
_COMMANDS = 6
_TALLEST = 460
_SHORT = 2  # so few letters are too few for typing errors
_WORDS, _BESIDE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_GOOD = 76.0  # of 100: below it a command is not what was meant


@dataclass(frozen=True)
class Offer:
    """A row of the palette: its words, beside them the keys that do the same or the place, what choosing it does."""

    words: str
    beside: str
    choose: Callable[[], None]

    @property
    def spoken(self) -> str:
        return f"{self.words}, {self.beside}" if self.beside else self.words


class _OfferDelegate(QStyledItemDelegate):
    """Sets what stands beside an offer's words to the right, in a fainter colour."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        words, beside = index.data(_WORDS), index.data(_BESIDE)
        if words is None:
            return
        painter.save()
        painter.setFont(option.font)
        metrics, room = painter.fontMetrics(), option.rect.adjusted(10, 0, -10, 0)
        end = Qt.TextElideMode.ElideRight
        placed = metrics.elidedText(beside, end, room.width() * 2 // 5)
        taken = metrics.horizontalAdvance(placed) + 18 if placed else 0
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(room, _MIDDLE, metrics.elidedText(words, end, room.width() - taken))
        painter.setPen(option.palette.color(QPalette.ColorRole.Dark))
        painter.drawText(room, _MIDDLE | int(Qt.AlignmentFlag.AlignRight), placed)
        painter.restore()

    def displayText(self, value: object, locale: object, /) -> str:  # noqa: N802 (Qt's)
        return ""  # painted above, but still there to be spoken


class Palette(QFrame):
    """A field and the offers under it; Escape or a click elsewhere closes it."""

    def __init__(
        self,
        commands: Callable[[], Sequence[Offer]],
        search: Callable[[str], Sequence[Offer]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._window = parent
        self.setObjectName("palette")
        self._commands, self._search = commands, search
        self._offers: list[Offer] = []
        self._field, self._list = QLineEdit(), QListWidget()
        self._field.setPlaceholderText(_("Search this dossier, or type a command"))
        self._field.setAccessibleName(_("Search this dossier, or type a command"))
        self._list.setAccessibleName(_("Commands and passages found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setItemDelegate(_OfferDelegate(self._list))
        self._list.itemClicked.connect(lambda row: self._choose(self._list.row(row)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._offer)
        self._field.textChanged.connect(lambda *_args: self._timer.start(_DELAY_MS))
        self._field.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self._field)
        layout.addWidget(self._list)

    def open_under(self, anchor: QWidget) -> None:
        """Open below a widget of the window, wide enough to read what is found."""
        width = min(640, self._window.width() - 40)
        self.setFixedWidth(width)
        centre = anchor.mapToGlobal(anchor.rect().center())
        left = self._window.mapToGlobal(self._window.rect().topLeft()).x() + 20
        self.move(
            max(left, centre.x() - width // 2), anchor.mapToGlobal(anchor.rect().topLeft()).y() - 4
        )
        self._field.clear()
        self._offer()
        self.show()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                last = self._list.count() - 1
                self._list.setCurrentRow(max(0, min(last, self._list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._timer.isActive():
                    self._timer.stop()
                    self._offer()
                self._choose(self._list.currentRow())
                return True
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        typed = self._field.text().strip()
        self._offers = [
            *_matching(self._commands(), typed),
            *(self._search(typed) if typed else ()),
        ]
        self._list.clear()
        for offer in self._offers:
            row = QListWidgetItem(offer.spoken, self._list)
            row.setData(_WORDS, offer.words)
            row.setData(_BESIDE, offer.beside)
        if not self._offers:
            row = QListWidgetItem(_("Nothing found. Try fewer or other words."), self._list)
            row.setData(_WORDS, row.text())
            row.setData(_BESIDE, "")
            row.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.setCurrentRow(0)
        row_height = self._list.sizeHintForRow(0)
        self.setFixedHeight(
            min(_TALLEST, self._field.sizeHint().height() + 36 + row_height * self._list.count())
        )

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._offers):
            self.hide()
            self._offers[row].choose()


def _matching(commands: Sequence[Offer], typed: str) -> list[Offer]:
    """Pick the commands meant by a few letters, typing errors forgiven."""
    if not typed:
        return list(commands)
    found = process.extract(
        typed.casefold(),
        [command.words.casefold() for command in commands],
        scorer=fuzz.partial_ratio if len(typed) > _SHORT else fuzz.token_set_ratio,
        limit=_COMMANDS,
        score_cutoff=_GOOD,
    )
    begun = [c for c in commands if c.words.casefold().startswith(typed.casefold())]
    return list(dict.fromkeys([*begun, *(commands[place] for _words, _score, place in found)]))
