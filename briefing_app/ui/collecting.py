"""Taking in many files, folders and archives: other processes read them, the window stores one after the other."""

import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.changes import Changes
from briefing_app.errors import BriefingError
from briefing_app.ingest.gathering import Found
from briefing_app.language import _
from briefing_app.operations.import_files import FileResult, Keeping
from briefing_app.operations.reading import Read, find, read_each
from briefing_app.progress import progress_words
from briefing_app.store import Store
from briefing_app.ui.session import Session
from briefing_app.ui.tasks import Cancelled, Report, TaskRunner
from briefing_app.workers import usual_workers

T = TypeVar("T")
_PAUSE = 1.0  # seconds between two times that the panes are told of what is new
_SHORT = 0.03  # seconds that telling them may take for it to be done while files come in
_MOMENT = 0.1  # seconds between two looks at how far it is


@dataclass
class _Run:
    """One import, from what was found to what became of it."""

    store: Store
    found: list[Found]
    keeping: Keeping
    reading: Generator[Read] | None = None
    report: Report | None = None  # of the task that waits for the next
    results: list[FileResult] = field(default_factory=list[FileResult])
    begun: float = field(default_factory=time.monotonic)
    untold: Changes = field(default_factory=lambda: Changes("", frozenset()))
    told: float = 0.0  # when the panes were told last
    took: float = 0.0  # how long that took
    unwanted: bool = False  # whether it was cancelled
    shown: bool = False  # whether one of the documents was shown

    def ask(self) -> None:
        """End the reading where it is no longer wanted."""
        if self.report is not None:
            self.report(0, 0)

    def next(self, report: Report) -> Read | None:
        """Wait for the next file to be read, on the worker thread; None after the last."""
        self.report = report
        assert self.reading is not None, "it was begun"
        return next(self.reading, None)


class Collecting(QObject):
    """Takes in what was added together as one import, and one such import after the other."""

    progressed = Signal(str, int, int)  # words, step, of how many; no words when all is done
    failed = Signal(str)
    crashed = Signal(object)  # an error that is ours
    imported = Signal(int)  # the id of the first document that is new
    finished = Signal(object, bool)  # the results, and whether it was cancelled

    def __init__(self, session: Session, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._waiting = deque[Sequence[Path]]()
        self._run: _Run | None = None
        self._busy = self._telling = self._dropped = False
        self._cancel: Callable[[], None] | None = None
        self._looked = 0.0
        session.closed.connect(self.cancel)
        session.changed.connect(self._heed)

    def add(self, paths: Sequence[Path]) -> None:
        self._waiting.append(paths)
        if not self._busy:
            self._begin()

    def cancel(self) -> None:
        self._waiting.clear()
        self._dropped = True
        if self._run is not None:
            self._run.unwanted = True
        if self._cancel is not None:
            self._cancel()

    def _begin(self) -> None:
        self._busy, self._dropped = bool(self._waiting), False
        if self._busy:
            paths, store = self._waiting.popleft(), self._session.store
            self.progressed.emit(_("Looking for documents…"), 0, 0)
            self._start(partial(_find, paths), partial(self._read, store))

    def _start(self, work: Callable[[Report], T], done: Callable[[T], None]) -> None:
        self._cancel = self._tasks.start(work, done=done, failed=self._fail)

    def _read(self, store: Store, found: list[Found]) -> None:
        if self._dropped or not self._is_open(store):  # the search may have ended just before
            self._end(cancelled=True)
        elif not found:
            self.failed.emit(_("There are no files there."))
            self._end(cancelled=False)
        else:
            self._run = run = _Run(store, found, Keeping(store))
            run.reading = read_each(
                found,
                known=store.digests(),
                issues=store.issues(),
                workers=max(1, usual_workers() - 1),  # one core is left to the window
                waiting=run.ask,
            )
            self._show(run, at_once=True)
            self._start(run.next, self._keep)

    def _keep(self, read: Read | None) -> None:
        run = self._run
        if run is None or read is None or not self._is_open(run.store):
            self._end(cancelled=read is not None)
            return
        with ExitStack() as otherwise:
            otherwise.callback(
                self._end, cancelled=True
            )  # also for a fault: the next import begins
            try:
                result, changes = run.keeping.keep(run.found[len(run.results)].name, read)
            except BriefingError as error:
                self.failed.emit(error.sentence)
                return
            otherwise.pop_all()
        run.results.append(result)
        run.untold |= changes
        self._tell_now_and_then(run, result)
        self._show(run)
        if run.unwanted:
            self._end(cancelled=True)
        else:
            self._start(run.next, self._keep)

    def _tell_now_and_then(self, run: _Run, result: FileResult) -> None:
        """Let the panes follow as long as that costs the reader nothing; the first new document is shown at once."""
        is_first = bool(run.untold) and not run.shown
        is_time = time.monotonic() - run.told > _PAUSE and run.took < _SHORT
        if is_first or is_time:
            self._tell(run)
        if is_first and result.document is not None:
            run.shown = True
            self.imported.emit(result.document)

    def _tell(self, run: _Run) -> None:
        begun, changes = time.monotonic(), run.untold
        run.untold = Changes("", frozenset())
        self._telling = True
        self._session.tell(changes, quietly=True)
        self._telling = False
        run.told = time.monotonic()
        run.took = run.told - begun

    def _heed(self, changes: Changes) -> None:
        """Take note of what the reader changes while files come in."""
        if self._run is not None and not self._telling:
            self._run.keeping.heed(changes)

    def _show(self, run: _Run, *, at_once: bool = False) -> None:
        now, step = time.monotonic(), len(run.results)
        if at_once or now - self._looked > _MOMENT:
            self._looked = now
            far = progress_words(step, len(run.found), now - run.begun)
            words = _("Reading documents: {far}").format(far=far)
            self.progressed.emit(words, step, len(run.found))

    def _is_open(self, store: Store) -> bool:
        return self._session.is_open and self._session.store is store

    def _fail(self, error: Exception) -> None:
        if isinstance(error, BriefingError):
            self.failed.emit(error.sentence)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)
        self._end(cancelled=True)

    def _end(self, *, cancelled: bool) -> None:
        run, self._run, self._cancel = self._run, None, None
        if run is not None:
            reading = run.reading
            self._tasks.start(
                lambda _report: reading and reading.close(), done=_nothing, failed=self.crashed.emit
            )
            if self._is_open(run.store):
                self._tell(run)
                self.finished.emit(tuple(run.results), cancelled)
        elif cancelled and self._session.is_open:
            self.finished.emit((), True)
        self.progressed.emit("", 0, 0)
        self._begin()


def _find(paths: Sequence[Path], report: Report) -> list[Found]:
    return find(paths, waiting=lambda: report(0, 0))


def _nothing(_result: object) -> None:
    """Have nothing to do with it."""
