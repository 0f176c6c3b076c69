"""Taking files into the dossier: each is read, stored and read for proposals; one that is refused stops no other."""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path

from briefing_app.domain.document import DocumentId, Ingested
from briefing_app.domain.issue import Issue
from briefing_app.domain.proposals import Proposals
from briefing_app.errors import BriefingError
from briefing_app.extraction import Parser, extract, load_parser
from briefing_app.ingest import IngestError, read_file
from briefing_app.language import _
from briefing_app.operations.extracting import record_proposals
from briefing_app.operations.importing import import_document
from briefing_app.operations.known import Known
from briefing_app.store import Store
from briefing_app.store.documents import digest
from briefing_app.workers import Died, ask_each

_PARSED = {"", "en"}  # languages for which the model is worth loading

Report = Callable[[int, int], None]  # step, of how many


class FileState(StrEnum):
    IMPORTED = "imported"
    ALREADY_THERE = "already_there"
    NEW_VERSION = "new_version"
    REFUSED = "refused"


@dataclass(frozen=True)
class FileResult:
    """What became of one file. `sentence` says why it was refused, or why nothing was proposed for it."""

    name: str
    state: FileState
    sentence: str = ""
    document: DocumentId | None = None
    proposals: int = 0  # positions and outcomes


@dataclass(frozen=True)
class Prepared:
    """What was read of a file, and what it says where that was asked for."""

    ingested: Ingested
    proposals: Proposals | None = None


@dataclass(frozen=True)
class Refused:
    sentence: str


def prepare(path: Path) -> Ingested:
    """Read a file; nothing is stored. Raises BriefingError."""
    return read_file(path)


def unheard(_step: int, _steps: int) -> None:
    """Report to nobody."""


def propose(ingested: Ingested, issues: Sequence[Issue], *, report: Report = unheard) -> Proposals:
    """Propose what a document says; nothing is stored. Raises BriefingError where there is no English model.

    `report` hears each paragraph that is parsed, then each clause that is judged; what it raises ends the work.
    """
    parsed = len(ingested.blocks)  # the first half of the way
    return extract(
        ingested.text,
        ingested.blocks,
        date=ingested.date,
        issues=issues,
        parser=_heard(_parser(), parsed, report) if ingested.language in _PARSED else None,
        language=ingested.language,
        report=lambda step, steps: report(parsed + parsed * step // steps, 2 * parsed),
    )


def _heard(parser: Parser, steps: int, report: Report) -> Parser:
    def told(texts: Iterable[str]) -> Iterator[str]:
        for step, text in enumerate(texts):
            report(min(step, steps), 2 * steps)
            yield text

    return lambda texts: parser(told(texts))


def _unasked() -> None:
    """Let nobody end it."""


def import_files(
    store: Store,
    paths: Sequence[Path],
    *,
    proposals: bool = True,
    workers: int = 1,
    waiting: Callable[[], None] = _unasked,
) -> Generator[FileResult]:
    """Import files, each in a transaction of its own, and tell what became of each in their order.

    With several `workers` that many processes read ahead; what has been told is stored, whenever one stops listening.
    `waiting` is called while the next is being read; what it raises ends the import.
    """
    known = frozenset(each.content_sha256 for each in store.documents())
    issues = store.issues() if proposals else None
    read = partial(_prepared, known=known, issues=issues)
    so_far = Known(store)
    with closing(_each(read, paths, workers, waiting)) as found:
        for path, prepared in zip(paths, found, strict=True):
            yield _kept(store, path, prepared, so_far)


def _each(
    read: Callable[[Path], Prepared | Refused],
    paths: Sequence[Path],
    workers: int,
    waiting: Callable[[], None],
) -> Generator[Prepared | Refused | Died]:
    if min(workers, len(paths)) > 1:
        yield from ask_each(read, paths, workers=workers, waiting=waiting)
    else:
        yield from map(read, paths)


def _prepared(
    path: Path, *, known: Collection[str], issues: Sequence[Issue] | None
) -> Prepared | Refused:
    """Read a file and what it says, but for one whose bytes are known; nothing is stored, so any process may."""
    try:
        ingested = prepare(path)
    except IngestError as error:
        return Refused(error.sentence)
    if issues is None or digest(ingested.original) in known:
        return Prepared(ingested)
    try:
        return Prepared(ingested, propose(ingested, issues))
    except BriefingError as error:
        return Prepared(ingested, Proposals(refusal=error.sentence))


def _kept(
    store: Store, path: Path, prepared: Prepared | Refused | Died, so_far: Known
) -> FileResult:
    if isinstance(prepared, Died):
        sentence = _("“{name}” could not be read: what reads it stopped.").format(name=path.name)
        return FileResult(path.name, FileState.REFUSED, sentence)
    if isinstance(prepared, Refused):
        return FileResult(path.name, FileState.REFUSED, prepared.sentence)
    with store.together():
        return _stored(store, path, prepared, so_far)


def _stored(store: Store, path: Path, prepared: Prepared, so_far: Known) -> FileResult:
    imported = import_document(store, prepared.ingested)
    state, found = FileState(imported.result), prepared.proposals
    if state is FileState.ALREADY_THERE or found is None:
        return FileResult(path.name, state, document=imported.document)
    if found.refusal:
        return FileResult(path.name, state, found.refusal, imported.document)
    record_proposals(store, imported.version, found, known=so_far)
    count = len(found.positions) + len(found.outcomes)
    return FileResult(path.name, state, document=imported.document, proposals=count)


@lru_cache(maxsize=1)
def _parser() -> Parser:
    """Keep the English model, which takes half a second to load and is only read."""
    return load_parser()
