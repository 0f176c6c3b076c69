"""The one place where Qt's UTF-16 units and our code points meet.

The document on the screen has one text block for each block of the version, and nothing of what lies between two.
Within a block every code point keeps its place; only a character outside the BMP is one here and two units there.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from PySide6.QtCore import QTextBoundaryFinder

from briefing_app.domain.document import Block
from briefing_app.domain.evidence import Span

_BREAKS = ("\n", "\r", "\u2029", "\ufdd0", "\ufdd1")  # what Qt takes for the end of a block
_LINE_BREAK = "\u2028"


def units(text: str) -> int:
    """Count the UTF-16 units of a text."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shown(pieces: Sequence[str]) -> str:
    """Return the blocks' words as the document holds them, a line for each, with no line break inside one."""
    whole = "\n".join(pieces)
    if whole.count("\n") == len(pieces) - 1 and not any(each in whole for each in _BREAKS[1:]):
        return whole
    return "\n".join(map(_in_one_block, pieces))


def _in_one_block(text: str) -> str:
    """Keep the line breaks of a block's text inside the block; its length stays the same."""
    for each in _BREAKS:
        text = text.replace(each, _LINE_BREAK)
    return text


@dataclass(frozen=True)
class Offsets:
    """Turns code points of a version's text into positions of the document, and back."""

    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]  # of the blocks, in code points
    positions: tuple[int, ...]  # of the blocks, in units of the document

    @classmethod
    def of(cls, text: str, blocks: Sequence[Block]) -> "Offsets":
        spans = tuple(block.span for block in blocks)
        if units(text) > len(text):
            lengths = (units(text[span.start : span.end]) for span in spans)
        else:
            lengths = (span.end - span.start for span in spans)
        # The end of a block is a unit of its own.
        ends = accumulate((length + 1 for length in lengths), initial=0)
        positions = tuple(islice(ends, len(spans)))
        return cls(text, spans, tuple(span.start for span in spans), positions)

    def block_at(self, offset: int) -> int:
        """Return the index of the block that holds a code point, or that comes before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def position(self, offset: int) -> int:
        """Return the document's position of a code point; between two blocks, that of the earlier one's end."""
        if not self.spans:
            return 0
        block = self.block_at(offset)
        return self.positions[block] + self.within(block, offset)

    def within(self, block: int, offset: int) -> int:
        """Return how many units of a block lie before a code point, none or all where it lies outside."""
        span = self.spans[block]
        return units(self.text[span.start : min(max(offset, span.start), span.end)])

    def offset(self, position: int) -> int:
        """Return the code point at a position of the document; inside a pair of surrogates, the one they make."""
        if not self.spans:
            return 0
        block = max(0, bisect_right(self.positions, position) - 1)
        return self.offset_within(block, position - self.positions[block])

    def offset_within(self, block: int, count: int) -> int:
        """Return the code point that so many units of a block lie before."""
        span = self.spans[block]
        text = self.text[span.start : span.end]
        if units(text) == len(text):
            return span.start + min(count, len(text))
        head = text.encode("utf-16-le", "surrogatepass")[: count * 2]
        return span.start + len(head.decode("utf-16-le", "ignore"))

    def span_between(self, one: int, other: int) -> Span | None:
        """Return the span between two positions: without white space at its ends, and of whole graphemes."""
        start, end = sorted((self.offset(one), self.offset(other)))
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            return None
        return Span(self._border(start, forward=False), self._border(end, forward=True))

    def _border(self, offset: int, *, forward: bool) -> int:
        """Return the next border between two graphemes, which may be the offset itself."""
        block = self.block_at(offset - 1 if forward else offset)
        span = self.spans[block]
        text = self.text[span.start : span.end]
        if text.isascii() or not span.start < offset < span.end:
            return offset
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
        finder.setPosition(self.within(block, offset))
        if finder.isAtBoundary():
            return offset
        found = finder.toNextBoundary() if forward else finder.toPreviousBoundary()
        return self.offset_within(block, found)
