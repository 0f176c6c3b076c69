"""Labels that show a reader's or a document's words: always plain text, never markup."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from briefing_app.ui.fonts import emboldened

_BOLD = {"bold", "title", "heading", "primary"}  # the marks that are set semibold


def plain_label(text: str = "", *, wrap: bool = False, name: str = "", **marks: bool) -> QLabel:
    """Make a label whose text is never read as HTML; `marks` are the style sheet's properties."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    label.setObjectName(name)
    _mark(label, marks)
    return label


def push_button(text: str, *, parent: QWidget | None = None, **marks: bool) -> QPushButton:
    """Make a button; `marks` are the style sheet's properties (primary, chip, quiet)."""
    button = QPushButton(text, parent)
    _mark(button, marks)
    return button


def _mark(widget: QWidget, marks: Mapping[str, bool]) -> None:
    for mark, value in marks.items():
        widget.setProperty(mark, value)
    if _BOLD & marks.keys():
        widget.setFont(emboldened(widget.font()))
