"""The drawings as they are laid out: what is drawn where, at any width and text size, and how it is said."""

import datetime as dt
import time
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from briefing_app import paths
from briefing_app.domain.glance import days, shares, standings
from briefing_app.domain.outcome import Account, Due, Status
from briefing_app.ui.briefing.glance.shares import draw_shares
from briefing_app.ui.briefing.glance.sheet import Box, Rule, Sheet, Text, Words
from briefing_app.ui.briefing.glance.standings import draw_standings
from briefing_app.ui.briefing.glance.steps import Step, stepped
from briefing_app.ui.briefing.glance.timeline import draw_timeline
from briefing_app.ui.briefing.painting import Look
from briefing_app.ui.fonts import load_fonts
from briefing_app.ui.theme import load_theme
from tests.export.builders import Dossier, climate, istanbul, scripts, unbroken

WIDTHS = [(290, 1.0), (290, 2.0), (500, 1.0), (500, 2.0), (900, 0.8)]


@pytest.fixture
def look(qapp):
    load_fonts()
    return Look(load_theme("light", paths.resources() / "themes"))


def dated(dossier: Dossier) -> Dossier:
    """Have every position said on a day."""
    day = dt.date(2025, 6, 2)
    dossier.positions[:] = [
        replace(each, content=replace(each.content, said_on=day)) for each in dossier.positions
    ]
    return dossier


def words_of(sheet: Sheet) -> list[str]:
    written = [
        piece.layout.text() for s in sheet.shapes if isinstance(s, Text) for piece in s.pieces
    ]
    return written + [shape.text for shape in sheet.shapes if isinstance(shape, Words)]


def named(sheet: Sheet, words: str) -> QRect:
    return next(mark.areas[0] for mark in sheet.marks if words in mark.spoken)


def axis_of(sheet: Sheet) -> int:
    upright = [s.area for s in sheet.shapes if isinstance(s, Rule) and s.area.height() > 1]
    return upright[0].left()


def test_who_asks_is_left_of_the_axis_and_who_gives_right(look):
    sheet = draw_standings(standings(istanbul().briefing()), look, 500)
    axis = axis_of(sheet)
    assert named(sheet, "Ukraine, Ceasefire, truce or pause, Demands").right() < axis
    assert named(sheet, "Russia, Ceasefire, truce or pause, Rejects").right() < axis
    assert named(sheet, "Russia, Ceasefire, truce or pause, Offers, proposed").left() > axis


def test_a_stance_is_told_by_its_sign_and_explained_below(look):
    sheet = draw_standings(standings(istanbul().briefing()), look, 500)
    told = words_of(sheet)
    for sign, word in (("▲", "Demands"), ("✕", "Rejects"), ("◇", "Offers"), ("●", "Pledges")):
        assert sign in told
        assert word in told
    assert "Threatens" not in told


def test_what_is_only_proposed_has_dashes(look):
    sheet = draw_standings(standings(istanbul().briefing()), look, 500)
    dashed = {
        shape.area.left() for shape in sheet.shapes if isinstance(shape, Box) and shape.dashed
    }
    assert dashed == {named(sheet, "Offers, proposed").left()}
    assert "dashed: proposed, not reviewed yet" in words_of(sheet)


def test_the_undecided_are_said_to_be(look):
    drawn = standings(climate().briefing())
    sheet = draw_standings(drawn, look, 500)
    assert "Undecided" in words_of(sheet)
    assert {mark.items for mark in sheet.marks} >= {
        mark.items for mark in sheet.marks if "Undecided" in mark.spoken
    }


@pytest.mark.parametrize(("width", "scale"), WIDTHS)
@pytest.mark.parametrize("dossier", [climate, istanbul, scripts, unbroken])
def test_nothing_leaves_the_drawing_or_lies_over_another(look, dossier, width, scale):
    briefing, scaled = dated(dossier()).briefing(), replace(look, scale=scale)
    for sheet in (
        draw_standings(standings(briefing), scaled, width),
        draw_shares(shares(briefing), scaled, width),
        draw_timeline(days(briefing), scaled, width),
    ):
        whole = QRect(0, 0, width, sheet.height)
        areas = [area for mark in sheet.marks for area in mark.areas]
        assert all(whole.contains(area) for area in areas)
        assert not any(one.intersects(other) for one, other in combinations(areas, 2))
        texts = [shape for shape in sheet.shapes if isinstance(shape, Text)]
        for text in texts:
            assert all(
                p.layout.boundingRect().right() <= text.area.width() + 1 for p in text.pieces
            )


def test_a_long_name_is_shortened_and_said_whole(look):
    long = unbroken().parties[0].name
    sheet = draw_standings(standings(unbroken().briefing()), look, 290)
    assert long not in words_of(sheet)
    assert any(words.startswith("Llan") and words.endswith("…") for words in words_of(sheet))
    assert long in sheet.marks[0].spoken
    assert long in sheet.marks[0].tip


def test_the_bar_is_shared_out_by_number_with_the_proposed_apart(look):
    sheet = draw_shares(shares(istanbul().briefing()), look, 500)
    agreed, still_open, failed = sheet.marks
    bars = [shape for shape in sheet.shapes if isinstance(shape, Box)]
    assert [bar.dashed for bar in bars] == [False, True, False]
    assert bars[0].area.width() == pytest.approx(2 * bars[1].area.width(), abs=6)
    assert bars[-1].area.right() == 499
    assert (agreed.group, still_open.spoken, failed.group) == (
        "Agreed",
        "1 Open (1 proposed)",
        "Failed",
    )


def test_one_outcome_among_many_is_still_seen(look):
    dossier = istanbul()
    dossier.outcomes[:] = [dossier.outcomes[0]] * 2000 + [dossier.outcomes[-1]]
    sheet = draw_shares(shares(dossier.briefing()), look, 290)
    bars = [shape.area.width() for shape in sheet.shapes if isinstance(shape, Box)]
    assert bars[1] >= 3


def test_the_line_of_time_goes_down_day_by_day(look):
    sheet = draw_timeline(days(dated(istanbul()).briefing()), look, 500)
    spoken = [mark.spoken for mark in sheet.marks]
    assert spoken[0] == "2 Jun 2025, Друга зустріч у Стамбулі, Document · Укрінформ"
    assert spoken[1].startswith("2 Jun 2025, Ukraine, Ceasefire, truce or pause, Demands")
    assert spoken[-1].startswith("30 Jun 2025, Russia’s formal response")
    assert spoken[-1].endswith("Awaited, by 30 June 2025 · proposed")
    tops = [mark.areas[0].top() for mark in sheet.marks]
    assert tops == sorted(tops)


def test_titles_that_are_html_stand_as_they_are(look):
    dossier = Dossier()
    dossier.document("<b>Bold</b> &amp; more")
    sheet = draw_timeline(days(dossier.briefing()), look, 500)
    assert "<b>Bold</b> &amp; more" in words_of(sheet)


def test_the_keys_go_as_it_looks():
    rows = [QRect(0, 0, 40, 20), QRect(60, 0, 40, 20), QRect(0, 30, 40, 20), QRect(70, 30, 40, 20)]
    assert [stepped(rows, 1, step) for step in (Step.BACK, Step.ON, Step.DOWN)] == [0, 2, 3]
    assert [stepped(rows, 2, step) for step in (Step.UP, Step.DOWN, Step.LAST)] == [0, 2, 3]
    assert [stepped(rows, 3, step) for step in (Step.ON, Step.FAR_UP, Step.FIRST)] == [3, 0, 0]
    assert stepped(rows, -1, Step.ON) == 0
    assert stepped([], 0, Step.ON) == -1


def test_a_large_dossier_is_laid_out_at_once(look):
    dossier = dated(climate())
    quote = dossier.quote(0, "An outcome is due.")
    for number in range(200):
        due = Due("by then", None, dt.date(2025, 7, 1) + dt.timedelta(days=number))
        status = tuple(Status)[number % len(Status)]
        account = Account(status, quote, due=due)
        dossier.outcome(f"Outcome {number} of the talks", dossier.issues[0].id, account)
    briefing = dossier.briefing()
    taken: list[float] = []
    for _time in range(3):
        began = time.process_time()
        draw_shares(shares(briefing), look, 500)
        draw_standings(standings(briefing), look, 500)
        draw_timeline(days(briefing), look, 500)
        taken.append(time.process_time() - began)
    assert min(taken) < 0.15  # some 20 ms; a busy computer is no failure
