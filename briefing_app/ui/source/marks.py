"""What is marked in a text, and which marks stand in a stretch of it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing_app.domain.evidence import Span
from briefing_app.ui.items import Kind


@dataclass(frozen=True)
class Mark:
    """Words that stand out, and what they stand for. `tooltip` is plain text: an annotation's is its note."""

    span: Span
    kind: Kind
    colour: str  # of the background, #rrggbb
    lane_colour: str  # of its lane in the margin, #rrggbb
    id: int
    tooltip: str = ""
    has_note: bool = False
    proposed: bool = False


class MarkIndex:
    """Finds marks by place without looking at all of them."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
        self._starts = [mark.span.start for mark in self._marks]
        self._reach = list(accumulate((mark.span.end for mark in self._marks), max))

    def overlapping(self, start: int, end: int) -> list[Mark]:
        """Return the marks that touch `[start, end)`, in the order of the text."""
        found: list[Mark] = []
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            if self._marks[at].span.end > start:
                found.append(self._marks[at])
            at -= 1
        return found[::-1]

    def at(self, offset: int) -> list[Mark]:
        """Return the marks over one code point, the innermost first."""
        return sorted(
            self.overlapping(offset, offset + 1),
            key=lambda mark: (len(mark.span), mark.kind, mark.id),
        )


class Cycle:
    """Goes through the marks at one place, one a click."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []  # the chosen one first

    def choose(self, marks: list[Mark]) -> Mark | None:
        """Choose the first of the marks; the next one where they are those of the last time."""
        again = bool(marks) and set(marks) == set(self._marks)
        self._marks = [*self._marks[1:], self._marks[0]] if again else marks
        return self._marks[0] if self._marks else None
