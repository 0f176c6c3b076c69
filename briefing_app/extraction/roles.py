"""Who of those named negotiates, who stands between, and who only looks on.

How much each trait of an actor says for it as a party is in `resources/lexicon/roles.toml`, which `make train`
writes: a logistic regression over the annotated documents.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from briefing_app.domain.party import Role
from briefing_app.extraction import subjects, trees
from briefing_app.extraction.addressing import addressed_in
from briefing_app.extraction.frames import Frame
from briefing_app.extraction.mediating import Standing, standing_of
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.traits import Traits, traits_of
from briefing_app.extraction.who import NOBODY, Who

MEDIATES = 1.5  # points that make a mediator of who is no party
UNLIKELY = 0.05  # below it, not even one of only two is a party


def roles_of(reading: Reading, frames: Sequence[Frame], issuers: Who = NOBODY) -> tuple[Role, ...]:
    """Decide each actor's role from all the document says of it, and from who issues it together."""
    standing, weights = standing_of(reading), reading.lexicon.roles
    traits = traits_of(reading, frames, standing)
    likely = [_likelihood(each, weights) for each in traits]
    together = issuers.actors if len(issuers.actors) > 1 else ()
    between = _stand_between(reading, frames, issuers.actors)
    if not between and _look_on(reading, issuers.actors):
        likely = [0.0 if n in issuers.actors else each for n, each in enumerate(likely)]
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


def _look_on(reading: Reading, issuers: Sequence[int]) -> bool:
    """Tell whether those who issue a document only welcome what others agreed: "I welcome the truce in Yemen"."""
    return any(
        token.lemma_ == "welcome"
        and _is_their_own(reading, paragraph, subjects.subject_of(token), issuers)
        and _is_others_deal(reading, trees.object_of(token))
        for paragraph in (reading.paragraphs if issuers else ())
        for token in paragraph.doc
    )


def _is_their_own(
    reading: Reading, paragraph: Paragraph, subject: Token | None, issuers: Sequence[int]
) -> bool:
    if subject is None or subject.lower_ in {"we", "i"}:
        return subject is not None
    who = reading.who(paragraph, subject).actors
    return bool(who) and set(who) <= set(issuers)


def _is_others_deal(reading: Reading, deal: Token | None) -> bool:
    """Tell whether a deal is no deal of one's own: not "our agreement", nor one "with Peru"."""
    deals = reading.lexicon.actors["deals"] | {"announcement"}
    if deal is None or deal.lemma_.lower() not in deals:
        return False
    return not any(each.lower_ in {"our", "my", "with", "us", "we"} for each in deal.subtree)


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
