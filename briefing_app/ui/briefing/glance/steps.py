"""Where the keys go to in a drawing: on and back as it is read, up and down as it looks."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QRect

_FAR = 400  # pixels, about a screen


class Step(Enum):
    BACK = auto()
    ON = auto()
    UP = auto()
    DOWN = auto()
    FAR_UP = auto()
    FAR_DOWN = auto()
    FIRST = auto()
    LAST = auto()


def stepped(areas: Sequence[QRect], here: int, step: Step) -> int:
    """Return which area a step leads to from the one that is `here`; -1 where there are none."""
    last = len(areas) - 1
    if not 0 <= here <= last:
        return min(0, last)
    match step:
        case Step.BACK:
            return max(0, here - 1)
        case Step.ON:
            return min(last, here + 1)
        case Step.FIRST:
            return 0
        case Step.LAST:
            return last
        case Step.UP | Step.FAR_UP:
            limit = areas[here].top() - (_FAR if step is Step.FAR_UP else 0)
            above = [at for at, area in enumerate(areas) if area.bottom() <= limit]
            return _nearest(areas, here, above, 0 if step is Step.FAR_UP else here)
        case Step.DOWN | Step.FAR_DOWN:
            limit = areas[here].bottom() + (_FAR if step is Step.FAR_DOWN else 0)
            below = [at for at, area in enumerate(areas) if area.top() >= limit]
            return _nearest(areas, here, below, last if step is Step.FAR_DOWN else here)


def _nearest(areas: Sequence[QRect], here: int, there: Sequence[int], otherwise: int) -> int:
    """Choose of the areas above or below the one that is closest, in the next line first."""
    middle = areas[here].center()

    def away(at: int) -> tuple[int, int]:
        centre = areas[at].center()
        return abs(centre.y() - middle.y()), abs(centre.x() - middle.x())

    return min(there, key=away, default=otherwise)
