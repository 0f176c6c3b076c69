"""Bytes into an Ingested, whatever the kind. Markup is read in a limited child process, for it may be built to hurt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from briefing_app.domain.document import Ingested
from briefing_app.ingest.dates import date_in_name, stated_agency, stated_date
from briefing_app.ingest.decoding import cleaned, decode
from briefing_app.ingest.draft import Draft, as_json, from_json
from briefing_app.ingest.errors import (
    EmptyError,
    Foreign,
    ForeignError,
    NoTextError,
    StoppedError,
    TooLargeError,
    UnknownKindError,
)
from briefing_app.ingest.from_html import read_html
from briefing_app.ingest.from_markdown import read_markdown
from briefing_app.ingest.naming import title_of
from briefing_app.ingest.paragraphs import blocks_of
from briefing_app.ingest.sniffing import HTML, KINDS, MARKDOWN, TEXT, foreign, kind_of
from briefing_app.ingest.spoken import language_of
from briefing_app.isolation import IsolationError, Limits, run

LARGEST = 64 << 20
_LIMITS = Limits(seconds=10)
_CHILD = {
    HTML: "briefing_app.ingest.reading:html_in_child",
    MARKDOWN: "briefing_app.ingest.reading:markdown_in_child",
}


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
    text = _text(data, name, kind)
    chosen = kind or kind_of(text, name)
    draft = (
        Draft(text, blocks_of(text)) if chosen == TEXT else _isolated(text, name, chosen, waiting)
    )
    if not draft.text.strip():
        raise NoTextError(name) if chosen == HTML else EmptyError(name)
    return _ingested(draft, data, name, chosen)


def read_pasted(
    text: str, *, title: str = "", date: date | None = None, publisher: str = ""
) -> Ingested:
    """Read a text that was pasted, with what the reader says of it."""
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
        title=title.strip() or found.title,
        date=date or found.date,
        publisher=publisher.strip() or found.publisher,
    )


def html_in_child(payload: bytes) -> bytes:
    return as_json(read_html(payload.decode("utf-8")))


def markdown_in_child(payload: bytes) -> bytes:
    return as_json(read_markdown(payload.decode("utf-8")))


def _text(data: bytes, name: str, kind: str | None) -> str:
    if kind is not None and kind not in KINDS:
        raise UnknownKindError(name, kind=kind)
    if len(data) > LARGEST:
        raise TooLargeError(name)
    if what := foreign(data):
        raise ForeignError(name, what)
    text = decode(data)
    if text is None:
        raise ForeignError(name, Foreign.UNKNOWN)
    if not text.strip():
        raise EmptyError(name)
    return text


def _isolated(text: str, name: str, kind: str, waiting: Callable[[], None]) -> Draft:
    payload = text.encode("utf-8", "replace")
    try:
        return from_json(run(_CHILD[kind], payload, limits=_LIMITS, waiting=waiting))
    except IsolationError as error:
        raise StoppedError(name, reason=error.sentence) from error


def _ingested(draft: Draft, data: bytes, name: str, kind: str) -> Ingested:
    return Ingested(
        original=data,
        text=draft.text,
        blocks=draft.blocks,
        title=draft.title or title_of(draft.text, draft.blocks, name),
        kind=kind,
        publisher=draft.publisher or stated_agency(draft.text),
        author=draft.author,
        date=draft.date or stated_date(draft.text) or date_in_name(name),
        language=language_of(draft.text) or draft.language,
        url=draft.url,
        file_name=name,
    )
