"""The lines of a page in the order in which a person reads them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from briefing_app.ingest.pdf.line import Line

_FEWEST = 5  # lines of a column
_WORDY = 4  # words in the lines of a column; a table's cells have fewer
_MIDDLE = (0.25, 0.75)  # of a page's text: where a second column begins
_CROSSING = 0.35  # of the lines: headings and what else runs over both columns
_BACKWARDS = 0.1  # of the lines: more that stand above the one before are no order
_PAIR = 2  # cells beside each other, which may be no more than two words far apart
_FLUSH, _BENEATH = (
    2.0,
    1.7,
)  # points to either side, and of the letters' size: the next line of a cell
_MARKER = 5  # characters of a number or bullet before the words it belongs to


def in_reading_order(lines: list[Line]) -> list[Line]:
    """Order a page's lines as they were written, or where that is no order by where they stand."""
    gutter = _gutter(lines)
    if gutter is not None and _woven(lines, gutter):
        return list(_by_columns(lines, gutter))
    if _is_disordered(lines):
        return _rows(list(_by_place(lines) if gutter is None else _by_columns(lines, gutter)))
    return _rows(lines)


def _gutter(lines: list[Line]) -> float | None:
    """Find where a second column begins: where many lines do, and few run across."""
    if len(lines) < 2 * _FEWEST:
        return None
    left = min(line.left for line in lines)
    width = max(line.right for line in lines) - left
    begins = Counter(round(line.left) for line in lines)
    for place, count in begins.most_common(8):
        if count >= _FEWEST and _MIDDLE[0] < (place - left) / width < _MIDDLE[1]:
            edge = place - 1.0
            crossing = sum(line.left < edge < line.right for line in lines)
            before = sum(line.right <= edge for line in lines)
            if before >= _FEWEST and crossing <= _CROSSING * len(lines):
                return edge
    return None


def _woven(lines: list[Line], gutter: float) -> bool:
    """Tell whether two columns of prose were written row by row, across the gutter."""
    pairs = [
        (one, other)
        for one, other in pairwise(lines)
        if one.beside(other) and one.right <= gutter < other.left
    ]
    right = sum(line.left > gutter for line in lines)
    if len(pairs) < max(_FEWEST, 0.4 * right):
        return False
    words = [[len(line.text.split()) for line in side] for side in zip(*pairs, strict=True)]
    return all(median(side) >= _WORDY for side in words)


def _is_disordered(lines: list[Line]) -> bool:
    """Tell whether lines go up again and again other than to a column on the right."""
    back = sum(
        other.bottom < one.bottom - one.size and other.left < one.right
        for one, other in pairwise(lines)
    )
    return back >= 3 and back > _BACKWARDS * len(lines)  # noqa: PLR2004


def _by_place(lines: list[Line]) -> Iterator[Line]:
    """Order lines from above to below, those on one baseline from left to right."""
    row = list[Line]()
    for line in sorted(lines, key=lambda each: each.bottom):
        if row and not row[0].beside(line):
            yield from sorted(row, key=lambda each: each.left)
            row = []
        row.append(line)
    yield from sorted(row, key=lambda each: each.left)


def _by_columns(lines: list[Line], gutter: float) -> Iterator[Line]:
    """Order the left column before the right, anew beneath each line that runs across both."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in _by_place(lines):
        if line.left < gutter < line.right:
            yield from (each for side in sides for each in side)
            sides = ([], [])
            yield line
        else:
            sides[line.left > gutter].append(line)
    yield from (each for side in sides for each in side)


def _rows(lines: list[Line]) -> list[Line]:
    """Make rows of cells that stand beside each other; a number or bullet goes to its words."""
    groups = list[_Row]()
    for line in lines:
        if groups and groups[-1].takes(line):
            groups[-1].cells.append([line])
        elif len(groups) > 1 and groups[-1].goes_on(line) and groups[-2].count >= _PAIR:
            groups[-1].cells[-1].append(line)
        else:
            groups.append(_Row([[line]]))
    counts = [group.count for group in groups]
    near = [
        max(counts[max(0, at - 1) : at] + counts[at + 1 : at + 2], default=1)
        for at in range(len(counts))
    ]
    return [
        group.joined(row=count > _PAIR or (count == _PAIR and neighbour > 1))
        for group, count, neighbour in zip(groups, counts, near, strict=True)
    ]


@dataclass
class _Row:
    """Lines that stand beside each other, and those beneath them that are of the same cell."""

    cells: list[list[Line]]

    @property
    def count(self) -> int:
        return len(self._texts())

    def takes(self, line: Line) -> bool:
        """Tell whether a line begins the next cell."""
        last = self.cells[-1]
        return last[0].beside(line) and line.left >= max(each.right for each in last)

    def goes_on(self, line: Line) -> bool:
        """Tell whether a line stands beneath the last cell, as what had no room in it does."""
        first, last = self.cells[-1][0], self.cells[-1][-1]
        return (
            self.count >= _PAIR
            and first.page == line.page
            and last.alike(line)
            and abs(first.left - line.left) < _FLUSH
            and 0 < line.bottom - last.bottom < _BENEATH * line.size
        )

    def joined(self, *, row: bool) -> Line:
        first = self.cells[0][0]
        if len(self.cells) == 1:
            return first
        words = (" | " if row else " ").join(self._texts())
        right = max(each.right for each in self.cells[-1])
        return replace(first, text=words, right=right, broken=False, row=row)

    def _texts(self) -> list[str]:
        texts = [_written(cell) for cell in self.cells]
        if len(texts) > 1 and len(texts[0]) <= _MARKER and not texts[0].isalpha():
            return [f"{texts[0]} {texts[1]}", *texts[2:]]
        return texts


def _written(cell: list[Line]) -> str:
    words = cell[0].text
    for before, line in pairwise(cell):
        words += line.text if before.broken else f" {line.text}"
    return words
