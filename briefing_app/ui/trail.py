"""The way back: the places that were shown, as a reader's browser keeps them."""

from dataclasses import dataclass, field

from briefing_app.domain.evidence import Span, VersionId


@dataclass(frozen=True)
class Place:
    """A stretch of a version that was shown, or its beginning."""

    version: VersionId
    span: Span | None = None


@dataclass
class Trail:
    """Where the reader has been; going somewhere new forgets what lay ahead."""

    _places: list[Place] = field(default_factory=list[Place])
    _here: int = -1

    def go(self, place: Place) -> None:
        if self._here >= 0 and self._places[self._here] == place:
            return
        del self._places[self._here + 1 :]
        self._places.append(place)
        self._here = len(self._places) - 1

    def back(self) -> Place | None:
        return self._move(-1)

    def forward(self) -> Place | None:
        return self._move(1)

    def clear(self) -> None:
        self._places.clear()
        self._here = -1

    def _move(self, step: int) -> Place | None:
        if not 0 <= self._here + step < len(self._places):
            return None
        self._here += step
        return self._places[self._here]
