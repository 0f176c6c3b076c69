"""What of the marks, lanes and notes can be seen, and where: worked out for the visible blocks alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from briefing_app.ui.items import Kind
from briefing_app.ui.source.geometry import Seen, areas
from briefing_app.ui.source.marks import Mark, MarkIndex
from briefing_app.ui.source.offsets import Offsets
from briefing_app.ui.source.page import Page

LANE_WIDTH = 4
_LANE_STEP = 6
_LANES = 3  # as many as there is room for; what comes after shares the last
_LANES_FROM = 14  # right of the column; before it, the signs of notes
_SIGN = 10
_NOTE_GAP = 10

Measure = Callable[[str, int], int]  # the height of a note's text in a column of this width


@dataclass(frozen=True)
class Placed:
    """A mark and the rectangles of its words, in the viewport."""

    mark: Mark
    areas: tuple[QRectF, ...]

    @property
    def top(self) -> float:
        return min(area.top() for area in self.areas)

    @property
    def bottom(self) -> float:
        return max(area.bottom() for area in self.areas)

    def covers(self, other: "Placed") -> bool:
        return self.mark.span.overlaps(other.mark.span)


@dataclass(frozen=True)
class Scene:
    """Everything beside and under the words. The longest marks come first, so that the innermost is painted last."""

    seen: tuple[Seen, ...]
    placed: tuple[Placed, ...]
    lanes: tuple[tuple[QRectF, Mark], ...]
    notes: tuple[tuple[QRectF, Mark], ...]  # beside the text, or the signs for them

    def margin_mark_at(self, point: QPointF, *, around: float = 2) -> Mark | None:
        """Return the mark whose lane or note is at a point."""
        near = (
            mark
            for area, mark in (*self.notes, *self.lanes)
            if area.adjusted(-around, -around, around, around).contains(point)
        )
        return next(near, None)


def build_scene(
    seen: Sequence[Seen], offsets: Offsets, marks: MarkIndex, page: Page, measure: Measure
) -> Scene:
    found = marks.overlapping(seen[0].span.start, seen[-1].span.end) if seen else []
    placed = [Placed(mark, tuple(areas(seen, offsets, mark.span))) for mark in found]
    shown = [each for each in placed if each.areas]
    return Scene(
        tuple(seen),
        tuple(sorted(shown, key=lambda each: -len(each.mark.span))),
        tuple(_lanes(shown, page)),
        tuple(_notes(shown, page, measure) if page.notes else _signs(shown, page)),
    )


def _lanes(placed: list[Placed], page: Page) -> list[tuple[QRectF, Mark]]:
    """Set the lanes of marks that share a line side by side: of positions, and of whatever overlaps."""
    free = [float("-inf")] * _LANES
    lanes: list[tuple[QRectF, Mark]] = []
    for each in placed:
        if not _has_lane(each, placed):
            continue
        top, bottom = each.top + 2, each.bottom - 2
        number = next((lane for lane in range(_LANES) if free[lane] <= top), _LANES - 1)
        free[number] = max(free[number], bottom)
        left = page.column_end + _LANES_FROM + number * _LANE_STEP
        lanes.append((QRectF(left, top, LANE_WIDTH, bottom - top), each.mark))
    return lanes


def _has_lane(each: Placed, placed: list[Placed]) -> bool:
    if each.mark.kind is Kind.POSITION:
        return True
    return any(other is not each and other.covers(each) for other in placed)


def _signs(placed: list[Placed], page: Page) -> list[tuple[QRectF, Mark]]:
    """Set a small sign beside the first line of each mark that has a note."""
    signs: list[tuple[QRectF, Mark]] = []
    for each in placed:
        if each.mark.has_note:
            area = QRectF(page.column_end + 2, each.areas[0].center().y() - 4, _SIGN, _SIGN)
            while any(area.intersects(other) for other, _mark in signs):
                area.translate(0, _SIGN + 2)
            signs.append((area, each.mark))
    return signs


def _notes(placed: list[Placed], page: Page, measure: Measure) -> list[tuple[QRectF, Mark]]:
    """Set notes beside their words, each below the one before it."""
    notes: list[tuple[QRectF, Mark]] = []
    left, width = page.column_end + page.right + 4, page.notes - 12
    free = float("-inf")
    for each in placed:
        if each.mark.has_note:
            top = max(each.areas[0].top() + 2, free)
            area = QRectF(left, top, width, measure(each.mark.tooltip, width))
            free = area.bottom() + _NOTE_GAP
            notes.append((area, each.mark))
    return notes
