"""What a reader of one kind finds in a text, and its way out of the child process that read it."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span

_LONGEST = 2000  # characters of a title, name or address
_MOST_PAGES = 10_000
MOST_CHARACTERS = 6_000_000  # of a document that a program packed
MOST_BLOCKS = 100_000  # of any document


@dataclass(frozen=True)
class Draft:
    """The text as a person reads it, its blocks, and what it says of itself."""

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    date: dt.date | None = None
    made: dt.date | None = None  # when its file was: it tells the year that a dateline leaves out
    publisher: str = ""
    author: str = ""
    language: str = ""
    url: str = ""
    changes: int = 0  # tracked ones that were accepted
    comments: int = 0  # that were left out


def together(pieces: Sequence[tuple[str, tuple[Block, ...]]]) -> tuple[str, tuple[Block, ...]]:
    """Set texts one after the other, a blank line between, with their blocks."""
    start, blocks = 0, list[Block]()
    for text, own in pieces:
        for block in own:
            span = Span(start + block.span.start, start + block.span.end)
            blocks.append(replace(block, span=span))
        start += len(text) + 2
    return "\n\n".join(text for text, _blocks in pieces), tuple(blocks)


def as_json(draft: Draft) -> bytes:
    blocks = [
        (block.kind, block.span.start, block.span.end, block.level, block.page)
        for block in draft.blocks
    ]
    written = {
        "text": draft.text,
        "blocks": blocks,
        "title": draft.title,
        "date": draft.date.isoformat() if draft.date else "",
        "made": draft.made.isoformat() if draft.made else "",
        "publisher": draft.publisher,
        "author": draft.author,
        "language": draft.language,
        "url": draft.url,
        "changes": draft.changes,
        "comments": draft.comments,
    }
    return json.dumps(written, ensure_ascii=False).encode("utf-8", "replace")


def from_json(answer: bytes) -> Draft:
    """Read what the child sent, believing nothing. Raises ValueError where it is no draft."""
    try:
        found: dict[str, Any] = json.loads(answer)
        text = _words(found["text"])
        return Draft(
            text=text,
            blocks=_checked(text, found["blocks"]),
            title=_words(found["title"])[:_LONGEST],
            date=_day(found["date"]),
            made=_day(found["made"]),
            publisher=_words(found["publisher"])[:_LONGEST],
            author=_words(found["author"])[:_LONGEST],
            language=_words(found["language"])[:2],
            url=_words(found["url"])[:_LONGEST],
            changes=_count(found["changes"]),
            comments=_count(found["comments"]),
        )
    except (KeyError, TypeError, IndexError, RecursionError) as error:
        msg = "the answer has not the form of a draft"
        raise ValueError(msg) from error


def _words(value: object) -> str:
    if not isinstance(value, str) or "\x00" in value:
        msg = "not words"
        raise ValueError(msg)
    return value.encode("utf-8", "replace").decode("utf-8")


def _day(value: str) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value <= MOST_CHARACTERS:
        msg = "not a count"
        raise ValueError(msg)
    return value


def _checked(text: str, rows: list[list[Any]]) -> tuple[Block, ...]:
    """Make blocks of rows; they stand in the text, in order, and do not overlap."""
    end, blocks = 0, list[Block]()
    for kind, start, stop, level, page in rows:
        if not end <= start < stop <= len(text) or not 1 <= level <= 99:  # noqa: PLR2004
            msg = "a block out of place"
            raise ValueError(msg)
        if page is not None and not 1 <= page <= _MOST_PAGES:
            msg = "a page that cannot be"
            raise ValueError(msg)
        blocks.append(Block(BlockKind(kind), Span(start, stop), level, page))
        end = stop
    return tuple(blocks)
