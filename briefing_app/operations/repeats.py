"""Whether two documents tell of one position. In doubt they are two, and a changed stance always is another."""

from collections.abc import Hashable, Sequence

from briefing_app.domain.evidence import Evidence
from briefing_app.domain.issue import IssueId
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import Channel, PositionContent, Stance
from briefing_app.operations.comparing import MANY, Comparing, by_document, same_issue

_ALIKE, _REPEATED = 0.5, 0.65  # how much of what both say is the same: told on one day, and later
_EACH_MORE = 0.75  # the same, where each says something that the other does not
_PLAIN = frozenset({Channel.OWN, Channel.REPORTER})  # on no other's word
_YES = frozenset({Stance.ACCEPTS, Stance.ACCEPTS_PARTLY, Stance.CONCEDES})
_NO = frozenset({Stance.REJECTS, Stance.DEMANDS, Stance.THREATENS})


def kin_of_position(content: PositionContent) -> frozenset[Hashable]:
    """Return what two positions have in common of which one may repeat the other: whose they are, and the stance."""
    return frozenset({(frozenset(content.holders), content.stance)})


def positions_alike(
    one: PositionContent,
    other: PositionContent,
    *,
    comparing: Comparing,
    known: Sequence[PositionContent],
    general: IssueId | None,
) -> float:
    """Return how surely one of two positions only repeats the other: 0 where they are two."""
    if (set(one.holders), one.stance) != (set(other.holders), other.stance):
        return 0.0
    if not same_issue(one.issues, other.issues, general):
        return 0.0
    if not _same_word(one, other) or _turned(one, other, known):
        return 0.0
    if not _same_condition(one, other, comparing):
        return 0.0
    same_day = one.said_on is not None and one.said_on == other.said_on
    needed = _ALIKE if same_day else _REPEATED
    alike = min(
        max(_alike(each, its, one.holders, comparing) for each in evidence for its in others)
        for evidence in by_document(one.evidence)
        for others in by_document(other.evidence)
    )
    return alike if alike >= needed else 0.0


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
        not set(each.holders).isdisjoint(one.holders)
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


def _alike(
    one: Evidence, other: Evidence, holders: Sequence[PartyId], comparing: Comparing
) -> float:
    told, retold = (comparing.telling(each.quote.exact) for each in (one, other))
    alike = told.likeness(retold)
    if not told.same_parties(retold, but=holders) or (alike < 1 and told.shared(retold) < MANY):
        return 0.0
    return alike if told.within(retold) or alike >= _EACH_MORE else 0.0
