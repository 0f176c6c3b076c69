"""One record for each position and outcome, however often the text tells it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing_app.domain.evidence import Span
from briefing_app.domain.issue import GENERAL
from briefing_app.domain.outcome import Status
from briefing_app.domain.position import Stance
from briefing_app.domain.proposals import ProposedOutcome, ProposedPosition

GROUPS = {
    Stance.DEMANDS: 0,
    Stance.PROPOSES: 0,
    Stance.OFFERS: 1,
    Stance.PLEDGES: 1,
    Stance.CONCEDES: 1,
    Stance.ACCEPTS: 2,
    Stance.ACCEPTS_PARTLY: 2,
    Stance.REJECTS: 3,
    Stance.THREATENS: 4,
    Stance.UNDECIDED: 5,
}


def merge_positions(found: Sequence[tuple[ProposedPosition, bool]]) -> tuple[ProposedPosition, ...]:
    """Fold repeated tellings into the fullest; `True` marks a headline, which never stands alone beside a story."""
    kept: list[ProposedPosition] = []
    for position, heading in sorted(found, key=lambda each: (each[1], each[0].span.start)):
        same = next(
            (i for i, other in enumerate(kept) if _same(position, other, heading=heading)), None
        )
        if same is not None:
            kept[same] = _fold(kept[same], position)
        elif not heading:
            kept.append(position)
    return tuple(sorted(kept, key=lambda each: each.span))


def _same(one: ProposedPosition, other: ProposedPosition, *, heading: bool) -> bool:
    if one.party != other.party or GROUPS[one.stance] != GROUPS[other.stance]:
        return (
            one.span.overlaps(other.span)
            and one.party == other.party
            and _mostly(one.span, other.span)
        )
    if one.span.overlaps(other.span):
        return True
    if heading:
        return bool(set(one.issues) & set(other.issues))
    return _alike(one.claim, other.claim) and bool(set(one.issues) & set(other.issues))


def _mostly(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0.8 * min(len(one), len(other))


def _alike(one: str, other: str) -> bool:
    """Tell whether two claims share most of their longer words."""
    words = [{w for w in claim.lower().split() if len(w) > 4} for claim in (one, other)]
    small = min(words, key=len)
    return len(small) >= 2 and len(words[0] & words[1]) >= 0.6 * len(small)


def _fold(kept: ProposedPosition, other: ProposedPosition) -> ProposedPosition:
    if kept.span.overlaps(other.span):
        return kept
    return replace(
        kept, also=(*kept.also, other.span), background=kept.background and other.background
    )


def merge_outcomes(found: Sequence[tuple[ProposedOutcome, bool]]) -> tuple[ProposedOutcome, ...]:
    kept: list[ProposedOutcome] = []
    for outcome, heading in sorted(found, key=lambda each: (each[1], each[0].span.start)):
        same = next(
            (i for i, other in enumerate(kept) if _same_outcome(outcome, other, heading=heading)),
            None,
        )
        if same is None:
            if not heading:
                kept.append(outcome)
        else:
            kept[same] = _fuller(kept[same], outcome)
    return fold_announcements(sorted(kept, key=lambda each: each.span))


BARE = 45
NEAR = 200
DEAL = re.compile(
    r"\b(?:agreement|deal|swap|exchange|truce|ceasefire|accord|pact|plan|release|understanding|extension)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:issues?|matters?|points?|ground|things?|areas?|steps?|measures?|questions?)$|\bmatters were|\bpoints were",
    re.IGNORECASE,
)
SETTLED = frozenset({Status.AGREED, Status.AGREED_PARTLY, Status.PLEDGED})


def _same_outcome(one: ProposedOutcome, other: ProposedOutcome, *, heading: bool) -> bool:
    if one.span.overlaps(other.span) and (
        _mostly(one.span, other.span) or one.status == other.status
    ):
        return True
    if one.status is not other.status and not {one.status, other.status} <= SETTLED:
        return False
    if heading:
        return bool(set(one.issues) & set(other.issues))
    if one.status is Status.NO_AGREEMENT:
        return one.issues[0] == other.issues[0] and one.due == other.due
    if (
        one.issues[0] == other.issues[0]
        and one.status in SETTLED
        and any(_is_bare(each) for each in (one, other))
    ):
        return set(one.responsible) >= set(other.responsible) or set(one.responsible) <= set(
            other.responsible
        )
    return _alike(one.claim, other.claim) and bool(set(one.issues) & set(other.issues))


def _is_bare(outcome: ProposedOutcome) -> bool:
    """Tell whether a telling only announces what another one spells out."""
    return (
        not outcome.quantities
        and (outcome.due is None or outcome.due.none_set)
        and len(outcome.claim) < BARE
        and DEAL.search(outcome.claim) is not None
    )


def _fuller(kept: ProposedOutcome, other: ProposedOutcome) -> ProposedOutcome:
    """Keep the telling with more in it; the other becomes another telling."""
    best, rest = (other, kept) if _weight(other) > _weight(kept) else (kept, other)
    if best.due is None:
        best = replace(best, due=rest.due)
    also = (*best.also, rest.span, *rest.also)
    return replace(best, also=tuple(each for each in also if not each.overlaps(best.span)))


def _weight(outcome: ProposedOutcome) -> tuple[int, int]:
    dated = outcome.due is not None and not outcome.due.none_set
    return len(outcome.quantities) + dated - 2 * (outcome.issues[0] == GENERAL), min(
        len(outcome.claim) // 20, 3
    )


def fold_announcements(outcomes: Sequence[ProposedOutcome]) -> tuple[ProposedOutcome, ...]:
    """Let "they settled two smaller matters" become another telling of what it announces."""
    kept: list[ProposedOutcome] = []
    announced: ProposedOutcome | None = None
    for outcome in outcomes:
        if (
            outcome.status in SETTLED
            and VAGUE.search(outcome.claim)
            and len(outcome.claim) < 2 * BARE
        ):
            announced = outcome
            continue
        if (
            announced is not None
            and outcome.status in SETTLED
            and outcome.span.start - announced.span.end < NEAR
        ):
            kept.append(replace(outcome, also=(*outcome.also, announced.span)))
        else:
            kept += [each for each in (announced,) if each is not None]
            kept.append(outcome)
        announced = None
    return tuple([*kept, announced] if announced is not None else kept)
