"""A drawing while it is being laid out, from above."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont

from briefing_app.ui.briefing.glance.sheet import Mark, Shape, Sheet, Text
from briefing_app.ui.briefing.painting import Look, flow, height


@dataclass
class Draft:
    """What is drawn so far in this look and width. `top` is where the next thing begins."""

    look: Look
    width: int
    top: int = 0
    shapes: list[Shape] = field(default_factory=list[Shape])
    marks: list[Mark] = field(default_factory=list[Mark])

    def scaled(self, pixels: float) -> int:
        """Turn pixels at a text scale of 1 into pixels."""
        return round(pixels * self.look.scale)

    def write(
        self,
        parts: list[tuple[str, QFont, str]],
        room: QRect,
        to: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> QRect:
        """Write texts in their fonts and colours from the room's top down; return where."""
        pieces = flow(parts, room.width(), to=to)
        area = QRect(room.left(), room.top(), room.width(), height(pieces))
        self.shapes.append(Text(area, pieces))
        return area

    def sheet(self, *behind: Shape) -> Sheet:
        """Return all of it, with shapes behind it that were known only at the end."""
        return Sheet(self.top, (*behind, *self.shapes), tuple(self.marks))
