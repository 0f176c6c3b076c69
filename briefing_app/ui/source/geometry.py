"""Where spans stand on the screen: rectangles of their words, line by line, among the blocks that can be seen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTextBlock, QTextLine

from briefing_app.domain.evidence import Span
from briefing_app.ui.source.offsets import Offsets

_RIGHT_TO_LEFT = re.compile(  # Hebrew, Arabic and their kin, and the marks that turn a line round
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_CORNER = 4.0


@dataclass(frozen=True)
class Seen:
    """A block that can be seen, at least in part."""

    number: int  # from 0
    block: QTextBlock
    origin: QPointF  # its top left corner, in the viewport
    span: Span

    def line_areas(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield the rectangles of `[start, end)`, counted in units of the block."""
        layout = self.block.layout()
        mixed = _RIGHT_TO_LEFT.search(self.block.text()) is not None
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if first < end and start < last:
                for area in _line_areas(line, max(start, first), min(end, last), mixed=mixed):
                    yield area.translated(self.origin)


def areas(seen: Sequence[Seen], offsets: Offsets, span: Span) -> list[QRectF]:
    """Return the rectangles of the words of a span, as far as they can be seen."""
    return [
        area
        for each in seen
        if each.span.overlaps(span)
        for area in each.line_areas(
            offsets.within(each.number, span.start), offsets.within(each.number, span.end)
        )
    ]


def outline(lines: Sequence[QRectF], *, around: float) -> QPainterPath:
    """Draw one line with rounded corners around words that run over several lines."""
    together = QPainterPath()
    for line in lines:
        one = QPainterPath()
        one.addRect(line.adjusted(-around, -around, around, around))
        together = together.united(one)
    rounded = QPainterPath()
    for polygon in together.simplified().toSubpathPolygons():
        _add_rounded(rounded, [polygon.at(index) for index in range(polygon.size() - 1)])
    return rounded


def _line_areas(line: QTextLine, start: int, end: int, *, mixed: bool) -> Iterator[QRectF]:
    height = line.ascent() + line.descent()
    if mixed:  # the words need not be in one piece
        for run in line.glyphRuns(start, end - start):
            area = run.boundingRect()
            yield QRectF(area.left(), line.y(), area.width(), height)
        return
    text = line.naturalTextRect()
    left, right = max(_x(line, start), text.left()), min(_x(line, end), text.right())
    yield QRectF(left, line.y(), max(right - left, 1.0), height)


def _x(line: QTextLine, unit: int) -> float:
    place, _unit = cast("tuple[float, int]", line.cursorToX(unit))
    return place


def _add_rounded(path: QPainterPath, corners: list[QPointF]) -> None:
    """Add a closed polygon of straight sides whose corners are rounded."""
    around = [corners[-1], *corners, corners[0]]
    for index in range(1, len(around) - 1):
        before, corner, after = around[index - 1 : index + 2]
        near = _towards(corner, before)
        if index == 1:
            path.moveTo(near)
        path.lineTo(near)
        path.quadTo(corner, _towards(corner, after))
    path.closeSubpath()


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    way = other - corner
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    return corner + way * (min(_CORNER, length / 2) / length) if length else corner
