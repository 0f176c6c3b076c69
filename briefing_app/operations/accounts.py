"""Whether two documents tell of one outcome, in other numbers or with another ending. In doubt they are two."""

import datetime as dt
from collections.abc import Hashable

from briefing_app.domain.issue import IssueId
from briefing_app.domain.labels import STATUS_GROUPS
from briefing_app.domain.outcome import Account, Due, OutcomeContent, Quantity, Status
from briefing_app.domain.telling import Telling, stem
from briefing_app.operations.alike import load_alike
from briefing_app.operations.comparing import FAR, MANY, NEAR, Comparing, by_document, same_issue

_ALIKE, _MORE_ALIKE, _COUNTED_ALIKE = 0.5, 0.6, 0.4  # how much of what both say is the same
_OPPOSED = 1  # days: later than that it is no denial but what came of it
_SHORT, _SLACK = 2, 3  # days: of a due that names a day, and by which two such may differ

_GROUPS = {status: name for name, group in STATUS_GROUPS for status in group}
_AGREED = _GROUPS[Status.AGREED]
_CONTESTED = "contested"  # what one says was agreed, and another that it was not
_DENIED = frozenset({Status.REJECTED, Status.NO_AGREEMENT})
_LATER = frozenset({Status.WITHDRAWN, Status.BREACHED})  # no other word for a failure to agree


def kin_of_outcome(content: OutcomeContent) -> frozenset[Hashable]:
    """Return what two outcomes have in common that may be one item: an issue, and what became of it."""
    statuses = {each.status for each in content.accounts}
    ends: set[str] = {_GROUPS[each] for each in statuses}
    if _AGREED in ends or statuses & _DENIED:
        ends.add(_CONTESTED)
    return frozenset((issue, end) for issue in content.issues for end in ends)


def outcomes_alike(
    one: OutcomeContent, other: OutcomeContent, *, comparing: Comparing, general: IssueId | None
) -> float:
    """Return how surely two outcomes are one item: 0 where they are two. Either may come first."""
    if not same_issue(one.issues, other.issues, general) or _part(
        one.responsible, other.responsible
    ):
        return 0.0
    return min(
        max(_alike(each, its, comparing) for each in accounts for its in others)
        for accounts in by_document(one.accounts)
        for others in by_document(other.accounts)
    )


def _alike(one: Account, other: Account, comparing: Comparing) -> float:
    apart = comparing.days_apart(one.evidence, other.evidence)
    far = apart is not None and apart > FAR
    if far and not _same_day(one.due, other.due):
        return 0.0
    opposed = _are_opposed(one.status, other.status)
    if not (opposed or _same_group(one.status, other.status)):
        return 0.0
    if opposed and (apart is None or apart > _OPPOSED):
        return 0.0
    dues = [_promised(each, comparing.day(each.evidence)) for each in (one, other)]
    if not _meet(*dues) or (far and not _same_day(*dues)):
        return 0.0
    return _words_alike(one, other, comparing, strict=opposed or apart is None or apart > NEAR)


def _words_alike(one: Account, other: Account, comparing: Comparing, *, strict: bool) -> float:
    tellings = [_telling(each, comparing) for each in (one, other)]
    if not tellings[0].same_parties(tellings[1]):
        return 0.0
    counted = bool(one.quantities and other.quantities)
    if counted and not _same_units(one, other, *tellings):
        return 0.0
    alike = tellings[0].likeness(tellings[1])
    few = tellings[0].shared(tellings[1]) < MANY and alike < 1
    if few and (strict or not counted):
        return 0.0
    strict = strict or not tellings[0].within(tellings[1])
    needed = _MORE_ALIKE if strict else _COUNTED_ALIKE if counted else _ALIKE
    return alike + _same_numbers(one, other) if alike >= needed else 0.0


def _telling(account: Account, comparing: Comparing) -> Telling:
    return comparing.telling(
        account.evidence.quote.exact, (each.value for each in account.quantities)
    )


def _same_group(one: Status, other: Status) -> bool:
    return one is other or (_GROUPS[one] == _GROUPS[other] and _LATER.isdisjoint({one, other}))


def _are_opposed(one: Status, other: Status) -> bool:
    """Tell whether one says agreed where the other says that it was not."""
    return any(
        first in _DENIED and _GROUPS[second] == _AGREED
        for first, second in ((one, other), (other, one))
    )


def _same_units(one: Account, other: Account, told: Telling, retold: Telling) -> bool:
    """Tell whether what one counts is counted, or at least named, by the other: soldiers, bodies of soldiers."""
    units, others = _units(one.quantities), _units(other.quantities)
    return not (units and others) or bool(
        units & others or units & retold.about or others & told.about
    )


def _units(quantities: tuple[Quantity, ...]) -> set[str]:
    same = load_alike().vocabulary.same
    stems = {stem(word) for each in quantities for word in each.unit.split()}
    return {same.get(each, each) for each in stems} - load_alike().vocabulary.empty


def _same_numbers(one: Account, other: Account) -> float:
    """Prefer, among tellings that are alike, the one with the same numbers and the same due date."""
    values = {each.value for each in one.quantities} & {each.value for each in other.quantities}
    return (0.2 if values else 0.0) + (0.1 if one.due and one.due == other.due else 0.0)


def _promised(account: Account, written: dt.date | None) -> Due | None:
    """Return by when, unless it is only the day on which the talks were: that says nothing of the outcome."""
    due = account.due
    if due is None or (due.latest is None and due.earliest is None):
        return None
    ago = (written - due.latest).days if written and due.latest else -1
    return None if 0 <= ago <= FAR and account.status is not Status.DONE else due


def _meet(one: Due | None, other: Due | None) -> bool:
    """Tell whether there is a day on which both may be; of two that name a day, one may be a little late."""
    if one is None or other is None:
        return True
    slack = _SLACK if _is_short(one) and _is_short(other) else 0
    return all(
        (first.earliest or dt.date.min).toordinal() - slack
        <= (second.latest or dt.date.max).toordinal()
        for first, second in ((one, other), (other, one))
    )


def _same_day(one: Due | None, other: Due | None) -> bool:
    return one is not None and other is not None and one.latest == other.latest is not None


def _is_short(due: Due) -> bool:
    return bool(due.earliest and due.latest and (due.latest - due.earliest).days < _SHORT)


def _part(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return bool(one and other) and set(one).isdisjoint(other)
