"""The themes: colours as tokens from `resources/themes`, and the one style sheet that is filled with them."""

import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QGuiApplication, QPalette, Qt

from briefing_app.domain.annotation import Colour
from briefing_app.domain.labels import Tone
from briefing_app.language import N_

INTERFACE_FONT = "Noto Sans"
READING_FONT = "Literata"

CHOICES = {
    "system": N_("As the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "sepia": N_("Sepia"),
}


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, as `#rrggbb`."""

    dark: bool
    ground: str
    paper: str
    panel: str
    line: str
    ink: str
    soft: str
    faint: str
    accent: str
    accent_soft: str
    on_accent: str
    yellow: str
    green: str
    blue: str
    pink: str
    ask: str
    good: str
    open: str
    bad: str
    calm: str
    parties: tuple[str, ...]

    def tone(self, tone: Tone) -> str:
        return {
            Tone.ASK: self.ask,
            Tone.GOOD: self.good,
            Tone.OPEN: self.open,
            Tone.BAD: self.bad,
            Tone.CALM: self.calm,
        }[tone]

    def highlight(self, colour: Colour) -> str:
        return {
            Colour.YELLOW: self.yellow,
            Colour.GREEN: self.green,
            Colour.BLUE: self.blue,
            Colour.PINK: self.pink,
        }[colour]

    def party(self, colour: int) -> str:
        return self.parties[colour % len(self.parties)]


def load_theme(name: str, folder: Path) -> Theme:
    """Read a theme by its name; "system" follows the desktop's light or dark."""
    if name not in CHOICES or name == "system":
        hints = QGuiApplication.styleHints()
        name = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    return _read(name, folder)


@cache
def _read(name: str, folder: Path) -> Theme:
    tokens = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
    return Theme(parties=tuple(tokens.pop("parties")), **tokens)


def style_sheet(theme: Theme, folder: Path, *, scale: float = 1.0) -> str:
    """Fill the style sheet with a theme's colours and the sizes for a text scale."""
    sizes = {f"px{size}": f"{round(size * scale)}px" for size in range(9, 30)}
    return Template((folder / "briefing.qss").read_text("utf-8")).substitute(
        {name: str(value) for name, value in asdict(theme).items()},
        icons=(folder.parent / "icons").as_posix(),
        tick="dark" if theme.dark else "light",
        **sizes,
    )


def palette(theme: Theme) -> QPalette:
    """Give Qt's own painting the same colours, so that no default grey is left anywhere."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.ground,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.ToolTipBase: theme.ink,
        QPalette.ColorRole.ToolTipText: theme.paper,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Light: theme.paper,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.faint,
        QPalette.ColorRole.Shadow: theme.ink,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made
