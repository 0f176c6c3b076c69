"""Labels that show a reader's or a document's words: always plain text, never markup."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
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


class ElidedLabel(QLabel):
    """One line of plain text that ends in dots where there is no room for all of it."""

    def __init__(self, text: str = "", *, name: str = "", **marks: bool) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setObjectName(name)
        _mark(self, marks)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        fitted = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(
            self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), fitted
        )


def push_button(text: str, *, parent: QWidget | None = None, **marks: bool) -> QPushButton:
    """Make a button; `marks` are the style sheet's properties (primary, chip, quiet)."""
    button = QPushButton(text, parent)
    _mark(button, marks)
    return button


def plain_tip(text: str) -> str:
    """Make a tooltip whose text is never read as HTML."""
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if text else ""


def _mark(widget: QWidget, marks: Mapping[str, bool]) -> None:
    for mark, value in marks.items():
        widget.setProperty(mark, value)
    if _BOLD & marks.keys():
        widget.setFont(emboldened(widget.font()))
