"""Words that a line's end divided, made whole by what other lines of the document say."""

import re
from collections.abc import Iterable

from briefing_app.ingest.pdf.line import Line

_WORD = re.compile(r"\w+(?:[-‐]\w+)*")
_SHORTEST = 3  # letters of a part that is a word of its own
_HYPHENS = "-‐"


def known_words(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words that stand whole in the lines: the first and the last of each may be parts."""
    return frozenset(
        word.lower().replace("‐", "-")
        for line in lines
        for word in _WORD.findall(line.text)[1 : -1 if line.broken else None]
    )


def joined(before: str, after: str, known: frozenset[str]) -> str:
    """Join words that a hyphen at a line's end divides: "negotia" and "tions", but "long" and "term"."""
    stem = before.rstrip(_HYPHENS)
    parts = re.search(r"[\w-]+\Z", stem), re.match(r"\w+", after)
    if not (parts[0] and parts[1]):
        return f"{before} {after}"
    if _keeps_hyphen(parts[0][0].lower(), parts[1][0], known):
        return f"{stem}-{after}"
    return stem + after


def _keeps_hyphen(first: str, second: str, known: frozenset[str]) -> bool:
    if not second[0].islower() or f"{first}-{second}" in known:
        return True
    if f"{first}{second}" in known:
        return False
    both = first in known and second in known
    return both and min(len(first), len(second)) >= _SHORTEST
