"""Lists in lists as people write them in Markdown: two or three spaces deep, where its first rules want four."""

import re
from collections.abc import Iterator

_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> {1,4})(?=\S)")
_FENCE = re.compile(r" *(?:```|~~~)")
_DEEP = 4  # spaces of a level, and of code
_INTERRUPTS = ("-", "*", "+", "1")  # what begins a list without a blank line before it
_MOST = 20  # lists in each other


def with_deep_lists(body: str) -> str:
    """Indent what stands in an item of a list by four spaces for each list that it is in."""
    return "\n".join(_indented(body.expandtabs(_DEEP).split("\n")))


def _indented(lines: list[str]) -> Iterator[str]:
    inside = list[int]()  # where the words of the items begin that are open
    after_gap, fenced, in_words = False, False, False
    for line in lines:
        depth = len(line) - len(line.lstrip(" "))
        found = _ITEM.match(line)
        if _FENCE.match(line):
            fenced = not fenced
        in_list = bool(inside)
        if line.strip() and not fenced and (found or after_gap):
            while inside and depth < inside[-1]:
                inside.pop()
        is_item = bool(found) and not fenced and (bool(inside) or depth < _DEEP)
        if found and is_item:
            if in_words and (in_list or found["mark"].strip(".)") in _INTERRUPTS):
                yield ""
            yield f"{' ' * _DEEP * len(inside)}{found['mark'].replace(')', '.')} {line[found.end() :]}"
            inside = [*inside[: _MOST - 1], found.end()]
        elif inside and line.strip():
            own = max(0, depth - inside[-1])
            yield " " * (_DEEP * len(inside) + own) + line.lstrip(" ")
        else:
            yield line
        after_gap = not line.strip()
        in_words = not (after_gap or is_item or fenced)
