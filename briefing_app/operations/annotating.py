"""What the reader marks and notes in a text."""

from dataclasses import replace
from datetime import UTC, datetime

from briefing_app.domain.annotation import Annotation, AnnotationId, Colour
from briefing_app.domain.changes import Changes
from briefing_app.domain.evidence import Evidence
from briefing_app.language import _
from briefing_app.operations.naming import short
from briefing_app.store import Store
from briefing_app.store.annotations import delete_annotation, insert_annotation, update_annotation


def add_annotation(
    store: Store,
    evidence: Evidence,
    *,
    colour: Colour,
    note: str = "",
    tags: tuple[str, ...] = (),
) -> Changes:
    """Mark the words of a text."""
    now = _now()
    fresh = Annotation(AnnotationId(0), evidence, colour, note, tags, created=now, modified=now)
    with store.operation(_("Mark {what}").format(what=_words(evidence))) as operation:
        insert_annotation(operation.db, fresh)
    return operation.changes


def change_annotation(
    store: Store,
    annotation: AnnotationId,
    *,
    colour: Colour | None = None,
    note: str | None = None,
    tags: tuple[str, ...] | None = None,
) -> Changes:
    """Change what is given of an annotation."""
    stored = store.annotation(annotation)
    wanted = replace(
        stored,
        colour=stored.colour if colour is None else colour,
        note=stored.note if note is None else note,
        tags=stored.tags if tags is None else tags,
    )
    name = _("Change the note on {what}").format(what=_words(stored.evidence))
    with store.operation(name) as operation:
        if wanted != stored:
            update_annotation(operation.db, replace(wanted, modified=_now()))
    return operation.changes


def remove_annotation(store: Store, annotation: AnnotationId) -> Changes:
    stored = store.annotation(annotation)
    name = _("Remove the mark on {what}").format(what=_words(stored.evidence))
    with store.operation(name) as operation:
        delete_annotation(operation.db, stored)
    return operation.changes


def _words(evidence: Evidence) -> str:
    return _("“{words}”").format(words=short(evidence.quote.exact))


def _now() -> datetime:
    return datetime.now(UTC)
