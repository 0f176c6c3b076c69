import pytest

from briefing_app.ui.source.header import length_words
from briefing_app.ui.source.page import Page
from tests.ui.source.conftest import a_document


@pytest.mark.parametrize(
    ("width", "column", "notes"), [(648, 580, 0), (1000, 580, 210), (420, 352, 0)]
)
def test_the_column_keeps_its_measure_and_notes_stand_beside_it_where_there_is_room(
    theme, width, column, notes
):
    page = Page.fitting(theme, 1.0, width)
    assert (page.column, page.notes) == (column, notes)
    assert page.width <= width


def test_the_column_grows_with_the_text(theme):
    small, large = Page.fitting(theme, 1.0, 2000), Page.fitting(theme, 1.5, 2000)
    assert large.column / small.column == pytest.approx(large.text_size / small.text_size)


def test_the_left_margin_has_room_for_long_numbers(theme):
    assert Page.fitting(theme, 1.0, 900, blocks=12_000).left > Page.fitting(theme, 1.0, 900).left


def test_the_header_says_date_length_and_reading_time():
    assert length_words(a_document()) == "3 June 2025 · 365 words · reading time 2 min"
    assert length_words(a_document(date=None, words=1)) == "no date · 1 word · reading time 1 min"
