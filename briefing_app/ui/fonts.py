"""The two families that the window reads in, from the packages that carry them."""

import fontpkg_literata
import fontpkg_noto_sans
from PySide6.QtGui import QFont, QFontDatabase

from briefing_app.ui.theme import INTERFACE_FONT

INTERFACE_PIXELS = 13
_WEIGHT = QFont.Tag("wght")


def load_fonts() -> None:
    """Make Literata and Noto Sans known to Qt; what neither has falls back to the system's fonts."""
    for package in (fontpkg_literata, fontpkg_noto_sans):
        for file in sorted(package.ROOT.rglob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))


def interface_font(
    *, scale: float = 1.0, pixels: int = INTERFACE_PIXELS, bold: bool = False
) -> QFont:
    font = QFont(INTERFACE_FONT)
    font.setPixelSize(round(pixels * scale))
    return emboldened(font) if bold else font


def emboldened(font: QFont) -> QFont:
    """Set a font semibold; both families are variable fonts, whose weight Qt takes from the axis alone."""
    bold = QFont(font)
    bold.setVariableAxis(_WEIGHT, QFont.Weight.DemiBold)
    return bold
