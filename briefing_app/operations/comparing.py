"""What it takes to compare tellings of different documents: whose names do not count, and when each was written."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from briefing_app.domain.evidence import Evidence, VersionId
from briefing_app.domain.issue import IssueId
from briefing_app.domain.outcome import Account
from briefing_app.domain.party import Party
from briefing_app.domain.telling import Telling, stems_of, telling_of
from briefing_app.operations.alike import load_alike, party_stems

NEAR, FAR = 3, 7  # days between two documents on one event, and at most
MANY = 2  # words in common; with fewer, all that is said must be the same

_Telling = TypeVar("_Telling", Evidence, Account)

Days = Mapping[VersionId, dt.date | None]


def same_issue(
    one: tuple[IssueId, ...], other: tuple[IssueId, ...], general: IssueId | None
) -> bool:
    """Tell whether two share an issue; that both are about none in particular says little."""
    if one == other:
        return bool(one)
    return any(each in other for each in one if each != general)


def by_document(tellings: Sequence[_Telling]) -> list[list[_Telling]]:
    """Put together what one version tells: all documents must bear out what two have in common."""
    if len(tellings) == 1:  # as most have, of which thousands are compared
        return [list(tellings)]
    groups: dict[VersionId, list[_Telling]] = defaultdict(list)
    for each in tellings:
        groups[each.version if isinstance(each, Evidence) else each.evidence.version].append(each)
    return list(groups.values())


class Comparing:
    """Reads each telling once, and again where a word of it has become somebody's name, or nobody's."""

    def __init__(self, parties: Sequence[Party], days: Days) -> None:
        self._names, self._days = party_stems(parties), days
        self._read: dict[tuple[str, frozenset[float]], Telling] = {}

    def turn_to(self, parties: Sequence[Party], days: Days) -> None:
        """Take in what the parties are called by now, and new documents."""
        names, self._days = party_stems(parties), days
        renamed = {stem for stem, _whose in names.items() ^ self._names.items()}
        if renamed:
            for key in [key for key in self._read if not renamed.isdisjoint(stems_of(key[0]))]:
                del self._read[key]
        self._names = names

    def telling(self, words: str, counted: Iterable[float] = ()) -> Telling:
        """Return what words tell, but for what is counted."""
        key = (words, frozenset(counted))
        if key not in self._read:
            self._read[key] = telling_of(
                words, load_alike().vocabulary, parties=self._names, counted=key[1]
            )
        return self._read[key]

    def day(self, evidence: Evidence) -> dt.date | None:
        return self._days.get(evidence.version)

    def days_apart(self, one: Evidence, other: Evidence) -> int | None:
        """Count the days between the documents of two pieces of evidence; None where a date is not known."""
        first, second = self.day(one), self.day(other)
        return abs((first - second).days) if first and second else None
