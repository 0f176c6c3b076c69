"""A drawing that is laid out: what is painted where, and what of it can be pointed at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from briefing_app.domain.document import DocumentId
from briefing_app.ui.briefing.painting import Piece, paint_pieces
from briefing_app.ui.items import Item

_TINT = 0.12  # of a colour, where it is behind words


class Shape(Protocol):
    """Something painted, with the room that it takes."""

    @property
    def area(self) -> QRect: ...

    def paint(self, painter: QPainter) -> None: ...


@dataclass(frozen=True)
class Box:
    """A rounded box in one colour: full, or tinted with an edge, which is dashed for what is only proposed."""

    area: QRect
    colour: str
    full: bool = False
    dashed: bool = False
    radius: float = 4

    def paint(self, painter: QPainter) -> None:
        colour = QColor(self.colour)
        dashes = Qt.PenStyle.DashLine if self.dashed else Qt.PenStyle.SolidLine
        painter.setPen(Qt.PenStyle.NoPen if self.full else QPen(colour, 1, dashes))
        tint = QColor(colour)
        tint.setAlphaF(1.0 if self.full else _TINT)
        painter.setBrush(tint)
        edge = 0.0 if self.full else 0.5
        room = QRectF(self.area).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(room, self.radius, self.radius)


@dataclass(frozen=True)
class Ring:
    """A circle over whatever is behind it: hollow, or a full dot."""

    area: QRect
    colour: str
    ground: str

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self.colour), 1.6))
        painter.setBrush(QColor(self.ground))
        painter.drawEllipse(QRectF(self.area).adjusted(1, 1, -1, -1))


@dataclass(frozen=True)
class Square:
    """A square over whatever is behind it: full, or hollow for what is only proposed."""

    area: QRect
    colour: str
    ground: str

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self.colour), 1.4))
        painter.setBrush(QColor(self.ground))
        painter.drawRect(QRectF(self.area).adjusted(1, 1, -1, -1))


@dataclass(frozen=True)
class Words:
    """One line of text that fits its room."""

    area: QRect
    text: str
    font: QFont
    colour: str
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft

    def paint(self, painter: QPainter) -> None:
        painter.setFont(self.font)
        painter.setPen(QColor(self.colour))
        upright = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        flags = int(self.alignment | upright) | int(Qt.TextFlag.TextDontClip)
        painter.drawText(self.area, flags, self.text)


@dataclass(frozen=True)
class Text:
    """Texts below each other, in as many lines as they need."""

    area: QRect
    pieces: Sequence[Piece]

    def paint(self, painter: QPainter) -> None:
        paint_pieces(painter, list(self.pieces), self.area.topLeft())


@dataclass(frozen=True)
class Rule:
    """A line down or across."""

    area: QRect
    colour: str

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self.colour), 1))
        start = QPointF(self.area.topLeft()) + QPointF(0.5, 0.5)
        across, down = self.area.width() - 1, self.area.height() - 1
        painter.drawLine(QLineF(start, start + QPointF(across, down)))


@dataclass(frozen=True)
class Mark:
    """A part that can be pointed at: entries, a document, or a group of the checklist. The first area is its own."""

    areas: tuple[QRect, ...]
    spoken: str
    tip: str = ""
    items: tuple[Item, ...] = ()
    document: DocumentId | None = None
    group: str = ""


@dataclass(frozen=True)
class Sheet:
    """A whole drawing of this height, in pixels from its top left corner."""

    height: int
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...]

    def paint(self, painter: QPainter, area: QRect | None = None) -> None:
        """Paint what is in an area, or all of it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        for shape in self.shapes:
            if area is None or shape.area.intersects(area):
                shape.paint(painter)
        painter.restore()
