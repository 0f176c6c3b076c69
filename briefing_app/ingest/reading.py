"""Bytes into an Ingested, whatever the kind. All but plain text is read in a limited child: it may be built to hurt."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from briefing_app.domain.document import NOTHING_TOLD, Ingested, Particulars
from briefing_app.ingest.dates import date_in_name, stated_agency, stated_date
from briefing_app.ingest.decoding import cleaned, decode
from briefing_app.ingest.draft import MOST_BLOCKS, Draft, from_json
from briefing_app.ingest.errors import (
    EmptyError,
    Foreign,
    ForeignError,
    NoTextError,
    StoppedError,
    TooLargeError,
    Trouble,
    TroubledError,
    UnknownKindError,
)
from briefing_app.ingest.header_lines import described
from briefing_app.ingest.labels import label
from briefing_app.ingest.naming import title_of
from briefing_app.ingest.paragraphs import blocks_of
from briefing_app.ingest.sniffing import (
    HTML,
    KINDS,
    MHT,
    PDF,
    TEXT,
    WRITTEN,
    foreign,
    kind_of,
    packed_kind,
)
from briefing_app.ingest.spoken import language_of
from briefing_app.isolation import Failure, IsolationError, Limits, run
from briefing_app.language import format_list

LARGEST = 64 << 20
_SECONDS, _LONGEST = 9, 60  # that a reading may take, and that a PDF of many pages may
_LOADED = "briefing_app.ingest.preloading"
_A_SECOND = 200_000  # bytes of a PDF for which it has one more


def nothing() -> None:
    """Wait for nothing in particular."""


def read(
    data: bytes,
    file_name: str,
    *,
    kind: str | None = None,
    waiting: Callable[[], None] = nothing,
) -> Ingested:
    """Read a file's bytes. Raises IngestError with the reason where they cannot be taken in.

    `waiting` is called again and again while a child process reads; what it raises ends that.
    """
    name = PurePath(file_name.replace("\\", "/")).name
    if kind is not None and kind not in KINDS:
        raise UnknownKindError(name, kind=kind, kinds=format_list(KINDS))
    if len(data) > LARGEST:
        raise TooLargeError(name)
    chosen = packed_kind(data, name)
    if chosen:
        draft = _isolated(data, name, chosen, waiting)
    else:
        text = _text(data, name)
        chosen = kind if kind in WRITTEN else kind_of(text, name)
        draft = _written(text, name, chosen, waiting)
    if not draft.text.strip():
        raise NoTextError(name) if chosen in {HTML, MHT} else EmptyError(name)
    if len(draft.blocks) > MOST_BLOCKS:
        raise TroubledError(name, Trouble.TOO_MUCH)
    return _ingested(draft, data, name, chosen)


def read_pasted(text: str, told: Particulars = NOTHING_TOLD) -> Ingested:
    """Read a text that was pasted, with what the reader says of it. Raises IngestError."""
    # A clipboard can hold half of a surrogate pair, which no file can.
    data = text.encode("utf-8", "replace")
    if len(data) > LARGEST:
        raise TooLargeError("")
    kept = cleaned(data.decode("utf-8"))
    if kept is None:
        raise ForeignError("", Foreign.UNKNOWN)
    if not kept.strip():
        raise EmptyError("")
    found = _ingested(Draft(kept, blocks_of(kept)), data, "", TEXT)
    return replace(
        found,
        title=label(told.title) or found.title,
        publisher=label(told.publisher) or found.publisher,
        author=label(told.author) or found.author,
        date=told.date or found.date,
        language=told.language or found.language,
        url=told.url or found.url,
    )


def _text(data: bytes, name: str) -> str:
    if what := foreign(data):
        raise ForeignError(name, what)
    text = decode(data)
    if text is None:
        raise ForeignError(name, Foreign.UNKNOWN)
    if not text.strip():
        raise EmptyError(name)
    return text


def _written(text: str, name: str, kind: str, waiting: Callable[[], None]) -> Draft:
    if kind == TEXT:
        return described(Draft(text, blocks_of(text)))
    return _isolated(text.encode("utf-8", "replace"), name, kind, waiting)


def child_limits(pdf: int) -> Limits:
    """Return what a reading child may use; a PDF of so many bytes has more time."""
    return Limits(seconds=min(_SECONDS + pdf / _A_SECOND, _LONGEST))


def _isolated(payload: bytes, name: str, kind: str, waiting: Callable[[], None]) -> Draft:
    limits = child_limits(len(payload) if kind == PDF else 0)
    reader = f"briefing_app.ingest.readers:{kind}"
    try:
        return from_json(run(reader, payload, limits=limits, loaded=_LOADED, waiting=waiting))
    except IsolationError as error:
        if error.failure is Failure.REFUSED and error.code in set(Trouble):
            raise TroubledError(name, Trouble(error.code)) from error
        raise StoppedError(name, reason=error.sentence) from error
    except ValueError as error:  # an answer that is no draft: whatever read it was led astray
        raise TroubledError(name, Trouble.DAMAGED) from error


def _ingested(draft: Draft, data: bytes, name: str, kind: str) -> Ingested:
    named = date_in_name(name)
    return Ingested(
        original=data,
        text=draft.text,
        blocks=draft.blocks,
        title=label(draft.title or title_of(draft.text, draft.blocks, name)),
        kind=kind,
        publisher=label(draft.publisher or stated_agency(draft.text)),
        author=label(draft.author),
        date=draft.date or stated_date(draft.text, near=named or draft.made) or named,
        language=language_of(draft.text) or draft.language,
        url=draft.url,
        file_name=label(name),
        changes=draft.changes,
        comments=draft.comments,
    )
