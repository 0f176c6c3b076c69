"""What a document shows of each actor that speaks for or against it as a party, in small numbers.

How much each of these traits counts is in `resources/lexicon/roles.toml`; `roles` puts them together.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefing_app.extraction import trees
from briefing_app.extraction.addressing import addressed_in
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.mediating import Standing
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.merging import GROUPS
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.who import Who

FIRST = 2  # actors named, or holding positions, most often
MANY = 7  # holders of positions that make talks of many sides
CROWD = 12  # holders from which on it is no matter how many more there are
LANDS = frozenset({"state", "bloc"})  # kinds that come to conferences of many
MOST_PAIRS, MOST_POINTS = 3, 6
MET = frozenset({"with", "between"})  # words before those who are met

GROUPED = tuple(dict.fromkeys(GROUPS.values()))

Traits = Mapping[str, float]
Place = tuple[int, "Token"]  # an actor, and the first of those named together there


def traits_of(reading: Reading, frames: Sequence[Frame], standing: Standing) -> list[Traits]:
    """Return what speaks for or against each actor as a party, as small numbers from 0."""
    shares = _shares(reading)
    groups = Counter((a, GROUPS[each.stance]) for each in frames for a in each.holder.actors)
    held = Counter(actor for each in frames for actor in each.holder.actors)
    addressed = Counter(a for each in frames for a in addressed_in(reading, each).actors)
    together = Counter(actor for who in _joined(reading) for actor in who.actors)
    places = tuple(_places(reading))
    acting, met = _acting(places), _met(places)
    crowd = min(len(held), CROWD) / CROWD
    named = sorted(shares, key=lambda actor: -shares[actor])
    rank = {actor: number for number, actor in enumerate(named, 1)}
    holders = sorted(held, key=lambda actor: -held[actor])
    found: list[Traits] = []
    for actor, each in enumerate(reading.cast.actors):
        traits = {
            "share": math.sqrt(shares.get(actor, 0.0)),
            "rank": 1 / rank[actor] if actor in rank else 0.0,
            "among_the_first": actor in named[:FIRST],
            "paired": min(standing.paired.get(actor, 0.0), MOST_PAIRS),
            "mediator": min(standing.mediator.get(actor, 0.0), MOST_POINTS),
            "host": min(standing.host.get(actor, 0.0), MOST_POINTS),
            "held": math.log1p(held[actor]),
            "held_most": actor in holders[:FIRST],
            "one_of_many": len(held) >= MANY and held[actor] > 0,
            "addressed": math.log1p(addressed[actor]),
            "together": math.log1p(together[actor]),
            "met": math.log1p(met[actor]),
            "holds_in_crowd": crowd * (held[actor] > 0),
            "acts_in_crowd": crowd * (not held[actor] and actor in acting and each.kind in LANDS),
            f"kind_{each.kind}": 1.0,
        }
        traits |= {group: math.log1p(groups[actor, group]) for group in GROUPED}
        found.append({name: float(value) for name, value in traits.items()})
    return found


def _shares(reading: Reading) -> dict[int, float]:
    """Return each actor's share of all the names in the document."""
    named = [
        actor
        for _place, actor in {
            ((n, hit.start), hit.actor) for (n, _i), hit in reading.cast.hits.items()
        }
    ]
    return {actor: named.count(actor) / len(named) for actor in sorted(set(named))}


def _joined(reading: Reading) -> Iterator[Who]:
    """Return who is named together with others by an "and", as the sides of talks are."""
    for paragraph in reading.each_paragraph():
        for mention in reading.mentions(paragraph):
            if len(mention.who.actors) > 1:
                yield mention.who


def _acting(places: Sequence[Place]) -> frozenset[int]:
    """Return who is named as the subject of what is done, alone or with others."""
    return frozenset(
        actor
        for actor, first in places
        if first.dep_ in trees.SUBJECTS or first.dep_ == "agent" or first.head.dep_ == "agent"
    )


def _met(places: Sequence[Place]) -> Counter[int]:
    """Count how often others are told to do something with somebody."""
    return Counter(
        actor for actor, first in places if first.dep_ == "pobj" and first.head.lower_ in MET
    )


def _places(reading: Reading) -> Iterator[Place]:
    """Return each naming of an actor by the first of those named together: "Peru" for Chile in "Peru and Chile"."""
    for (number, i), hit in reading.cast.hits.items():
        if i != hit.end - 1:
            continue
        first = reading.paragraphs[number].doc[i]
        while first.dep_ in {"conj", "appos"} and first.head.i != first.i:
            first = first.head
        yield hit.actor, first
