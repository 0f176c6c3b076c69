"""Taking files into the dossier: each is read, stored and read for proposals; one that is refused stops no other."""

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing_app.domain.changes import NOTHING, Changes
from briefing_app.domain.document import DocumentId
from briefing_app.ingest.gathering import Found, Unread
from briefing_app.language import _
from briefing_app.operations.extracting import record_proposals
from briefing_app.operations.importing import Imported, already_there, keep_document
from briefing_app.operations.known import Known
from briefing_app.operations.reading import Prepared, Read, Seen, read_each
from briefing_app.operations.remarks import remark
from briefing_app.store import Store
from briefing_app.store.texts import TextId


class FileState(StrEnum):
    IMPORTED = "imported"
    ALREADY_THERE = "already_there"
    NEW_VERSION = "new_version"
    REFUSED = "refused"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class FileResult:
    """What became of one file. `sentence` says why it was not read, or why nothing was proposed for it."""

    name: str
    state: FileState
    sentence: str = ""
    document: DocumentId | None = None
    title: str = ""  # the document's
    proposals: int = 0  # positions and outcomes
    remark: str = ""  # what there is to say of what was read


def _unasked() -> None:
    """Let nobody end it."""


def import_files(
    store: Store,
    found: Sequence[Found],
    *,
    proposals: bool = True,
    workers: int = 0,
    waiting: Callable[[], None] = _unasked,
) -> Generator[FileResult]:
    """Import what was found, each file in a transaction of its own, and tell what became of each in their order.

    As many `workers`, which are processes, read ahead; what has been told is stored, whenever one stops listening.
    `waiting` is called while the next is being read; what it raises ends the import.
    """
    reading = read_each(
        found,
        known=store.digests(),
        issues=store.issues() if proposals else None,
        workers=workers,
        waiting=waiting,
    )
    with closing(reading):
        for result, _changes in keep_each(store, found, reading):
            yield result


def keep_each(
    store: Store, found: Sequence[Found], reading: Iterable[Read]
) -> Generator[tuple[FileResult, Changes]]:
    """Store what is read of the files, each in its turn; tell what became of it, and what that changed."""
    keeping = Keeping(store)
    for each, read in zip(found, reading, strict=True):
        yield keeping.keep(each.name, read)


class Keeping:
    """Stores what was read of one file after the other, and knows what became of the earlier ones."""

    def __init__(self, store: Store) -> None:
        self._store, self._known = store, Known(store)
        self._became = set[DocumentId]()

    def keep(self, name: str, read: Read) -> tuple[FileResult, Changes]:
        """Store what was read of a file, with what it says, or nothing of both."""
        if isinstance(read, Unread):
            state = FileState.REFUSED if read.refused else FileState.SKIPPED
            return FileResult(name, state, read.sentence), NOTHING
        if isinstance(read, Seen):
            with self._store.together():
                result, changes = self._seen(name, read), NOTHING
        else:
            ahead = self._store.written_ahead(read.ingested)
            with ahead as text, self._store.together():
                result, changes = self._stored(name, read, text)
        if result.document is not None:
            self._became.add(result.document)
        return result, changes

    def _seen(self, name: str, seen: Seen) -> FileResult:
        version = self._store.find_original(seen.sha256)
        if version is None:  # the reader took it away while it was being looked at
            return FileResult(name, FileState.SKIPPED, _("It was removed from the dossier."))
        return self._result(name, already_there(self._store, version))

    def _stored(
        self, name: str, prepared: Prepared, text: TextId | None
    ) -> tuple[FileResult, Changes]:
        imported = keep_document(self._store, prepared.ingested, text, apart=self._became)
        result, found = self._result(name, imported), prepared.proposals
        if imported.changes:
            result = replace(result, remark=remark(prepared.ingested))
        if found is None or not imported.changes:
            return result, imported.changes
        if found.refusal:
            return replace(result, sentence=found.refusal), imported.changes
        recorded = record_proposals(self._store, imported.version, found, known=self._known)
        count = len(found.positions) + len(found.outcomes)
        return replace(result, proposals=count), imported.changes | recorded

    def _result(self, name: str, imported: Imported) -> FileResult:
        title = self._store.document(imported.document).title
        return FileResult(name, FileState(imported.result), document=imported.document, title=title)
