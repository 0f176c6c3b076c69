"""One open dossier: reads give domain objects, an operation writes and is remembered."""

import datetime as dt
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlite_utils import Database

from briefing_app.domain.annotation import Annotation, AnnotationId
from briefing_app.domain.changes import NOTHING, Changes, HistoryEntry
from briefing_app.domain.document import Document, DocumentId, Ingested, Place, Version
from briefing_app.domain.evidence import EvidenceId, VersionId
from briefing_app.domain.issue import Issue
from briefing_app.domain.outcome import Outcome, OutcomeId
from briefing_app.domain.party import Party
from briefing_app.domain.position import Position, PositionId
from briefing_app.domain.review import Review
from briefing_app.domain.search import Hit
from briefing_app.store import (
    annotations,
    backup,
    documents,
    dossier,
    evidence,
    integrity,
    issues,
    journal,
    outcomes,
    parties,
    positions,
    search,
    texts,
)
from briefing_app.store.connection import connect, explained
from briefing_app.store.errors import ClosedError
from briefing_app.store.lock import Lock
from briefing_app.store.sharing import Other, Sharing

_Row = TypeVar("_Row")


class Store:
    """Holds one connection to a dossier, which never crosses threads; several of a process write in turns."""

    def __init__(self, path: Path, db: Database, sharing: Sharing, place: Lock | Other) -> None:
        """Take over a connection: the dossier's first with its lock, or another beside that."""
        self.path = path
        self._db, self._sharing, self._place = db, sharing, place
        self._writes = False  # whether it is this one's turn

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def beside(self) -> "Store":
        """Open another connection to the same dossier, on the thread that is to use it, which may be any.

        It is closed there. The dossier's first, when it is to be closed, waits for it: reading and writing are then
        refused with a ClosedError, as is this once it has been.
        """
        other = self._sharing.join()
        if other is None:
            raise ClosedError(self.path)
        try:
            with explained(self.path):
                return Store(self.path, connect(self.path), self._sharing, other)
        except BaseException:
            self._sharing.leave(other)
            raise

    def close(self) -> None:
        """Leave one file at rest, with a backup if anything changed, and let others open it.

        Another beside the first only leaves.
        """
        if isinstance(self._place, Other):
            self._db.close()
            self._sharing.leave(self._place)
            return
        if not self._sharing.end(self._place.release):
            self._db.close()  # locked until what is still written is saved; a backup would lack it
            return
        try:
            with explained(self.path):
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if self._sharing.changed:
                backup.back_up(self._db, self.path)
        finally:
            self._db.close()
            self._place.release()

    @contextmanager
    def operation(self, name: str) -> Generator[journal.Recording]:
        """Make one transaction and one entry of the history; write to its `db`, read its `changes` afterwards."""
        with explained(self.path), self._turn():
            with journal.recording(self._db, name) as recording:
                yield recording
            self._tell(recording.changes)

    @contextmanager
    def together(self) -> Generator[None]:
        """Make what is read and the operations inside one transaction; each keeps its own entry of the history."""
        with explained(self.path), self._turn(), self._db.atomic():
            yield

    @contextmanager
    def snapshot(self) -> Generator[None]:
        """Read everything inside as it stands at one moment, whatever others write meanwhile."""
        if self._db.conn.in_transaction:
            yield
            return
        self._refuse_once_closed()
        with explained(self.path), self._db.atomic():
            yield

    def news(self) -> Changes:
        """Return what was written meanwhile, over the dossier's first connection or another, to one beside it.

        Asked inside `together`, nothing is missing.
        """
        return self._sharing.news(self._place) if isinstance(self._place, Other) else NOTHING

    @contextmanager
    def written_ahead(self, ingested: Ingested) -> Generator[texts.TextId | None]:
        """Write a text that is long bit by bit, each in a turn of its own, before the operation that is to keep it.

        None where it is short, or within a turn: then the operation does it. One that is there already, also where it
        was cut short, is gone on with.
        """
        if self._writes or len(tuple(texts.bits(ingested.blocks))) <= 1:
            yield None
            return
        with self._sharing.long_text:
            text, there = self._read(lambda db: texts.find_text(db, ingested)) or (None, 0)
            if text is None:
                with self.together():
                    text = texts.begin_text(self._db, ingested)
            for bit in texts.bits(ingested.blocks, there):
                with self.together():
                    texts.insert_blocks(self._db, text, ingested, bit)
            yield text

    @property
    def moment(self) -> int:
        """How often was written in this process by now: what is read afterwards holds all of that."""
        return self._sharing.turns

    def undo(self) -> Changes:
        return self._step(journal.undo)

    def redo(self) -> Changes:
        return self._step(journal.redo)

    def history(self) -> tuple[HistoryEntry, ...]:
        """Read the operations, the oldest first."""
        return self._read(journal.read_history)

    @property
    def title(self) -> str:
        return self._read(dossier.read_title)

    def documents(self) -> tuple[Document, ...]:
        """Read the documents by date, the newest first."""
        return self._read(documents.read_documents)

    def document(self, document: DocumentId) -> Document:
        return _found(self._read(lambda db: documents.read_document(db, document)), document)

    def documents_like(self, *, url: str, file_name: str) -> tuple[Document, ...]:
        """Read the documents that have this address, or came from a file of this name."""
        return self._read(lambda db: documents.read_alike(db, url=url, file_name=file_name))

    def dates(self) -> dict[DocumentId, dt.date | None]:
        """Read the date of each document."""
        return self._read(documents.read_dates)

    def version(self, version: VersionId) -> Version:
        return _found(self._read(lambda db: documents.read_version(db, version)), version)

    def text(self, version: VersionId) -> str:
        """Read what a version says, without its blocks, of which a long one has many."""
        return _found(self._read(lambda db: texts.read_text(db, version)), version)

    def original(self, version: VersionId) -> bytes:
        """Read the bytes that a version was imported from."""
        return _found(self._read(lambda db: documents.read_original(db, version)), version)

    def versions(self) -> tuple[tuple[Version, bytes], ...]:
        """Read every version of every document with the bytes that it was made from."""
        return self._read(documents.read_versions)

    def parties(self) -> tuple[Party, ...]:
        return self._read(parties.read_parties)

    def issues(self) -> tuple[Issue, ...]:
        return self._read(issues.read_issues)

    def positions(self, *, dismissed: bool = False) -> tuple[Position, ...]:
        stored = self._read(positions.read_positions)
        return tuple(each for each in stored if dismissed or each.review is not Review.DISMISSED)

    def position(self, position: PositionId) -> Position:
        return _found(self._read(lambda db: positions.read_position(db, position)), position)

    def outcomes(self, *, dismissed: bool = False) -> tuple[Outcome, ...]:
        stored = self._read(outcomes.read_outcomes)
        return tuple(each for each in stored if dismissed or each.review is not Review.DISMISSED)

    def outcome(self, outcome: OutcomeId) -> Outcome:
        return _found(self._read(lambda db: outcomes.read_outcome(db, outcome)), outcome)

    def annotations(self) -> tuple[Annotation, ...]:
        """Read the annotations by document, then place."""
        return self._read(annotations.read_annotations)

    def annotation(self, annotation: AnnotationId) -> Annotation:
        return _found(
            self._read(lambda db: annotations.read_annotation(db, annotation)), annotation
        )

    def places(self) -> dict[EvidenceId, Place]:
        """Read where each piece of evidence stands."""
        return self._read(evidence.read_places)

    def find(self, query: str, *, limit: int) -> tuple[Hit, ...]:
        return self._read(lambda db: search.find(db, query, limit=limit))

    def home(self, version: VersionId) -> DocumentId:
        """Return the document that a version is a state of."""
        return _found(self.find_home(version), version)

    def find_home(self, version: VersionId) -> DocumentId | None:
        """Return the document that a version is a state of, None where there is no such version any more."""
        return self._read(lambda db: documents.read_home(db, version))

    def find_original(self, sha256: str) -> VersionId | None:
        """Return the version that was imported from bytes of exactly this digest, None where there is none."""
        return self._read(lambda db: documents.find_version(db, sha256))

    def digests(self) -> frozenset[str]:
        """Read the digests of all files that there are versions of."""
        return self._read(documents.read_digests)

    def problems(self) -> tuple[str, ...]:
        """Say in sentences what is wrong inside the dossier."""
        # The search index checks itself by an INSERT.
        with explained(self.path), self._turn():
            return integrity.problems(self._db)

    def backup_to(self, out: Path) -> None:
        """Copy the dossier as it stands into another file."""
        backup.copy_to(self._db, self.path, out)

    def _read(self, read: Callable[[Database], _Row]) -> _Row:
        with self.snapshot():
            return read(self._db)

    def _step(self, step: Callable[[Database], Changes]) -> Changes:
        with explained(self.path), self._turn():
            changes = step(self._db)
            self._tell(changes)
            return changes

    def _refuse_once_closed(self) -> None:
        """Begin nothing more for a dossier that is being closed: that waits for this one to leave."""
        if isinstance(self._place, Other) and self._sharing.is_ending:
            raise ClosedError(self.path)

    def _tell(self, changes: Changes) -> None:
        place = self._place if isinstance(self._place, Other) else None
        self._sharing.tell(place, changes)

    @contextmanager
    def _turn(self) -> Generator[None]:
        """Write alone; what is inside is the same turn."""
        if self._writes:
            yield
            return
        with self._sharing.turn():
            self._refuse_once_closed()
            self._writes = True
            try:
                yield
            finally:
                self._writes = False


def _found(row: _Row | None, wanted: int) -> _Row:
    if row is None:
        msg = f"there is nothing with the id {wanted}"
        raise LookupError(msg)
    return row
