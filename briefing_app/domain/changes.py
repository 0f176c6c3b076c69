from dataclasses import dataclass
from enum import StrEnum


class Touched(StrEnum):
    """The words of the glossary that an operation can touch."""

    DOSSIER = "dossier"
    DOCUMENTS = "documents"
    PARTIES = "parties"
    ISSUES = "issues"
    POSITIONS = "positions"
    OUTCOMES = "outcomes"
    ANNOTATIONS = "annotations"


@dataclass(frozen=True)
class Changes:
    """What an operation changed: its name in the history, and the rows it touched by kind."""

    name: str
    touched: frozenset[Touched]
    rows: frozenset[tuple[Touched, int]] = frozenset()

    def ids(self, kind: Touched) -> tuple[int, ...]:
        """Return the ids of the rows of one kind, in their order."""
        return tuple(sorted(row for touched, row in self.rows if touched is kind))

    def __bool__(self) -> bool:
        return bool(self.touched)

    def __or__(self, later: "Changes") -> "Changes":
        """Tell of both, under the name of the first."""
        return Changes(self.name, self.touched | later.touched, self.rows | later.rows)


NOTHING = Changes("", frozenset())


@dataclass(frozen=True)
class HistoryEntry:
    """One operation as the history names it; `undone` while it can be redone."""

    id: int
    name: str
    at: str  # ISO 8601, UTC
    undone: bool
