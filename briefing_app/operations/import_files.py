"""Taking files into the dossier: each is read, stored and read for proposals; one that is refused stops no other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from briefing_app.domain.document import DocumentId, Ingested
from briefing_app.domain.issue import Issue
from briefing_app.domain.proposals import Proposals
from briefing_app.errors import BriefingError
from briefing_app.extraction import Parser, extract, load_parser
from briefing_app.ingest import IngestError, read_file
from briefing_app.operations.extracting import record_proposals
from briefing_app.operations.importing import Imported, ImportResult, import_document
from briefing_app.store import Store

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


def prepare(path: Path) -> Ingested:
    """Read a file; nothing is stored. Raises BriefingError."""
    return read_file(path)


def unheard(_step: int, _steps: int) -> None:
    """Report to nobody."""


def propose(ingested: Ingested, issues: Sequence[Issue], *, report: Report = unheard) -> Proposals:
    """Propose what a document says; nothing is stored. Raises BriefingError where there is no English model.

    `report` hears each paragraph; what it raises ends the work.
    """
    return extract(
        ingested.text,
        ingested.blocks,
        date=ingested.date,
        issues=issues,
        parser=_heard(_parser(), len(ingested.blocks), report)
        if ingested.language in _PARSED
        else None,
        language=ingested.language,
    )


def _heard(parser: Parser, steps: int, report: Report) -> Parser:
    def told(texts: Iterable[str]) -> Iterator[str]:
        for step, text in enumerate(texts):
            report(min(step, steps), steps)
            yield text

    return lambda texts: parser(told(texts))


def import_files(
    store: Store,
    paths: Sequence[Path],
    *,
    proposals: bool = True,
    report: Report = unheard,
) -> tuple[FileResult, ...]:
    """Import files one by one. `report` hears each step; what it raises ends the import after a whole file."""
    results = list[FileResult]()
    for step, path in enumerate(paths):
        report(step, len(paths))
        results.append(_import_file(store, path, proposals=proposals))
    report(len(paths), len(paths))
    return tuple(results)


def _import_file(store: Store, path: Path, *, proposals: bool) -> FileResult:
    try:
        ingested = prepare(path)
    except IngestError as error:
        return FileResult(path.name, FileState.REFUSED, error.sentence)
    imported = import_document(store, ingested)
    if not proposals or imported.result is ImportResult.ALREADY_THERE:
        return FileResult(path.name, FileState(imported.result), document=imported.document)
    return _with_proposals(store, ingested, imported)


def _with_proposals(store: Store, ingested: Ingested, imported: Imported) -> FileResult:
    state = FileState(imported.result)
    try:
        found = propose(ingested, store.issues())
    except BriefingError as error:
        return FileResult(ingested.file_name, state, error.sentence, imported.document)
    if found.refusal:
        return FileResult(ingested.file_name, state, found.refusal, imported.document)
    record_proposals(store, imported.version, found)
    count = len(found.positions) + len(found.outcomes)
    return FileResult(ingested.file_name, state, "", imported.document, count)


@lru_cache(maxsize=1)
def _parser() -> Parser:
    """Keep the English model, which takes half a second to load and is only read."""
    return load_parser()
