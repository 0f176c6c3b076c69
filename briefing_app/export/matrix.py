"""The positions, ready to print: the parties across, the issues down."""

from dataclasses import dataclass

from briefing_app.domain.briefing import Briefing, Cell, Row
from briefing_app.domain.evidence import Evidence, EvidenceState
from briefing_app.domain.labels import REVIEWS, ROLES, STANCES, STATES, Label
from briefing_app.domain.party import Party, Role
from briefing_app.domain.position import Channel, Position, PositionContent
from briefing_app.domain.review import Review
from briefing_app.domain.wording import joint_words, word_of
from briefing_app.export.cleaning import isolated
from briefing_app.export.tongues import spoken
from briefing_app.language import _


@dataclass(frozen=True)
class Mark:
    """A stance or status as it is printed."""

    sign: str
    word: str
    tone: str


@dataclass(frozen=True)
class Entry:
    """One position in a cell. `anchor` is where its evidence points back to."""

    anchor: str
    stance: Mark
    claim: str
    language: str  # of the claim, where it is known to be another than the page's
    condition: str
    remarks: tuple[str, ...]  # on whose word, background, words changed
    proposed: str  # the word for it, empty once reviewed
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class PartyCell:
    """What a party holds, or the word for its holding nothing."""

    entries: tuple[Entry, ...]
    nothing: str
    unanswered: bool


@dataclass(frozen=True)
class IssueRow:
    issue: str
    cells: tuple[PartyCell, ...]


@dataclass(frozen=True)
class Column:
    party: str
    role: str  # empty for a party that negotiates


@dataclass(frozen=True)
class Matrix:
    columns: tuple[Column, ...]
    rows: tuple[IssueRow, ...]


def matrix(briefing: Briefing) -> Matrix:
    return Matrix(
        columns=tuple(_column(party) for party in briefing.columns),
        rows=tuple(_row(briefing, row, number) for number, row in enumerate(briefing.rows)),
    )


def mark(label: Label) -> Mark:
    return Mark(label.sign, label.word, label.tone.value)


def proposed(review: Review) -> str:
    return _(REVIEWS[review]) if review is Review.PROPOSED else ""


def numbers(briefing: Briefing, evidence: tuple[Evidence, ...]) -> tuple[int, ...]:
    """Give the citations' numbers of the evidence, those that have one."""
    known = briefing.cited
    return tuple(sorted({known[each.id].number for each in evidence if each.id in known}))


def states(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Name what became of the words where they are not what they were."""
    calm = {EvidenceState.SAME, EvidenceState.MOVED}
    return tuple(
        dict.fromkeys(_(STATES[each.state]) for each in evidence if each.state not in calm)
    )


def _column(party: Party) -> Column:
    role = "" if party.role is Role.PARTY else _(ROLES[party.role])
    return Column(isolated(party.name), role)


def _row(briefing: Briefing, row: Row, number: int) -> IssueRow:
    cells = tuple(_cell(briefing, cell, f"p{number}-{at}") for at, cell in enumerate(row.cells))
    return IssueRow(isolated(row.issue.label), cells)


def _cell(briefing: Briefing, cell: Cell, anchor: str) -> PartyCell:
    entries = tuple(
        _entry(briefing, position, f"{anchor}-{at}") for at, position in enumerate(cell.positions)
    )
    nothing = _("unanswered") if cell.unanswered else _("silent")
    return PartyCell(entries, "" if entries else nothing, cell.unanswered)


def _entry(briefing: Briefing, position: Position, anchor: str) -> Entry:
    content = position.content
    return Entry(
        anchor=anchor,
        stance=mark(STANCES[content.stance]),
        claim=isolated(content.claim),
        language=spoken(briefing, content.claim, content.evidence),
        condition=isolated(content.condition),
        remarks=_remarks(content),
        proposed=proposed(position.review),
        numbers=numbers(briefing, content.evidence),
    )


def _remarks(content: PositionContent) -> tuple[str, ...]:
    joint = (words,) if (words := joint_words(content)) else ()
    told = () if content.channel is Channel.OWN else (isolated(word_of(content)),)
    background = (_("as background"),) if content.background else ()
    return (*told, *joint, *background, *states(content.evidence))
