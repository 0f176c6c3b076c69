"""What stands as a list behind "agreed on the following:" or "Each Party shall:": each item is agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing_app.domain.outcome import Status
from briefing_app.domain.position import Stance
from briefing_app.extraction import subjects, trees
from briefing_app.extraction.cues import match_cue
from briefing_app.extraction.frames import extent
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.scenes import JOINTLY, Finding, Scene
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.voices import Voices
from briefing_app.extraction.who import Who

if TYPE_CHECKING:
    from briefing_app.extraction.parsing import Paragraph


ONE_SIDED = frozenset(
    {Stance.DEMANDS, Stance.REJECTS, Stance.THREATENS}
)  # of which no list is agreed


def listed(reading: Reading, heard: Voices) -> Iterator[Finding]:
    """Find the items of every list that a paragraph with a colon at its end says is agreed."""
    lead: tuple[Who, str] | None = None
    for paragraph in reading.each_paragraph():
        if lead is not None and paragraph.item:
            yield from _settled(reading, paragraph, *lead)
        else:
            lead = _lead(reading, heard, paragraph)


def _lead(reading: Reading, heard: Voices, paragraph: Paragraph) -> tuple[Who, str] | None:
    """Return who is bound by what follows, and the word that says so; None where it is not agreed by all."""
    if not paragraph.text.rstrip().endswith(":"):
        return None
    root = paragraph.doc.sents[-1].root
    joined = [each for each in root.children if each.dep_ == "conj"]
    for token in (*reversed(joined), root):
        scene = Scene(reading, heard, paragraph, token)
        if scene.is_verb and scene.states and (who := _agreeing(scene)) is not None:
            return who, token.text
    return None


def _agreeing(scene: Scene) -> Who | None:
    if scene.denied or scene.wished or scene.modal not in {"", "shall"}:
        return None
    if scene.modal == "shall" or scene.token.lower_ == "shall":  # "Each Party shall:"
        return scene.who or JOINTLY
    binding = scene.lemma in scene.words("agreed", "binding_verbs")
    if scene.passive:  # "It was agreed:"
        return JOINTLY if binding else None
    return scene.who if binding and scene.joint else None


def _settled(reading: Reading, paragraph: Paragraph, bound: Who, cue: str) -> Iterator[Finding]:
    """Read an item by its first predicate; a mere heading ("Human suffering") tells nothing."""
    head = paragraph.doc.sents[0].root
    doing = _doing(head)
    match = match_cue(doing, reading.lexicon) if doing is not None else None
    if doing is None or (match is not None and match.stance in ONE_SIDED):
        return
    first, end = extent(doing, reading.lexicon)
    own = subjects.subject_of(doing)
    who = reading.who(paragraph, own) if own is not None else bound
    yield Finding(paragraph, doing, Status.AGREED, first, end, cue, who or bound, item=True)


def _doing(root: Token) -> Token | None:
    """Return the verb of an item: "To withdraw", "withdraw", "the lists are handed over"."""
    if root.pos_ in {"VERB", "AUX"}:
        return root
    below = trees.child(root, "acl", "relcl", "xcomp")
    return below if below is not None and below.tag_ == "VB" and below.i <= root.i + 1 else None
