"""What extraction proposes for one document: by names and keys, before anything is stored."""

from dataclasses import dataclass

from briefing_app.domain.evidence import Span
from briefing_app.domain.outcome import Due, Quantity, Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Channel, Stance


@dataclass(frozen=True)
class ProposedParty:
    name: str
    role: Role
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProposedPosition:
    """A position by the name of its party and the keys of its issues. `span` is the fullest telling."""

    party: str
    stance: Stance
    issues: tuple[str, ...]
    span: Span
    claim: str
    channel: Channel = Channel.REPORTER
    speaker: str | None = None
    condition: str | None = None
    also: tuple[Span, ...] = ()
    also_party: tuple[str, ...] = ()
    background: bool = False
    why: str = ""


@dataclass(frozen=True)
class ProposedOutcome:
    status: Status
    issues: tuple[str, ...]
    span: Span
    claim: str
    responsible: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    due: Due | None = None
    also: tuple[Span, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Proposals:
    """All that one document proposes. `refusal` says why there are none, where the text cannot be read for any."""

    parties: tuple[ProposedParty, ...] = ()
    positions: tuple[ProposedPosition, ...] = ()
    outcomes: tuple[ProposedOutcome, ...] = ()
    refusal: str = ""
