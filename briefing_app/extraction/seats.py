"""Names that turn out to be another's: the capital from which a minister's word comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing_app.extraction import trees
from briefing_app.extraction.assertion import is_hypothetical
from briefing_app.extraction.attribution import said_of
from briefing_app.extraction.cast import CastBuilder
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.voices import Voices

OWNING = frozenset({"poss", "amod", "compound"})  # a name that owns something is no mere seat


def bind_seats(reading: Reading, heard: Voices, cast: CastBuilder) -> None:
    """Give a name that only ever stands for a speaker's side to that side: "Lavigne would accept that, he said"."""
    known = reading.lexicon.owners
    candidates = {
        actor for actor, label in enumerate(cast.labels) if label not in known and " " not in label
    }
    votes: dict[int, Counter[int]] = {}
    owning = _owning(reading)
    for seat, owner in _votes(reading, heard, candidates):
        votes.setdefault(seat, Counter())[owner] += 1
    owners = {
        seat: counts.most_common(1)[0][0]
        for seat, counts in votes.items()
        if counts.most_common(1)[0][0] != seat and seat not in owning
    }
    for seat, owner in owners.items():
        cast.join(seat, owner, "capital")
    reading.forget()


def _owning(reading: Reading) -> set[int]:
    """Return who owns something in this text, as a mere seat does not."""
    return {
        hit.actor
        for paragraph in reading.each_paragraph()
        for token in paragraph.doc
        if token.dep_ in OWNING and (hit := reading.hit(paragraph, token)) is not None
    }


def _is_willed(token: Token) -> bool:
    """Tell whether a name's predicate is a will of its own, which a speaker tells of their own side: "would accept"."""
    return (
        trees.modal_of(token.head) in {"will", "would"}
        or trees.child(token.head, "acomp", "xcomp") is not None
    )


def _votes(reading: Reading, heard: Voices, candidates: set[int]) -> Iterator[tuple[int, int]]:
    """Return for each use of a name whose it seems to be; itself, where it owns something."""
    for paragraph in reading.each_paragraph():
        for token in paragraph.doc:
            hit = reading.hit(paragraph, token)
            if hit is None or hit.actor not in candidates:
                continue
            if token.dep_ not in trees.SUBJECTS or is_hypothetical(token.head):
                continue
            said = said_of(reading, heard, paragraph, token.head) if _is_willed(token) else None
            if said is None and token.head.lemma_ in reading.lexicon.verbs:
                yield hit.actor, hit.actor
            if (
                said is not None
                and said.verb >= 0
                and said.who.person
                and len(said.who.actors) == 1
            ):
                yield from ((hit.actor, owner) for owner in said.who.actors if owner != hit.actor)
