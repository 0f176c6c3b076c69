"""Which outcomes of two documents are one item. Every sentence is invented."""

from dataclasses import dataclass, field
from datetime import date
from itertools import product

import pytest

from briefing_app.domain.evidence import Evidence, Span, VersionId, quote_at
from briefing_app.domain.issue import IssueId
from briefing_app.domain.outcome import Account, Due, OutcomeContent, Quantity, Status
from briefing_app.domain.party import Party, PartyId
from briefing_app.operations.accounts import kin_of_outcome, outcomes_alike
from briefing_app.operations.comparing import Comparing

RAVNIA, OSTLAND, KESTREL = (PartyId(number) for number in (1, 2, 3))
PARTIES = [
    Party(RAVNIA, "Ravnia", ("Ravnian government", "Varnograd")),
    Party(OSTLAND, "Ostland", ("Ostlanders",)),
    Party(KESTREL, "Kestrel Front", ("the Kestrel rebels",)),
]
BOTH = (RAVNIA, OSTLAND)
GENERAL, BODIES, PRISONERS, TRUCE, TROOPS, AID, MEETING = (
    IssueId(number) for number in range(1, 8)
)
APRIL, FIXED = date(2025, 4, 20), date(2025, 6, 20)
JUNE, NEXT_DAY, JULY = date(2025, 6, 2), date(2025, 6, 3), date(2025, 7, 23)


@dataclass(frozen=True)
class Told:
    """What one document proposes: its words, and how they were read."""

    words: str
    issue: IssueId = PRISONERS
    status: Status = Status.AGREED
    who: tuple[PartyId, ...] = BOTH
    count: tuple[tuple[float, str], ...] = ()
    due: Due | None = None
    day: date | None = JUNE
    also: tuple[IssueId, ...] = field(default=())

    def content(self, version: int) -> OutcomeContent:
        span = Span(0, len(self.words))
        evidence = Evidence(VersionId(version), span, quote_at(self.words, span))
        quantities = tuple(Quantity(*each) for each in self.count)
        account = Account(self.status, evidence, quantities, self.due)
        issues = (self.issue, *self.also)
        return OutcomeContent(
            self.words, self.status, issues, (account,), self.who, quantities, self.due
        )


def likeness(one: Told, other: Told) -> float:
    comparing = Comparing(PARTIES, {VersionId(1): one.day, VersionId(2): other.day})
    return outcomes_alike(one.content(1), other.content(2), comparing=comparing, general=GENERAL)


def due(earliest: date | None, latest: date | None) -> Due:
    return Due("then", earliest, latest)


NO, REJECTED, PLEDGED = Status.NO_AGREEMENT, Status.REJECTED, Status.PLEDGED

SAME = {
    "other numbers of bodies": (
        Told("The sides agreed to exchange 6,000 bodies", BODIES, count=((6000, "bodies"),)),
        Told(
            "Ravnia will hand over 12,000 bodies of fallen soldiers to Ostland",
            BODIES,
            PLEDGED,
            (RAVNIA,),
            ((12000, "bodies"),),
            day=NEXT_DAY,
        ),
    ),
    "bodies counted as soldiers": (
        Told("agreed to return the bodies of 6,000 soldiers", BODIES, count=((6000, "soldiers"),)),
        Told("agreed on Monday to exchange 6,000 bodies", BODIES, count=((6000, "bodies"),)),
    ),
    "a swap with other numbers": (
        Told(
            "Ravnia and Ostland agreed to swap 1,000 prisoners each", count=((1000, "prisoners"),)
        ),
        Told(
            "The two governments will free 1,200 captives, all sick and wounded among them",
            count=((1200, "captives"),),
            day=NEXT_DAY,
        ),
    ),
    "a swap with and without its number": (
        Told("agreed to swap 1,000 sick and wounded prisoners", count=((1000, "prisoners"),)),
        Told("agreed to exchange sick and wounded prisoners"),
    ),
    "the same words": (
        Told("The sides agreed to open the Lorn crossing", AID),
        Told("The sides agreed to open the Lorn crossing", AID, day=NEXT_DAY),
    ),
    "the same words in undated documents": (
        Told("The sides agreed to open the Lorn crossing to aid convoys", AID, day=None),
        Told("The sides agreed to open the Lorn crossing to aid convoys", AID, day=None),
    ),
    "agreed against denied": (
        Told("Ravnia and Ostland agreed to a ceasefire", TRUCE),
        Told("No agreement was reached on a ceasefire", TRUCE, NO, ()),
    ),
    "agreed against rejected": (
        Told("The sides agreed to withdraw troops from the river valley", TROOPS),
        Told(
            "The sides rejected a withdrawal of troops from the river valley", TROOPS, REJECTED, ()
        ),
    ),
    "pledged against agreed": (
        Told("Ravnia pledged to let aid convoys through", AID, PLEDGED, (RAVNIA,)),
        Told("Both sides agreed to let aid convoys through", AID, day=NEXT_DAY),
    ),
    "other due dates": (
        Told("agreed to withdraw troops by 30 June", TROOPS, due=due(None, date(2025, 6, 30))),
        Told(
            "agreed to withdraw their troops by 15 July", TROOPS, due=due(None, date(2025, 7, 15))
        ),
    ),
    "a date that is only the day of the talks": (
        Told("agreed on Monday to pull troops out of the valley", TROOPS, due=due(JUNE, JUNE)),
        Told(
            "agreed to withdraw troops from the valley by 30 June",
            TROOPS,
            due=due(None, date(2025, 6, 30)),
        ),
    ),
    "a meeting a day apart": (
        Told(
            "Talks will resume on 20 June",
            MEETING,
            Status.SCHEDULED,
            due=due(date(2025, 6, 20), date(2025, 6, 20)),
        ),
        Told(
            "Talks will resume on 21 June",
            MEETING,
            Status.SCHEDULED,
            due=due(date(2025, 6, 21), date(2025, 6, 21)),
        ),
    ),
    "truce and ceasefire": (
        Told("agreed to a 30-day truce", TRUCE, count=((30, "days"),)),
        Told("agreed to a ceasefire of 60 days", TRUCE, count=((60, "days"),)),
    ),
    "told again weeks later, with the same date": (
        Told(
            "agreed to exchange 500 prisoners by 1 August",
            count=((500, "prisoners"),),
            due=due(None, date(2025, 8, 1)),
        ),
        Told(
            "agreed to swap 500 prisoners by 1 August",
            count=((500, "prisoners"),),
            due=due(None, date(2025, 8, 1)),
            day=JULY,
        ),
    ),
    "an issue in common": (
        Told("agreed to exchange the sick prisoners and the dead", PRISONERS, also=(BODIES,)),
        Told("agreed to exchange the dead and the sick prisoners", BODIES, day=NEXT_DAY),
    ),
}

TWO = {
    "swaps in different months": (
        Told("agreed to swap 1,000 prisoners", count=((1000, "prisoners"),)),
        Told("agreed to swap 1,200 prisoners", count=((1200, "prisoners"),), day=JULY),
    ),
    "swaps due in different months": (
        Told("agreed to swap prisoners in June", due=due(date(2025, 6, 1), date(2025, 6, 30))),
        Told("agreed to swap prisoners in July", due=due(date(2025, 7, 1), date(2025, 7, 31))),
    ),
    "a second swap": (
        Told("agreed to swap 1,000 prisoners", count=((1000, "prisoners"),)),
        Told("agreed to a second swap of 1,000 prisoners", count=((1000, "prisoners"),)),
    ),
    "a second and a third": (
        Told("agreed to open a second crossing", AID),
        Told("agreed to open a third crossing", AID),
    ),
    "an extended truce": (
        Told("The sides agreed to a truce in the valley", TRUCE),
        Told("The sides agreed to extend the truce in the valley", TRUCE, day=NEXT_DAY),
    ),
    "another unit": (
        Told("agreed to exchange 500 prisoners", count=((500, "prisoners"),)),
        Told("agreed to exchange 500 civilians", count=((500, "civilians"),)),
    ),
    "other prisoners": (
        Told("agreed to exchange all sick and wounded prisoners"),
        Told("agreed to exchange all prisoners under 25"),
    ),
    "prisoners of other ages": (
        Told("agreed to exchange prisoners under 25"),
        Told("agreed to exchange prisoners under 18"),
    ),
    "other places": (
        Told("agreed to withdraw troops from Northport", TROOPS),
        Told("agreed to withdraw troops from Southbay", TROOPS),
    ),
    "other issues": (
        Told("agreed to exchange lists of the missing", BODIES),
        Told("agreed to exchange lists of the missing", PRISONERS),
    ),
    "other parties": (
        Told("Ravnia pledged to free 20 prisoners", PRISONERS, PLEDGED, (RAVNIA,), ((20, "prisoners"),)),
        Told("Ostland pledged to free 20 prisoners", PRISONERS, PLEDGED, (OSTLAND,), ((20, "prisoners"),)),
    ),
    "answers to the plans of two": (
        Told("has not answered the plan for the dam that Ostland put forward", AID, Status.AWAITING_RESPONSE, ()),
        Told("has not answered the plan for the dam that Kestrel put forward", AID, Status.AWAITING_RESPONSE, ()),
    ),
    "answers to nothing in particular": (
        Told("has not yet responded to the plan put forward by Ostland", AID, Status.AWAITING_RESPONSE, ()),
        Told("will answer the proposal that Ostland submitted", AID, Status.AWAITING_RESPONSE, ()),
    ),
    "a round long past and one to come": (
        Told("The next round is set for 20 April", MEETING, Status.SCHEDULED, due=due(APRIL, APRIL)),
        Told("The next round is set for 20 June", MEETING, Status.SCHEDULED, due=due(FIXED, FIXED)),
    ),
    "agreed, and then broken": (
        Told("agreed to a truce in the valley", TRUCE),
        Told("broke the truce in the valley", TRUCE, Status.BREACHED, (RAVNIA,)),
    ),
    "agreed, and then done": (
        Told("agreed to exchange 500 prisoners", count=((500, "prisoners"),)),
        Told("exchanged 500 prisoners", status=Status.DONE, count=((500, "prisoners"),), day=NEXT_DAY),
    ),
    "no agreement, and one a week later": (
        Told("No agreement was reached on a ceasefire", TRUCE, NO, ()),
        Told("agreed to a ceasefire", TRUCE, day=date(2025, 6, 9)),
    ),
    "proposed, and agreed": (
        Told("a plan to open the crossing was put forward", AID, Status.PROPOSED),
        Told("agreed to open the crossing", AID),
    ),
    "a partial ceasefire and a denial of a full one": (
        Told("agreed to a local ceasefire around the dam", TRUCE),
        Told("No agreement was reached on a ceasefire", TRUCE, NO, ()),
    ),
    "no more than an issue in common": (
        Told("agreed to let families visit prisoners", PRISONERS),
        Told("agreed to exchange lists of prisoners", PRISONERS),
    ),
    "about nothing in particular": (
        Told("They agreed on two smaller points", GENERAL, also=(AID,)),
        Told("They agreed on several points of order", GENERAL, also=(TROOPS,)),
    ),
    "little in common and no date": (
        Told("agreed to a ceasefire", TRUCE, day=None),
        Told("agreed to a lasting ceasefire with monitors", TRUCE, day=None),
    ),
    "a first and a second phase": (
        Told("agreed to withdraw troops in the first phase", TROOPS),
        Told("agreed to withdraw troops in the second phase", TROOPS),
    ),
    "rounds of talks": (
        Told("agreed to hold a second round of talks", MEETING, Status.SCHEDULED),
        Told("agreed to hold a third round of talks", MEETING, Status.SCHEDULED),
    ),
}  # fmt: skip


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_one_item_told_twice(pair: tuple[Told, Told]):
    assert likeness(*pair) > 0


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_two_items(pair: tuple[Told, Told]):
    assert likeness(*pair) == 0


@pytest.mark.parametrize("pair", [*SAME.values(), *TWO.values()], ids=[*SAME, *TWO])
def test_whichever_comes_first(pair: tuple[Told, Told]):
    one, other = pair
    assert likeness(one, other) == likeness(other, one)


def test_the_same_number_makes_it_surer():
    told = Told("agreed to swap 1,000 prisoners", count=((1000, "prisoners"),))
    more = Told("agreed to swap 1,200 prisoners", count=((1200, "prisoners"),))
    assert likeness(told, told) > likeness(told, more)


def test_every_document_must_bear_it_out():
    days = (JUNE, date(2025, 6, 8), date(2025, 6, 14))
    told = [
        Told("agreed to open the Lorn crossing", AID, day=day).content(n)
        for n, day in enumerate(days)
    ]
    comparing = Comparing(PARTIES, {VersionId(n): day for n, day in enumerate(days)})
    both = OutcomeContent(**{**vars(told[0]), "accounts": told[0].accounts + told[1].accounts})
    assert outcomes_alike(told[1], told[2], comparing=comparing, general=GENERAL) > 0
    assert outcomes_alike(both, told[2], comparing=comparing, general=GENERAL) == 0


def test_all_accounts_are_looked_at():
    vague = Told("They settled the matter of the captives").content(1)
    whole = Told("agreed to exchange sick prisoners").content(1)
    both = OutcomeContent(**{**vars(vague), "accounts": vague.accounts + whole.accounts})
    comparing = Comparing(PARTIES, {VersionId(1): JUNE, VersionId(2): JUNE})
    other = Told("agreed to swap the sick prisoners").content(2)
    assert outcomes_alike(both, other, comparing=comparing, general=GENERAL) > 0


def test_what_is_alike_is_kin():
    alike = 0
    for one, other in product(Status, Status):
        told = Told("agreed to exchange sick prisoners", status=one)
        retold = Told("agreed to exchange all sick prisoners", status=other, also=(TRUCE,))
        kin = kin_of_outcome(told.content(1)) & kin_of_outcome(retold.content(2))
        if likeness(told, retold):
            alike += 1
            assert kin, (one, other)
    assert len(Status) < alike < len(Status) ** 2
