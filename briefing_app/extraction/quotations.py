"""Where the text quotes, by its own quotation marks."""

from collections.abc import Iterator

_PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’"}


def quotations(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the quoted stretches of a paragraph, marks included; one that is never closed runs to its end."""
    return tuple(_find(text, start, end))


def _find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        closer = _PAIRS.get(text[at])
        if closer is None or (text[at] == "‘" and not _opens(text, at, start)):
            at += 1
            continue
        close = _close(text, at + 1, end, closer)
        yield at, close
        at = close


def _opens(text: str, at: int, start: int) -> bool:
    return at == start or not text[at - 1].isalnum()


def _close(text: str, at: int, end: int, closer: str) -> int:
    """Return the end behind the closing mark; an apostrophe inside a word closes nothing."""
    while True:
        found = text.find(closer, at, end)
        if found < 0:
            return end
        if closer == "’" and found + 1 < end and text[found + 1].isalnum():
            at = found + 1
            continue
        return found + 1
