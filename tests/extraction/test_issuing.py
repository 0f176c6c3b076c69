"""Documents that several issue together: who says "we", and who is spoken to."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Propose

ON_A_THIRD = (
    "Joint Statement by the President of Kenya, the Chancellor of Austria, the Prime Minister of Peru and the King of "
    "Norway\n\nThe leaders of Kenya, Austria, Peru and Norway met in Rome today. We call on Orvania to halt the "
    "production of uranium metal. We will never accept its annexation of the islands."
)
BETWEEN_TWO = (
    "Joint Statement by Norway, Kenya and Peru\n\nWe, the foreign ministers of Norway, Kenya and Peru, welcome the "
    "talks between the Government of Sarmeda and the Tarn Liberation Front. We urge both sides to accept the text that "
    "we presented on Friday."
)


def roles(told) -> dict[str, str]:
    return {each.name: each.role.value for each in told.parties}


def test_all_who_issue_a_statement_hold_what_we_hold(propose: Propose):
    told = propose(ON_A_THIRD)
    assert {(each.party, *each.also_party) for each in told.positions} == {
        ("Kenya", "Austria", "Peru", "Norway")
    }
    assert {each.speaker for each in told.positions} == {"Kenya, Austria, Peru and Norway"}


def test_who_issue_a_statement_are_one_side_and_whom_they_ask_is_the_other(propose: Propose):
    assert roles(propose(ON_A_THIRD)) == dict.fromkeys(
        ["Kenya", "Austria", "Peru", "Norway", "Orvania"], "party"
    )


def test_who_ask_both_sides_together_stand_between_them(propose: Propose):
    assert roles(propose(BETWEEN_TWO)) == {
        **dict.fromkeys(["Sarmeda", "Tarn Liberation Front"], "party"),
        **dict.fromkeys(["Norway", "Kenya", "Peru"], "mediator"),
    }


def test_a_letterhead_may_name_several(propose: Propose):
    told = propose(
        "Statement on the Talks\n\nThe following statement was released by the Governments of Qatar, Norway and "
        "Egypt.\n\nWe reject any delay."
    )
    assert [(each.party, *each.also_party) for each in told.positions] == [
        ("Qatar", "Norway", "Egypt")
    ]


def test_who_is_urged_is_somebody(propose: Propose):
    told = propose("Peru and Chile met in Lima. They urged Vantia and Orvell to release the crew.")
    assert [each.party for each in told.positions] == ["Peru"]
    told = propose("Norway called on Vantia to sign. “We refuse,” its foreign minister said.")
    assert "Vantia" in roles(told)


def test_an_office_in_a_readout_is_its_issuers(propose: Propose):
    told = propose(
        "Secretary Tessler's Call with Ethiopian Prime Minister Abiy Ahmed\n\nThe following is attributable to "
        "Spokesperson Ned Porter:\n\nSecretary of State Andrew Tessler spoke today with Prime Minister Abiy Ahmed. The "
        "Secretary stressed that the road had to be opened. He urged the Government of Ethiopia to restore banking."
    )
    assert {(each.party, each.stance.value) for each in told.positions} == {
        ("United States", "demands")
    }


def test_who_is_spoken_with_issues_nothing(propose: Propose):
    told = propose(
        "Readout of the President's call with the Amir of Qatar\n\nThe President spoke with the Amir. We reject any "
        "delay."
    )
    assert not told.positions


def test_one_issuer_may_stand_between_two_sides(propose: Propose):
    told = propose(
        "Statement by the United States on Sudan\n\nWe call on the Sudanese Armed Forces and the Rapid Support "
        "Forces to cease fighting. We urge both sides to return to Jeddah."
    )
    assert roles(told) == {
        **dict.fromkeys(["Sudan", "Rapid Support Forces"], "party"),
        "United States": "mediator",
    }


def test_who_is_spoken_of_behind_the_issuers_is_none_of_them(propose: Propose):
    told = propose(
        "Statement on the Harbour\n\nWe, the foreign ministers of Kenya, Peru and Norway, reaffirm our unwavering "
        "support for Austria in defending its freedom.\n\nWe reject the annexation of the harbour."
    )
    assert {(each.party, *each.also_party) for each in told.positions} == {
        ("Kenya", "Peru", "Norway")
    }


WE = "We thank the Chair. We reject paragraph 4. We call for a dedicated fund, and our answer will come in May."


@pytest.mark.parametrize(
    ("title", "holders"),
    [
        ("Statement by Kenya on behalf of the African Group", ("African Group",)),
        ("Statement of Austria on behalf of Peru, Norway and Chile", ("Peru", "Norway", "Chile")),
        ("FRONT FOR THE DIGNITY OF ORLANA\nInformation Desk", ("Front for the Dignity of Orlana",)),
        ("REPUBLIC OF KORVANIA\nOffice of the President", ("Korvania",)),
    ],
)
def test_who_speaks_may_stand_in_the_title_alone(propose: Propose, title, holders):
    told = propose(f"{title}\n\nGeneva, 3 May 2025\n\n{WE}")
    assert {(each.party, *each.also_party) for each in told.positions} == {holders}


def test_the_front_of_the_letterhead_is_the_front_of_the_text(propose: Propose):
    told = propose(
        f"FRONT FOR THE DIGNITY OF ORLANA\n\n{WE}\n\nThe Front will not sign. It rejects the draft of Peru."
    )
    assert {each.party for each in told.positions} == {"Front for the Dignity of Orlana"}


@pytest.mark.parametrize(
    "headline",
    [
        "REBELS SHELL THE NORTHERN COMMAND",
        "TEACHERS STRIKE AT THE NATIONAL UNION",
        "PERU AND CHILE FORM A NEW COALITION",
        "WAR COMES TO THE REPUBLIC OF FEAR",
    ],
)
def test_a_headline_in_capitals_is_no_letterhead(propose: Propose, headline):
    told = propose(
        f"{headline}\n\nWe saw it. We heard it. We know. Peru rejected the plan. Chile refused to sign."
    )
    assert set(roles(told)) == {"Peru", "Chile"}
    assert {each.speaker for each in told.positions} == {None}


@pytest.mark.parametrize(
    "opening",
    [
        "On behalf of my government, I congratulate Norway on its election.",
        "I thank Norway for having spoken on behalf of Chile.",
    ],
)
def test_not_everybody_on_whose_behalf_something_is_done_speaks(propose: Propose, opening):
    told = propose(f"Statement by Ambassador Ana Ruiz of Peru\n\n{opening} {WE}")
    assert {each.party for each in told.positions} == {"Peru"}


def test_of_two_who_are_presented_nobody_answers(propose: Propose):
    told = propose(
        "Two years after President Vladimir Putin ordered the invasion, the foreign minister of Ukraine, Dmytro "
        "Kuleba, spoke to us in Kyiv.\n\nIs it over?\n\nWe want our land back.\n\nWill you talk?\n\nWe will not cede "
        "the coast.\n\nAnd then?\n\nWe are ready for peace."
    )
    assert not any(each.party == "Russia" for each in told.positions)


def test_what_a_press_release_tells_of_its_issuer_are_its_own_words(propose: Propose):
    told = propose(
        "Government of India\n\nPress release\n\nIndia rejected the levy. Nepal refused to sign. India is "
        "ready to talk."
    )
    assert [(each.party, each.channel.value) for each in told.positions] == [
        ("India", "own"),
        ("Nepal", "other_party"),
        ("India", "own"),
    ]


def test_a_ministry_in_a_letterhead_is_no_side_of_its_own(propose: Propose):
    told = propose(
        f"MINISTRY OF TRADE AND COOPERATIVES\n\n{WE}\n\nPeru rejected the plan. Chile refused to sign."
    )
    assert not any("Ministry" in name for name in roles(told))


def test_who_is_presented_above_an_interview_answers(propose: Propose):
    told = propose(
        "General Tomas Orbel commands the Eastern Column, the largest of the groups that took Marak in February and "
        "that have since talked, on and off, in a house by the lake, with breaks for the rains and for the harvest. "
        "Interview by Elena Marsh.\n\nIs it over?\n\nNobody told me so. We want a third of the cabinet.\n\nWill you go "
        "into the camps?\n\nI refuse to go there.\n\nAnd the prisoners?\n\nWe are ready to free the engineers."
    )
    assert [(each.party, each.stance.value) for each in told.positions] == [
        ("Eastern Column", "demands"),
        ("Eastern Column", "rejects"),
        ("Eastern Column", "offers"),
    ]
