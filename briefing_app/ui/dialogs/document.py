"""What is known of a document besides its text, and a text that is pasted in."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from briefing_app.domain.document import NOTHING_TOLD, Document, Particulars
from briefing_app.ingest.labels import label
from briefing_app.language import _, format_number, ngettext
from briefing_app.ui.dialogs.form import DayField, FormDialog
from briefing_app.ui.labels import plain_label


@dataclass(frozen=True)
class Pasted:
    """A pasted text and what the reader said of it."""

    text: str
    told: Particulars = NOTHING_TOLD


class ParticularsFields:
    """The fields for what a reader can say of a document."""

    def __init__(self, told: Particulars) -> None:
        self.title, self.publisher = QLineEdit(told.title), QLineEdit(told.publisher)
        self.author, self.url = QLineEdit(told.author), QLineEdit(told.url)
        self.date, self.language = DayField(told.date), QLineEdit(told.language)
        self.language.setPlaceholderText(_("two letters: en, fr, uk"))
        self.language.setMaxLength(2)
        self.url.setPlaceholderText(_("where it was published; never opened"))

    def add_to(self, form: FormDialog) -> None:
        form.add_field(_("Title"), self.title)
        form.add_field(_("Publisher"), self.publisher)
        form.add_field(_("Author"), self.author)
        form.add_field(_("Date"), self.date)
        form.add_field(_("Language"), self.language)
        form.add_field(_("Address"), self.url)

    def told(self) -> Particulars:
        return Particulars(
            title=label(self.title.text()),
            publisher=label(self.publisher.text()),
            author=label(self.author.text()),
            date=self.date.day(),
            language=self.language.text().strip().lower(),
            url=label(self.url.text()),
        )


class DocumentDialog(FormDialog):
    """Asks what a document is, and says which file it came from."""

    def __init__(self, document: Document, parent: QWidget | None) -> None:
        super().__init__(_("Document"), parent)
        self.setMinimumWidth(560)
        self._fields = ParticularsFields(
            Particulars(
                title=document.title,
                publisher=document.publisher,
                author=document.author,
                date=document.date,
                language=document.language,
                url=document.url,
            )
        )
        self._fields.add_to(self)
        self._remark = plain_label(_file_words(document), wrap=True, soft=True)
        self.form.addRow("", self._remark)

    def add_remark(self, words: str) -> None:
        """Say beneath the fields what else there is to say of the file."""
        if words:
            self._remark.setText(f"{self._remark.text()}\n{words}")

    def particulars(self) -> Particulars:
        return self._fields.told()

    def problem(self) -> str:
        if not self._fields.title.text().strip():
            return _("Give it a title.")
        return self._fields.date.problem()


class PasteDialog(FormDialog):
    """Takes a text from the clipboard, with what is known of it."""

    def __init__(self, copied: Pasted, parent: QWidget | None) -> None:
        super().__init__(_("Paste a text"), parent, ok=_("Add"))
        self.resize(640, 560)
        self._text = QPlainTextEdit(copied.text)
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(150)
        self._fields = ParticularsFields(copied.told)
        for field in (self._fields.title, self._fields.publisher):
            field.setPlaceholderText(_("found in the text where it is left empty"))
        self.add_field(_("Text"), self._text)
        self._fields.add_to(self)

    @classmethod
    def ask(cls, copied: Pasted, parent: QWidget | None = None) -> Pasted | None:
        dialog = cls(copied, parent)
        return dialog.pasted() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def pasted(self) -> Pasted:
        return Pasted(self._text.toPlainText(), self._fields.told())

    def problem(self) -> str:
        if not self._text.toPlainText().strip():
            return _("There is no text yet: paste it into the large field.")
        return self._fields.date.problem()


def _file_words(document: Document) -> str:
    words = ngettext("{count} word", "{count} words", document.words)
    parts = (
        document.file_name,
        document.kind.upper(),
        words.format(count=format_number(document.words)),
    )
    return " · ".join(filter(None, parts))
