"""Opening, making, naming, copying and checking dossiers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QPushButton, QWidget

from briefing_app.errors import BriefingError
from briefing_app.language import _
from briefing_app.operations.checking import check
from briefing_app.operations.dossiers import backup, new_dossier, rename_dossier
from briefing_app.operations.example import make_example
from briefing_app.paths import example_dossier
from briefing_app.store.errors import LockedError
from briefing_app.ui.session import Session
from briefing_app.ui.tasks import Cancelled, TaskRunner

_FILTER = "Dossier (*.dossier)"


class Dossiers(QObject):
    """The verbs on whole dossiers."""

    failed = Signal(str)
    told = Signal(str)
    crashed = Signal(object)  # an error that is ours
    progressed = Signal(str, int, int)  # words, step, of how many; no words when all is done

    def __init__(self, session: Session, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window

    def ask_new(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, _("New dossier"), str(Path.home() / _("Talks.dossier")), _FILTER
        )
        if chosen:
            path = Path(chosen).with_suffix(".dossier")
            if self._try(lambda: new_dossier(path, title=path.stem)):
                self.open(path)

    def ask_open(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, _("Open dossier"), str(Path.home()), _FILTER
        )
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> bool:
        """Open a dossier; where another window has it, ask whether to open it all the same."""
        try:
            self._session.open(path)
        except LockedError as error:
            return self._ask_take_over(path, error)
        except BriefingError as error:
            self.failed.emit(error.sentence)
            return False
        return True

    def make_example(self) -> None:
        """Make the example anew and open it, whether or not it is the open one."""
        path = example_dossier()
        if self._session.is_open and self._session.store.path == path:
            self._session.close()
        self.progressed.emit(_("Making the example…"), 0, 0)
        self._tasks.start(
            lambda _report: make_example(path),
            done=lambda _nothing: self._open_example(path),
            failed=lambda error: self._example_failed(path, error),
        )

    def _open_example(self, path: Path) -> None:
        self.progressed.emit("", 0, 0)
        self.open(path)

    def _example_failed(self, path: Path, error: Exception) -> None:
        self.progressed.emit("", 0, 0)
        if isinstance(error, BriefingError):
            self.failed.emit(error.sentence)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)
        if not self._session.is_open and path.exists():
            self.open(path)

    def rename(self) -> None:
        title, given = QInputDialog.getText(
            self._window, _("Rename dossier"), _("Title"), text=self._session.store.title
        )
        if given and title.strip():
            self._session.do(lambda store: rename_dossier(store, title.strip()))

    def save_copy(self) -> None:
        store = self._session.store
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window,
            _("Save a copy"),
            str(store.path.with_stem(f"{store.path.stem} copy")),
            _FILTER,
        )
        if chosen and self._try(lambda: backup(store, Path(chosen))):
            self.told.emit(_("A checked copy was saved to {path}").format(path=chosen))

    def check(self) -> None:
        wrong = check(self._session.store)
        if wrong:
            self.failed.emit(" ".join(wrong))
        else:
            self.told.emit(_("The dossier is sound: every quote is the text at its place."))

    def _try(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except BriefingError as error:
            self.failed.emit(error.sentence)
            return False
        return True

    def _ask_take_over(self, path: Path, error: BriefingError) -> bool:
        box, anyway = in_use_box(error.sentence, self._window)
        box.exec()
        if box.clickedButton() is not anyway:
            return False
        try:
            self._session.open(path, take_over=True)
        except BriefingError as again:
            self.failed.emit(again.sentence)
            return False
        return True


def in_use_box(sentence: str, parent: QWidget | None) -> tuple[QMessageBox, QPushButton]:
    """Make the question whether to open what another window has; Return and Escape leave it alone."""
    box = QMessageBox(parent)
    box.setWindowTitle(_("The dossier is in use"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.setInformativeText(_("Open it only if you are sure that the other window is gone."))
    anyway = box.addButton(_("Open it anyway"), QMessageBox.ButtonRole.DestructiveRole)
    leave = box.addButton(_("Leave it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    return box, anyway
