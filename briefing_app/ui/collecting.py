"""Taking in many files, folders and archives: other processes read them, another thread stores one after the other."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.domain.changes import NOTHING, Changes
from briefing_app.domain.document import Version
from briefing_app.errors import BriefingError
from briefing_app.ingest.gathering import Found
from briefing_app.language import _
from briefing_app.operations.import_files import FileResult, keep_each
from briefing_app.operations.reading import find, read_each
from briefing_app.progress import progress_words
from briefing_app.store import Store
from briefing_app.ui.session import Look, Session, look
from briefing_app.ui.tasks import Cancelled, Report, TaskRunner
from briefing_app.workers import usual_workers

T = TypeVar("T")
_PAUSE = 1000  # milliseconds between two times that the panes are told of what is new
_SHORT = 0.08  # seconds that telling them may take for it to be done while files come in
_MOMENT = 0.1  # seconds between two looks at how far it is


@dataclass(frozen=True)
class _Came:
    """What became of one file, and now and then how the dossier looks by then."""

    result: FileResult
    changes: Changes
    found: Look | None = None
    version: Version | None = None  # of the first document that is new


@dataclass
class _Run:
    """One import, from what was found to what became of it."""

    store: Store
    found: list[Found]
    came: deque[_Came] = field(default_factory=deque[_Came])  # from the thread that stores
    look_wanted: Event = field(default_factory=Event)
    results: list[FileResult] = field(default_factory=list[FileResult])
    begun: float = field(default_factory=time.monotonic)
    untold: Changes = NOTHING

    def work(self, report: Report) -> None:
        """Read and store all of it, on a thread and over a connection of its own."""
        with self.store.beside() as mine:
            known, issues = mine.digests(), mine.issues()
        reading = read_each(
            self.found,
            known=known,
            issues=issues,
            workers=max(1, usual_workers() - 1),  # one core is left to the window
            waiting=lambda: report(0, 0),
        )
        # The dossier is let go of first: those who read may take a moment to end.
        with closing(reading), self.store.beside() as mine:
            changed, is_first = NOTHING, True
            for result, changes in keep_each(mine, self.found, reading):
                changed |= changes
                found, version = None, None
                if changed and self.look_wanted.is_set():
                    self.look_wanted.clear()
                    found, changed = look(mine), NOTHING
                if changes and is_first and result.document is not None:
                    is_first = False
                    version = mine.version(mine.document(result.document).version)
                self.came.append(_Came(result, changes, found, version))
                report(0, 0)


class Collecting(QObject):
    """Takes in what was added together as one import, and one such import after the other."""

    progressed = Signal(str, int, int)  # words, step, of how many; no words when all is done
    failed = Signal(str)
    crashed = Signal(object)  # an error that is ours
    imported = Signal(object)  # the Version of the first document that is new
    finished = Signal(object, bool)  # the results, and whether it was cancelled

    def __init__(self, session: Session, tasks: TaskRunner, parent: QObject) -> None:
        """Take a runner that nothing else waits for, as an import may take hours."""
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._waiting = deque[Sequence[Path]]()
        self._store: Store | None = None  # of the import that goes on
        self._run: _Run | None = None
        self._busy = self._dropped = False
        self._cancel: Callable[[], None] | None = None
        self._shown = 0.0  # when it was shown last how far it is
        session.closing.connect(self.cancel)

    def add(self, paths: Sequence[Path]) -> None:
        self._waiting.append(paths)
        if not self._busy:
            self._begin()

    def cancel(self) -> None:
        self._waiting.clear()
        self._dropped = True
        if self._cancel is not None:
            self._cancel()

    def _begin(self) -> None:
        self._busy, self._dropped = bool(self._waiting), False
        if self._busy:
            paths, store = self._waiting.popleft(), self._session.store
            self._store = store
            self.progressed.emit(_("Looking for documents…"), 0, 0)
            self._start(partial(_find, paths), partial(self._read, store))

    def _start(self, work: Callable[[Report], T], done: Callable[[T], None]) -> None:
        self._cancel = self._tasks.start(
            work, done=done, failed=self._fail, progressed=lambda _step, _steps: self._follow()
        )

    def _read(self, store: Store, found: list[Found]) -> None:
        if self._dropped or not self._is_open(store):  # the search may have ended just before
            self._end(cancelled=True)
        elif not found:
            self.failed.emit(_("There are no files there."))
            self._end(cancelled=False)
        else:
            self._run = run = _Run(store, found)
            run.look_wanted.set()  # the first new document is shown at once
            self._show(run, at_once=True)
            self._start(run.work, lambda _nothing: self._end(cancelled=False))

    def _follow(self) -> None:
        """Take over what became of files since."""
        run = self._run
        if run is None or not self._is_open(run.store):
            return
        while run.came:
            came = run.came.popleft()
            run.results.append(came.result)
            run.untold |= came.changes
            if came.found is not None:
                self._tell_while_it_costs_nothing(run, came.found)
            if came.version is not None:
                self.imported.emit(came.version)
        self._show(run)

    def _tell_while_it_costs_nothing(self, run: _Run, found: Look) -> None:
        begun = time.monotonic()
        self._tell(run, found)
        if time.monotonic() - begun < _SHORT:
            QTimer.singleShot(_PAUSE, run.look_wanted.set)

    def _tell(self, run: _Run, found: Look | None) -> None:
        changes, run.untold = run.untold, NOTHING
        self._session.tell(changes, found, quietly=True)

    def _show(self, run: _Run, *, at_once: bool = False) -> None:
        now, step = time.monotonic(), len(run.results)
        if at_once or now - self._shown > _MOMENT:
            self._shown = now
            far = progress_words(step, len(run.found), now - run.begun)
            words = _("Reading documents: {far}").format(far=far)
            self.progressed.emit(words, step, len(run.found))

    def _is_open(self, store: Store | None) -> bool:
        return self._session.is_open and self._session.store is store

    def _fail(self, error: Exception) -> None:
        if self._is_open(self._store):
            self._say_why(error)
        self._end(cancelled=True)

    def _say_why(self, error: Exception) -> None:
        if isinstance(error, BriefingError):
            self.failed.emit(error.sentence)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)

    def _end(self, *, cancelled: bool) -> None:
        """Show the dossier as it has become, and then what became of the files."""
        self._follow()
        run, self._run, self._cancel = self._run, None, None
        if run is not None and run.untold and self._is_open(run.store):
            self._tasks.start(
                partial(_look, run.store),
                done=partial(self._finish, run, cancelled=cancelled),
                failed=lambda _error: self._finish(run, None, cancelled=cancelled),
            )
        else:
            self._finish(run, None, cancelled=cancelled)

    def _finish(self, run: _Run | None, found: Look | None, *, cancelled: bool) -> None:
        if self._is_open(self._store):  # what became of another dossier's files is nothing here
            if run is not None:
                self._tell(run, found)
            if run is not None or cancelled:
                self.finished.emit(tuple(run.results) if run else (), cancelled)
        self.progressed.emit("", 0, 0)
        self._begin()


def _find(paths: Sequence[Path], report: Report) -> list[Found]:
    return find(paths, waiting=lambda: report(0, 0))


def _look(store: Store, _report: Report) -> Look:
    with store.beside() as mine:
        return look(mine)
