"""Taking over what was marked in another program: read, placed and written on the worker thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing_app.errors import BriefingError
from briefing_app.language import _
from briefing_app.store import Store
from briefing_app.ui.session import Look, Session, look
from briefing_app.ui.tasks import Cancelled, Report, TaskRunner

if TYPE_CHECKING:
    from briefing_app.operations.taking_codes import CodesTaken
    from briefing_app.operations.taking_marks import MarksTaken

    _Taken = MarksTaken | CodesTaken
    _Take = Callable[[Store], _Taken]


class TakingOver(QObject):
    """Asks for a file, and takes over its marks, or of a codebook its codes."""

    progressed = Signal(str, int, int)  # words, step, of how many; no words when all is done
    failed = Signal(str)
    told = Signal(str)
    crashed = Signal(object)

    def __init__(self, session: Session, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window
        self._cancel: Callable[[], None] | None = None
        session.closing.connect(self.cancel)

    def ask(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Take over annotations"),
            str(Path.home()),
            f"{_('Annotations')} (*.jsonld *.json *.qdpx *.qdc);;{_('All files')} (*)",
        )
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        self.progressed.emit(_("Reading {name}…").format(name=path.name), 0, 0)
        store = self._session.store
        self._cancel = self._tasks.start(
            partial(_take_over, store, path),
            done=partial(self._tell, store),
            failed=partial(self._fail, store),
        )

    def cancel(self) -> None:
        if self._cancel is not None:
            self._cancel()

    def _tell(self, store: Store, taken: "tuple[_Taken, Look]") -> None:
        self.progressed.emit("", 0, 0)
        if self._is_open(store):
            what, found = taken
            self._session.tell(what.changes, found, quietly=True)
            self.told.emit(what.words)

    def _fail(self, store: Store, error: Exception) -> None:
        self.progressed.emit("", 0, 0)
        if not self._is_open(store):
            return  # nobody waits for it any more
        if isinstance(error, BriefingError):
            self.failed.emit(error.sentence)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)

    def _is_open(self, store: Store) -> bool:
        return self._session.is_open and self._session.store is store


def _take_over(store: Store, path: Path, report: Report) -> "tuple[_Taken, Look]":
    take = _read(path, report)
    with store.beside() as mine:
        return take(mine), look(mine)


def _read(path: Path, report: Report) -> "_Take":
    """Read a file whole, before there is a dossier to hold up."""
    # What these load is seldom needed.
    from briefing_app.export.from_qda import read_qdc  # noqa: PLC0415
    from briefing_app.operations.taking_codes import take_codes  # noqa: PLC0415
    from briefing_app.operations.taking_marks import read_marks, take_marks  # noqa: PLC0415

    waiting = partial(report, 0, 0)
    if path.suffix.lower() == ".qdc":
        return partial(take_codes, codes=read_qdc(path, waiting=waiting), name=path.name)
    return partial(take_marks, brought=read_marks(path, waiting=waiting), waiting=waiting)
