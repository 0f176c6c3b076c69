from hypothesis import given
from hypothesis import strategies as st

from briefing_app.terminal import visible, width, wrapped


def test_wide_signs_take_two_columns_and_marks_none():
    assert width("双方") == 4
    assert width("cafe\u0301") == 4
    assert wrapped("双方は合意した", 6) == ["双方は", "合意し", "た"]


def test_words_are_broken_between_words_where_they_can_be():
    assert wrapped("both sides agreed", 10) == ["both sides", "agreed"]
    assert wrapped("to nonproliferation now", 8) == ["to", "nonproli", "feration", "now"]


def test_what_a_terminal_would_obey_is_not_shown():
    assert visible("\x1b[31mred\x07 \u202egpj.exe\u2069") == "[31mred gpj.exe"


@given(st.text(), st.integers(2, 40))
def test_no_line_is_too_wide_and_no_word_is_lost(words: str, columns: int):
    lines = wrapped(words, columns)
    assert all(width(line) <= columns for line in lines)
    kept = "".join(visible(words.replace("\n", " ")).split())
    assert "".join("".join(lines).split()) == kept
