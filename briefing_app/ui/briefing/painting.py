"""How one entry of the briefing is laid out and painted: shared by the matrix and the checklist."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from briefing_app.ui.briefing.rows import Entry
from briefing_app.ui.fonts import interface_font
from briefing_app.ui.items import Item
from briefing_app.ui.theme import Theme

MARGIN_X, MARGIN_Y = 8, 6
AS_READ = Qt.AlignmentFlag.AlignLeading  # from the left, or from the right what is read so


@dataclass(frozen=True)
class Look:
    """All that painting needs to know besides the entry."""

    theme: Theme
    scale: float = 1.0
    current: Item | None = None

    @property
    def label_font(self) -> QFont:
        return interface_font(scale=self.scale, pixels=12, bold=True)

    @property
    def claim_font(self) -> QFont:
        return interface_font(scale=self.scale, pixels=13)

    @property
    def meta_font(self) -> QFont:
        return interface_font(scale=self.scale, pixels=11)

    @property
    def condition_font(self) -> QFont:
        font = interface_font(scale=self.scale, pixels=12)
        font.setItalic(True)
        return font


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
    gap: int = 2,
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
