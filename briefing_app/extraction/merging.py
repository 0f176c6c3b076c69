"""One record for each position and outcome, however often the text tells it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from briefing_app.domain.evidence import Span
from briefing_app.domain.issue import GENERAL
from briefing_app.domain.outcome import Status
from briefing_app.domain.position import Stance
from briefing_app.domain.proposals import ProposedOutcome, ProposedPosition

GROUPS = {
    Stance.DEMANDS: "ask",
    Stance.PROPOSES: "ask",
    Stance.OFFERS: "give",
    Stance.PLEDGES: "give",
    Stance.CONCEDES: "give",
    Stance.ACCEPTS: "yes",
    Stance.ACCEPTS_PARTLY: "yes",
    Stance.REJECTS: "no",
    Stance.THREATENS: "threat",
    Stance.UNDECIDED: "open",
}
SETTLED = frozenset({Status.AGREED, Status.AGREED_PARTLY, Status.PLEDGED})
DEAL = re.compile(
    r"\b(?:agreement|deal|swap|exchange|truce|ceasefire|accord|pact|plan|release|understanding|extension)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:issues?|matters?|points?|ground|things?|areas?|steps?|measures?|questions?|following)$"
    r"|\b(?:matters|points) were",
    re.IGNORECASE,
)
BARE = 45  # code points of a claim that names a deal and says no more
NEAR = 200  # code points between an announcement and what it announces
LONG_WORD, SHARED_WORDS, SHARED = 5, 2, 0.6
MOSTLY = 0.8
RECENT = 300  # tellings looked back over: a text of a megabyte has ten thousand


def merge_positions(found: Sequence[tuple[ProposedPosition, bool]]) -> tuple[ProposedPosition, ...]:
    """Fold repeated tellings into the first; `True` marks a headline, which never stands alone beside a story."""
    return tuple(sorted(_folded(found, _same, _fold), key=lambda each: each.span))


Told = TypeVar("Told", ProposedPosition, ProposedOutcome)


def _folded(
    found: Sequence[tuple[Told, bool]],
    same: Callable[..., bool],
    fold: Callable[[Told, Told], Told],
) -> list[Told]:
    """Fold each telling into an earlier one that tells the same; a headline, into one of those that follow it."""
    kept: list[Told] = []
    for told, heading in sorted(found, key=lambda each: (each[1], each[0].span.start)):
        last = max(0, len(kept) - RECENT)
        start = min(last, _first_after(kept, told)) if heading else last
        near = range(start, min(start + RECENT, len(kept)))
        fitting = [n for n in near if same(told, kept[n], heading=heading)]
        # Its own words first: what is only alike must not end up in the words of another.
        place = min(fitting, key=lambda n: not kept[n].span.overlaps(told.span), default=None)
        if place is not None:
            kept[place] = fold(kept[place], told)
        elif not heading:
            kept.append(told)
    return kept


def _first_after(kept: Sequence[Told], told: Told) -> int:
    return bisect_left(kept, told.span.start, key=lambda each: each.span.start)


def _same(one: ProposedPosition, other: ProposedPosition, *, heading: bool) -> bool:
    if one.party != other.party:
        return False
    if GROUPS[one.stance] != GROUPS[other.stance]:
        return _mostly(one.span, other.span)
    if one.span.overlaps(other.span):
        return True
    shared = bool(set(one.issues) & set(other.issues))
    return shared and (heading or _alike(one.claim, other.claim))


def _mostly(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > MOSTLY * min(len(one), len(other))


def _alike(one: str, other: str) -> bool:
    """Tell whether two claims share most of their longer words."""
    if one == other:
        return True
    words = [
        {word for word in claim.lower().split() if len(word) >= LONG_WORD} for claim in (one, other)
    ]
    small = min(len(words[0]), len(words[1]))
    return small >= SHARED_WORDS and len(words[0] & words[1]) >= SHARED * small


def _fold(kept: ProposedPosition, other: ProposedPosition) -> ProposedPosition:
    return kept if kept.span.overlaps(other.span) else replace(kept, also=(*kept.also, other.span))


def merge_outcomes(found: Sequence[tuple[ProposedOutcome, bool]]) -> tuple[ProposedOutcome, ...]:
    """Fold repeated tellings into the fullest, and announcements into what they announce."""
    kept = _folded(found, _same_outcome, _fuller)
    return _without_announcements(sorted(kept, key=lambda each: each.span))


def _same_outcome(one: ProposedOutcome, other: ProposedOutcome, *, heading: bool) -> bool:
    if one.span.overlaps(other.span) and (
        _mostly(one.span, other.span) or one.status == other.status
    ):
        return True
    if one.status is not other.status and not {one.status, other.status} <= SETTLED:
        return False
    shared = bool(set(one.issues) & set(other.issues))
    if heading:
        return shared
    if _days_differ(one, other):
        return False
    if one.status is Status.NO_AGREEMENT:
        return one.issues[0] == other.issues[0] and one.due == other.due
    if (
        one.status in SETTLED
        and one.issues[0] == other.issues[0]
        and (_is_bare(one) or _is_bare(other))
    ):
        return set(one.responsible) >= set(other.responsible) or set(one.responsible) <= set(
            other.responsible
        )
    return shared and _alike(one.claim, other.claim)


def _days_differ(one: ProposedOutcome, other: ProposedOutcome) -> bool:
    """Tell whether two tellings name two days: "some by Friday" and "more by 1 June" are two promises."""
    days = {each.due.latest for each in (one, other) if each.due is not None and each.due.latest}
    return len(days) > 1


def _is_bare(outcome: ProposedOutcome) -> bool:
    """Tell whether a telling only names a deal that another one spells out."""
    undated = outcome.due is None or outcome.due.none_set
    return (
        undated
        and not outcome.quantities
        and len(outcome.claim) < BARE
        and DEAL.search(outcome.claim) is not None
    )


def _fuller(kept: ProposedOutcome, other: ProposedOutcome) -> ProposedOutcome:
    """Keep the telling with more in it; the other becomes another telling."""
    best, rest = (other, kept) if _weight(other) > _weight(kept) else (kept, other)
    more = [each for each in (rest.span, *rest.also) if not each.overlaps(best.span)]
    return replace(
        best, also=(*best.also, *more), due=best.due if best.due is not None else rest.due
    )


def _weight(outcome: ProposedOutcome) -> tuple[int, int]:
    dated = outcome.due is not None and not outcome.due.none_set
    return len(outcome.quantities) + dated - 2 * (outcome.issues[0] == GENERAL), min(
        len(outcome.claim) // 20, 3
    )


def _without_announcements(outcomes: Sequence[ProposedOutcome]) -> tuple[ProposedOutcome, ...]:
    """Let "they settled two smaller matters" become another telling of what it announces."""
    kept: list[ProposedOutcome] = []
    for outcome in reversed(outcomes):
        follows = kept[-1] if kept and kept[-1].status in SETTLED else None
        announces = (
            outcome.status in SETTLED
            and len(outcome.claim) < 2 * BARE
            and VAGUE.search(outcome.claim) is not None
        )
        if announces and follows is not None and follows.span.start - outcome.span.end < NEAR:
            kept[-1] = replace(follows, also=(*follows.also, outcome.span))
        else:
            kept.append(outcome)
    return tuple(reversed(kept))
