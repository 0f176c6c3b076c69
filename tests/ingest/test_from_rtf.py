import pytest

from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from tests.ingest.seen import said

TOP = rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0 Arial;}}{\info{\title Talks end}{\author Jane Smith}}"


def test_words_items_and_rows_are_told_apart():
    body = (
        rb"Talks end\par\par They agreed on \'ef\'eb\'e5\'ed\'ed\'fb\'e5 \u8212? all\par of them.\par "
        rb"{\*\generator Word}\bullet\tab All bodies\par "
        rb"\trowd Bodies\cell 6,000\cell\row \trowd Rounds\cell 2\cell\row }"
    )
    found = read(TOP + body, "x.doc")
    assert said(found) == [
        ("heading", "Talks end"),
        ("paragraph", "They agreed on пленные — all"),
        ("paragraph", "of them."),
        ("list_item", "• All bodies"),
        ("table_row", "Bodies | 6,000"),
        ("table_row", "Rounds | 2"),
    ]
    assert (found.kind, found.title, found.author) == ("rtf", "Talks end", "Jane Smith")


def test_signs_written_in_two_halves_are_one():
    assert read(rb"{\rtf1\uc1 Peace \u-10179?\u-8886? now}", "x.rtf").text == "Peace 🕊 now"


def test_what_a_tracked_change_took_away_is_left_out_and_counted():
    body = rb"{Within {\deleted\revauthdel1 thirty}{\revised\revauth1 forty} days,}{ and {\deleted0 no\\deleted}.}}"
    found = read(TOP + body, "x.rtf")
    assert found.text == "Within forty days, and no\\deleted."
    assert found.changes == 2


def test_a_bullet_of_a_font_of_signs_is_one():
    found = read(
        TOP + rb"They agreed:\par \u-3947? All bodies\par \u-3913?\tab All aid\par }", "x.rtf"
    )
    assert said(found)[1:] == [("list_item", "• All bodies"), ("list_item", "• All aid")]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (rb"{\rtf1\ansi }", "empty"),
        (rb"{\rtf1\uc {x}", "damaged"),
        (rb"{\rtf1\u99999999 ?}", "damaged"),
        (rb"{\rtf1{\fonttbl{\f0\fcharset79 A;}}\f0\'80}", "damaged"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, told: str):
    with pytest.raises(BriefingError, match=told) as refused:
        read(data, "talks.rtf")
    assert refused.value.sentence.count("talks.rtf") == 1
