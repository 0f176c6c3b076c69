"""Paints what is not text: marks under the words, lanes and notes beside them, the outline around what is shown."""

import re
from bisect import bisect_right
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from briefing_app.domain.document import Block, BlockKind
from briefing_app.ui.source.geometry import Seen, outline
from briefing_app.ui.source.page import Page
from briefing_app.ui.source.scene import Placed, Scene

_PROPOSED = 0.45  # how much of its colour a mark has that nobody has confirmed
_NOTE_LINES = 5
_NOTE_LONGEST = 400
_NOTE_INSET = 9
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LIST_SIGN = re.compile(
    r"\s*(?:[•\-–—*·‣◦]|\[\d{1,4}\]|\(?(?:\d{1,4}|[ivxlc]{1,6}|[a-z])[.):])", re.IGNORECASE
)


def note_height(text: str, width: int, *, page: Page) -> int:
    """Return how tall a note beside the text is."""
    return _height(_fitted(text, width, page), width, page)


def paint_marks(painter: QPainter, scene: Scene) -> None:
    """Paint the marks: the innermost colour shows, and what lies below it keeps a line under the shared words."""
    painter.setPen(Qt.PenStyle.NoPen)
    for each in scene.placed:
        painter.setBrush(_background(each))
        for area in each.areas:
            painter.drawRoundedRect(area, 2, 2)
    for number, each in enumerate(scene.placed):
        if each.mark.proposed:
            _underline(painter, each.areas, each.mark.lane_colour, proposed=True)
        below = [other for other in scene.placed[:number] if other.covers(each)]
        for level, other in enumerate(below[-2:]):
            _underline(painter, _shared(each, other), other.mark.lane_colour, level=level)


def paint_hits(painter: QPainter, hits: list[QRectF], current: list[QRectF], page: Page) -> None:
    """Paint what a search found."""
    painter.setPen(QPen(QColor(page.theme.accent), 1))
    painter.setBrush(QColor(page.theme.accent_soft))
    for area in hits:
        painter.drawRoundedRect(area, 3, 3)
    painter.setPen(QPen(QColor(page.theme.accent), 2))
    for area in current:
        painter.drawRoundedRect(area, 3, 3)


def paint_blocks(
    painter: QPainter, seen: tuple[Seen, ...], blocks: tuple[Block, ...], page: Page
) -> None:
    """Paint the paragraph numbers, and what sets list items, quotations and table rows apart."""
    painter.setFont(page.small_font(11))
    for each in seen:
        painter.setPen(QColor(page.theme.faint))
        line = each.block.layout().lineAt(0)
        baseline = each.origin.y() + line.y() + line.ascent()
        metrics = painter.fontMetrics()
        number = str(each.number + 1)
        right = page.left - 14
        painter.drawText(QPointF(right - metrics.horizontalAdvance(number), baseline - 1), number)
        _set_apart(painter, each, blocks[each.number], page, baseline)


def paint_margin(painter: QPainter, scene: Scene, page: Page) -> None:
    """Paint the lanes, and the notes or the signs for them."""
    painter.setPen(Qt.PenStyle.NoPen)
    for area, mark in scene.lanes:
        painter.setBrush(_faded(mark.lane_colour, _PROPOSED if mark.proposed else 1.0))
        painter.drawRoundedRect(area, 2, 2)
    for area, mark in scene.notes:
        if page.notes:
            _paint_note(painter, area, mark.tooltip, mark.colour, page)
        else:
            _paint_sign(painter, area, page)


def paint_outline(painter: QPainter, lines: list[QRectF], page: Page, swell: float) -> None:
    """Paint the outline of the words that are shown. `swell` runs from 1 to 0 as it settles."""
    around = (2 + 5 * swell) * max(1.0, page.scale * 0.8)
    pen = QPen(QColor(page.theme.accent), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline(lines, around=around))


def _background(each: Placed) -> QColor:
    return _faded(each.mark.colour, _PROPOSED if each.mark.proposed else 1.0)


def _faded(colour: str, share: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(share)
    return made


def _shared(one: Placed, other: Placed) -> tuple[QRectF, ...]:
    both = (first.intersected(second) for first in one.areas for second in other.areas)
    return tuple(area for area in both if area.width() > 1)


def _underline(
    painter: QPainter,
    lines: tuple[QRectF, ...],
    colour: str,
    *,
    level: int = 0,
    proposed: bool = False,
) -> None:
    pen = QPen(_faded(colour, _PROPOSED) if proposed else QColor(colour), 1 if proposed else 1.5)
    pen.setStyle(Qt.PenStyle.DashLine if proposed else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    for line in lines:
        bottom = line.bottom() - 1 - 3 * level
        painter.drawLine(QPointF(line.left() + 1, bottom), QPointF(line.right() - 1, bottom))
    painter.setPen(Qt.PenStyle.NoPen)


def _set_apart(painter: QPainter, each: Seen, block: Block, page: Page, baseline: float) -> None:
    layout = each.block.layout()
    area = layout.boundingRect().translated(each.origin)
    indent = round(16 * page.scale)
    right_to_left = each.block.textDirection() == Qt.LayoutDirection.RightToLeft
    edge = area.right() + indent - 3 if right_to_left else area.left() - indent
    if block.kind is BlockKind.QUOTATION:
        painter.fillRect(QRectF(edge, area.top() + 2, 3, area.height()), QColor(page.theme.line))
    elif block.kind is BlockKind.LIST_ITEM and not has_list_sign(each.block.text()):
        painter.setBrush(QColor(page.theme.soft))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(edge + 3, baseline - page.text_size * 0.3), 2.2, 2.2)
    elif block.kind is BlockKind.TABLE_ROW:
        bottom = area.bottom() + 4 * page.scale
        painter.fillRect(QRectF(page.left, bottom, page.column, 1), QColor(page.theme.line))


def has_list_sign(text: str) -> bool:
    """Tell whether a list item brings its own bullet or number."""
    return _LIST_SIGN.match(text) is not None


def _paint_note(painter: QPainter, area: QRectF, text: str, colour: str, page: Page) -> None:
    bar = QColor(colour)
    bar = bar.lighter(150) if page.theme.dark else bar.darker(125)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(bar)
    painter.drawRoundedRect(QRectF(area.left(), area.top(), 3, area.height()), 1.5, 1.5)
    painter.setPen(QColor(page.theme.soft))
    painter.setFont(page.small_font(12))
    fitted = _fitted(text, int(area.width()), page)
    painter.save()
    painter.setClipRect(area.adjusted(0, 0, 0, 4))  # a word may be wider than the margin
    painter.drawText(area.adjusted(_NOTE_INSET, 0, 0, 10), _WRAP, fitted)
    painter.restore()


@lru_cache(maxsize=256)
def _fitted(text: str, width: int, page: Page) -> str:
    """Shorten a note to the few lines that there is room for."""
    limit = QFontMetrics(page.small_font(12)).lineSpacing() * _NOTE_LINES
    if len(text) <= _NOTE_LONGEST and _height(text, width, page) <= limit:
        return text
    words = text[:_NOTE_LONGEST].split()
    counts = range(1, len(words))
    fit = bisect_right(counts, limit, key=lambda count: _height(_cut(words, count), width, page))
    return _cut(words, max(1, fit))


def _cut(words: list[str], count: int) -> str:
    return " ".join(words[:count]) + " …"


def _height(text: str, width: int, page: Page) -> int:
    metrics = QFontMetrics(page.small_font(12))
    return metrics.boundingRect(0, 0, width - _NOTE_INSET, 10_000, _WRAP, text).height()


def _paint_sign(painter: QPainter, area: QRectF, page: Page) -> None:
    """Paint a small speech bubble."""
    bubble = QPainterPath()
    bubble.addRoundedRect(area.adjusted(0, 0, 0, -2.5), 2.5, 2.5)
    tail = QPainterPath(area.bottomLeft() + QPointF(2, -3))
    tail.lineTo(area.bottomLeft() + QPointF(2, 0.5))
    tail.lineTo(area.bottomLeft() + QPointF(6, -3))
    tail.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(page.theme.soft))
    painter.drawPath(bubble.united(tail))
