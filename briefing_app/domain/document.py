"""The sources: documents, the states of their text, and the blocks these are made of."""

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, NewType

from briefing_app.domain.evidence import Span, VersionId

DocumentId = NewType("DocumentId", int)


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation or table row. `level` is a heading's or a list's depth, from 1."""

    kind: BlockKind
    span: Span
    level: int = 1
    page: int | None = None  # where it begins, from 1; None where its kind has no pages


class Spot(NamedTuple):
    """Where words stand in a document: the paragraph, and the page on which that begins."""

    paragraph: int  # from 1
    page: int | None = None  # from 1; None where the document has no pages


class Place(NamedTuple):
    """Where words stand: the document, its paragraph, and the page on which that begins."""

    document: DocumentId
    paragraph: int  # from 1
    page: int | None = None


@dataclass(frozen=True)
class Particulars:
    """What a reader can say that a document is; what is left empty is found in it where it is new."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    date: dt.date | None = None
    language: str = ""  # ISO 639-1
    url: str = ""


NOTHING_TOLD = Particulars()


@dataclass(frozen=True)
class Ingested:
    """What was read out of a file or a pasted text, before it is stored."""

    original: bytes
    text: str
    blocks: tuple[Block, ...]
    title: str
    kind: str  # one of ingest's KINDS: text, markdown, html, pdf, docx ...
    publisher: str = ""
    author: str = ""
    date: dt.date | None = None
    language: str = ""  # ISO 639-1, empty where it cannot be told
    url: str = ""
    file_name: str = ""  # the name alone; a path is never kept
    changes: int = 0  # tracked ones that were accepted; told when it is read, and not stored
    comments: int = 0  # of those who wrote it, which were left out; likewise


@dataclass(frozen=True)
class Version:
    """One state of a document's text. The text never changes; a newer text is a new version."""

    id: VersionId
    document: DocumentId
    number: int  # from 1
    text: str
    blocks: tuple[Block, ...]
    text_sha256: str
    original_sha256: str
    added: dt.datetime

    def is_same(self, other: "Version") -> bool:
        """Tell whether both are one: a second dossier, or an import after an undo, gives out the same ids again."""
        return (self.id, self.text_sha256) == (other.id, other.text_sha256)

    def paragraph_at(self, offset: int) -> int:
        """Return the number, from 1, of the block that holds a code-point offset (or comes before it)."""
        return max(1, bisect_right(self.blocks, offset, key=lambda block: block.span.start))

    def spot_at(self, offset: int) -> Spot:
        """Return where the words at a code-point offset stand."""
        number = self.paragraph_at(offset)
        return Spot(number, self.blocks[number - 1].page if self.blocks else None)


@dataclass(frozen=True)
class Document:
    """An imported source, known by its content's hash. Its text is its newest version's."""

    id: DocumentId
    title: str
    kind: str
    publisher: str
    author: str
    date: dt.date | None
    language: str
    url: str
    file_name: str
    added: dt.datetime
    version: VersionId  # the newest
    versions: int  # how many there are
    words: int
    content_sha256: str  # of the newest version's original bytes
