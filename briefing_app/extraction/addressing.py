"""To whom a demand is put."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.who import Who

if TYPE_CHECKING:
    from briefing_app.extraction.frames import Frame
    from briefing_app.extraction.mentions import Reading

URGING = frozenset({"urge", "call", "appeal", "ask", "press", "encourage", "request", "implore"})


def addressed_in(reading: Reading, frame: Frame) -> Who:
    """Return whom a demand is put to: "urged both sides to", "called upon the rebels to"."""
    return reading.who(frame.paragraph, _addressee(frame))


def asks_themselves(reading: Reading, frame: Frame) -> bool:
    """Tell whether somebody would be urging themselves, which means that the holder was mistaken."""
    whom, about = _addressee(frame), frame.complement
    if whom is None or about is None or frame.head.lemma_ not in URGING or whom.pos_ == "PRON":
        return False
    if not any(trees.is_infinitive(each) for each in (about, *frame.head.children)):
        return False  # one may ask that one be heard
    actors = reading.who(frame.paragraph, whom).actors
    return bool(actors) and set(actors) == set(frame.holder.actors)


def _addressee(frame: Frame) -> Token | None:
    about = frame.complement
    if about is None or frame.stance is not Stance.DEMANDS:
        return None
    subject = trees.child(about, *trees.SUBJECTS) if about.dep_ in {"ccomp", "xcomp"} else None
    subject = subject or trees.child(frame.head, "dobj", "dative", "nsubjpass")
    if subject is None:
        upon = trees.particle(frame.head, trees.UPON)
        subject = trees.child(upon, "pobj") if upon is not None else None
    return subject
