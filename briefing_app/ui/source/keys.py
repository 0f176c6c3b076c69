"""Keys that a small bar or card keeps for itself while it has the focus, whatever they do in the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def is_override(event: QEvent, *keys: Qt.Key) -> bool:
    """Tell whether Qt asks who wants one of these keys before it becomes a shortcut."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in keys
    )
