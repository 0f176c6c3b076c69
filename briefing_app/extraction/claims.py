"""The short words for a table's cell: what is wanted or offered, without who and the verb of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction.frames import Frame

if TYPE_CHECKING:
    from briefing_app.domain.evidence import Span

LONGEST = 160
NAMED = {
    "demand": Stance.DEMANDS,
    "request": Stance.DEMANDS,
    "condition": Stance.DEMANDS,
    "call": Stance.DEMANDS,
    "proposal": Stance.PROPOSES,
    "plan": Stance.PROPOSES,
    "suggestion": Stance.PROPOSES,
    "idea": Stance.PROPOSES,
    "offer": Stance.OFFERS,
}


def claim_of(frame: Frame, span: Span, text: str, before: Sequence[Frame] = ()) -> str:
    """Return what a stance is about, with what "that demand" points back to, cut where it is too long for a cell."""
    words = shortened(text[_start(frame, span) : span.end])
    pointed = _pointed_to(frame, before)
    if pointed is None:
        return words
    return shortened(f"{words}: {shortened(pointed)}")


def _start(frame: Frame, span: Span) -> int:
    about = frame.complement
    bare = about is not None and about.pos_ == "PRON"  # a cell that says "it" says nothing
    if about is not None and not bare and about.i > frame.head.i:
        return max(span.start, frame.paragraph.offset + about.left_edge.idx)
    return span.start


def _pointed_to(frame: Frame, before: Sequence[Frame]) -> str | None:
    """Return the claim of another that "that demand" or "this offer" means: the last of its kind not far before."""
    about = frame.complement
    if about is None or not any(each.lower_ in {"that", "this", "such"} for each in about.children):
        return None
    stance = NAMED.get(about.lemma_.lower())
    for each in reversed(before):
        if frame.paragraph.number - each.paragraph.number > 1:
            return None
        content = each.complement
        if each.stance is stance and each.holder != frame.holder and content is not None:
            return content.doc[content.left_edge.i : content.right_edge.i + 1].text
    return None


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
