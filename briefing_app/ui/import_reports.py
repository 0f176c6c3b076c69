"""Telling the reader what became of many files, and showing or saving it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing_app.errors import BriefingError
from briefing_app.language import _, format_number, ngettext
from briefing_app.operations.import_files import FileResult, FileState
from briefing_app.operations.import_report import SUFFIXES, save, summary
from briefing_app.ui.dialogs.import_report import ImportReportDialog
from briefing_app.ui.frame import Notice
from briefing_app.ui.session import Session

_FEW = 3  # refused files that each have their sentence in the window


class ImportReports(QObject):
    """Keeps what became of the files of the last import."""

    document_wanted = Signal(int)  # its id

    def __init__(self, session: Session, notice: Notice, alert: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._notice, self._alert, self._window = notice, alert, window
        self._results: Sequence[FileResult] = ()

    def tell(self, results: Sequence[FileResult], cancelled: bool) -> None:  # noqa: FBT001 (a slot)
        """Say in a sentence what became of the files; what was refused stays until it is read."""
        if not results:
            self._notice.tell(_("Cancelled."))
            return
        self._results = results
        offer = (_("Show all…"), self.show)
        words = summary(results)
        if cancelled:
            kept = _("Cancelled. What had been read is kept; add the same again to go on.")
            words = f"{kept} {words}"
        self._notice.tell(words, offer=offer)
        for sentence in _refusals(results):
            self._alert.tell(sentence, offer=offer)

    def show(self) -> None:
        """Show the last import's files, one by one."""
        if not self._results:
            self._notice.tell(
                _("There is no list yet: it comes once a folder or several files have been read.")
            )
            return
        dialog = ImportReportDialog(self._results, self._window)
        dialog.document_wanted.connect(self._open)
        dialog.save_wanted.connect(self._save)
        dialog.exec()
        dialog.deleteLater()

    def forget(self) -> None:
        """Let go of what is another dossier's."""
        self._results = ()

    def _open(self, document: int) -> None:
        if any(each.id == document for each in self._session.briefing.documents):
            self.document_wanted.emit(document)
        else:
            self._notice.tell(_("It was removed from the dossier."))

    def _save(self) -> None:
        filters = f"{_('Table')} (*{SUFFIXES[0]});;{_('Text')} (*{SUFFIXES[1]})"
        start = str(Path.home() / _("Import.csv"))
        chosen, kind = QFileDialog.getSaveFileName(self._window, _("Save report"), start, filters)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in SUFFIXES:
            path = path.with_name(path.name + next(each for each in SUFFIXES if each in kind))
        try:
            save(self._results, path)
        except BriefingError as error:
            self._alert.tell(error.sentence)
        else:
            self._notice.tell(_("Saved to {path}").format(path=path))


def _refusals(results: Sequence[FileResult]) -> list[str]:
    refused = [each.sentence for each in results if each.state is FileState.REFUSED]
    if len(refused) <= _FEW:
        return refused
    words = ngettext("{count} file was refused.", "{count} files were refused.", len(refused))
    return [words.format(count=format_number(len(refused)))]
