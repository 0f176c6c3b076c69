"""The blocks of a parsed page: HTML as it stands, or as trafilatura and Markdown leave it."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "head"}
_ITEMS = {"li", "item", "dt", "dd"}
_LISTS = {"ul", "ol", "dl", "list"}
_QUOTATIONS = {"blockquote", "quote"}
_ROWS, _CELLS, _LINE_BREAKS = {"tr", "row"}, {"td", "th", "cell"}, {"br", "lb"}
_CONTAINERS = {
    *("p", "div", "section", "article", "main", "header", "figure", "figcaption", "caption", "pre"),
    *("address", "center", "details", "summary", "fieldset", "hr", "body", "tbody", "thead"),
}
_BLOCKS = _HEADINGS | _ITEMS | _LISTS | _QUOTATIONS | _ROWS | {"table"}
UNREAD = {
    *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed"),
    *("button", "select", "input", "textarea", "nav", "footer", "aside", "graphic", "audio"),
    *("video", "canvas", "applet", "frameset"),
}
_BREAK, _CELL = "\x00", "\x01"  # parsed markup has neither in its text


@dataclass
class _Text:
    """The text as it grows, block by block."""

    parts: list[str] = field(default_factory=list[str])
    blocks: list[Block] = field(default_factory=list[Block])
    length: int = 0
    pending: list[str] = field(default_factory=list[str])

    def add(self, words: str | None) -> None:
        if words:
            self.pending.append(words)

    def close(self, kind: BlockKind, level: int) -> None:
        """End a block with what was added since the last; without words there is none."""
        words = _tidied("".join(self.pending))
        self.pending.clear()
        if not words:
            return
        if kind is BlockKind.TABLE_ROW and " | " not in words:
            kind = BlockKind.PARAGRAPH  # a table that only lays a page out
        if self.blocks:
            self.parts.append("\n\n")
            self.length += 2
        self.blocks.append(Block(kind, Span(self.length, self.length + len(words)), level))
        self.parts.append(words)
        self.length += len(words)


@dataclass(frozen=True)
class _Place:
    """What kind of block words are in, how deep in lists, and whether the element there begins a block of its own."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    lists: int = 0
    begins: bool = True


def read_tree(root: "_Element") -> tuple[str, tuple[Block, ...]]:
    """Return the readable text under an element, a blank line between blocks, and the blocks."""
    from lxml.etree import iterwalk  # noqa: PLC0415 (only where there is markup)

    text, places = _Text(), [_Place()]
    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and element.tag in UNREAD:
            walk.skip_subtree()
        elif event == "start":
            _open(text, places, element)
        elif event == "end" and element.tag not in UNREAD:
            _close(text, places)
        if event != "start" and element is not root:
            text.add(element.tail)
    text.close(places[0].kind, places[0].level)
    return "".join(text.parts), tuple(text.blocks)


def _open(text: _Text, places: list[_Place], element: "_Element") -> None:
    tag, outer = str(element.tag), places[-1]
    begins = tag in _BLOCKS or (tag in _CONTAINERS and outer.kind is not BlockKind.TABLE_ROW)
    if begins:
        text.close(outer.kind, outer.level)
        places.append(_within(tag, outer, element))
    else:
        places.append(replace(outer, begins=False))
        text.add(_BREAK if tag in _LINE_BREAKS else _CELL if tag in _CELLS else None)
        text.add(" " if tag in _CONTAINERS else None)
    text.add(element.text)


def _close(text: _Text, places: list[_Place]) -> None:
    place = places.pop()
    if place.begins:
        text.close(place.kind, place.level)


def _within(tag: str, outer: _Place, element: "_Element") -> _Place:
    if tag in _HEADINGS:
        rank = (element.get("rend") or tag)[1:2]
        return _Place(BlockKind.HEADING, int(rank) if rank.isdigit() else 1)
    if tag in _ROWS:
        return _Place(BlockKind.TABLE_ROW)
    if tag in _QUOTATIONS:
        return _Place(BlockKind.QUOTATION)
    if tag in _LISTS:
        return replace(outer, lists=outer.lists + 1, begins=True)
    if tag in _ITEMS:
        return _Place(BlockKind.LIST_ITEM, max(1, outer.lists), outer.lists)
    return _Place() if tag == "table" else replace(outer, begins=True)


def _tidied(words: str) -> str:
    """Make runs of white space one space; breaks that were written stay, cells that are empty go."""
    lines = [
        " | ".join(filter(None, (" ".join(cell.split()) for cell in line.split(_CELL))))
        for line in words.split(_BREAK)
    ]
    return "\n".join(filter(None, lines))
