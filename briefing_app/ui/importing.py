"""Adding documents: reading and extraction on the worker thread, writing on the window's."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.document import DocumentId, Ingested
from briefing_app.domain.evidence import VersionId
from briefing_app.domain.issue import Issue
from briefing_app.domain.proposals import Proposals
from briefing_app.errors import BriefingError
from briefing_app.ingest import read_pasted
from briefing_app.language import _, ngettext
from briefing_app.operations.extracting import record_proposals
from briefing_app.operations.importing import ImportResult, import_document
from briefing_app.operations.reading import prepare, propose
from briefing_app.operations.remarks import read_remark, remark
from briefing_app.store import Store
from briefing_app.ui.dialogs.document import Pasted
from briefing_app.ui.session import Session
from briefing_app.ui.tasks import Cancelled, Report, TaskRunner

T = TypeVar("T")
_FINE = 100  # parts of a piece of work that its progress is shown in


class Importing(QObject):
    """Takes documents in, one after the other, and has each of them read for proposals."""

    progressed = Signal(str, int, int)  # words, step, of how many; no words when all is done
    failed = Signal(str)
    told = Signal(str)
    crashed = Signal(object)  # an error that is ours
    imported = Signal(int)  # the document's id

    def __init__(self, session: Session, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._cancels: list[Callable[[], None]] = []
        self._waiting = self._finished = 0
        self._shown = False  # whether one of the documents under way was shown
        session.closed.connect(self.cancel)

    def add_file(self, path: Path) -> None:
        self._start(partial(_prepare, path), self._keep)

    def add_pasted(self, pasted: Pasted) -> None:
        self._start(partial(_read, pasted), self._keep)

    def propose_again(self, document: int) -> None:
        """Read a document for proposals once more; what was reviewed stays as it is."""
        version = self._session.store.version(
            self._session.briefing.document(DocumentId(document)).version
        )
        found = self._session.briefing.document(DocumentId(document))
        ingested = Ingested(
            original=b"",
            text=version.text,
            blocks=version.blocks,
            title=found.title,
            kind=found.kind,
            date=found.date,
            language=found.language,
        )
        self._extract(ingested, version.id)

    def find_remark(self, document: int, told: Callable[[str], None]) -> None:
        """Read a document's file again for what there is to say of it, and tell that where it can be told."""
        known = self._session.briefing.document(DocumentId(document))
        original = self._session.store.original(known.version)
        self._tasks.start(
            lambda _report: read_remark(original, known.file_name),
            done=told,
            failed=lambda _e: None,
        )

    def cancel(self) -> None:
        for cancel in self._cancels:
            cancel()

    def _keep(self, ingested: Ingested) -> None:
        try:
            imported = import_document(self._session.store, ingested)
        except BriefingError as error:
            self.failed.emit(error.sentence)
            return
        self._session.tell(imported.changes)
        if not self._shown:
            self._shown = True
            self.imported.emit(imported.document)
        if imported.result is ImportResult.ALREADY_THERE:
            self.told.emit(_("“{title}” is already in this dossier.").format(title=ingested.title))
        else:
            self._extract(ingested, imported.version)

    def _extract(self, ingested: Ingested, version: VersionId) -> None:
        issues = self._session.store.issues()
        told = remark(ingested)
        self._start(partial(_propose, ingested, issues), partial(self._record, version, told))

    def _record(self, version: VersionId, told: str, proposals: Proposals) -> None:
        if proposals.refusal:
            self.told.emit(f"{told} {proposals.refusal}".strip())
        changes = self._session.do(lambda store: record_proposals(store, version, proposals))
        count = len(proposals.positions) + len(proposals.outcomes)
        if changes and not proposals.refusal:
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


def _prepare(path: Path, report: Report) -> Ingested:
    report(0, 0)
    return prepare(path)


def _read(pasted: Pasted, report: Report) -> Ingested:
    report(0, 0)
    return read_pasted(pasted.text, pasted.told)


def _propose(ingested: Ingested, issues: tuple[Issue, ...], report: Report) -> Proposals:
    report(0, 0)
    return propose(ingested, issues, report=report)
