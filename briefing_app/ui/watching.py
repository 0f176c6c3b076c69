"""A folder that is watched for a dossier: what comes into it is offered, and never taken by itself."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from briefing_app.ingest.labels import label
from briefing_app.language import _, format_number, ngettext
from briefing_app.operations.held import Held
from briefing_app.operations.watching import Looked, new_files
from briefing_app.ui.dialogs.new_files import NewFilesDialog
from briefing_app.ui.frame import Offered
from briefing_app.ui.session import Session
from briefing_app.ui.tasks import Cancelled, TaskRunner

_PAUSE = 20_000  # milliseconds between two looks


class Watching(QObject):
    """Looks into the open dossier's folder now and then, off the window's thread."""

    offered = Signal(str, object)  # words, and what can be done about them
    told = Signal(str)
    crashed = Signal(object)  # an error that is ours
    wanted = Signal(object)  # the paths that the reader adds

    def __init__(
        self, session: Session, tasks: TaskRunner, folders: dict[str, str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window
        # The settings' file may hold anything.
        self._folders = {k: v for k, v in folders.items() if isinstance(v, str)}  # pyright: ignore[reportUnnecessaryIsInstance]
        self._looked: Looked = {}
        self._held: Held | None = None
        self._found = list[Path]()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        session.opened.connect(self._begin)
        session.closed.connect(self._timer.stop)

    @property
    def folders(self) -> dict[str, str]:
        """The folders that are watched, by the dossiers for which they are."""
        return dict(self._folders)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched for the open dossier."""
        told = self._folders.get(str(self._session.store.path)) if self._session.is_open else None
        return Path(told) if told else None

    def ask(self) -> None:
        """Ask which folder to watch; where one is, whether to go on with it."""
        if self.folder is not None and not self._ask_another(self.folder):
            return
        chosen = QFileDialog.getExistingDirectory(
            self._window, _("Watch a folder"), str(Path.home())
        )
        if chosen:
            self.watch(Path(chosen))

    def watch(self, folder: Path) -> None:
        if self._held is not None and folder != self.folder:
            self._held.forget()
        self._folders[str(self._session.store.path)] = str(folder)
        words = _("“{folder}” is watched: what comes into it will be offered.")
        self.told.emit(words.format(folder=label(folder.name)))
        self._begin()

    def stop(self) -> None:
        self._timer.stop()
        if self._folders.pop(str(self._session.store.path), None):
            if self._held is not None:
                self._held.forget()
            self.told.emit(_("No folder is watched any more."))

    def show(self) -> None:
        """Show what came, and hand on what of it is to be added."""
        folder, found = self.folder, [path for path in self._found if path.is_file()]
        if folder is None or not found:
            nothing = _("Nothing new is in the watched folder.")
            self.told.emit(nothing if folder else _("No folder is watched for this dossier."))
            return
        dialog = NewFilesDialog(folder, found, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._found = []
            if chosen := dialog.chosen():
                self.wanted.emit(chosen)
        dialog.deleteLater()

    def _ask_another(self, folder: Path) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle(_("Watch a folder"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(_("“{folder}” is watched.").format(folder=label(str(folder))))
        another = box.addButton(_("Another folder…"), QMessageBox.ButtonRole.AcceptRole)
        stop = box.addButton(_("Stop watching"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        pressed = box.clickedButton()
        if pressed is stop:
            self.stop()
        return pressed is another

    def _begin(self) -> None:
        self._looked, self._found = {}, []
        self._held = Held(self.folder) if self.folder is not None else None
        self._look()

    def _look(self) -> None:
        folder, held = self.folder, self._held
        if folder is None or held is None:
            return
        known, looked = self._session.store.digests(), self._looked
        self._tasks.start(
            lambda report: new_files(
                folder, looked, known=known, held=held, waiting=lambda: report(0, 0)
            ),
            done=partial(self._offer, folder, looked),
            failed=self._fail,
        )

    def _offer(self, folder: Path, looked: Looked, found: list[Path]) -> None:
        if looked is not self._looked or self.folder != folder:
            return  # another dossier is open by now, or another folder watched
        self._timer.start(_PAUSE)
        if not found:
            return
        self._found = list(dict.fromkeys([*self._found, *found]))
        count = len(self._found)
        words = ngettext(
            "{count} new file in “{folder}”.", "{count} new files in “{folder}”.", count
        ).format(count=format_number(count), folder=label(folder.name))
        offer: Offered = (_("Look…"), self.show)
        self.offered.emit(words, offer)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.crashed.emit(error)
