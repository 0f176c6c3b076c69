"""A pane with a short text in it, and builders for what is shown there."""

import datetime as dt
from collections.abc import Callable
from hashlib import sha256

import pytest

from briefing_app.domain.annotation import Annotation, AnnotationId, Colour
from briefing_app.domain.document import Block, BlockKind, Document, DocumentId, Version
from briefing_app.domain.evidence import Evidence, Span, VersionId, quote_at
from briefing_app.paths import resources
from briefing_app.ui.items import Kind
from briefing_app.ui.source import Mark, SourcePane
from briefing_app.ui.theme import load_theme

MOMENT = dt.datetime(2025, 6, 3, 12, 0, tzinfo=dt.UTC)
TEXT = (
    "Both sides agreed to a limited prisoner swap.\n"
    "The delegation 🕊️ asked for a café-style ceasefire.\n"
    "Russian negotiators rejected that demand and offered only a short pause."
)


def blocks_of(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Block, ...]:
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(blocks)


def a_version(
    text: str = TEXT, *, number: int = 1, blocks: tuple[Block, ...] | None = None
) -> Version:
    return Version(
        id=VersionId(number),
        document=DocumentId(1),
        number=1,
        text=text,
        blocks=blocks_of(text) if blocks is None else blocks,
        text_sha256=sha256(text.encode()).hexdigest(),
        original_sha256="",
        added=MOMENT,
    )


def a_document(title: str = "Second round ends", **given: object) -> Document:
    fields: dict[str, object] = {
        "id": DocumentId(1),
        "title": title,
        "kind": "text",
        "publisher": "",
        "author": "",
        "date": dt.date(2025, 6, 3),
        "language": "en",
        "url": "",
        "file_name": "",
        "added": MOMENT,
        "version": VersionId(1),
        "versions": 1,
        "words": 365,
        "content_sha256": "",
    }
    return Document(**(fields | given))


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def a_mark(words: str, *, number: int = 1, kind: Kind = Kind.ANNOTATION, **given: object) -> Mark:
    return Mark(span_of(words), kind, "#fdf0b6", "#0b6e99", number, **given)


def an_annotation(words: str, *, note: str = "", tags: tuple[str, ...] = ()) -> Annotation:
    span = span_of(words)
    evidence = Evidence(VersionId(1), span, quote_at(TEXT, span))
    return Annotation(AnnotationId(7), evidence, Colour.YELLOW, note, tags, MOMENT, MOMENT)


@pytest.fixture
def theme():
    return load_theme("light", resources() / "themes")


@pytest.fixture
def pane(qtbot, theme) -> SourcePane:
    made = SourcePane()
    qtbot.addWidget(made)
    made.set_theme(theme)
    made.resize(648, 600)
    made.show_version(a_document(), a_version())
    made.show()
    return made


@pytest.fixture
def select(pane) -> Callable[[Span], None]:
    """Select the words of a span as a reader would see them selected."""

    def act(span: Span) -> None:
        view, offsets = pane._view, pane._view._offsets
        cursor = view.textCursor()
        cursor.setPosition(offsets.position(span.start))
        cursor.setPosition(offsets.position(span.end), cursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)

    return act
