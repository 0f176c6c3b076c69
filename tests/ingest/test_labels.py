import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ingest import read
from briefing_app.ingest.labels import label


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ("a\u2066b\u2069\u200bc\ufeff", "abc"),
        ("two\n lines\t of\x07 it", "two lines of it"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
    ],
)
def test_a_name_is_shown_in_the_order_it_has(words: str, shown: str):
    assert label(words) == shown


@given(st.text())
def test_a_label_is_one_line_and_stays_one(words: str):
    assert "\n" not in label(words)
    assert label(label(words)) == label(words)


def test_titles_and_names_of_files_are_labels():
    found = read(
        b"<html><title>Talks&#x202E; end</title><p>They ended.</p></html>", "a\u202eb.html"
    )
    assert (found.title, found.file_name) == ("Talks end", "ab.html")
