from dataclasses import dataclass

from briefing_app.domain.document import Version
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.position import Position


@dataclass(frozen=True)
class Archive:
    """What a dossier holds beside its Briefing: each version with the bytes it is of, and what was dismissed."""

    versions: tuple[tuple[Version, bytes], ...] = ()
    positions: tuple[Position, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
