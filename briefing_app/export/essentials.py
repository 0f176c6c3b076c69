"""What a page has room for: who wants what, what was agreed, what is due, each with the words that say so.

How much of it goes on the page is settled when it is set; here it is put in order, the weightiest first, and cut short.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefing_app.domain.briefing import Briefing, Cell, Row
from briefing_app.domain.issue import GENERAL
from briefing_app.domain.labels import STATUS_GROUPS
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.position import Position
from briefing_app.domain.review import Review
from briefing_app.domain.wording import disagreement_words
from briefing_app.export.checklist import Item, item
from briefing_app.export.cleaning import clipped, isolated
from briefing_app.export.matrix import Entry, Matrix, matrix
from briefing_app.language import format_list, ngettext

_CLAIM, _NAME, _CONDITION = 150, 48, 90  # code points that are kept of what a page has no room for
_IN_A_CELL, _OF_A_PARTY, _AT_MOST = 2, 12, 24
_PARTIES = 12  # below each other, where they are more than beside each other
_SIDE_BY_SIDE = 3  # parties that a page has room for beside each other

_AGREED, _OPEN, _FAILED, _DONE = (set(statuses) for _name, statuses in STATUS_GROUPS)


@dataclass(frozen=True)
class Held:
    """A position under its party, with the issue that it is on, or all of them."""

    issue: str
    entry: Entry


@dataclass(frozen=True)
class Holder:
    party: str
    held: tuple[Held, ...]


@dataclass(frozen=True)
class OutcomeLine:
    """An outcome, and what its accounts differ in."""

    item: Item
    differing: str


@dataclass(frozen=True)
class Totals:
    """How much there is of each part."""

    wants: int
    agreed: int
    due: int
    open: int


@dataclass(frozen=True)
class Essentials:
    """The parts of a page. Of the positions either `positions` or, where the parties are many, `holders`."""

    positions: Matrix
    holders: tuple[Holder, ...]
    agreed: tuple[OutcomeLine, ...]
    due: tuple[OutcomeLine, ...]
    open: tuple[OutcomeLine, ...]
    totals: Totals
    more: tuple[str, ...]  # how to say that so many are left out, from none


def essentials(briefing: Briefing) -> Essentials:
    short = _shortened(briefing)
    outcomes = [(f"o{at}", each) for at, each in enumerate(short.outcomes)]
    agreed = [each for each in outcomes if each[1].content.status in _AGREED | _DONE]
    due = sorted(
        (each for each in outcomes if _is_due(each[1])), key=lambda each: _by_when(each[1])
    )
    told = {anchor for anchor, _outcome in (*agreed, *due)}
    rest = [each for each in outcomes if each[0] not in told]
    beside = len(short.columns) <= _SIDE_BY_SIDE
    wants = (
        sum(len(cell.positions) for row in briefing.rows for cell in row.cells)
        if beside
        else sum(len(each.held) for each in _together(_all_holders(matrix(briefing))))
    )
    totals = Totals(wants, len(agreed), len(due), len(rest))
    return Essentials(
        positions=matrix(
            replace(short, rows=short.rows[:_AT_MOST])
            if beside
            else replace(short, columns=(), rows=())
        ),
        holders=() if beside else _holders(short),
        agreed=_told(short, agreed),
        due=_told(short, due),
        open=_told(short, rest),
        totals=totals,
        more=tuple(map(_more, range(max(wants, len(outcomes)) + 1))),
    )


def _shortened(briefing: Briefing) -> Briefing:
    """Put the weightiest issues first, and cut short what is long."""
    rows = sorted(briefing.rows, key=_weight)
    return replace(
        briefing,
        columns=tuple(replace(each, name=clipped(each.name, _NAME)) for each in briefing.columns),
        parties=tuple(replace(each, name=clipped(each.name, _NAME)) for each in briefing.parties),
        issues=tuple(replace(each, label=clipped(each.label, _NAME)) for each in briefing.issues),
        rows=tuple(map(_short_row, rows)),
        outcomes=tuple(map(_short_outcome, briefing.outcomes)),
    )


def _weight(row: Row) -> tuple[bool, int, int, int]:
    """Order issues by how many hold something there, and how much; what is on none in particular comes last."""
    holding = sum(bool(cell.positions) for cell in row.cells)
    held = sum(len(cell.positions) for cell in row.cells)
    return row.issue.key == GENERAL, -holding, -held, row.issue.ordinal


def _short_row(row: Row) -> Row:
    label = clipped(row.issue.label, _NAME)
    return Row(replace(row.issue, label=label), tuple(map(_short_cell, row.cells)))


def _short_cell(cell: Cell) -> Cell:
    positions = sorted(cell.positions, key=_last)[:_IN_A_CELL]
    return replace(cell, positions=tuple(map(_short_position, positions)))


def _last(position: Position) -> tuple[bool, bool]:
    """Put what is confirmed first, and what is only background last."""
    return position.content.background, position.review is Review.PROPOSED


def _short_position(position: Position) -> Position:
    content = position.content
    short = replace(
        content,
        claim=clipped(content.claim, _CLAIM),
        evidence=content.evidence[:1],
        condition=clipped(content.condition, _CONDITION),
        speaker=clipped(content.speaker, _NAME),
    )
    return replace(position, content=short)


def _short_outcome(outcome: Outcome) -> Outcome:
    content = outcome.content
    due = content.due and replace(content.due, text=clipped(content.due.text, _NAME))
    quantities = tuple(
        replace(each, unit=clipped(each.unit, _NAME)) for each in content.quantities[:3]
    )
    short = replace(content, claim=clipped(content.claim, _CLAIM), due=due, quantities=quantities)
    return replace(outcome, content=short)


def _holders(briefing: Briefing) -> tuple[Holder, ...]:
    """Take the parties that hold most, in their order; one that holds nothing has no room on a page."""
    short = (
        replace(each, held=tuple(_first_on_each_issue(each))[:_OF_A_PARTY])
        for each in _all_holders(matrix(briefing))
    )
    together = _together(short)
    most = sorted(together, key=lambda each: -len(each.held))[:_PARTIES]
    return tuple(each for each in together if each in most)


def _together(holders: Iterable[Holder]) -> list[Holder]:
    """Make one of those who hold just the same, as all who issue a joint statement do."""
    alike: dict[tuple[Held, ...], list[Holder]] = {}
    for each in holders:
        same = tuple(replace(held, entry=replace(held.entry, anchor="")) for held in each.held)
        alike.setdefault(same, []).append(each)
    return [
        replace(several[0], party=format_list(each.party for each in several))
        for several in alike.values()
    ]


def _all_holders(positions: Matrix) -> Iterator[Holder]:
    """Go through the parties that hold anything, with all that they hold; what is on several issues is told once."""
    for at, column in enumerate(positions.columns):
        on: dict[Entry, list[Held]] = {}
        for row in positions.rows:
            for each in row.cells[at].entries:
                on.setdefault(replace(each, anchor=""), []).append(Held(row.issue, each))
        if on:
            held = (
                replace(several[0], issue=" · ".join(each.issue for each in several))
                for several in on.values()
            )
            yield Holder(column.party, tuple(held))


def _first_on_each_issue(holder: Holder) -> Iterator[Held]:
    issues = set[str]()
    for each in holder.held:
        if each.issue not in issues:
            issues.add(each.issue)
            yield each


def _is_due(outcome: Outcome) -> bool:
    content = outcome.content
    if content.ticked or content.status in _FAILED | _DONE:
        return False
    named = content.due is not None and not content.due.none_set
    return named or content.awaited


def _by_when(outcome: Outcome) -> date:
    due = outcome.content.due
    return (due and (due.latest or due.earliest)) or date.max


def _told(briefing: Briefing, outcomes: Iterable[tuple[str, Outcome]]) -> tuple[OutcomeLine, ...]:
    return tuple(
        OutcomeLine(
            _of_use(item(briefing, outcome, anchor), outcome),
            isolated(clipped(disagreement_words(outcome.content), _CLAIM))
            if outcome.content.disputed
            else "",
        )
        for anchor, outcome in list(outcomes)[:_AT_MOST]
    )


def _of_use(told: Item, outcome: Outcome) -> Item:
    """Leave out that nobody and no day is named for what failed: nobody has to do it."""
    content = outcome.content
    if content.status not in _FAILED:
        return told
    return replace(
        told, who=told.who if content.responsible else "", due=told.due if content.due else ""
    )


def _more(count: int) -> str:
    sentence = ngettext(
        "{count} more in the full briefing", "{count} more in the full briefing", count
    )
    return sentence.format(count=count)
