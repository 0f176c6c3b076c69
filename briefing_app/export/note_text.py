"""A note's Markdown as plain paragraphs, ready for any form: no HTML of the reader's is ever passed on."""

from dataclasses import dataclass, replace
from html.parser import HTMLParser

from markdown import Markdown

from briefing_app.export.cleaning import cleaned

_KINDS = {"p": "paragraph", "li": "item", "blockquote": "quotation", "pre": "code"}
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_AROUND = {"ul", "ol", "blockquote"}
_STYLES = {"em": "emphasis", "strong": "strong", "code": "code"}


@dataclass(frozen=True)
class Piece:
    """Words in one style: "", emphasis, strong or code."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class NoteBlock:
    """A paragraph, heading, item, quotation or code of a note. An item has its `sign` ("•", "2.") and depth, from 1."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    sign: str = ""
    level: int = 1


def note_blocks(note: str) -> tuple[NoteBlock, ...]:
    """Read a note's Markdown. Raw HTML in it is words like any other, and pictures are not looked for."""
    reader = Markdown(output_format="xhtml")
    reader.preprocessors.deregister("html_block")
    for pattern in ("html", "image_link", "image_reference", "short_image_ref"):
        reader.inlinePatterns.deregister(pattern)
    collector = _Collector()
    collector.feed(reader.convert(cleaned(note)))
    collector.close()
    return collector.blocks()


@dataclass
class _Around:
    """A list or quotation that is open, and how many items it has had."""

    tag: str
    items: int = 0


class _Collector(HTMLParser):
    """Collects the few kinds of block that a note has out of what the Markdown library made of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[NoteBlock] = []
        self._styles: list[str] = []
        self._around: list[_Around] = []
        self._address = ""

    def blocks(self) -> tuple[NoteBlock, ...]:
        return tuple(_trimmed(block) for block in self._blocks if _says(block))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _AROUND:
            self._around.append(_Around(tag))
        elif tag in _STYLES:
            self._styles.append(tag)
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "a":
            self._address = dict(attrs).get("href") or ""
        elif tag in _HEADINGS:
            self._open("heading")
        elif tag in _KINDS:
            self._open(_KINDS[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in _AROUND and self._around:
            self._around.pop()
        elif tag in _STYLES and tag in self._styles:
            self._styles.remove(tag)
        elif tag == "a":
            self._say_address()
        elif tag in _KINDS or tag in _HEADINGS:
            self._blocks.append(NoteBlock("paragraph"))

    def handle_data(self, data: str) -> None:
        if not self._blocks:
            self._open("paragraph")
        style = _STYLES[self._styles[-1]] if self._styles else ""
        block = self._blocks[-1]
        self._blocks[-1] = replace(block, pieces=(*block.pieces, Piece(data, style)))

    def _say_address(self) -> None:
        """Print a link's address after its words: paper cannot be clicked, and nothing here opens one."""
        words = self._blocks[-1].pieces[-1].text if self._blocks and self._blocks[-1].pieces else ""
        if self._address and self._address != words:
            self.handle_data(f" ({self._address})")

    def _open(self, kind: str) -> None:
        """Begin a block; a paragraph inside an item or a quotation is one of these."""
        sign = ""
        if kind == "paragraph" and self._around:
            kind = "quotation" if self._around[-1].tag == "blockquote" else "item"
            sign = self._blocks[-1].sign if self._blocks and not _says(self._blocks[-1]) else ""
        elif kind == "item":
            sign = self._next_sign()
        if self._blocks and not _says(self._blocks[-1]):
            self._blocks.pop()
        depth = sum(around.tag != "blockquote" for around in self._around)
        self._blocks.append(NoteBlock(kind, sign=sign, level=max(1, depth)))

    def _next_sign(self) -> str:
        if not self._around:
            return "•"
        self._around[-1].items += 1
        return f"{self._around[-1].items}." if self._around[-1].tag == "ol" else "•"


def _says(block: NoteBlock) -> bool:
    return any(piece.text.strip() for piece in block.pieces)


def _trimmed(block: NoteBlock) -> NoteBlock:
    """Take the white space of the markup off a block's ends."""
    pieces = [piece for piece in block.pieces if piece.text]
    pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip())
    pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    return replace(block, pieces=tuple(piece for piece in pieces if piece.text))
