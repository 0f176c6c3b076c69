"""One open dossier: reads give domain objects, an operation writes and is remembered."""

import datetime as dt
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlite_utils import Database

from briefing_app.domain.annotation import Annotation, AnnotationId
from briefing_app.domain.changes import Changes, HistoryEntry
from briefing_app.domain.document import Document, DocumentId, Place, Version
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
)
from briefing_app.store.connection import explained
from briefing_app.store.lock import Lock

_Row = TypeVar("_Row")


class Store:
    """Holds the one writing connection to a dossier; it never crosses threads."""

    def __init__(self, path: Path, db: Database, lock: Lock) -> None:
        self.path = path
        self._db = db
        self._lock = lock
        self._at_opening = db.conn.total_changes

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave one file at rest, with a backup if anything changed, and let others open it."""
        changed = self._db.conn.total_changes != self._at_opening
        try:
            with explained(self.path):
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if changed:
                backup.back_up(self._db, self.path)
        finally:
            self._db.close()
            self._lock.release()

    @contextmanager
    def operation(self, name: str) -> Generator[journal.Recording]:
        """Make one transaction and one entry of the history; write to its `db`, read its `changes` afterwards."""
        with explained(self.path), journal.recording(self._db, name) as recording:
            yield recording

    @contextmanager
    def together(self) -> Generator[None]:
        """Make the operations inside one transaction; each keeps its own entry of the history."""
        with explained(self.path), self._db.atomic():
            yield

    def undo(self) -> Changes:
        return self._read(journal.undo)

    def redo(self) -> Changes:
        return self._read(journal.redo)

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
        return _found(self._read(lambda db: documents.read_home(db, version)), version)

    def find_original(self, sha256: str) -> VersionId | None:
        """Return the version that was imported from bytes of exactly this digest, None where there is none."""
        return self._read(lambda db: documents.find_version(db, sha256))

    def digests(self) -> frozenset[str]:
        """Read the digests of all files that there are versions of."""
        return self._read(documents.read_digests)

    def problems(self) -> tuple[str, ...]:
        """Say in sentences what is wrong inside the dossier."""
        before = self._db.conn.total_changes
        found = self._read(integrity.problems)
        # The search index checks itself by an INSERT, which changes nothing that a backup would keep.
        self._at_opening += self._db.conn.total_changes - before
        return found

    def backup_to(self, out: Path) -> None:
        """Copy the dossier as it stands into another file."""
        backup.copy_to(self._db, self.path, out)

    def _read(self, read: Callable[[Database], _Row]) -> _Row:
        with explained(self.path):
            return read(self._db)


def _found(row: _Row | None, wanted: int) -> _Row:
    if row is None:
        msg = f"there is nothing with the id {wanted}"
        raise LookupError(msg)
    return row
