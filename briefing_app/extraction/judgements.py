"""A thing that a speaker only judges: "that is out of the question", "there will be no pullback"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.voices import Said
from briefing_app.extraction.who import NOBODY, Who

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon
    from briefing_app.extraction.parsing import Paragraph

NOTHING = frozenset({"nothing", "none", "little"})
NEAR = 6  # words behind "is" in which a judgement begins


def judged(reading: Reading, paragraph: Paragraph, token: Token, said: Said | None) -> Frame | None:
    """Read a judgement as the refusal of whom it is for, or who says so; the thing itself holds nothing."""
    if token.lemma_ != "be":
        return None
    condemned = _condemned(token, reading.lexicon)
    about = _denied_to_be(token) or condemned
    whom = _for_whom(reading, paragraph, token) if condemned is not None else NOBODY
    holder = whom or (said.who if said is not None else NOBODY)
    if about is None or not holder.actors:
        return None
    frame = Frame(paragraph, token, Who(holder.actors), Stance.REJECTS, token.text, about, said)
    return replace(frame, apart=bool(whom))


def _for_whom(reading: Reading, paragraph: Paragraph, be: Token) -> Who:
    """Return for whom something is out of the question: "unacceptable to Peru", "for Peru, that is a nonstarter"."""
    nothing = any(each.lower_ in NOTHING for each in be.children)
    if trees.is_denied(be) or nothing or trees.child(be, *trees.CLAUSES) is not None:
        return NOBODY
    fronted = [each for each in be.children if each.i == be.left_edge.i]
    behind = [each for each in be.subtree if be.i < each.i <= be.i + NEAR]
    for each in (*fronted, *behind):
        whom = trees.child(each, "pobj") if each.lower_ in {"for", "to"} else None
        if whom is not None and (who := reading.who(paragraph, whom)).actors:
            return who
    return NOBODY


def _denied_to_be(token: Token) -> Token | None:
    """Return of what there will be none."""
    about = trees.child(token, "attr")
    there = trees.child(token, "expl") is not None and trees.modal_of(token) in {"will", "can"}
    return about if there and about is not None and trees.lacks(about) else None


def _condemned(token: Token, lexicon: Lexicon) -> Token | None:
    """Return what is said to be out of the question."""
    rest = token.doc[token.i + 1 : token.i + NEAR].text.lower()
    fits = any(rest.startswith(words) for words in lexicon.modal["verdicts"])
    return trees.child(token, *trees.SUBJECTS) if fits else None
