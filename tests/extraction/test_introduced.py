"""Sides that no list knows, found by what stands beside their names."""

import pytest

from tests.extraction.test_parties import parties


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Anselm Dorvane, President of Melk, rejected the plan. Peru demanded a vote.",
            {"Melk", "Peru"},
        ),
        (
            "Negotiators from Carrow and the Telmar Federation rejected the plan.",
            {"Carrow", "Telmar Federation"},
        ),
        (
            "The Vardesh Water Resources Ministry rejected the plan. Peru demanded a vote.",
            {"Vardesh", "Peru"},
        ),
        (
            "The group, which calls itself the Ahi Landowners' Defence, rejected the plan. Peru demanded a vote.",
            {"Ahi Landowners' Defence", "Peru"},
        ),
        (
            "A small company named Castellos Marine rejected the plan. Chile demanded a vote.",
            {"Castellos Marine", "Chile"},
        ),
        ("Japan demanded a vote, but Korea rejected the plan.", {"Japan", "South Korea"}),
        (
            "Secretary of State Andrew Tessler rejected the plan. Peru demanded a vote.",
            {"United States", "Peru"},
        ),
        (
            "The Vatican's Secretary of State rejected the plan. Peru demanded a vote.",
            {"Vatican City", "Peru"},
        ),
    ],
)
def test_sides_are_found_by_what_stands_beside_their_names(propose, text, sides):
    assert parties(propose(text)) == sides


def test_a_short_name_is_of_whom_was_named_before(propose):
    told = propose(
        "The Council urges Kosovo to sign. Kosovo rejected the law of the Kosovo Judicial Council. Serbia demanded it."
    )
    assert "Kosovo Judicial Council" not in {each.party for each in told.positions}


def test_new_telmar_is_not_telmar(propose):
    told = propose(
        "Talks between Telmar and New Telmar resumed. Telmar demanded the islands. New Telmar rejected the demand."
    )
    assert {"Telmar", "New Telmar"} <= parties(told)


def test_dr_congolese_negotiators_have_no_doctor(propose):
    told = propose("Rwanda met the DRC. DR Congolese negotiators rejected the plan.")
    assert [each.party for each in told.positions] == ["Democratic Republic of the Congo"]
