"""Taking a document into the dossier."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from briefing_app.domain.changes import NOTHING, Changes
from briefing_app.domain.document import Document, DocumentId, Ingested
from briefing_app.domain.evidence import VersionId
from briefing_app.language import _
from briefing_app.operations.naming import short
from briefing_app.store import Store
from briefing_app.store.documents import digest, insert_document, insert_version
from briefing_app.store.texts import TextId

_ALIKE = 80  # of 100, from which on two titles are the same one retouched
_TOP = 2000  # characters by which texts are compared


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
    with store.written_ahead(ingested) as text, store.together():
        return keep_document(store, ingested, text)


def keep_document(
    store: Store,
    ingested: Ingested,
    text: TextId | None,
    *,
    apart: Collection[DocumentId] = (),
) -> Imported:
    """Do so within a transaction, with the text where that was written ahead.

    `apart` are documents that other files are, which stand beside this one: by its name it is none of them.
    """
    known = store.find_original(digest(ingested.original))
    if known is not None:
        return already_there(store, known)
    earlier = _earlier(store, ingested, apart)
    if earlier is None:
        return _insert(store, ingested, text)
    if store.text(earlier.version) == ingested.text:
        return already_there(store, earlier.version)
    name = _("Import a new version of {what}").format(what=short(earlier.title))
    with store.operation(name) as operation:
        version = insert_version(operation.db, earlier.id, ingested, text=text)
    return Imported(ImportResult.NEW_VERSION, earlier.id, version, operation.changes)


def already_there(store: Store, version: VersionId) -> Imported:
    """Tell of a version that the dossier has, as of one that was to be imported."""
    return Imported(ImportResult.ALREADY_THERE, store.home(version), version, NOTHING)


def _insert(store: Store, ingested: Ingested, text: TextId | None) -> Imported:
    with store.operation(_("Import {what}").format(what=short(ingested.title))) as operation:
        document = insert_document(operation.db, ingested)
        version = insert_version(operation.db, document, ingested, text=text)
    return Imported(ImportResult.IMPORTED, document, version, operation.changes)


def _earlier(store: Store, ingested: Ingested, apart: Collection[DocumentId]) -> Document | None:
    """Find the document that a text is a newer state of: by its address, or by file name and title."""
    kin = store.documents_like(url=ingested.url, file_name=ingested.file_name)
    by_address = (each for each in kin if ingested.url and each.url == ingested.url)
    by_name = (each for each in kin if each.id not in apart and _is_titled(each, ingested))
    return next(by_address, None) or _nearest(store, ingested, list(by_name))


def _is_titled(document: Document, ingested: Ingested) -> bool:
    return fuzz.ratio(document.title.casefold(), ingested.title.casefold()) >= _ALIKE


def _nearest(store: Store, ingested: Ingested, documents: list[Document]) -> Document | None:
    """Of several that it could be, take that with the most similar beginning."""

    def likeness(document: Document) -> float:
        return fuzz.ratio(store.text(document.version)[:_TOP], ingested.text[:_TOP])

    return max(documents, key=likeness) if len(documents) > 1 else next(iter(documents), None)
