"""Reading documents, and what they say. Nothing is stored here, so any process may do it."""

import gc
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefing_app.domain.document import Ingested
from briefing_app.domain.issue import Issue
from briefing_app.domain.proposals import Proposals
from briefing_app.errors import BriefingError
from briefing_app.extraction import Parser, extract, load_parser
from briefing_app.ingest import IngestError, read, read_file
from briefing_app.ingest.gathering import Found, Source, Unpacker, Unread, gather
from briefing_app.language import _
from briefing_app.store.documents import digest
from briefing_app.workers import Died, ask_each

_PARSED = {"", "en"}  # languages for which the model is worth loading
_KEPT = 10_000  # new objects without a search for what can be thrown away: a document is as many, and all are needed

Report = Callable[[int, int], None]  # step, of how many


@dataclass(frozen=True)
class Prepared:
    """What was read of a file, and what it says where that was asked for."""

    ingested: Ingested
    proposals: Proposals | None = None


@dataclass(frozen=True)
class Seen:
    """A file that was not read, as its very bytes are in the dossier."""

    sha256: str


Read = Prepared | Seen | Unread


def _unasked() -> None:
    """Let nobody end it."""


def prepare(path: Path) -> Ingested:
    """Read a file. Raises BriefingError."""
    return read_file(path)


def find(paths: Sequence[Path], *, waiting: Callable[[], None] = _unasked) -> list[Found]:
    """Find the documents in files, folders and archives; `waiting` is called for each, and may end it by raising."""
    return list(gather(paths, waiting=waiting))


def unheard(_step: int, _steps: int) -> None:
    """Report to nobody."""


def propose(ingested: Ingested, issues: Sequence[Issue], *, report: Report = unheard) -> Proposals:
    """Propose what a document says. Raises BriefingError where there is no English model.

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


def read_each(
    found: Sequence[Found],
    *,
    known: Collection[str],
    issues: Sequence[Issue] | None,
    workers: int,
    waiting: Callable[[], None],
) -> Generator[Read]:
    """Read what was found, in its order, and propose what it says where there are issues.

    As many `workers`, which are processes, read ahead; with none it is read here. `known` are the digests of what need
    not be read. `waiting` is called while a worker reads; what it raises ends the reading.
    """
    sources = [each for each in found if isinstance(each, Source)]
    reader = _Reader(known, issues)
    if workers and sources:
        answers = ask_each(reader, sources, workers=workers, waiting=waiting)
    else:
        answers = reader.each(sources)
    with closing(answers):
        for each in found:
            yield each if isinstance(each, Unread) else _told(each, next(answers))


class _Reader:
    """Reads sources one after the other; it is sent to the process that does so."""

    def __init__(self, known: Collection[str], issues: Sequence[Issue] | None) -> None:
        self._known, self._issues = known, issues
        self._unpacker = Unpacker()

    def each(self, sources: Sequence[Source]) -> Generator[Read]:
        with closing(self._unpacker):
            yield from map(self, sources)

    def __call__(self, source: Source) -> Read:
        try:
            data = self._unpacker.bytes_of(source)
            sha256 = digest(data)
            if sha256 in self._known:
                return Seen(sha256)
            ingested = read(data, source.name)
        except IngestError as error:
            return Unread(source.name, error.sentence, refused=True)
        if self._issues is None:
            return Prepared(ingested)
        try:
            return Prepared(ingested, propose(ingested, self._issues))
        except BriefingError as error:
            return Prepared(ingested, Proposals(refusal=error.sentence))


def _told(source: Source, answer: Read | Died) -> Read:
    if not isinstance(answer, Died):
        return answer
    sentence = _("“{name}” could not be read: what reads it stopped.")
    return Unread(source.name, sentence.format(name=source.last_name), refused=True)


def _heard(parser: Parser, steps: int, report: Report) -> Parser:
    def told(texts: Iterable[str]) -> Iterator[str]:
        for step, text in enumerate(texts):
            report(min(step, steps), 2 * steps)
            yield text

    return lambda texts: parser(told(texts))


@lru_cache(maxsize=1)
def _parser() -> Parser:
    """Keep the English model, which takes half a second to load and is only read."""
    parser = load_parser()
    gc.freeze()  # or each search for what can be thrown away would look through it, while all threads wait
    gc.set_threshold(_KEPT)
    return parser
