"""How one entry of the briefing is laid out and painted: shared by the matrix and the checklist."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from briefing_app.ui.briefing.rows import Entry
from briefing_app.ui.fonts import interface_font
from briefing_app.ui.items import Item
from briefing_app.ui.theme import Theme

MARGIN_X, MARGIN_Y = 8, 6
AS_READ = Qt.AlignmentFlag.AlignLeading  # from the left, or from the right what is read so
_GAP = 2  # between two texts of an entry
_REMEMBERED = 50_000  # heights of texts, so that a change of one entry does not set all others anew


@dataclass(frozen=True)
class Look:
    """All that painting needs to know besides the entry."""

    theme: Theme
    scale: float = 1.0
    current: Item | None = None

    @property
    def label_font(self) -> QFont:
        return _FONTS["label"](self.scale)

    @property
    def claim_font(self) -> QFont:
        return _FONTS["claim"](self.scale)

    @property
    def meta_font(self) -> QFont:
        return _FONTS["meta"](self.scale)

    @property
    def condition_font(self) -> QFont:
        return _FONTS["condition"](self.scale)


def _condition_font(scale: float) -> QFont:
    font = interface_font(scale=scale, pixels=12)
    font.setItalic(True)
    return font


_FONTS: Final[dict[str, Callable[[float], QFont]]] = {
    "label": lambda scale: interface_font(scale=scale, pixels=12, bold=True),
    "claim": lambda scale: interface_font(scale=scale, pixels=13),
    "condition": _condition_font,
    "meta": lambda scale: interface_font(scale=scale, pixels=11),
}


@dataclass(frozen=True)
class Piece:
    """A stretch of text in its place, from the top left corner of what it belongs to."""

    layout: QTextLayout
    top: int
    bottom: int
    colour: str


def flow(
    parts: list[tuple[str, QFont, str]],
    width: int,
    *,
    gap: int = _GAP,
    to: Qt.AlignmentFlag = AS_READ,
) -> list[Piece]:
    """Set texts one below the other in a column of this width, to one side of it or as they are read."""
    pieces: list[Piece] = []
    top = 0
    for text, font, colour in parts:
        if text:
            layout, height = _set(text, font, width, to)
            pieces.append(Piece(layout, top, top + height, colour))
            top += height + gap
    return pieces


def _set(
    text: str, font: QFont, width: int, to: Qt.AlignmentFlag = AS_READ
) -> tuple[QTextLayout, int]:
    """Break a text into lines at its words, or inside a word that is wider than the column."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if to is not AS_READ:
        option.setAlignment(to | Qt.AlignmentFlag.AlignAbsolute)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout, ceil(top)


def entry_pieces(entry: Entry, look: Look, width: int, *, labelled: bool = True) -> list[Piece]:
    """Lay out the words of an entry; without its label where that stands elsewhere."""
    theme = look.theme
    return flow(
        [
            (entry.label if labelled else "", look.label_font, theme.tone(entry.tone)),
            (entry.claim, look.claim_font, theme.ink),
            (entry.condition, look.condition_font, theme.soft),
            (entry.meta, look.meta_font, theme.faint),
        ],
        width,
    )


def entry_height(entry: Entry, look: Look, width: int) -> int:
    """Return how tall the words of an entry are when they are laid out, which is all that is asked of most."""
    words = (entry.label, entry.claim, entry.condition, entry.meta)
    tall = [
        _tall(text, font, look.scale, width)
        for text, font in zip(words, ("label", "claim", "condition", "meta"), strict=True)
        if text
    ]
    return sum(tall) + _GAP * (len(tall) - 1)


@lru_cache(maxsize=_REMEMBERED)
def _tall(text: str, font: str, scale: float, width: int) -> int:
    return _set(text, _FONTS[font](scale), width)[1]


def height(pieces: list[Piece]) -> int:
    return pieces[-1].bottom if pieces else 0


def paint_pieces(painter: QPainter, pieces: list[Piece], at: QPoint) -> None:
    for piece in pieces:
        painter.setPen(QColor(piece.colour))
        piece.layout.draw(painter, QPointF(at.x(), at.y() + piece.top))


def paint_frame(painter: QPainter, area: QRect, entry: Entry, look: Look) -> None:
    """Show what an entry is: dashed while it is only proposed, tinted with a bar where it is the current one."""
    current = entry.item == look.current
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if current:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.accent_soft))
        painter.drawRoundedRect(area, 6, 6)
        painter.setBrush(QColor(look.theme.accent))
        painter.drawRect(QRect(area.left(), area.top() + 3, 2, area.height() - 6))
    if entry.proposed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.theme.faint), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 6, 6)
    painter.restore()
