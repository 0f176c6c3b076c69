"""Taking over what was marked in another program, as annotations on the same words of the dossier's documents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from briefing_app.domain.annotation import Annotation, AnnotationId
from briefing_app.domain.changes import Changes, Touched
from briefing_app.domain.document import Document, Ingested, Version
from briefing_app.domain.evidence import Evidence, quote_at
from briefing_app.domain.foreign import ForeignMark, ForeignSource, placed
from briefing_app.export.from_qda import ForeignText, read_qdpx
from briefing_app.export.from_web_annotations import read_web_annotations
from briefing_app.ingest import read
from briefing_app.language import _, format_number, ngettext
from briefing_app.operations.importing import import_document
from briefing_app.store import Store
from briefing_app.store.annotations import insert_annotation

Texts = Sequence[tuple[Document, Version]]


@dataclass(frozen=True)
class Brought:
    """What a file of another program brings: its marks, and of a project the texts that they are on."""

    name: str
    marks: tuple[ForeignMark, ...]
    texts: tuple[Ingested, ...] = ()


@dataclass(frozen=True)
class MarksTaken:
    """What became of the marks of a file. `lost` are the words of those that stand nowhere for certain.

    `documents` is how many texts it brought that the dossier had not.
    """

    changes: Changes
    taken: int
    known: int
    lost: tuple[str, ...]
    documents: int = 0

    @property
    def words(self) -> str:
        """Say how many there were."""
        lost = len(self.lost)
        told = [
            _counted(
                self.taken,
                ngettext(
                    "{count} annotation was taken over",
                    "{count} annotations were taken over",
                    self.taken,
                ),
            )
        ]
        if self.documents:
            added = ngettext(
                "{count} document was added", "{count} documents were added", self.documents
            )
            told.insert(0, _counted(self.documents, added))
        if self.known:
            there = ngettext("{count} was there already", "{count} were there already", self.known)
            told.append(_counted(self.known, there))
        if lost:
            nowhere = ngettext(
                "{count} stands nowhere for certain", "{count} stand nowhere for certain", lost
            )
            told.append(_counted(lost, nowhere))
        return f"{'; '.join(told)}."


def _counted(count: int, words: str) -> str:
    return words.format(count=format_number(count))


def _nothing() -> None:
    pass


def read_marks(path: Path, *, waiting: Callable[[], None] = _nothing) -> Brought:
    """Read what a file marks, which needs no dossier; what `waiting`, which is called now and then, raises ends it.

    Raises BriefingError.
    """
    if path.suffix.lower() != ".qdpx":
        return Brought(path.name, read_web_annotations(path))
    project = read_qdpx(path, waiting=waiting)
    texts = list[Ingested]()
    for text in project.texts:
        waiting()
        texts.append(_ingested(text))
    return Brought(path.name, project.marks, tuple(texts))


def take_marks(
    store: Store, brought: Brought, *, waiting: Callable[[], None] = _nothing
) -> MarksTaken:
    """Take over marks; what is marked so already is not marked again. Texts that are not there become documents.

    These come first, one by one, and what takes long is to place the marks: others can write meanwhile. Where it ends
    in between, as what `waiting` raises ends it, the same file taken over again brings the rest.
    """
    imported = [import_document(store, text).changes for text in _fresh(store, brought.texts)]
    placed, lost = _placed(store, brought.marks, waiting)
    taken = _write(store, placed, lost, name=brought.name)
    return replace(taken, changes=_joined([*imported, taken.changes]), documents=len(imported))


def _fresh(store: Store, texts: Sequence[Ingested]) -> list[Ingested]:
    known = {store.text(each.version) for each in store.documents()} if texts else set[str]()
    return [text for text in texts if text.text not in known]


def _ingested(text: ForeignText) -> Ingested:
    found = read(text.text.encode(), "text.txt")
    return replace(found, title=text.title or found.title, file_name="")


def _joined(changes: Sequence[Changes]) -> Changes:
    """Tell of several operations as of the last of them."""
    touched = frozenset[Touched]().union(*(each.touched for each in changes))
    rows = frozenset[tuple[Touched, int]]().union(*(each.rows for each in changes))
    names = [each.name for each in changes if each]
    return Changes(names[-1] if names else "", touched, rows)


def _placed(
    store: Store, marks: Sequence[ForeignMark], waiting: Callable[[], None]
) -> tuple[list[Annotation], tuple[str, ...]]:
    """Place marks in the dossier's texts; return the words of those that stand nowhere too."""
    with store.snapshot():
        texts = [(document, store.version(document.version)) for document in store.documents()]
    found, lost = list[Annotation](), list[str]()
    for mark in marks:
        waiting()
        annotation = _annotation(mark, texts)
        if annotation is None:
            lost.append(mark.quote.exact)
        else:
            found.append(annotation)
    return found, tuple(lost)


def _write(
    store: Store, placed: Sequence[Annotation], lost: tuple[str, ...], *, name: str
) -> MarksTaken:
    """Take over marks, all as one operation that can be undone."""
    taken = again = 0
    with store.operation(_("Take over marks of {name}").format(name=name)) as operation:
        known = {_what(annotation) for annotation in store.annotations()}
        for annotation in placed:
            if _what(annotation) in known:
                again += 1
            elif store.find_home(annotation.evidence.version) is not None:
                known.add(_what(annotation))
                taken += 1
                insert_annotation(operation.db, annotation)
    return MarksTaken(operation.changes, taken, again, lost)


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
