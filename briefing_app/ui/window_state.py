"""How the window stood when it was closed, given back at the next start."""

import base64

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from briefing_app.settings import Settings

_TITLE_BAR = 32  # what a window's frame may take of the screen's height
_PANES = (252, 648, 540)


def restore_window(window: QMainWindow, panes: QSplitter, settings: Settings) -> None:
    """Give the window its size and place, and the panes their widths."""
    room = window.screen().availableGeometry()
    window.resize(min(1440, room.width()), min(900, room.height() - _TITLE_BAR))
    if settings.window_geometry:
        window.restoreGeometry(QByteArray(base64.b64decode(settings.window_geometry)))
    sizes = settings.pane_sizes
    panes.setSizes(list(sizes if len(sizes) == len(_PANES) else _PANES))


def geometry_of(window: QMainWindow) -> str:
    """Write size and place as the settings keep them."""
    return base64.b64encode(window.saveGeometry().data()).decode("ascii")
