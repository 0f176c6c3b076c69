"""What came of the talks on one point, and each source's account of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import NewType

from briefing_app.domain.evidence import Evidence
from briefing_app.domain.issue import IssueId
from briefing_app.domain.party import PartyId
from briefing_app.domain.review import Review

OutcomeId = NewType("OutcomeId", int)
AccountId = NewType("AccountId", int)


class Status(StrEnum):
    AGREED = "agreed"
    AGREED_PARTLY = "agreed_partly"
    PLEDGED = "pledged"
    PROPOSED = "proposed"
    AWAITING_RESPONSE = "awaiting_response"
    DEFERRED = "deferred"
    REJECTED = "rejected"
    NO_AGREEMENT = "no_agreement"
    WITHDRAWN = "withdrawn"
    SCHEDULED = "scheduled"
    DONE = "done"
    BREACHED = "breached"


@dataclass(frozen=True)
class Quantity:
    """How many or how much, the number in full. `qualifier`: at least, about, up to, or none."""

    value: float
    unit: str = ""
    qualifier: str = ""


@dataclass(frozen=True)
class Due:
    """By when. With `none_set` the text says that no date is set; without either date it is vague."""

    text: str = ""
    earliest: date | None = None
    latest: date | None = None
    none_set: bool = False


@dataclass(frozen=True)
class Account:
    """One source's version of an outcome."""

    status: Status
    evidence: Evidence
    quantities: tuple[Quantity, ...] = ()
    due: Due | None = None
    id: AccountId | None = None


@dataclass(frozen=True)
class OutcomeContent:
    """What an outcome says, without its place in the store; what the reader edits."""

    claim: str
    status: Status
    issues: tuple[IssueId, ...]  # the best first, at least one
    accounts: tuple[Account, ...]  # at least one
    responsible: tuple[PartyId, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    due: Due | None = None
    ticked: bool = False  # by the reader alone
    why: str = ""

    @property
    def disputed(self) -> bool:
        """Tell whether two accounts contradict each other, where both say something."""
        return (
            len({account.status for account in self.accounts}) > 1
            or _differ_in_number(self.accounts)
            or _differ(account.due and account.due.latest for account in self.accounts)
        )

    @property
    def awaited(self) -> bool:
        """Tell whether it is an answer that has not come."""
        return self.status is Status.AWAITING_RESPONSE


@dataclass(frozen=True)
class Outcome:
    id: OutcomeId
    content: OutcomeContent
    review: Review


def _differ_in_number(accounts: Iterable[Account]) -> bool:
    """Tell whether two accounts count otherwise; one that counts only a part of what the other does agrees with it."""
    counts = [{each.value for each in account.quantities} for account in accounts]
    return any(not (one <= other or other <= one) for one, other in combinations(counts, 2))


def _differ(values: Iterable[object]) -> bool:
    return len({value for value in values if value}) > 1
