"""The verbs on documents: add, paste, describe, propose again, remove."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from briefing_app.domain.document import DocumentId
from briefing_app.errors import BriefingError
from briefing_app.ingest.gathering import holds_others
from briefing_app.language import _
from briefing_app.operations.documents import change_document, remove_document
from briefing_app.operations.originals import original_name, save_original
from briefing_app.operations.remarks import may_have_remark
from briefing_app.operations.watching import ENDINGS
from briefing_app.ui.collecting import Collecting
from briefing_app.ui.dialogs.document import DocumentDialog, PasteDialog
from briefing_app.ui.importing import Importing
from briefing_app.ui.mime import copied_text, local_files
from briefing_app.ui.reading import Reading
from briefing_app.ui.session import Session

_ENDINGS = " ".join(f"*.{ending}" for ending in (*ENDINGS, "zip"))


class Documents(QObject):
    """What can be done with documents; without one named, the open one is meant."""

    failed = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        importing: Importing,
        collecting: Collecting,
        reading: Reading,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._importing, self._collecting = session, importing, collecting
        self._reading, self._window = reading, window
        self.folder = ""  # in which documents were last looked for

    def ask_files(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(
            self._window,
            _("Add documents"),
            self._start(),
            f"{_('Documents')} ({_ENDINGS});;{_('All files')} (*)",
            options=QFileDialog.Option.HideNameFilterDetails,
        )
        if chosen:
            self.folder = str(Path(chosen[0]).parent)
            self.add([Path(each) for each in chosen])

    def ask_folder(self) -> None:
        """Ask for a folder, all documents in which are added, however deep they stand."""
        chosen = QFileDialog.getExistingDirectory(self._window, _("Add folder"), self._start())
        if chosen:
            self.folder = str(Path(chosen).parent)
            self._collecting.add([Path(chosen)])

    def add(self, paths: Sequence[Path]) -> None:
        """Add one file, whose text is shown before its proposals come; or many, folders and archives among them."""
        if len(paths) == 1 and not holds_others(paths[0]):
            self._importing.add_file(paths[0])
        elif paths:
            self._collecting.add(paths)

    def paste(self) -> None:
        """Ask for a pasted text; files on the clipboard are added at once."""
        mime = QGuiApplication.clipboard().mimeData()
        paths = local_files(mime)
        if paths:
            self.add(paths)
            return
        pasted = PasteDialog.ask(copied_text(mime), self._window)
        if pasted is not None:
            self._importing.add_pasted(pasted)

    def describe(self, document: int | None = None) -> None:
        wanted = self._meant(document)
        if wanted is None:
            return
        known = self._session.briefing.document(wanted)
        dialog = DocumentDialog(known, self._window)
        if may_have_remark(known):
            self._importing.find_remark(wanted, dialog.add_remark)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            told = dialog.particulars()
            self._session.do(lambda store: change_document(store, wanted, told))

    def propose_again(self, document: int | None = None) -> None:
        wanted = self._meant(document)
        if wanted is not None:
            self._importing.propose_again(wanted)

    def save_original(self, document: int | None = None) -> None:
        """Write the original bytes where the reader wishes; nothing opens them."""
        wanted = self._meant(document)
        if wanted is None:
            return
        name = original_name(self._session.briefing.document(wanted))
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, _("Save the original"), str(Path.home() / name)
        )
        if not chosen:
            return
        try:
            save_original(self._session.store, wanted, Path(chosen))
        except BriefingError as error:
            self.failed.emit(error.sentence)
        else:
            self.told.emit(_("The original was saved to {path}").format(path=chosen))

    def remove(self, document: int | None = None) -> None:
        wanted = self._meant(document)
        if wanted is not None:
            self._session.do(lambda store: remove_document(store, wanted))

    def _start(self) -> str:
        """Return the folder to look for documents in."""
        return self.folder if self.folder and Path(self.folder).is_dir() else str(Path.home())

    def _meant(self, document: int | None) -> DocumentId | None:
        return self._reading.document if document is None else DocumentId(document)
