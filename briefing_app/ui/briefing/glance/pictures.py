"""A drawing as a picture of its own, for slides and papers: light, with its title, as PNG or SVG."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import sqrt

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from briefing_app.export.cleaning import cleaned
from briefing_app.ui.briefing.glance.sheet import Sheet
from briefing_app.ui.briefing.painting import Look, Piece, flow, height, paint_pieces
from briefing_app.ui.fonts import interface_font
from briefing_app.ui.theme import Theme

_WIDTH, _MARGIN = 760, 24  # pixels at 96 to the inch
_DPI, _INCH = 96, 0.0254  # an inch in metres
_SHARP = 2.5  # pixels of a PNG to each of these
_MOST = 40_000_000  # pixels of a PNG


@dataclass(frozen=True)
class _Page:
    """A drawing under its title, with a margin around both."""

    head: list[Piece]
    sheet: Sheet

    @property
    def size(self) -> QSize:
        return QSize(_WIDTH, self._top + self.sheet.height + _MARGIN)

    @property
    def told(self) -> str:
        """Say what is drawn, for where it cannot be seen."""
        return "; ".join(mark.spoken for mark in self.sheet.marks)

    def paint(self, painter: QPainter, ground: str) -> None:
        painter.fillRect(QRect(QPoint(), self.size), QColor(ground))
        paint_pieces(painter, self.head, QPoint(_MARGIN, _MARGIN))
        painter.translate(_MARGIN, self._top)
        self.sheet.paint(painter)

    @property
    def _top(self) -> int:
        return _MARGIN + height(self.head) + _MARGIN // 2


@dataclass(frozen=True)
class Picture:
    """A drawing with the dossier's title, and under it the drawing's name and of when it is; made on any thread."""

    title: str
    name: str
    under: str
    drawing: Callable[[Look, int], Sheet]

    def image(self, theme: Theme) -> QImage:
        """Paint it in dots, with its words as the image's description."""
        page = self._page(theme)
        dots = page.size.width() * page.size.height()
        scale = min(_SHARP, sqrt(_MOST / dots))
        image = QImage(page.size * scale, QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(round(_DPI * scale / _INCH))
        image.setDotsPerMeterY(round(_DPI * scale / _INCH))
        image.setText("Title", f"{self.title}: {self.name}")
        image.setText("Description", page.told)
        painter = QPainter(image)
        painter.scale(scale, scale)
        page.paint(painter, theme.paper)
        painter.end()
        return image

    def png(self, theme: Theme) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, b"png").write(self.image(theme))
        return bytes(buffer.data().data())

    def svg(self, theme: Theme) -> bytes:
        """Draw it in lines and words, which stay words."""
        page, buffer, made = self._page(theme), QBuffer(), QSvgGenerator()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        made.setOutputDevice(buffer)
        made.setResolution(_DPI)
        made.setSize(page.size)
        made.setViewBox(QRect(QPoint(), page.size))
        made.setTitle(f"{self.title}: {self.name}")
        made.setDescription(page.told)
        painter = QPainter(made)
        page.paint(painter, theme.paper)
        painter.end()
        # Qt writes control characters as they are, and XML has none.
        return cleaned(bytes(buffer.data().data()).decode()).encode()

    def _page(self, theme: Theme) -> _Page:
        look, width = Look(replace(theme, panel=theme.paper)), _WIDTH - 2 * _MARGIN
        parts = [
            (self.title, interface_font(pixels=16, bold=True), theme.ink),
            (
                " · ".join(part for part in (self.name, self.under) if part),
                look.meta_font,
                theme.soft,
            ),
        ]
        head = flow(parts, width, to=Qt.AlignmentFlag.AlignLeft)
        return _Page(head, self.drawing(look, width))
