"""One document with all that was found about who is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing_app.domain.issue import Issue
from briefing_app.domain.party import Role
from briefing_app.extraction.dues import Phrase
from briefing_app.extraction.issues import Hit
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.opinions import Opinions
from briefing_app.extraction.voices import Voices
from briefing_app.extraction.who import Who


@dataclass(frozen=True)
class Case:
    reading: Reading
    heard: Voices
    roles: tuple[Role, ...]  # by actor
    issues: Sequence[Issue]
    dues: tuple[tuple[Phrase, ...], ...]  # by paragraph, in its own offsets
    opinions: Opinions
    date: dt.date | None = None  # the document's own
    hits: dict[int, tuple[Hit, ...]] = field(
        default_factory=dict[int, tuple[Hit, ...]]
    )  # by paragraph, once somebody asks

    @property
    def lexicon(self) -> Lexicon:
        return self.reading.lexicon

    @property
    def text(self) -> str:
        return self.reading.text

    @property
    def parties(self) -> tuple[int, ...]:
        return tuple(actor for actor, role in enumerate(self.roles) if role is Role.PARTY)

    def name(self, actor: int) -> str:
        return self.reading.cast.actors[actor].name

    def names(self, who: Who) -> tuple[str, ...]:
        return tuple(
            self.name(actor) for actor in (who.actors or (self.parties if who.joint else ()))
        )
