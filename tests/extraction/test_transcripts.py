"""Spoken words as they are published: whose turn it is, who only asks, and for whom a text says "we"."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Propose

PRESS_CONFERENCE = """\
Joint press conference after the talks on cod

Remarks by the Minister of Fisheries of Ellmark and the Secretary of Carrow

They were Fisheries Minister Ragna Thorsdal (Ellmark) and Peter Aldous (Carrow).

{first} Ellmark is ready to talk. We will never give up the inspections.

Q (Ellmark Herald): Will Carrow accept that?

{second} We reject any camera on board. We would accept an inspector from {third}.
"""


def held(told) -> set[tuple[str, str]]:
    return {(each.party, each.stance.value) for each in told.positions}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Minister THORSDAL:", "Mr ALDOUS:"),
        ("RAGNA THORSDAL:", "PETER ALDOUS:"),
        ("Ragna Thorsdal:", "Peter Aldous:"),
    ],
)
def test_a_label_is_whose_surname_it_has(propose: Propose, first: str, second: str):
    told = propose(PRESS_CONFERENCE.format(first=first, second=second, third="Norway"))
    assert {party for party, _stance in held(told)} == {"Ellmark", "Carrow"}
    assert ("Carrow", "rejects") in held(told)


ASKING = [
    ("Q ", "SENIOR OFFICIAL:"),
    ("Q: ", "A:"),
    ("QUESTION: ", "SPOKESPERSON:"),
    ("(Mona Farid, Sabah TV): ", "Spokesperson:"),
    ("HAMISH LORNE: ", "THE MINISTER:"),
    ("Reuters: ", "Ana Prado:"),
]


@pytest.mark.parametrize(("asks", "answers"), ASKING, ids=[row[0].strip() for row in ASKING])
def test_who_only_asks_holds_nothing(propose: Propose, asks: str, answers: str):
    told = propose(
        f"Transcript of the press briefing by the Foreign Ministry of Kenya\n\n{asks}Should the army leave the "
        f"valley? Would you accept the plan?\n\n{answers} We reject it. We have said so to our friends.\n\n{asks}And "
        f"the treaty, will you sign it?\n\n{answers} We will not sign. Our answer is no."
    )
    assert {each.party for each in told.positions} == {"Kenya"}
    assert {each.stance.value for each in told.positions} == {"rejects"}


def test_questions_may_stand_without_a_label(propose: Propose):
    told = propose(
        "Interview with Ana Prado, the negotiator of Peru\n\nWill you sign the draft?\n\nWe will not sign it.\n\nDo "
        "you demand the return of the islands?\n\nOur demands are known. We insist on a withdrawal.\n\nMust "
        "Chile agree to it?\n\nWe ask for nothing else, I think."
    )
    assert {each.party for each in told.positions} == {"Peru"}


def test_we_are_who_is_named_above_and_acts(propose: Propose):
    told = propose(
        "Address to the nation by the President of the Republic of Tavreda, Milena Ostoja\n\nKarsk, 9 May 2023\n\nMy "
        "fellow citizens, we met the Upland Front in Lisbon. We will never accept a second army. I told the Upland "
        "Front so. Tavreda is strong."
    )
    assert held(told) == {("Tavreda", "rejects")}


def test_we_are_not_whom_we_stand_against(propose: Propose):
    told = propose(
        "The plan for the valley\n\nOn Sarmeda\n\nWe will never accept the camps. Sarmeda burned our homes. Sarmeda "
        "lied to us about our prisoners. We shall not forgive Sarmeda. Our people told Sarmeda so."
    )
    assert not held(told)


def test_who_speaks_alone_speaks_for_who_acts_in_what_they_say(propose: Propose):
    told = propose(
        "Regular press conference\n\nReuters: Will the ban be lifted?\n\nShen Rui: China has explained its position. "
        "China will not lift the ban.\n\nAFP: And the talks with Peru?\n\nShen Rui: China is ready to talk. We reject "
        "preconditions."
    )
    assert {each.party for each in told.positions} == {"China"}


@pytest.mark.parametrize(
    "leads",
    [
        "Rui Pinto leads the negotiating team of Peru.",
        "Rui Pinto, who headed Peru's team, flew home.",
    ],
)
def test_who_leads_a_team_speaks_for_it(propose: Propose, leads: str):
    told = propose(f"Chile wants the gas. {leads} Pinto refused to sign the treaty.")
    assert ("Peru", "rejects") in held(told)


def test_a_label_may_tell_whose_it_is_in_brackets_or_by_an_office(propose: Propose):
    told = propose(
        "Joint press conference with the European Commissioner for Trade\n\nHassan Amin (Iraq): We are ready to talk. "
        "We will not change the map.\n\nCOMMISSIONER: We reject the ban."
    )
    assert held(told) >= {("Iraq", "rejects"), ("European Union", "rejects")}


def test_a_state_in_capitals_issues_what_stands_below(propose: Propose):
    told = propose(
        "REPUBLIC OF TAVARU\nMinistry of Foreign Affairs\n\nNote on the talks\n\nSarmeda met Tavaru's army. We will "
        "not accept the camps. Sarmeda lied to us. Sarmeda told us so."
    )
    assert ("Tavaru", "rejects") in held(told)
