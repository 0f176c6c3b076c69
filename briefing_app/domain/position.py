"""What one side wants, will do or will not accept, on one issue."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from briefing_app.domain.evidence import Evidence
from briefing_app.domain.issue import IssueId
from briefing_app.domain.party import PartyId
from briefing_app.domain.review import Review

PositionId = NewType("PositionId", int)


class Stance(StrEnum):
    DEMANDS = "demands"
    PROPOSES = "proposes"
    OFFERS = "offers"
    PLEDGES = "pledges"
    CONCEDES = "concedes"
    ACCEPTS = "accepts"
    ACCEPTS_PARTLY = "accepts_partly"
    REJECTS = "rejects"
    THREATENS = "threatens"
    UNDECIDED = "undecided"


class Channel(StrEnum):
    """On whose word a position stands."""

    OWN = "own"
    OTHER_PARTY = "other_party"
    THIRD = "third"
    REPORTER = "reporter"


@dataclass(frozen=True)
class PositionContent:
    """What a position says, without its place in the store; what the reader edits."""

    party: PartyId
    stance: Stance
    issues: tuple[IssueId, ...]  # the best first, at least one
    claim: str
    evidence: tuple[Evidence, ...]  # the fullest telling first, at least one
    condition: str = ""
    speaker: str = ""
    channel: Channel = Channel.REPORTER
    said_on: date | None = None
    background: bool = False
    why: str = ""
    also_party: tuple[PartyId, ...] = ()  # who hold it together with the party

    @property
    def holders(self) -> tuple[PartyId, ...]:
        """All who hold it, each once."""
        return tuple(dict.fromkeys((self.party, *self.also_party)))


@dataclass(frozen=True)
class Position:
    id: PositionId
    content: PositionContent
    review: Review
