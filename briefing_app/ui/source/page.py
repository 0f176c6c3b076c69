"""The measures of the page: how wide its column and margins are and how large its type is."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from briefing_app.domain.document import Block, BlockKind
from briefing_app.ui.theme import INTERFACE_FONT, READING_FONT, Theme

SMALLEST, LARGEST = 0.7, 2.5  # text scales

_TEXT = 16.5
_LINE = 1.62
_HEADINGS = {1: 20.0, 2: 18.0}
_COLUMN = 580
_NARROWEST = 160
_SIDE = 34  # beside the column: paragraph numbers on the left, note signs and lanes on the right
_DIGIT = 7
_NOTES = 210
_PIXELS_PER_POINT = 96 / 72


@dataclass(frozen=True)
class Page:
    """How a text is set for one theme, text scale and width. Two equal pages look the same."""

    theme: Theme
    scale: float
    left: int
    column: int
    right: int
    notes: int  # 0 where there is no room for notes beside the text

    @classmethod
    def fitting(cls, theme: Theme, scale: float, width: int, *, blocks: int = 0) -> "Page":
        """Set out a page for a width; the number of blocks says how wide their numbers are."""
        left = max(_SIDE, 20 + round(_DIGIT * scale) * len(str(blocks)))
        column = round(_COLUMN * scale)
        notes = round(_NOTES * min(scale, 1.4))
        beside = left + column + _SIDE + notes <= width
        fitting = max(_NARROWEST, min(column, width - left - _SIDE))
        return cls(theme, scale, left, fitting, _SIDE, notes if beside else 0)

    @property
    def width(self) -> int:
        return self.left + self.column + self.right + self.notes

    @property
    def column_end(self) -> int:
        return self.left + self.column

    @property
    def text_size(self) -> float:
        return _TEXT * self.scale

    def size(self, block: Block) -> float:
        """Return the size of a block's type, in pixels."""
        if block.kind is BlockKind.HEADING:
            return _HEADINGS.get(block.level, _TEXT) * self.scale
        return self.text_size

    def line_height(self, block: Block) -> float:
        return self.size(block) * (1.35 if block.kind is BlockKind.HEADING else _LINE)

    def reading_font(self, pixels: float, *, bold: bool = False) -> QFont:
        font = QFont(READING_FONT)
        font.setPointSizeF(pixels / _PIXELS_PER_POINT)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
            font.setVariableAxis(
                QFont.Tag("wght"), QFont.Weight.DemiBold.value
            )  # else it stays regular
        return font

    def small_font(self, pixels: int) -> QFont:
        font = QFont(INTERFACE_FONT)
        font.setPixelSize(round(pixels * self.scale))
        return font
