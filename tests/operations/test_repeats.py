"""Which positions of two documents are one. Every sentence is invented."""

from dataclasses import replace
from datetime import date

import pytest

from briefing_app.domain.evidence import Evidence, Span, VersionId, quote_at
from briefing_app.domain.issue import IssueId
from briefing_app.domain.party import Party, PartyId
from briefing_app.domain.position import Channel, PositionContent, Stance
from briefing_app.operations.comparing import Comparing
from briefing_app.operations.repeats import kin_of_position, positions_alike

RAVNIA, OSTLAND = PartyId(1), PartyId(2)
PARTIES = [
    Party(RAVNIA, "Ravnia", ("Varnograd",)),
    Party(OSTLAND, "Ostland"),
    Party(PartyId(3), "Kestrel"),
]
GENERAL, TRUCE, AID = (IssueId(number) for number in range(1, 4))
JUNE, LATER, LATEST = date(2025, 6, 2), date(2025, 6, 9), date(2025, 6, 16)
COMPARING = Comparing(PARTIES, {})


def position(words: str, version: int = 1, **fields: object) -> PositionContent:
    span = Span(0, len(words))
    told = PositionContent(
        party=RAVNIA,
        stance=Stance.REJECTS,
        issues=(TRUCE,),
        claim=words,
        evidence=(Evidence(VersionId(version), span, quote_at(words, span)),),
        said_on=JUNE,
    )
    return replace(told, **fields)  # pyright: ignore[reportArgumentType]


FIRST = position("Ravnia rejected an unconditional 30-day ceasefire")
OF_AID = {"stance": Stance.DEMANDS, "issues": (AID,)}
CALLED = position("Ravnia called for aid convoys to Southbay", **OF_AID)
ONLY_IF = "only if foreign troops leave the valley"

SAME = {
    "by both, the other named first": (
        replace(FIRST, also_party=(OSTLAND,)),
        position("Both rejected the 30-day ceasefire", 2, party=OSTLAND, also_party=(RAVNIA,)),
    ),
    "the same day": (FIRST, position("Varnograd refused to accept a full 30-day truce", 2)),
    "repeated later": (
        FIRST,
        position("Ravnia again refused an unconditional 30-day ceasefire", 2, said_on=LATER),
    ),
    "own words and a reporter's": (
        FIRST,
        position("We reject an unconditional ceasefire", 2, channel=Channel.OWN, speaker="Ravnia"),
    ),
    "on the same other's word": (
        replace(FIRST, channel=Channel.OTHER_PARTY, speaker="Ostland"),
        position(
            "Ravnia refused an unconditional ceasefire",
            2,
            channel=Channel.OTHER_PARTY,
            speaker="Ostland",
        ),
    ),
    "on the same condition": (
        replace(FIRST, condition=ONLY_IF),
        position(
            "Ravnia refused a 30-day ceasefire", 2, condition="if foreign troops left the valley"
        ),
    ),
}
TWO = {
    "together with another": (FIRST, replace(FIRST, also_party=(OSTLAND,))),
    "another party": (FIRST, replace(FIRST, party=OSTLAND)),
    "another stance": (FIRST, replace(FIRST, stance=Stance.ACCEPTS_PARTLY)),
    "another issue": (FIRST, replace(FIRST, issues=(AID,))),
    "on another's word": (FIRST, replace(FIRST, channel=Channel.OTHER_PARTY, speaker="Ostland")),
    "with a condition": (FIRST, replace(FIRST, condition=ONLY_IF)),
    "on another condition": (
        replace(FIRST, condition=ONLY_IF),
        replace(FIRST, condition="unless prisoners are freed"),
    ),
    "another length": (FIRST, position("Ravnia rejected an unconditional 60-day ceasefire", 2)),
    "put to another": (
        position("Ravnia threatened to leave unless Ostland freed the captured sailors"),
        position("Ravnia threatened to leave unless Kestrel freed the captured sailors", 2),
    ),
    "each with something of its own": (
        position("We are ready to free wounded soldiers without conditions"),
        position("We are ready to free all civilians without conditions", 2),
    ),
    "another claim": (CALLED, position("Ravnia called for field hospitals", 2, **OF_AID)),
    "another place": (CALLED, position("Ravnia called for aid convoys to Northport", 2, **OF_AID)),
    "a claim that says nothing": (
        position("Ravnia rejected the proposal"),
        position("Ravnia rejected the proposal", 2),
    ),
}  # fmt: skip


def likeness(one: PositionContent, other: PositionContent, *known: PositionContent) -> float:
    return positions_alike(one, other, comparing=COMPARING, known=known, general=GENERAL)


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_one_position_told_twice(pair: tuple[PositionContent, PositionContent]):
    assert kin_of_position(pair[0]) & kin_of_position(pair[1])
    assert likeness(*pair) == likeness(*pair[::-1]) > 0


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_two_positions(pair: tuple[PositionContent, PositionContent]):
    assert likeness(*pair) == likeness(*pair[::-1]) == 0


@pytest.mark.parametrize(("turned", "same"), [(Stance.ACCEPTS, False), (Stance.OFFERS, True)])
def test_what_is_said_again_after_a_turn_is_news(turned: Stance, same: bool):
    between = replace(FIRST, stance=turned, said_on=LATER)
    again = replace(FIRST, said_on=LATEST)
    assert (likeness(FIRST, again, between) > 0) is same
    assert likeness(FIRST, again, replace(between, party=OSTLAND)) > 0
    assert likeness(FIRST, again, replace(between, said_on=None)) > 0
