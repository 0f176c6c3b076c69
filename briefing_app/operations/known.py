"""All that a dossier holds by now, so that a document's proposals are compared with what they may be alike to alone."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from briefing_app.domain.changes import Changes, Touched
from briefing_app.domain.document import DocumentId
from briefing_app.domain.evidence import VersionId
from briefing_app.domain.outcome import Outcome, OutcomeContent, OutcomeId
from briefing_app.domain.party import Party
from briefing_app.domain.position import Position, PositionContent, PositionId
from briefing_app.operations.accounts import kin_of_outcome
from briefing_app.operations.comparing import Comparing
from briefing_app.operations.contents import evidence_of
from briefing_app.store import Store

Row = TypeVar("Row", Position, Outcome)


class Shelf(Generic[Row]):
    """Positions, or outcomes, by id, by the versions whose words they rest on, and by what could make two alike."""

    def __init__(self, kin: Callable[[Row], Iterable[Hashable]], rows: Iterable[Row]) -> None:
        self._kin = kin
        self._rows: dict[int, Row] = {}
        self._ids: dict[Hashable, set[int]] = defaultdict(set)
        for row in rows:
            self.put(row)

    def put(self, row: Row) -> None:
        self.drop(row.id)
        self._rows[row.id] = row
        for key in self._keys(row):
            self._ids[key].add(row.id)

    def drop(self, id_: int) -> None:
        row = self._rows.pop(id_, None)
        if row is not None:
            for key in self._keys(row):
                self._ids[key].discard(id_)

    def near(self, versions: Iterable[VersionId], kin: Iterable[Hashable]) -> list[Row]:
        """Return what rests on one of the versions or is of the kin, in its order."""
        keys: list[Hashable] = [*map(_of_version, versions), *kin]
        return [self._rows[id_] for id_ in sorted(set[int]().union(*map(self._ids_of, keys)))]

    def _ids_of(self, key: Hashable) -> set[int]:
        return self._ids.get(key, set())

    def _keys(self, row: Row) -> set[Hashable]:
        return {*self._kin(row), *(_of_version(each.version) for each in evidence_of(row.content))}


class Known:
    """Read once for a run of documents, and kept up with whatever changes meanwhile."""

    def __init__(self, store: Store) -> None:
        self._store = store
        with store.snapshot():
            positions, outcomes = store.positions(dismissed=True), store.outcomes(dismissed=True)
            places = store.places()
        self._positions = Shelf[Position](lambda row: _holders(row.content), positions)
        self._outcomes = Shelf[Outcome](lambda row: kin_of_outcome(row.content), outcomes)
        self._homes: dict[VersionId, DocumentId] = {
            each.version: places[each.id].document
            for row in (*positions, *outcomes)
            for each in evidence_of(row.content)
            if each.id is not None
        }
        self._comparing: Comparing | None = None
        self._versions = set[VersionId]()

    def catch_up(self) -> None:
        """Read again what others have written, within the transaction that is to rest on what is known."""
        self.heed(self._store.news())

    def turn_to(self, document: DocumentId, version: VersionId, parties: Sequence[Party]) -> None:
        """Look at everything from a document that is read now, by what all parties are called."""
        self._homes[version] = document
        self._versions = {each for each, home in self._homes.items() if home == document}
        dates = self._store.dates()
        days: dict[VersionId, dt.date | None] = {
            each: dates.get(home) for each, home in self._homes.items()
        }
        if self._comparing is None:
            self._comparing = Comparing(parties, days)
        else:
            self._comparing.turn_to(parties, days)

    @property
    def comparing(self) -> Comparing:
        assert self._comparing is not None, "turned to a document"
        return self._comparing

    def is_here(self, version: VersionId) -> bool:
        """Tell whether a version is one of the document's."""
        return version in self._versions

    def positions(self, wanted: Iterable[PositionContent]) -> list[Position]:
        return self._positions.near(self._versions, {k for each in wanted for k in _holders(each)})

    def outcomes(self, wanted: Iterable[OutcomeContent]) -> list[Outcome]:
        return self._outcomes.near(
            self._versions, {k for each in wanted for k in kin_of_outcome(each)}
        )

    def heed(self, changes: Changes) -> None:
        """Read again what an operation touched."""
        for id_ in changes.ids(Touched.POSITIONS):
            self._renew(self._positions, id_, lambda each: self._store.position(PositionId(each)))
        for id_ in changes.ids(Touched.OUTCOMES):
            self._renew(self._outcomes, id_, lambda each: self._store.outcome(OutcomeId(each)))

    def _renew(self, shelf: Shelf[Row], id_: int, read: Callable[[int], Row]) -> None:
        try:
            row = read(id_)
        except LookupError:
            shelf.drop(id_)
            return
        shelf.put(row)
        for evidence in evidence_of(row.content):
            if evidence.version not in self._homes:
                self._homes[evidence.version] = self._store.home(evidence.version)


def _holders(content: PositionContent) -> tuple[Hashable, ...]:
    return content.holders


def _of_version(version: VersionId) -> Hashable:
    return ("version", version)
