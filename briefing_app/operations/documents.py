"""What the reader knows better of a document than its file does."""

from dataclasses import replace

from briefing_app.domain.changes import Changes
from briefing_app.domain.document import DocumentId, Particulars
from briefing_app.language import _
from briefing_app.operations.extracting import take_back
from briefing_app.operations.naming import short
from briefing_app.store import Store
from briefing_app.store.documents import delete_document, update_document


def change_document(store: Store, document: DocumentId, told: Particulars) -> Changes:
    """Write what the reader says that a document is."""
    wanted = replace(
        store.document(document),
        title=told.title,
        publisher=told.publisher,
        author=told.author,
        date=told.date,
        language=told.language,
        url=told.url,
    )
    with store.operation(_("Change {what}").format(what=short(told.title))) as operation:
        update_document(operation.db, wanted)
    return operation.changes


def remove_document(store: Store, document: DocumentId) -> Changes:
    """Remove a document, and with it what rests on its words alone."""
    known = store.document(document)
    with store.operation(_("Remove {what}").format(what=short(known.title))) as operation:
        take_back(store, operation, known)
        delete_document(operation.db, document)
    return operation.changes
