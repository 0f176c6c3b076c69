"""What of the briefing is wanted: the quick filters, and the one party and the one issue."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing_app.domain.arranging import asks
from briefing_app.domain.briefing import Briefing, Cell, Row
from briefing_app.domain.evidence import Evidence, EvidenceState
from briefing_app.domain.issue import IssueId
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import Channel, Position
from briefing_app.domain.review import Review
from briefing_app.language import N_, _, format_list


class Chip(StrEnum):
    """The quick filters above the briefing."""

    ALL = "all"
    TO_REVIEW = "to_review"
    UNANSWERED = "unanswered"
    ANOTHERS_WORD = "anothers_word"
    DISPUTED = "disputed"
    CHANGED = "changed"


CHIPS = {
    Chip.ALL: N_("All"),
    Chip.TO_REVIEW: N_("To review"),
    Chip.UNANSWERED: N_("Unanswered"),
    Chip.ANOTHERS_WORD: N_("On another’s word"),
    Chip.DISPUTED: N_("Disputed"),
    Chip.CHANGED: N_("Words changed"),
}


@dataclass(frozen=True)
class Filter:
    """What of the briefing is wanted; None is everything."""

    chip: Chip = Chip.ALL
    party: PartyId | None = None
    issue: IssueId | None = None

    def names(self, briefing: Briefing) -> list[str]:
        """Name the party and the issue that are filtered by."""
        party = [briefing.party(self.party).name] if self.party else []
        return party + ([briefing.issue(self.issue).label] if self.issue else [])

    def only(self, briefing: Briefing) -> str:
        """Say to what everything is narrowed; nothing where it is not."""
        chip = [] if self.chip is Chip.ALL else [_(CHIPS[self.chip])]
        names = [*self.names(briefing), *chip]
        return _("Only {names}").format(names=format_list(names)) if names else ""

    def wants(self, position: Position) -> bool:
        """Whether the quick filter leaves a position; its party and issues are those of its cell."""
        return _POSITION_CHIPS[self.chip](position)

    def wants_party(self, party: PartyId) -> bool:
        return self.party in (None, party)

    def wants_issue(self, issue: IssueId) -> bool:
        return self.issue in (None, issue)

    def wants_outcome(self, outcome: Outcome) -> bool:
        content = outcome.content
        return (
            _OUTCOME_CHIPS[self.chip](outcome)
            and (self.party is None or self.party in content.responsible)
            and (self.issue is None or self.issue in content.issues)
        )


def narrowed(briefing: Briefing, wanted: Filter) -> Briefing:
    """Leave what is wanted. Documents are no party's and on no issue: any filter leaves them out."""
    if wanted == Filter():
        return briefing
    rows = [row for row in briefing.rows if wanted.wants_issue(row.issue.id)]
    columns = [each for each in briefing.columns if wanted.wants_party(each.id)]
    if wanted.chip is Chip.UNANSWERED:  # who is silent is seen by what the others ask
        columns, rows = (
            list(briefing.columns),
            [_asking(row) for row in rows if _waits(row, wanted)],
        )
    else:
        rows = [_row(row, wanted) for row in rows]
    return replace(
        briefing,
        columns=tuple(columns),
        rows=tuple(row for row in rows if any(cell.positions for cell in row.cells)),
        outcomes=tuple(each for each in briefing.outcomes if wanted.wants_outcome(each)),
        documents=(),
    )


def nothing_words(briefing: Briefing, wanted: Filter) -> str:
    """Say why a tab has nothing to show, and what to do about it."""
    if wanted != Filter():
        return _("Nothing here with this filter.")
    if not briefing.documents:
        return _("Add a document, and what the parties want and what came of it appears here.")
    return _("No positions or outcomes yet. Select words in the text to make one of them by hand.")


def _row(row: Row, wanted: Filter) -> Row:
    cells = (cell for cell in row.cells if wanted.wants_party(cell.party))
    return Row(row.issue, tuple(_cell(cell, wanted) for cell in cells))


def _waits(row: Row, wanted: Filter) -> bool:
    return any(cell.unanswered and wanted.wants_party(cell.party) for cell in row.cells)


def _asking(row: Row) -> Row:
    """Leave of a row what waits for an answer."""
    cells = (replace(each, positions=tuple(filter(asks, each.positions))) for each in row.cells)
    return replace(row, cells=tuple(cells))


def _cell(cell: Cell, wanted: Filter) -> Cell:
    return replace(cell, positions=tuple(each for each in cell.positions if wanted.wants(each)))


_POSITION_CHIPS = {
    Chip.ALL: lambda position: True,
    Chip.TO_REVIEW: lambda position: position.review is Review.PROPOSED,
    Chip.UNANSWERED: lambda position: False,
    Chip.ANOTHERS_WORD: lambda position: (
        position.content.channel in (Channel.OTHER_PARTY, Channel.THIRD)
    ),
    Chip.DISPUTED: lambda position: False,
    Chip.CHANGED: lambda position: rests_on_change(position.content.evidence),
}

_OUTCOME_CHIPS = {
    Chip.ALL: lambda outcome: True,
    Chip.TO_REVIEW: lambda outcome: outcome.review is Review.PROPOSED,
    Chip.UNANSWERED: lambda outcome: outcome.content.awaited,
    Chip.ANOTHERS_WORD: lambda outcome: False,
    Chip.DISPUTED: lambda outcome: outcome.content.disputed,
    Chip.CHANGED: lambda outcome: rests_on_change(
        [account.evidence for account in outcome.content.accounts]
    ),
}


def rests_on_change(evidence: Sequence[Evidence]) -> bool:
    return any(each.state is not EvidenceState.SAME for each in evidence)
