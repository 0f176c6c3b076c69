"""The texts, which never change, with their blocks and the index of their words; a long one is written bit by bit."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NewType

from sqlite_utils import Database

from briefing_app.domain.document import Block, BlockKind, Ingested
from briefing_app.domain.evidence import Span

TextId = NewType("TextId", int)

# What a bit has of a text: written within some hundredths of a second, also to a slow disk.
_BLOCKS, _CHARACTERS = 2_000, 200_000
_WORD = re.compile(r"\S+")


def digest(content: bytes) -> str:
    """Return the name that content is known by."""
    return hashlib.sha256(content).hexdigest()


def insert_text(db: Database, ingested: Ingested) -> TextId:
    """Write a text whole."""
    text = begin_text(db, ingested)
    insert_blocks(db, text, ingested, range(len(ingested.blocks)))
    return text


def find_text(db: Database, ingested: Ingested) -> tuple[TextId, int] | None:
    """Find a text with the same blocks, and how many of these it has: not all where its writing was cut short."""
    rows = db.execute("SELECT id FROM texts WHERE sha256 = ?", (digest(ingested.text.encode()),))
    for (text,) in rows.fetchall():
        blocks = read_blocks(db, text)
        if ingested.blocks[: len(blocks)] == blocks:
            return TextId(text), len(blocks)
    return None


def begin_text(db: Database, ingested: Ingested) -> TextId:
    """Write a text without its blocks."""
    row = db.execute(
        "INSERT INTO texts (sha256, words, text) VALUES (?, ?, ?)",
        (digest(ingested.text.encode()), _words(ingested.text), ingested.text),
    ).lastrowid
    assert row is not None
    return TextId(row)


def insert_blocks(db: Database, text: TextId, ingested: Ingested, bit: range) -> None:
    """Write some of a text's blocks, and index their words."""
    blocks = ingested.blocks[bit.start : bit.stop]
    db.conn.executemany(
        'INSERT INTO blocks (text_id, ordinal, kind, level, start, "end", page) '
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (text, ordinal, each.kind, each.level, each.span.start, each.span.end, each.page)
            for ordinal, each in enumerate(blocks, start=bit.start + 1)
        ),
    )
    ids = db.execute(
        "SELECT id FROM blocks WHERE text_id = ? AND ordinal > ? ORDER BY ordinal",
        (text, bit.start),
    ).fetchall()
    db.conn.executemany(
        "INSERT INTO block_search (rowid, text) VALUES (?, ?)",
        (
            (row[0], ingested.text[each.span.start : each.span.end])
            for row, each in zip(ids, blocks, strict=True)
        ),
    )


def bits(blocks: Sequence[Block], start: int = 0) -> Iterator[range]:
    """Cut blocks from one on, by their indices, into bits that are each written in a moment."""
    for index in range(start, len(blocks)):
        block = blocks[index]
        long = block.span.end - blocks[start].span.start > _CHARACTERS
        if index > start and (long or index - start >= _BLOCKS):
            yield range(start, index)
            start = index
    if start < len(blocks):
        yield range(start, len(blocks))


def read_text(db: Database, version: int) -> str | None:
    """Read what a version says, without its blocks."""
    row = db.execute(
        "SELECT t.text FROM texts t JOIN versions v ON v.text_id = t.id WHERE v.id = ?", (version,)
    ).fetchone()
    return row[0] if row else None


def read_blocks(db: Database, text: int) -> tuple[Block, ...]:
    rows = db.execute(
        'SELECT kind, start, "end", level, page FROM blocks WHERE text_id = ? ORDER BY ordinal',
        (text,),
    ).fetchall()
    return tuple(Block(BlockKind(row[0]), Span(row[1], row[2]), row[3], row[4]) for row in rows)


def _words(text: str) -> int:
    """Count words one by one: splitting a long text would hold up every other thread until it is done."""
    return sum(1 for _found in _WORD.finditer(text))
