"""Who of those named negotiates, who stands between, and who only looks on.

How much each trait of an actor says for it as a party is in `resources/lexicon/roles.toml`, which `make train`
writes: a logistic regression over the annotated documents.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefing_app.domain.party import Role
from briefing_app.extraction.addressing import addressed_in
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.mediating import Standing, standing_of
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.merging import GROUPS
from briefing_app.extraction.who import NOBODY, Who

MEDIATES = 1.5  # points that make a mediator of who is no party
UNLIKELY = 0.05  # below it, not even one of only two is a party
FIRST = 2  # actors named, or holding positions, most often
MANY = 7  # holders of positions that make talks of many sides
MOST_PAIRS, MOST_POINTS = 3, 6

GROUPED = tuple(dict.fromkeys(GROUPS.values()))

Traits = Mapping[str, float]


def roles_of(reading: Reading, frames: Sequence[Frame], issuers: Who = NOBODY) -> tuple[Role, ...]:
    """Decide each actor's role from all the document says of it, and from who issues it together."""
    standing, weights = standing_of(reading), reading.lexicon.roles
    traits = traits_of(reading, frames, standing)
    likely = [_likelihood(each, weights) for each in traits]
    together = issuers.actors if len(issuers.actors) > 1 else ()
    between = _stand_between(reading, frames, issuers.actors)
    # Who speaks with one voice has one part in the talks.
    for actor in issuers.actors if between else together:
        likely[actor] = 0.0 if between else max(likely[each] for each in together)
        standing.mediator[actor] = standing.mediator.get(actor, 0.0) + between * MEDIATES
    roles = [
        _role(reading, actor, chance >= weights["enough"], standing)
        for actor, chance in enumerate(likely)
    ]
    if together:
        _add_other_side(roles, likely, traits, together)
    return tuple(_at_least_two(reading, roles, likely))


def _stand_between(reading: Reading, frames: Sequence[Frame], issuers: Sequence[int]) -> bool:
    """Tell whether those who issue a document ask something of "both sides", who are then others."""
    return any(
        frame.holder.actors
        and set(frame.holder.actors) <= set(issuers)
        and addressed_in(reading, frame).joint
        for frame in frames
    )


def _add_other_side(
    roles: list[Role], likely: Sequence[float], traits: Sequence[Traits], together: Sequence[int]
) -> None:
    """Make a party of whom those ask who issue a document together, where they would be the only ones."""
    parties = {actor for actor, role in enumerate(roles) if role is Role.PARTY}
    asked = [
        actor
        for actor, role in enumerate(roles)
        if role is Role.OTHER
        and traits[actor]["addressed"]
        and not traits[actor]["mediator"]
        and likely[actor] >= UNLIKELY
    ]
    if asked and parties and parties <= set(together):
        other = max(asked, key=lambda actor: (traits[actor]["addressed"], likely[actor]))
        roles[other] = Role.PARTY


def traits_of(reading: Reading, frames: Sequence[Frame], standing: Standing) -> list[Traits]:
    """Return what speaks for or against each actor as a party, as small numbers from 0."""
    shares = _shares(reading)
    groups = Counter((a, GROUPS[each.stance]) for each in frames for a in each.holder.actors)
    held = Counter(actor for each in frames for actor in each.holder.actors)
    addressed = Counter(a for each in frames for a in addressed_in(reading, each).actors)
    together = Counter(actor for who in _joined(reading) for actor in who.actors)
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
            f"kind_{each.kind}": 1.0,
        }
        traits |= {group: math.log1p(groups[actor, group]) for group in GROUPED}
        found.append({name: float(value) for name, value in traits.items()})
    return found


def _likelihood(traits: Traits, weights: Mapping[str, float]) -> float:
    total = weights["always"] + sum(weights.get(name, 0.0) * each for name, each in traits.items())
    return 1 / (1 + math.exp(-total))


def _role(reading: Reading, actor: int, party: bool, standing: Standing) -> Role:  # noqa: FBT001
    if reading.cast.actors[actor].kind == "mediator":
        return Role.MEDIATOR
    if party:
        return Role.PARTY
    if standing.mediator.get(actor, 0.0) >= MEDIATES:
        return Role.MEDIATOR
    return Role.HOST if standing.host.get(actor) else Role.OTHER


def _at_least_two(reading: Reading, roles: list[Role], likely: Sequence[float]) -> list[Role]:
    """Where fewer than two negotiate, take the likeliest of the others in: nobody negotiates alone."""
    others = [
        actor
        for actor, role in enumerate(roles)
        if role is Role.OTHER and reading.cast.actors[actor].kind != "world"
    ]
    for actor in sorted(others, key=lambda each: -likely[each])[
        : max(0, 2 - roles.count(Role.PARTY))
    ]:
        if likely[actor] >= UNLIKELY:
            roles[actor] = Role.PARTY
    return roles


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
