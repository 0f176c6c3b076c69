"""Exporting the briefing that is on the screen: what it cites is read, and it is written, on the worker thread."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import DocumentId, Version
from briefing_app.errors import BriefingError
from briefing_app.export import export
from briefing_app.language import _
from briefing_app.operations.archiving import archive_for
from briefing_app.operations.exporting import read_versions
from briefing_app.settings import Settings
from briefing_app.store import Store
from briefing_app.ui.dialogs.export import ExportDialog, Material
from briefing_app.ui.dialogs.export_fields import ExportWish
from briefing_app.ui.export_memory import remembered_wish, remembering, was_exported
from briefing_app.ui.session import Session
from briefing_app.ui.tasks import Cancelled, Report, TaskRunner


class Exporting(QObject):
    """Asks, and writes the Briefing; or writes it again as it was last."""

    progressed = Signal(str, int, int)
    failed = Signal(str)
    offered = Signal(str, object)  # a sentence, and what can be done about it
    crashed = Signal(object)
    chosen = Signal(object)  # Settings, with what the reader chose this time

    def __init__(self, session: Session, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window
        self._wishes: dict[Path, ExportWish] = {}  # since the start, with their titles
        self._cancel: Callable[[], None] | None = None

    def ask(self, settings: Settings) -> None:
        """Ask how, then write; the window goes on meanwhile."""
        material = self._material()
        wish = ExportDialog.ask(material, self._last(settings), self._window)
        if wish is not None:
            self._wishes[self._session.store.path] = wish
            self.chosen.emit(remembering(settings, self._session.store.path, wish))
            self._write(material, wish)

    def again(self, settings: Settings) -> None:
        """Write once more what was written last of this dossier; ask where nothing was."""
        path = self._session.store.path
        if path in self._wishes or was_exported(settings, path):
            self._write(self._material(), self._last(settings))
        else:
            self.ask(settings)

    def cancel(self) -> None:
        if self._cancel is not None:
            self._cancel()

    def _last(self, settings: Settings) -> ExportWish:
        path, title = self._session.store.path, self._session.briefing.title
        return self._wishes.get(path) or remembered_wish(settings, path, title)

    def _material(self) -> Material:
        briefing = replace(self._session.briefing, made=datetime.now(UTC))
        return Material(briefing, cache(partial(_versions, self._session.store, briefing)))

    def _write(self, material: Material, wish: ExportWish) -> None:
        self.progressed.emit(_("Exporting…"), 0, 0)
        self._cancel = self._tasks.start(
            partial(_export, self._session.store, material, wish),
            done=lambda _result: self._finish(wish.path),
            failed=self._fail,
        )

    def _finish(self, path: Path) -> None:
        self.progressed.emit("", 0, 0)
        words, url = _("Exported to {path}").format(path=path), QUrl.fromLocalFile(str(path))
        self.offered.emit(words, (_("Open"), lambda: QDesktopServices.openUrl(url)))

    def _fail(self, error: Exception) -> None:
        self.progressed.emit("", 0, 0)
        if isinstance(error, BriefingError):
            self.failed.emit(error.sentence)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)


def _versions(store: Store, briefing: Briefing) -> Mapping[DocumentId, Version]:
    with store.beside() as mine:
        return read_versions(mine, briefing)


def _export(store: Store, material: Material, wish: ExportWish, report: Report) -> None:
    with store.beside() as mine:
        archive = archive_for(mine, wish.path)
    versions = material.versions()
    export(material.briefing, versions, wish.path, wish.options, archive=archive, report=report)
