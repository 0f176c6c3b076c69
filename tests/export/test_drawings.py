"""What the drawings of the PDF are made of, and that they say of proposals that they are."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.position import Stance
from briefing_app.domain.review import Review
from briefing_app.export.drawings import drawings
from briefing_app.export.matrix import matrix
from tests.export.builders import Dossier, istanbul
from tests.export.reading_pdf import folded, made, text_of


def dated() -> Dossier:
    """Have the positions said on a day."""
    dossier = istanbul()
    dossier.positions[:] = [
        replace(each, content=replace(each.content, said_on=dt.date(2025, 6, 2)))
        for each in dossier.positions
    ]
    return dossier


def test_every_chip_leads_to_a_place_of_the_matrix():
    briefing = dated().briefing()
    drawn = drawings(briefing)
    cells = [cell for row in matrix(briefing).rows for cell in row.cells]
    places = {entry.anchor for cell in cells for entry in cell.entries}
    chips = [c for line in drawn.standings for c in (*line.asking, *line.giving, *line.neither)]
    said = [chip for event in drawn.events for chip in event.chips]
    assert {chip.anchor for chip in chips} == {chip.anchor for chip in said} == places


def test_each_holders_chip_leads_to_its_own_cell():
    dossier = istanbul()
    said = dossier.quote(0, "We both ask for more time")
    dossier.position(2, Stance.DEMANDS, 3, "more time", said, also_party=(1,))
    briefing = dossier.briefing()
    drawn = drawings(briefing)
    line = next(each for each in drawn.standings if each.issue == "Leaders’ meeting")
    row = next(each for each in matrix(briefing).rows if each.issue == "Leaders’ meeting")
    places = [{entry.anchor for entry in cell.entries} for cell in row.cells]
    for at, party in enumerate(("Ukraine", "Russia")):
        anchors = {chip.anchor for chip in line.asking if chip.name == party}
        assert anchors
        assert anchors <= places[at]


def test_what_parties_said_stands_on_its_day():
    said = [event for event in drawings(dated().briefing()).events if event.kind == "said"]
    assert [(event.day, event.said) for event in said] == [
        ("2 Jun 2025", "Ukraine"),
        ("2 Jun 2025", "Russia"),
    ]
    assert [chip.name for chip in said[1].chips] == [
        "Ceasefire, truce or pause",
        "Ceasefire, truce or pause",
        "The dead and the missing",
    ]


@pytest.mark.parametrize("review", Review)
def test_dashes_are_explained_where_there_are_any(review: Review):
    dossier = istanbul()
    dossier.positions[:] = [replace(each, review=review) for each in dossier.positions]
    dossier.outcomes[:] = [replace(each, review=Review.CONFIRMED) for each in dossier.outcomes]
    drawn = drawings(dossier.briefing())
    assert bool(drawn.dashes) == (review is Review.PROPOSED)
    assert all(chip.proposed == bool(drawn.dashes) for chip in drawn.standings[0].asking)


def test_signs_and_shares_are_said_in_the_pdf(tmp_path: Path):
    text = folded(text_of(made(dated(), tmp_path)))
    for said in (
        "✓ 2 Agreed",
        "… 1 Open (1 proposed)",
        "✕ 1 Failed",
        "▲ Demands",
        "dashed: proposed, not reviewed yet",
        "Awaited, by 30 June 2025 · proposed",
    ):
        assert folded(said) in text
