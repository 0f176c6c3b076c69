"""The menu over the matrix, the checklist and the drawings: what can be copied there."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


def copy_menu(
    offers: Mapping[str, Callable[[], object]], parent: QWidget, *, keyed: bool = True
) -> QMenu:
    """Make a menu of what the words say; where it is `keyed`, the first is what Ctrl+C does."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, act in offers.items():
        menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
    if keyed:
        menu.actions()[0].setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    return menu
