"""Labels that show a reader's or a document's words: always plain text, never markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def plain_label(text: str = "", *, wrap: bool = False, name: str = "", **marks: bool) -> QLabel:
    """Make a label whose text is never read as HTML; `marks` are the style sheet's properties."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    label.setObjectName(name)
    for mark, value in marks.items():
        label.setProperty(mark, value)
    return label


def push_button(text: str, *, parent: QWidget | None = None, **marks: bool) -> QPushButton:
    """Make a button; `marks` are the style sheet's properties (primary, chip, quiet)."""
    button = QPushButton(text, parent)
    for mark, value in marks.items():
        button.setProperty(mark, value)
    return button
