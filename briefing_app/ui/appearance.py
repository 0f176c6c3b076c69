"""Theme and text size: chosen by the reader, given to the application and the panes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from briefing_app.ui.fonts import interface_font
from briefing_app.ui.theme import Theme, load_theme, palette, style_sheet

SMALLEST, LARGEST, STEP = 0.8, 2.0, 0.1


class Appearance(QObject):
    """Holds how the window looks; "system" follows the desktop as it changes."""

    changed = Signal()

    def __init__(
        self, folder: Path, *, name: str, scale: float, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self.name = folder, name
        self.scale = min(LARGEST, max(SMALLEST, scale))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def theme(self) -> Theme:
        return load_theme(self.name, self._folder)

    @property
    def light(self) -> Theme:
        """What is put on paper and slides is light, whatever the window is."""
        return load_theme("light", self._folder)

    def use_theme(self, name: str) -> None:
        self.name = name
        self._apply()

    def enlarge(self) -> None:
        self._scale_to(self.scale + STEP)

    def shrink(self) -> None:
        self._scale_to(self.scale - STEP)

    def normal_size(self) -> None:
        self._scale_to(1.0)

    def _scale_to(self, scale: float) -> None:
        self.scale = round(min(LARGEST, max(SMALLEST, scale)), 2)
        self._apply()

    def _follow(self) -> None:
        if self.name == "system":
            self._apply()

    def _apply(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setFont(interface_font(scale=self.scale))
        application.setPalette(palette(self.theme))
        application.setStyleSheet(style_sheet(self.theme, self._folder, scale=self.scale))
        self.changed.emit()
