"""Exporting the briefing that is on the screen, on the worker thread."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.domain.review import Review
from briefing_app.errors import BriefingError
from briefing_app.export import export
from briefing_app.language import _
from briefing_app.operations.archiving import archive_for
from briefing_app.operations.assembling import assemble
from briefing_app.settings import Settings
from briefing_app.ui.dialogs.export import ExportDialog
from briefing_app.ui.session import Session
from briefing_app.ui.tasks import Cancelled, TaskRunner


class Exporting(QObject):
    """Asks, assembles the Briefing, and writes it."""

    progressed = Signal(str, int, int)
    failed = Signal(str)
    exported = Signal(object)  # the path
    crashed = Signal(object)
    chosen = Signal(object)  # Settings, with what the reader chose this time

    def __init__(self, session: Session, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window
        self._cancel: Callable[[], None] | None = None

    def ask(self, settings: Settings) -> None:
        """Ask how, then write; the window goes on meanwhile."""
        briefing = self._session.briefing
        entries = (*briefing.positions, *briefing.outcomes)
        proposals = sum(entry.review is Review.PROPOSED for entry in entries)
        wish = ExportDialog.ask(briefing.title, settings, proposals, self._window)
        if wish is None:
            return
        self.chosen.emit(
            replace(
                settings,
                author=wish.options.author,
                export_folder=str(wish.path.parent),
                export_confirmed_only=wish.options.confirmed_only,
                citations=wish.options.citations.value,
            )
        )
        store = self._session.store
        wanted = assemble(store, confirmed_only=wish.options.confirmed_only)
        versions = {each.id: store.version(each.version) for each in wanted.documents}
        archive = archive_for(store, wish.path, wish.options)
        self.progressed.emit(_("Exporting…"), 0, 0)
        self._cancel = self._tasks.start(
            lambda report: export(
                wanted, versions, wish.path, wish.options, archive=archive, report=report
            ),
            done=lambda _result: self._finish(wish.path),
            failed=self._fail,
        )

    def cancel(self) -> None:
        if self._cancel is not None:
            self._cancel()

    def _finish(self, path: Path) -> None:
        self.progressed.emit("", 0, 0)
        self.exported.emit(path)

    def _fail(self, error: Exception) -> None:
        self.progressed.emit("", 0, 0)
        if isinstance(error, BriefingError):
            self.failed.emit(error.sentence)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)
