"""Whether two documents tell of one position. In doubt they are two, and a changed stance always is another."""

from collections.abc import Sequence

from briefing_app.domain.evidence import Evidence
from briefing_app.domain.issue import IssueId
from briefing_app.domain.position import Channel, PositionContent, Stance
from briefing_app.operations.comparing import MANY, Comparing, same_issue

_ALIKE, _REPEATED = 0.5, 0.65  # how much of what both say is the same: told on one day, and later
_PLAIN = frozenset({Channel.OWN, Channel.REPORTER})  # on no other's word
_YES = frozenset({Stance.ACCEPTS, Stance.ACCEPTS_PARTLY, Stance.CONCEDES})
_NO = frozenset({Stance.REJECTS, Stance.DEMANDS, Stance.THREATENS})


def positions_alike(
    one: PositionContent,
    other: PositionContent,
    *,
    comparing: Comparing,
    known: Sequence[PositionContent],
    general: IssueId | None,
) -> float:
    """Return how surely one of two positions only repeats the other: 0 where they are two."""
    if (one.party, one.stance) != (other.party, other.stance) or not same_issue(
        one.issues, other.issues, general
    ):
        return 0.0
    if not _same_word(one, other) or _turned(one, other, known):
        return 0.0
    same_day = one.said_on is not None and one.said_on == other.said_on
    needed = _ALIKE if same_day else _REPEATED
    alike = max(_alike(each, its, comparing) for each in one.evidence for its in other.evidence)
    return alike if alike >= needed and _same_condition(one, other, comparing) else 0.0


def _same_word(one: PositionContent, other: PositionContent) -> bool:
    """Tell whether both stand on one word: a party's own, or the same other's."""
    if {one.channel, other.channel} <= _PLAIN:
        return True
    return (one.channel, one.speaker) == (other.channel, other.speaker)


def _turned(one: PositionContent, other: PositionContent, known: Sequence[PositionContent]) -> bool:
    """Tell whether the party held the contrary in between: to say it again is news then."""
    if one.said_on is None or other.said_on is None:
        return False
    first, last = sorted((one.said_on, other.said_on))
    contrary = _NO if one.stance in _YES else _YES if one.stance in _NO else frozenset[Stance]()
    return any(
        each.party == one.party
        and each.stance in contrary
        and each.said_on is not None
        and first < each.said_on < last
        and not set(each.issues).isdisjoint((*one.issues, *other.issues))
        for each in known
    )


def _same_condition(one: PositionContent, other: PositionContent, comparing: Comparing) -> bool:
    if not (one.condition and other.condition):
        return one.condition == other.condition
    told = comparing.telling(one.condition).likeness(comparing.telling(other.condition))
    return one.condition == other.condition or told >= _ALIKE


def _alike(one: Evidence, other: Evidence, comparing: Comparing) -> float:
    told, retold = (comparing.telling(each.quote.exact) for each in (one, other))
    alike = told.likeness(retold)
    return alike if alike == 1 or told.shared(retold) >= MANY else 0.0
