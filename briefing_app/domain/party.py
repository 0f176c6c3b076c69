from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from briefing_app.domain.review import Review

PartyId = NewType("PartyId", int)


class Role(StrEnum):
    PARTY = "party"
    MEDIATOR = "mediator"
    HOST = "host"
    OTHER = "other"


@dataclass(frozen=True)
class Party:
    """Who negotiates, with every name it goes by. `colour` counts into the theme's party colours, from 0."""

    id: PartyId
    name: str
    aliases: tuple[str, ...] = ()
    role: Role = Role.PARTY
    colour: int = 0
    ordinal: int = 0
    review: Review = Review.CONFIRMED
