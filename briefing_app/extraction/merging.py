"""One record for each position and outcome, however often the text tells it."""

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.domain.evidence import Span
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
    return tuple(sorted(kept, key=lambda each: each.span))


BARE = 45
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
    if one.status is Status.AGREED and other.status is Status.AGREED and one.issues == other.issues:
        return (
            not (one.quantities and other.quantities)
            and one.due == other.due
            and _alike(one.claim, other.claim)
        )
    return _alike(one.claim, other.claim) and bool(set(one.issues) & set(other.issues))


def _is_bare(outcome: ProposedOutcome) -> bool:
    """Tell whether a telling only announces what another one spells out."""
    return not outcome.quantities and (outcome.due is None or outcome.due.none_set) and len(outcome.claim) < BARE


def _fuller(kept: ProposedOutcome, other: ProposedOutcome) -> ProposedOutcome:
    """Keep the telling with more in it; the other becomes another telling."""
    best, rest = (
        (other, kept)
        if len(other.quantities) + bool(other.due) > len(kept.quantities) + bool(kept.due)
        else (kept, other)
    )
    also = kept.also if best.span.overlaps(rest.span) else (*kept.also, rest.span)
    return replace(best, also=tuple(each for each in also if not each.overlaps(best.span)))
