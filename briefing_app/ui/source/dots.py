"""The four colours of a highlight, as small round buttons."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from briefing_app.domain.annotation import Colour
from briefing_app.language import N_, _
from briefing_app.ui.source.page import Page

COLOURS = {
    Colour.YELLOW: N_("Yellow"),
    Colour.GREEN: N_("Green"),
    Colour.BLUE: N_("Blue"),
    Colour.PINK: N_("Pink"),
}
_SIZE, _RADIUS = 22, 7


class ColourDot(QAbstractButton):
    def __init__(self, colour: Colour, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self._fill, self._ring, self._radius = QColor(), QColor(), float(_RADIUS)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_page(self, page: Page, *, ring: str) -> None:
        """Take the theme's own colour; the ring around it tells which has the focus or is chosen."""
        self._fill, self._ring = QColor(page.theme.highlight(self.colour)), QColor(ring)
        self._radius = _RADIUS * max(1.0, page.scale)
        self.setFixedSize(QSize(_SIZE, _SIZE) * max(1.0, page.scale))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setBrush(self._fill)
        painter.setPen(QPen(self._fill.darker(125), 1))
        painter.drawEllipse(centre, self._radius, self._radius)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._ring, 1.6))
            painter.drawEllipse(centre, self._radius + 2.2, self._radius + 2.2)


def colour_word(colour: Colour) -> str:
    return _(COLOURS[colour])
