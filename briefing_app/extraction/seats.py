"""Names that turn out to be another's: the capital from which a minister's word comes."""

from __future__ import annotations

from collections import Counter

from briefing_app.extraction import trees
from briefing_app.extraction.attribution import Voices, said_of
from briefing_app.extraction.cast import CastBuilder, Hit
from briefing_app.extraction.mentions import Reading


def bind_seats(reading: Reading, heard: Voices, cast: CastBuilder) -> None:
    """Give a name that only ever stands for a speaker's side to that side: "Lavigne would accept that, he said"."""
    known = {name.owner for name in reading.lexicon.names.values()}
    votes: dict[int, Counter[int]] = {}
    own: set[int] = set()
    for paragraph in reading.paragraphs:
        for token in paragraph.doc:
            hit = reading.hit(paragraph, token)
            if hit is None or cast.labels[hit.actor] in known or " " in cast.labels[hit.actor]:
                continue
            if token.dep_ == "poss" or token.dep_ in {"amod", "compound"}:
                own.add(hit.actor)
            said = (
                said_of(reading, heard, paragraph, token.head)
                if token.dep_ in trees.SUBJECTS
                else None
            )
            if (
                said is not None
                and said.verb >= 0
                and said.who.person
                and len(said.who.actors) == 1
                and said.who.actors[0] != hit.actor
            ):
                votes.setdefault(hit.actor, Counter())[said.who.actors[0]] += 1
    owners = {
        seat: counts.most_common(1)[0][0] for seat, counts in votes.items() if seat not in own
    }
    for key, hit in list(cast.hits.items()):
        if hit.actor in owners:
            cast.hits[key] = Hit(hit.start, hit.end, owners[hit.actor], "capital")
    for seat, owner in owners.items():
        for alias in (cast.labels[seat], *cast.aliases[seat]):
            cast.call(owner, alias)
    reading.forget()
