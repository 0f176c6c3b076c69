"""What the numbers of a REFI-QDA file count: the standard does not say, and programs differ.

Each way of counting is tried, and the one by which most selections begin and end at the borders of words, or are the
words that they are called by, is taken.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, product

_LAST_NARROW = 0xFFFF
_BOM = "\ufeff"


@dataclass(frozen=True)
class Selected:
    """A selection as it is told: from and to in whatever unit, and what it is called."""

    start: int
    end: int
    name: str


def normalised(raw: str) -> str:
    """Give a text as we keep it: no byte order mark, lines parted by LF alone."""
    return raw.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def in_code_points(raw: str, selections: Sequence[Selected]) -> list[tuple[int, int] | None]:
    """Give each selection's start and end in the normalised text; None where it lies outside."""
    text = normalised(raw)
    tried = [
        [_place(starts, each, len(text)) for each in selections] for starts in _countings(raw, text)
    ]
    return max(tried, key=lambda places: _sense(text, selections, places))


def _countings(raw: str, text: str) -> list[list[int]]:
    """Give, by each way of counting, where every character of the text and its end stand; the plainest way first."""
    mark = len(_BOM) if raw.startswith(_BOM) else 0
    breaks = [len(each) for each in re.findall(r"\r\n|\r|\n", raw)]
    ways = product(
        (False, True) if any(ord(each) > _LAST_NARROW for each in text) else (False,),
        (True, False) if "\r\n" in raw else (False,),
        (0, mark) if mark else (0,),
    )
    return [_starts(text, breaks, first, wide=wide, long=long) for wide, long, first in ways]


def _starts(text: str, breaks: list[int], first: int, *, wide: bool, long: bool) -> list[int]:
    ends = iter(breaks)
    widths = (
        (next(ends) if long else 1)
        if each == "\n"
        else 2
        if wide and ord(each) > _LAST_NARROW
        else 1
        for each in text
    )
    return list(accumulate(widths, initial=first))


def _place(starts: list[int], selected: Selected, length: int) -> tuple[int, int] | None:
    start, end = (bisect_left(starts, each) for each in (selected.start, selected.end))
    return (start, end) if selected.start >= 0 and start < end <= length else None


def _sense(
    text: str, selections: Sequence[Selected], places: Sequence[tuple[int, int] | None]
) -> int:
    """Count how many borders of the selections are borders of words, and twice how many are the words of their name."""
    sense = 0
    for selected, place in zip(selections, places, strict=True):
        if place is None:
            continue
        start, end = place
        name = " ".join(selected.name.split())[:20]
        sense += _is_border(text, start) + _is_border(text, end)
        if name and " ".join(text[start:end].split()).startswith(name):
            sense += 2
    return sense


def _is_border(text: str, at: int) -> bool:
    return at in {0, len(text)} or not (text[at - 1].isalnum() and text[at].isalnum())
