"""Adding documents one by one: read, stored and read for proposals on the worker thread; the window only shows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.changes import Changes
from briefing_app.domain.document import Document, DocumentId, Ingested, Version
from briefing_app.domain.evidence import VersionId
from briefing_app.domain.proposals import Proposals
from briefing_app.errors import BriefingError
from briefing_app.ingest import read_pasted
from briefing_app.language import _, ngettext
from briefing_app.operations.extracting import record_proposals
from briefing_app.operations.importing import Imported, ImportResult, import_document
from briefing_app.operations.reading import prepare, propose
from briefing_app.operations.remarks import read_remark, remark
from briefing_app.store import Store
from briefing_app.ui.dialogs.document import Pasted
from briefing_app.ui.session import Look, Session, look
from briefing_app.ui.tasks import Cancelled, Report, TaskRunner

T = TypeVar("T")
_FINE = 100  # parts of a piece of work that its progress is shown in


@dataclass(frozen=True)
class _Kept:
    """What was read of one document, where it is in the dossier, and how that looks now."""

    ingested: Ingested
    imported: Imported
    version: Version  # the newest
    found: Look


@dataclass(frozen=True)
class _Recorded:
    """What was proposed for a document, what that changed, and how the dossier looks now."""

    told: str  # what there is to say of the document
    proposals: Proposals
    changes: Changes
    found: Look


class Importing(QObject):
    """Takes documents in, one after the other, and has each of them read for proposals."""

    progressed = Signal(str, int, int)  # words, step, of how many; no words when all is done
    failed = Signal(str)
    told = Signal(str)
    crashed = Signal(object)  # an error that is ours
    imported = Signal(object)  # the document's Version

    def __init__(self, session: Session, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._cancels: list[Callable[[], None]] = []
        self._waiting = self._finished = 0
        self._shown = False  # whether one of the documents under way was shown
        session.closing.connect(self.cancel)

    def add_file(self, path: Path) -> None:
        self._add(partial(prepare, path))

    def add_pasted(self, pasted: Pasted) -> None:
        self._add(partial(read_pasted, pasted.text, pasted.told))

    def propose_again(self, document: int) -> None:
        """Read a document for proposals once more; what was reviewed stays as it is."""
        store, known = self._session.store, self._session.briefing.document(DocumentId(document))
        self._start(partial(_propose_again, store, known), self._record)

    def find_remark(self, document: int, told: Callable[[str], None]) -> None:
        """Read a document's file again for what there is to say of it, and tell that where it can be told."""
        known = self._session.briefing.document(DocumentId(document))
        work = partial(_read_remark, self._session.store, known)
        self._tasks.start(work, done=told, failed=lambda _e: None)

    def cancel(self) -> None:
        for cancel in self._cancels:
            cancel()

    def _add(self, read: Callable[[], Ingested]) -> None:
        self._start(partial(_keep, self._session.store, read), self._keep)

    def _keep(self, kept: _Kept) -> None:
        ingested, imported = kept.ingested, kept.imported
        self._session.tell(imported.changes, kept.found)
        if not self._shown:
            self._shown = True
            self.imported.emit(kept.version)
        if imported.result is ImportResult.ALREADY_THERE:
            self.told.emit(_("“{title}” is already in this dossier.").format(title=ingested.title))
        else:
            work = partial(_propose, self._session.store, ingested, imported.version)
            self._start(work, self._record)

    def _record(self, recorded: _Recorded) -> None:
        told, proposals = recorded.told, recorded.proposals
        if proposals.refusal:
            self.told.emit(f"{told} {proposals.refusal}".strip())
        self._session.tell(recorded.changes, recorded.found)
        count = len(proposals.positions) + len(proposals.outcomes)
        if recorded.changes and not proposals.refusal:
            words = ngettext("{count} proposal to review.", "{count} proposals to review.", count)
            self.told.emit(f"{told} {words.format(count=count)}".strip())

    def _start(self, work: Callable[[Report], T], done: Callable[[T], None]) -> None:
        self._waiting += 1
        self._show()
        store = self._session.store
        self._cancels.append(
            self._tasks.start(
                work,
                done=lambda result: self._after(store, partial(done, result)),
                failed=lambda error: self._after(store, partial(self._fail, error)),
                progressed=self._show,
            )
        )

    def _after(self, store: Store, then: Callable[[], None]) -> None:
        """Go on with a piece of work that ended, unless its dossier is no longer the open one."""
        self._finished += 1
        if self._session.is_open and self._session.store is store:
            then()
        if self._finished == self._waiting:
            self._waiting = self._finished = 0
            self._shown = False
            self._cancels.clear()
        self._show()

    def _show(self, step: int = 0, steps: int = 0) -> None:
        """Show how far all of the work is; `step` of `steps` is how far its present piece is."""
        words = _("Reading documents…") if self._waiting else ""
        within = _FINE * step // steps if steps else 0
        whole = _FINE * self._waiting if self._finished or within else 0
        self.progressed.emit(words, _FINE * self._finished + within, whole)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, BriefingError):
            self.failed.emit(error.sentence)
        elif isinstance(error, Cancelled):
            self.told.emit(_("Cancelled. What had been read is kept."))
        else:
            self.crashed.emit(error)


def _keep(store: Store, read: Callable[[], Ingested], report: Report) -> _Kept:
    """Read a document and store it, over a connection of this thread."""
    report(0, 0)
    ingested = read()
    report(0, 0)
    with store.beside() as mine:
        imported = import_document(mine, ingested)
        newest = mine.document(imported.document).version
        return _Kept(ingested, imported, mine.version(newest), look(mine))


def _propose(store: Store, ingested: Ingested, version: VersionId, report: Report) -> _Recorded:
    """Read a document for proposals and store these, over a connection of this thread."""
    report(0, 0)
    with store.beside() as mine:
        issues = mine.issues()
    proposals = propose(ingested, issues, report=report)
    with store.beside() as mine:
        changes = record_proposals(mine, version, proposals)
        return _Recorded(remark(ingested), proposals, changes, look(mine))


def _propose_again(store: Store, known: Document, report: Report) -> _Recorded:
    with store.beside() as mine:
        version = mine.version(known.version)
    ingested = Ingested(
        original=b"",
        text=version.text,
        blocks=version.blocks,
        title=known.title,
        kind=known.kind,
        date=known.date,
        language=known.language,
    )
    return _propose(store, ingested, version.id, report)


def _read_remark(store: Store, known: Document, _report: Report) -> str:
    with store.beside() as mine:
        original = mine.original(known.version)
    return read_remark(original, known.file_name)
