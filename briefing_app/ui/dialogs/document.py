"""What is known of a document besides its text, and a text that is pasted in."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from briefing_app.domain.document import Document
from briefing_app.language import _
from briefing_app.ui.dialogs.form import DayField, FormDialog


@dataclass(frozen=True)
class Particulars:
    """The fields that a reader can set on a document."""

    title: str
    publisher: str
    date: dt.date | None
    language: str


@dataclass(frozen=True)
class Pasted:
    """A pasted text and what the reader said of it; an empty title is found in the text."""

    text: str
    title: str
    publisher: str
    date: dt.date | None


class DocumentDialog(FormDialog):
    """Asks for a document's title, publisher, date and language."""

    def __init__(self, document: Document, parent: QWidget | None) -> None:
        super().__init__(_("Document"), parent)
        self._title = QLineEdit(document.title)
        self._publisher = QLineEdit(document.publisher)
        self._date = DayField(document.date)
        self._language = QLineEdit(document.language)
        self._language.setPlaceholderText(_("two letters: en, fr, uk"))
        self._language.setMaxLength(3)
        self.add_field(_("Title"), self._title)
        self.add_field(_("Publisher"), self._publisher)
        self.add_field(_("Date"), self._date)
        self.add_field(_("Language"), self._language)

    @classmethod
    def ask(cls, document: Document, parent: QWidget | None = None) -> Particulars | None:
        dialog = cls(document, parent)
        return dialog.particulars() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def particulars(self) -> Particulars:
        return Particulars(
            self._title.text().strip(),
            self._publisher.text().strip(),
            self._date.day(),
            self._language.text().strip().lower(),
        )

    def problem(self) -> str:
        return self._date.problem() if self._title.text().strip() else _("Give it a title.")


class PasteDialog(FormDialog):
    """Takes a text from the clipboard, with its title, publisher and date where they are known."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(_("Paste a text"), parent, ok=_("Add"))
        self.resize(620, 520)
        self._title, self._publisher = QLineEdit(), QLineEdit()
        self._title.setPlaceholderText(_("found in the text where it is left empty"))
        self._date = DayField(None)
        self._text = QPlainTextEdit(text)
        self._text.setMinimumHeight(260)
        self.add_field(_("Text"), self._text)
        self.add_field(_("Title"), self._title)
        self.add_field(_("Publisher"), self._publisher)
        self.add_field(_("Date"), self._date)

    @classmethod
    def ask(cls, text: str, parent: QWidget | None = None) -> Pasted | None:
        dialog = cls(text, parent)
        return dialog.pasted() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def pasted(self) -> Pasted:
        return Pasted(
            self._text.toPlainText(),
            self._title.text().strip(),
            self._publisher.text().strip(),
            self._date.day(),
        )

    def problem(self) -> str:
        if not self._text.toPlainText().strip():
            return _("There is no text yet: paste it into the large field.")
        return self._date.problem()
