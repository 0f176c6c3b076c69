"""Taking over what was marked in another program, as annotations on the same words of the dossier's documents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from briefing_app.domain.annotation import Annotation, AnnotationId
from briefing_app.domain.changes import Changes
from briefing_app.domain.document import Document, Version
from briefing_app.domain.evidence import Evidence, quote_at
from briefing_app.domain.foreign import ForeignMark, ForeignSource, placed
from briefing_app.export.from_web_annotations import read_web_annotations
from briefing_app.language import _
from briefing_app.store import Store
from briefing_app.store.annotations import insert_annotation

Texts = Sequence[tuple[Document, Version]]


@dataclass(frozen=True)
class MarksTaken:
    """What became of the marks of a file. `lost` are the words of those that stand nowhere for certain."""

    changes: Changes
    taken: int
    known: int
    lost: tuple[str, ...]


def take_marks(store: Store, path: Path) -> MarksTaken:
    """Take over what a file marks; what is marked so already is not marked again. Raises BriefingError."""
    return take(store, read_web_annotations(path), name=path.name)


def take(store: Store, marks: Sequence[ForeignMark], *, name: str) -> MarksTaken:
    """Take over marks, all as one operation that can be undone."""
    texts = [(document, store.version(document.version)) for document in store.documents()]
    known = {_what(annotation) for annotation in store.annotations()}
    fresh, again, lost = list[Annotation](), 0, list[str]()
    for mark in marks:
        annotation = _annotation(mark, texts)
        if annotation is None:
            lost.append(mark.quote.exact)
        elif _what(annotation) in known:
            again += 1
        else:
            known.add(_what(annotation))
            fresh.append(annotation)
    with store.operation(_("Take over marks of {name}").format(name=name)) as operation:
        for annotation in fresh:
            insert_annotation(operation.db, annotation)
    return MarksTaken(operation.changes, len(fresh), again, tuple(lost))


def _annotation(mark: ForeignMark, texts: Texts) -> Annotation | None:
    """Place a mark in the one text in which its words stand; None where it is none or several."""
    found = list[Evidence]()
    for version in _meant(mark.source, texts):
        # A place that was counted in another text says nothing here.
        told = mark if version.text_sha256 == mark.source.text_sha256 else replace(mark, start=None)
        span = placed(version.text, told)
        if span is not None:
            found.append(Evidence(version.id, span, quote_at(version.text, span)))
    if len(found) != 1:
        return None
    now = datetime.now(UTC)
    return Annotation(
        id=AnnotationId(0),
        evidence=found[0],
        colour=mark.colour,
        note=mark.note,
        tags=mark.tags,
        created=mark.created or now,
        modified=mark.modified or mark.created or now,
    )


def _meant(source: ForeignSource, texts: Texts) -> list[Version]:
    """Find the texts that a mark may be on: those of its hash, else of its address, else of its title, else all."""
    ways = (
        [v for _d, v in texts if source.text_sha256 and source.text_sha256 == v.text_sha256],
        [v for d, v in texts if source.url and source.url == d.url],
        [v for d, v in texts if source.title and source.title == d.title],
        [v for _d, v in texts],
    )
    return next((versions for versions in ways if versions), [])


def _what(annotation: Annotation) -> tuple[object, ...]:
    evidence = annotation.evidence
    return (evidence.version, evidence.span, annotation.note, annotation.tags)
