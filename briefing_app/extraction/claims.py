"""The short words for a table's cell: what is wanted or offered, without who and the verb of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.extraction.frames import Frame

if TYPE_CHECKING:
    from briefing_app.domain.evidence import Span

LONGEST = 160


def claim_of(frame: Frame, span: Span, text: str) -> str:
    """Return what a stance is about, cut at a word where it is too long for a cell."""
    start, offset = span.start, frame.paragraph.offset
    about = frame.complement
    if about is not None and about.i > frame.head.i:
        start = max(start, offset + about.left_edge.idx)
    elif about is None and frame.head.dep_ != "ROOT":
        start = span.start
    return shortened(text[start : span.end])


def shortened(words: str) -> str:
    words = " ".join(words.split()).strip(' ,;:“”"')
    for opening in ("that ", "for ", "to "):
        words = (
            words.removeprefix(opening)
            if words.startswith("that ") and opening == "that "
            else words
        )
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0].rstrip(",;") + "…"
