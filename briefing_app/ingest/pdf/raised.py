"""Numbers that are set high: those of notes, which are set in brackets as everywhere, so that none runs into a word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing_app.ingest.pdf.line import Line

SMALLER, HIGHER = 0.9, 0.12  # of the letters' size beside it
_HIGHEST = 0.8
_NEAR = 0.3  # of the letters' size: how far from its word it stands
_LONGEST = 4  # characters
# After a word or a sentence it is a note's; after a unit or a number it is a power.
_AFTER = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?”’»\"')\]])\Z")
_LAST = re.compile(r"(?<=[^\d\s])\d{1,3}\Z")
_FIRST = re.compile(r"\d{1,3}(?=[^\W\d_])")


def mark_at_end(word: str) -> int | None:
    """Return where in a word the number of a note may begin that is set behind it."""
    found = _LAST.search(word)
    return found.start() if found and _AFTER.search(word[: found.start()]) else None


def mark_before(word: str) -> int | None:
    """Return where in a word the number of a note may end that is set before it."""
    found = _FIRST.match(word)
    return found.end() if found else None


def mark(number: str) -> str:
    return f"[{number}]"


def with_mark(words: str, raised: str) -> str:
    """Put what is set high behind words, or where a line begins with it."""
    return words + (mark(raised) if not words or _AFTER.search(words) else raised)


def joined_marks(lines: Iterable[Line]) -> Iterator[Line]:
    """Put what is set high and stands by itself to the line before."""
    before: Line | None = None
    for line in lines:
        if before is not None and _is_raised(line, before):
            is_number = line.text.isdecimal()
            text = with_mark(before.text, line.text) if is_number else before.text + line.text
            before = replace(before, text=text, right=line.right, broken=False)
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _is_raised(line: Line, before: Line) -> bool:
    size = before.size
    return (
        line.page == before.page
        and len(line.text) <= _LONGEST
        and line.size < SMALLER * size
        and HIGHER * size < before.bottom - line.bottom < _HIGHEST * size
        and abs(line.left - before.right) < _NEAR * size
    )
