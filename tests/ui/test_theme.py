import pytest
from PySide6.QtGui import QColor, QPalette

from briefing_app import paths
from briefing_app.ui.theme import CHOICES, load_theme, palette, style_sheet

FOLDER = paths.resources() / "themes"
NAMES = [name for name in CHOICES if name != "system"]


def luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    c = QColor(colour)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", ["paper", "panel", "accent_soft"])
def test_words_stand_out_from_what_they_stand_on(qapp, name, ground):
    theme = load_theme(name, FOLDER)
    behind = getattr(theme, ground)
    assert contrast(theme.ink, behind) >= 7
    for token in ("soft", "ask", "good", "open", "bad", "calm", "accent"):
        assert contrast(getattr(theme, token), behind) >= 4.5, token
    assert contrast(theme.faint, behind) >= 3.9


@pytest.mark.parametrize("name", NAMES)
def test_text_is_readable_on_every_highlight(qapp, name):
    theme = load_theme(name, FOLDER)
    for colour in (theme.yellow, theme.green, theme.blue, theme.pink):
        assert contrast(theme.ink, colour) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_leaves_no_token_unfilled(qapp, name):
    filled = style_sheet(load_theme(name, FOLDER), FOLDER, scale=1.3)
    assert "$" not in filled


@pytest.mark.parametrize("name", NAMES)
def test_the_palette_has_the_themes_own_ground(qapp, name):
    theme = load_theme(name, FOLDER)
    assert palette(theme).color(QPalette.ColorRole.Window) == QColor(theme.panel)


def test_an_unknown_theme_is_the_systems(qapp):
    assert load_theme("mauve", FOLDER) == load_theme("system", FOLDER)
