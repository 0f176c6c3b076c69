from datetime import date

import pytest

from briefing_app.domain.evidence import Evidence, Span, VersionId, quote_at
from briefing_app.domain.issue import IssueId
from briefing_app.domain.outcome import Account, Due, OutcomeContent, Quantity, Status

AGREED = Status.AGREED
WORDS = Evidence(VersionId(1), Span(0, 6), quote_at("agreed", Span(0, 6)))


def account(status=AGREED, *values, due=None, unit="bodies"):
    return Account(status, WORDS, tuple(Quantity(value, unit) for value in values), due)


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        (account(AGREED, 6000), account(AGREED, 12000), True),
        (account(AGREED, 6000), account(AGREED, 6000, unit="remains"), False),
        (account(AGREED, 6000), account(AGREED), False),
        (account(AGREED, 1000), account(AGREED, 1000, 25), False),
        (account(AGREED, 1000, 30), account(AGREED, 1000, 25), True),
        (account(AGREED), account(Status.NO_AGREEMENT), True),
        (account(due=Due("a", None, date(2025, 6, 1))), account(due=Due("b", None, date(2025, 7, 1))), True),
        (account(due=Due("a", None, date(2025, 6, 1))), account(due=Due("soon")), False),
    ],
)  # fmt: skip
def test_accounts_that_contradict_each_other_are_disputed(one, other, disputed):
    for accounts in ((one, other), (other, one), (one, one, other)):
        content = OutcomeContent("bodies", AGREED, (IssueId(1),), accounts)
        assert content.disputed is disputed
