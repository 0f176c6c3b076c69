"""A thing that a speaker only judges: "that is out of the question", "there will be no pullback"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.voices import Said
from briefing_app.extraction.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing_app.extraction.lexicon import Lexicon
    from briefing_app.extraction.parsing import Paragraph

NEAR = 6  # words behind "is" in which a judgement begins


def judged(paragraph: Paragraph, token: Token, said: Said | None, lexicon: Lexicon) -> Frame | None:
    """Read a judgement as the refusal of the one who says so; the thing itself holds nothing."""
    if token.lemma_ != "be" or said is None or not said.who.actors:
        return None
    about = _denied_to_be(token) or _condemned(token, lexicon)
    if about is None:
        return None
    return Frame(paragraph, token, Who(said.who.actors), Stance.REJECTS, token.text, about, said)


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
