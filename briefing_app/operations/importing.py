"""Taking a document into the dossier."""

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from briefing_app.domain.changes import Changes
from briefing_app.domain.document import Document, DocumentId, Ingested
from briefing_app.domain.evidence import VersionId
from briefing_app.language import _
from briefing_app.operations.naming import short
from briefing_app.store import Store
from briefing_app.store.documents import insert_document, insert_version

_ALIKE = 80  # of 100, from which on two titles are the same one retouched


class ImportResult(StrEnum):
    IMPORTED = "imported"
    ALREADY_THERE = "already_there"
    NEW_VERSION = "new_version"


@dataclass(frozen=True)
class Imported:
    """What became of a document that was to be imported."""

    result: ImportResult
    document: DocumentId
    version: VersionId
    changes: Changes


def import_document(store: Store, ingested: Ingested) -> Imported:
    """Store a document, or a newer text of one that is known; nothing where the text is known."""
    known = store.find_original(ingested.original)
    if known is not None:
        return _already_there(store, known)
    earlier = _earlier(store, ingested)
    if earlier is None:
        return _insert(store, ingested)
    if store.version(earlier.version).text == ingested.text:
        return _already_there(store, earlier.version)
    name = _("Import a new version of {what}").format(what=short(earlier.title))
    with store.operation(name) as operation:
        version = insert_version(operation.db, earlier.id, ingested)
    return Imported(ImportResult.NEW_VERSION, earlier.id, version, operation.changes)


def _insert(store: Store, ingested: Ingested) -> Imported:
    with store.operation(_("Import {what}").format(what=short(ingested.title))) as operation:
        document = insert_document(operation.db, ingested)
        version = insert_version(operation.db, document, ingested)
    return Imported(ImportResult.IMPORTED, document, version, operation.changes)


def _already_there(store: Store, version: VersionId) -> Imported:
    document = store.version(version).document
    return Imported(ImportResult.ALREADY_THERE, document, version, Changes("", frozenset()))


def _earlier(store: Store, ingested: Ingested) -> Document | None:
    """Find the document that a text is a newer state of: by its address, or by file name and title."""
    for document in store.documents():
        if ingested.url and document.url == ingested.url:
            return document
        if ingested.file_name and document.file_name == ingested.file_name:
            titles = (document.title.casefold(), ingested.title.casefold())
            if fuzz.ratio(*titles) >= _ALIKE:
                return document
    return None
