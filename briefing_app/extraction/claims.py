"""The short words for a table's cell: what is wanted or offered, without who and the verb of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.frames import Frame, main_start
from briefing_app.extraction.tokens import Span as Tokens
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.who import NOBODY, Who

if TYPE_CHECKING:
    from briefing_app.domain.evidence import Span
    from briefing_app.extraction.lexicon import Lexicon
    from briefing_app.extraction.parsing import Paragraph

LONGEST = 160
OF_WILL = frozenset({"will", "would", "shall", "can"})
TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
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


def claim_of(
    frame: Frame, span: Span, text: str, lexicon: Lexicon, before: Sequence[Frame] = ()
) -> str:
    """Return what a stance is about, with what "that demand" points back to, cut where it is too long for a cell."""
    thing = _undergoing(frame)
    if thing is not None:  # "Chile's plan was opposed by Bolivia", who rejects Chile's plan
        first, last, offset = thing.left_edge, thing.right_edge, frame.paragraph.offset
        return shortened(text[offset + first.idx : offset + last.end])
    deed = _deed(frame, lexicon)
    if deed is not None:  # "Peru will not give up the dam" rejects to give it up, and not the dam
        words = text[frame.paragraph.offset + deed.idx : span.end]
        left_undone = frame.stance is Stance.THREATENS and trees.is_denied(deed)
        return shortened(f"not to {words}" if left_undone else f"to {words}")
    start = _start(frame, span)
    if start == span.start or says_too_little(frame.paragraph, start, span.end):
        start = main_start(frame.paragraph, span, text)
    words = shortened(text[start : span.end])
    return with_meant(words, meant_by(frame.complement, frame.paragraph, before, frame.holder))


def _undergoing(frame: Frame) -> Token | None:
    """Return what is backed or opposed, where it is the subject of its sentence and more than "it"."""
    about = frame.complement
    told = about is not None and about.dep_ in trees.SUBJECTS and about.head.i == frame.head.i
    return about if about is not None and told and about.pos_ != "PRON" else None


def _deed(frame: Frame, lexicon: Lexicon) -> Token | None:
    """Return where a deed begins that a party will or will not do, where no word of saying yes or no tells it."""
    head, will = frame.head, trees.modal_of(frame.head)
    if (
        head.tag_ != "VB"
        or will not in OF_WILL
        or frame.complement is None
        or trees.is_due_to(head)
    ):
        return None
    denied = trees.is_denied(head)
    if denied and frame.stance not in {Stance.REJECTS, Stance.THREATENS}:
        return None
    for cue in lexicon.verbs.get(head.lemma_.lower(), ()):
        meant = cue.negated if denied else cue.stance
        kept = denied and cue.stance is Stance.CONCEDES and frame.stance is Stance.REJECTS
        if meant is frame.stance and not kept:
            return None
    return head


def says_too_little(paragraph: Paragraph, start: int, end: int) -> bool:
    """Tell whether the words between two offsets of the text say nothing without what stands before: "Sunday", "to"."""
    rest = [each for each in paragraph.doc if start <= each.idx + paragraph.offset < end]
    telling = [each for each in rest if each.pos_ in TELLING and each.ent_type_ != "DATE"]
    return not telling or (len(telling) == 1 and telling[0].pos_ == "PROPN")


def with_meant(words: str, meant: Tokens | None) -> str:
    """Return a claim with the words that it points back to."""
    return words if meant is None else shortened(f"{words}: {shortened(meant.text)}")


def _start(frame: Frame, span: Span) -> int:
    about = frame.complement
    bare = about is not None and about.pos_ == "PRON"  # a cell that says "it" says nothing
    if about is not None and not bare and about.i > frame.head.i:
        return max(span.start, frame.paragraph.offset + about.left_edge.idx)
    return span.start


def meant_by(
    about: Token | None, paragraph: Paragraph, before: Sequence[Frame], holder: Who = NOBODY
) -> Tokens | None:
    """Return the claim that "that demand" or "this offer" means: the last of its kind not far before, and another's."""
    if about is None or not any(each.lower_ in {"that", "this", "such"} for each in about.children):
        return None
    stance = NAMED.get(about.lemma_.lower())
    for each in reversed(before):
        if paragraph.number - each.paragraph.number > 1:
            return None
        content = each.complement
        if each.stance is stance and each.holder != holder and content is not None:
            return content.doc[content.left_edge.i : content.right_edge.i + 1]
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
