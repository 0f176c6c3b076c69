from dataclasses import dataclass

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import Version
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.position import Position
from briefing_app.domain.scope import Scope


@dataclass(frozen=True)
class Archive:
    """What a dossier holds beside its Briefing: each version with the bytes it is of, and what was dismissed."""

    versions: tuple[tuple[Version, bytes], ...] = ()
    positions: tuple[Position, ...] = ()
    outcomes: tuple[Outcome, ...] = ()

    def within(self, briefing: Briefing, scope: Scope) -> "Archive":
        """Keep what a briefing's documents are of; what was dismissed goes only with the whole of a dossier."""
        kept = {each.id for each in briefing.documents}
        versions = tuple(each for each in self.versions if each[0].document in kept)
        return self if scope == Scope() else Archive(versions)
