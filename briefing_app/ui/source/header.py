"""The head of the page: the document's title, date and length, as plain text. It scrolls with the words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.domain.document import Document
from briefing_app.language import _, format_long_date, format_number, ngettext
from briefing_app.ui.labels import plain_label
from briefing_app.ui.source.page import Page
from briefing_app.ui.theme import INTERFACE_FONT, READING_FONT

_WORDS_A_MINUTE = 230
_TITLE = 23  # pixels
_ABOVE, _BELOW = 26, 22


def length_words(document: Document) -> str:
    """Say when a document is from, how long it is and how long that takes to read."""
    minutes = max(1, round(document.words / _WORDS_A_MINUTE))
    parts = [
        format_long_date(document.date) if document.date else _("no date"),
        ngettext("{number} word", "{number} words", document.words).format(
            number=format_number(document.words)
        ),
        ngettext("reading time {number} min", "reading time {number} min", minutes).format(
            number=format_number(minutes)
        ),
    ]
    return " · ".join(parts)


class Header(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = plain_label(wrap=True, name="source_title")
        self._length = plain_label(wrap=True, name="source_length")
        layout = QVBoxLayout(self)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._length)

    def show_document(self, document: Document) -> bool:
        """Take over what is said of a document, and tell whether any of it is new."""
        title = document.title or document.file_name or _("Untitled")
        length = length_words(document)
        new = (title, length) != (self._title.text(), self._length.text())
        self._title.setText(title)
        self._title.setAccessibleName(_("Title: {title}").format(title=title))
        self._length.setText(length)
        return new

    def set_page(self, page: Page) -> int:
        """Take the page's type and width, and return how tall the header becomes."""
        self._title.setFont(page.reading_font(_TITLE * page.scale, bold=True))
        self.setStyleSheet(
            f"#source_title {{ font-family: '{READING_FONT}'; font-weight: 600;"
            f" font-size: {round(_TITLE * page.scale)}px; color: {page.theme.ink}; }}"
            f"#source_length {{ font-family: '{INTERFACE_FONT}';"
            f" font-size: {round(12 * page.scale)}px; color: {page.theme.soft}; }}"
        )
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(page.left, _ABOVE, page.right + page.notes, _BELOW)
        self.ensurePolished()
        height = layout.heightForWidth(page.width)
        self.resize(page.width, height)
        return height
