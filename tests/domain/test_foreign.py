import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.evidence import Quote, Span
from briefing_app.domain.foreign import ForeignMark, ForeignSource, moment_of, placed

TEXT = "🕊🕊 They agreed on bodies.\nLater they agreed on bodies again, said e\u0301lite sources. Агреман ملاحظة."


def mark(exact: str, prefix: str = "", suffix: str = "", **place: int) -> ForeignMark:
    return ForeignMark(ForeignSource(), Quote(exact, prefix, suffix), **place)


def words(found: Span | None) -> str | None:
    return TEXT[found.start : found.end] if found else None


def test_long_words_that_stand_there_once_are_found():
    assert (
        words(placed(TEXT, mark("again, said e\u0301lite sources")))
        == "again, said e\u0301lite sources"
    )


def test_short_words_need_something_beside_them():
    assert placed(TEXT, mark("Later")) is None
    assert words(placed(TEXT, mark("Later", suffix=" they agreed"))) == "Later"
    assert placed(TEXT, mark("Later", suffix=" they refused")) is None


def test_words_that_stand_there_twice_are_known_by_what_is_around_them():
    agreed = "agreed on bodies"
    assert placed(TEXT, mark(agreed)) is None
    first, second = TEXT.index(agreed), TEXT.rindex(agreed)
    assert placed(TEXT, mark(agreed, prefix="🕊 They ")) == Span(first, first + 16)
    assert placed(TEXT, mark(agreed, prefix="Later they ", suffix=" again")) == Span(
        second, second + 16
    )
    assert placed(TEXT, mark(agreed, prefix="hey ")) is None


@pytest.mark.parametrize("wide", [0, 2])
def test_a_place_is_told_in_code_points_or_in_utf_16(wide: int):
    second = TEXT.rindex("agreed on bodies")
    assert placed(TEXT, mark("agreed on bodies", start=second + wide, in_utf16=wide > 0)) == Span(
        second, second + 16
    )


@pytest.mark.parametrize("start", [-(2**70), 2**70])
@pytest.mark.parametrize("in_utf16", [True, False])
def test_a_place_that_no_text_has_is_no_place(start: int, in_utf16: bool):
    again = "again, said e\u0301lite sources"
    assert words(placed(TEXT, mark(again, start=start, in_utf16=in_utf16))) == again


def test_a_place_where_other_words_stand_is_no_place():
    assert placed(TEXT, mark("agreed on bodies", start=0)) is None
    assert placed(TEXT, mark("words that nobody ever said", start=3)) is None


def test_white_space_may_differ():
    assert words(placed(TEXT, mark("bodies. Later\n\tthey agreed"))) == "bodies.\nLater they agreed"


def test_a_mark_that_takes_in_the_space_before_short_words_is_put_on_the_words():
    second = TEXT.rindex(" agreed")
    assert placed(TEXT, mark(" agreed ", start=second)) == Span(second + 1, second + 7)


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("2025-06-03T10:00:00+02:00", dt.datetime(2025, 6, 3, 8, tzinfo=dt.UTC)),
        ("2025-06-03T10:00:00", dt.datetime(2025, 6, 3, 10, tzinfo=dt.UTC)),
        ("0001-01-01T00:00:00+14:00", None),  # before the first day
        ("9999-12-31T23:00:00-02:00", None),
        ("yesterday", None),
        (None, None),
        (7, None),
    ],
)
def test_a_moment_is_told_in_utc_or_is_none(told: object, moment: dt.datetime | None):
    assert moment_of(told) == moment


def test_nothing_is_nowhere():
    assert placed(TEXT, mark(" \n")) is None


@given(st.text(alphabet="ab 😀\u0301ש\n", min_size=1, max_size=60), st.data())
def test_whatever_is_quoted_with_its_place_is_found_there(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact = text[start:end]
    found = placed(text, mark(exact, start=start))
    if exact.split():
        assert found is not None
        assert text[found.start : found.end].split() == exact.split()
