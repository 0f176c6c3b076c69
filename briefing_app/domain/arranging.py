"""How a Briefing is arranged of what is known: columns, rows, and the numbers of its evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.briefing import Cell, Citation, Row
from briefing_app.domain.document import Place
from briefing_app.domain.evidence import Evidence, EvidenceId
from briefing_app.domain.issue import Issue, IssueId
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.party import Party, PartyId, Role
from briefing_app.domain.position import Position, Stance

Places = Mapping[EvidenceId, Place]

_ASKS = {Stance.DEMANDS, Stance.PROPOSES, Stance.OFFERS}


def columns_of(parties: Sequence[Party], positions: Sequence[Position]) -> tuple[Party, ...]:
    """Give a column to every party that negotiates, and to whoever else holds anything."""
    holders = holders_of(positions)
    return tuple(party for party in parties if party.role is Role.PARTY or party.id in holders)


def holders_of(positions: Iterable[Position]) -> set[PartyId]:
    """Return whoever holds any of these, alone or together with others."""
    return {holder for position in positions for holder in position.content.holders}


def rows_of(
    columns: Sequence[Party], issues: Sequence[Issue], positions: Sequence[Position]
) -> tuple[Row, ...]:
    """Give a row to every issue on which anything is held, the positions in the order in which they come."""
    held: dict[IssueId, dict[PartyId, list[Position]]] = defaultdict(lambda: defaultdict(list))
    asked = set[IssueId]()
    for position in positions:
        for issue in position.content.issues:
            if asks(position):
                asked.add(issue)
            for holder in position.content.holders:
                held[issue][holder].append(position)
    return tuple(
        Row(
            issue,
            tuple(
                _cell(party, held[issue.id].get(party.id, ()), asked=issue.id in asked)
                for party in columns
            ),
        )
        for issue in issues
        if issue.id in held
    )


def citations_of(
    rows: Iterable[Row],
    outcomes: Iterable[Outcome],
    annotations: Iterable[Annotation],
    places: Places,
) -> tuple[Citation, ...]:
    """Give the evidence its numbers, in the order in which a reader meets it."""
    once = {stored(evidence): evidence for evidence in _cited(rows, outcomes, annotations)}
    return tuple(
        Citation(number, evidence, *places[key])
        for number, (key, evidence) in enumerate(once.items(), start=1)
    )


def asks(position: Position) -> bool:
    """Tell whether a position wants an answer of the others."""
    return position.content.stance in _ASKS


def stored(evidence: Evidence) -> EvidenceId:
    """Return the id of evidence that was read from a store, and so has one."""
    assert evidence.id is not None, "evidence read from a store has an id"
    return evidence.id


def _cell(party: Party, own: Sequence[Position], *, asked: bool) -> Cell:
    """Make the cell of a party on an issue on which anybody asks something, or nobody does."""
    unanswered = asked and not own and party.role is Role.PARTY
    return Cell(party.id, tuple(own), unanswered=unanswered)


def _cited(
    rows: Iterable[Row], outcomes: Iterable[Outcome], annotations: Iterable[Annotation]
) -> Iterator[Evidence]:
    for row in rows:
        for cell in row.cells:
            for position in cell.positions:
                yield from position.content.evidence
    for outcome in outcomes:
        for account in outcome.content.accounts:
            yield account.evidence
    for annotation in annotations:
        yield annotation.evidence
