"""One record of what one sentence tells in two verbs: "is studying the plan and will reply by Friday"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from briefing_app.domain.evidence import Span
from briefing_app.domain.issue import GENERAL
from briefing_app.domain.proposals import ProposedOutcome, ProposedPosition
from briefing_app.extraction.claims import shortened

BETWEEN = frozenset({" and ", " or "})  # behind a comma, the second most often stands by itself

Told = TypeVar("Told", ProposedPosition, ProposedOutcome)


def joined_positions(
    found: Sequence[tuple[ProposedPosition, bool]], text: str
) -> list[tuple[ProposedPosition, bool]]:
    """Join each two positions of one holder's, of one stance and issue, with only an "and" between them."""

    def join(one: ProposedPosition, other: ProposedPosition) -> ProposedPosition | None:
        conditions = {one.condition, other.condition} - {None}
        if _whose(one) != _whose(other) or len(conditions) > 1:
            return None
        return replace(
            one,
            span=Span(one.span.start, other.span.end),
            claim=_claim(one, other, text),
            condition=one.condition or other.condition,
        )

    return _joined(found, text, join)


def joined_outcomes(
    found: Sequence[tuple[ProposedOutcome, bool]], text: str
) -> list[tuple[ProposedOutcome, bool]]:
    """Join each two outcomes of one status and issue, with only an "and" between them."""

    def join(one: ProposedOutcome, other: ProposedOutcome) -> ProposedOutcome | None:
        dues = {one.due, other.due} - {None}
        sides = {frozenset(each) for each in (one.responsible, other.responsible) if each}
        if one.status is not other.status or len(dues) > 1 or len(sides) > 1:
            return None
        return replace(
            one,
            span=Span(one.span.start, other.span.end),
            claim=_claim(one, other, text),
            responsible=one.responsible or other.responsible,
            quantities=tuple(dict.fromkeys((*one.quantities, *other.quantities))),
            due=one.due or other.due,
        )

    return _joined(found, text, join)


def _whose(told: ProposedPosition) -> tuple[object, ...]:
    return told.party, told.also_party, told.stance, told.channel, told.speaker


def _joined(
    found: Sequence[tuple[Told, bool]], text: str, join: Callable[[Told, Told], Told | None]
) -> list[tuple[Told, bool]]:
    kept = list[tuple[Told, bool]]()
    for told, heading in sorted(found, key=lambda each: each[0].span):
        last = kept[-1][0] if kept else None
        both = join(last, told) if last is not None and _goes_on(last, told, text) else None
        if both is not None:
            kept.pop()
        kept.append((both or told, heading))
    return kept


def _goes_on(one: Told, other: Told, text: str) -> bool:
    alike = one.issues[0] == other.issues[0] != GENERAL
    return (
        alike and text[one.span.end : other.span.start] in BETWEEN and not _is_listed(other, text)
    )


def _is_listed(told: Told, text: str) -> bool:
    """Tell whether something is one of several things agreed on: "to free the crew and to reopen the port"."""
    return text.startswith("to ", told.span.start)


def _claim(one: Told, other: Told, text: str) -> str:
    return shortened(f"{one.claim}{text[one.span.end : other.span.start]}{other.claim}")
