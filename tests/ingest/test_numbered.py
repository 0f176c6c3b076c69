"""The numbers of lists, which an agreement is cited by, are read where a page or a program counts them itself."""

import time
from email.message import EmailMessage

import pytest

from briefing_app.ingest import read
from briefing_app.ingest.from_html import parse_html, read_body, read_html
from briefing_app.ingest.from_markdown import read_markdown
from briefing_app.ingest.numerals import doubled, written
from tests.ingest.samples import epub
from tests.ingest.seen import said

LIST = "<p>They agreed:</p><ol><li>All bodies</li><li>All prisoners</li></ol>"
READ = ["They agreed:", "1. All bodies", "2. All prisoners"]


def items(page: str) -> list[str]:
    """Return what stands in each block of a page."""
    text, blocks = read_body(parse_html(page))
    return [text[block.span.start : block.span.end] for block in blocks]


@pytest.mark.parametrize(
    ("page", "read_as"),
    [
        ("<ol><li>x<li>y</ol>", ["1. x", "2. y"]),
        ("<ul><li>x</ul><menu><li>y</menu><li>z", ["x", "y", "z"]),
        ("<ol start=3><li>x<li>y</ol>", ["3. x", "4. y"]),
        ("<ol start=-1><li>x<li>y<li>z</ol>", ["-1. x", "0. y", "1. z"]),
        ("<ol><li>x<li value=7>y<li>z</ol>", ["1. x", "7. y", "8. z"]),
        ("<ol reversed><li>x<li>y</ol>", ["2. x", "1. y"]),
        ("<ol reversed start=9><li>x<li>y</ol>", ["9. x", "8. y"]),
        ("<ol type=a><li>x<li>y</ol>", ["a. x", "b. y"]),
        ("<ol type=A start=27><li>x</ol>", ["AA. x"]),
        ("<ol type=i start=4><li>x<li type=I>y<li>z</ol>", ["iv. x", "V. y", "vi. z"]),
        ("<ol style='color:red;list-style-type: lower-roman'><li>x</ol>", ["i. x"]),
        ("<ol style='LIST-STYLE: inside upper-alpha'><li>x</ol>", ["A. x"]),
        ("<ol><li style='list-style:none'>x<li>y</ol>", ["x", "2. y"]),
        ("<ol type=square><li>x</ol>", ["x"]),
        ("<ol><li>x<ol type=a><li>y<li>z</ol><li>w</ol>", ["1. x", "a. y", "b. z", "2. w"]),
        ("<ol><li>x<ul><li>y</ul><li>z</ol>", ["1. x", "y", "2. z"]),
        ("<ol><li>x</ol><p>p</p><ol start=2><li>y</ol>", ["1. x", "p", "2. y"]),
        ("<ol><li><ol type=a><li>x</ol></ol>", ["1. a. x"]),
        ("<ol><li><p>x</p><p>y</p></ol>", ["1. x", "y"]),
        ("<ol><li><h2>x</h2>y</ol>", ["1. x", "y"]),
        ("<ol><li> <b> x</b> y</ol>", ["1. x y"]),
        ("<ol><li><img>x</ol>", ["1. x"]),
        ("<ol><li> <li><button>b</button><li>x</ol>", ["3. x"]),
        ("<p>a<ol></ol>b", ["a", "b"]),
    ],
)
def test_items_have_the_numbers_that_a_browser_shows(page: str, read_as: list[str]):
    assert items(page) == read_as


@pytest.mark.parametrize(
    "words", ["1. The Parties", "(a) The Parties", "iv) The Parties", "2.1. The Parties", "b. They"]
)
def test_a_number_that_the_writer_set_has_none_before_it(words: str):
    assert items(f"<ol><li>{words}</ol>") == [words]


@pytest.mark.parametrize("words", ["A. Smith spoke", "2025 was hard", "3.5 million", "a b", "v2"])
def test_what_only_looks_like_a_number_keeps_that_of_its_item(words: str):
    assert items(f"<ol><li>{words}</ol>") == [f"1. {words}"]


@pytest.mark.parametrize(
    "told",
    ["99999999999999999999", "999999999", "x", "", "--1", "NaN", "٣", "1" * 100_000],
)
def test_a_number_that_none_would_write_counts_from_one(told: str):
    assert items(f"<ol start='{told}'><li>x<li value='{told}'>y</ol>") == ["1. x", "2. y"]


def test_lists_without_end_are_counted_in_time():
    began = time.perf_counter()
    assert len(items("<ol>" + "<li>x" * 50_000)) == 50_000
    items("<ol><li>" * 180 + "<b></b>" * 20_000 + "x")
    items("<ol reversed>" + "<li>" * 50_000)
    assert time.perf_counter() - began < 10


def test_every_kind_that_holds_pages_has_the_numbers():
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Talks", "a@example.org", "b@example.org"
    mail.set_content(LIST, subtype="html")
    page = EmailMessage()
    page.set_content(LIST, subtype="html")
    saved = EmailMessage()
    saved["Subject"], saved["Snapshot-Content-Location"] = "Talks", "https://example.org/talks"
    saved.make_related()
    saved.attach(page)
    for data, name in (
        (LIST.encode(), "x.html"),
        (bytes(mail), "x.eml"),
        (bytes(saved), "x.mhtml"),
        (epub({"a.xhtml": f"<html><body>{LIST}</body></html>"}), "x.epub"),
        (b"They agreed:\n\n1. All bodies\n2. All prisoners\n", "x.md"),
    ):
        assert [words for _kind, words in said(read(data, name))] == READ, name


def test_a_page_that_is_one_list_is_a_page():
    assert read(b"<ol><li>All bodies<li>All prisoners</ol>", "x.html").text == (
        "1. All bodies\n\n2. All prisoners"
    )


def test_what_stands_in_markdown_is_counted_as_it_is_shown():
    found = read_markdown(
        "3. x[^1]\n3. y\n   1. deep\n\nBetween.\n\n7) z\n\n- none\n\n[^1]: A note."
    )
    words = [found.text[block.span.start : block.span.end] for block in found.blocks]
    assert words == ["3. x[1]", "4. y", "1. deep", "Between.", "7. z", "none", "[1] A note."]


def test_a_page_that_marks_no_article_keeps_its_headings_and_lists():
    menu = "<div class=menu><ul><li><a href=/a>Home</a><li><a href=/b>News</a></ul></div>"
    found = read_html(
        f"<html><head><title>T</title></head><body>{menu}<h1>Agreement</h1><p>The Parties, meeting in "
        f"Geneva on 2 June 2025, have agreed as follows.</p><h2>Undertakings</h2>{LIST}</body></html>"
    )
    kinds = [
        (block.kind.value, found.text[block.span.start : block.span.end]) for block in found.blocks
    ]
    assert kinds[-6:] == [
        ("heading", "Agreement"),
        ("paragraph", "The Parties, meeting in Geneva on 2 June 2025, have agreed as follows."),
        ("heading", "Undertakings"),
        ("paragraph", "They agreed:"),
        ("list_item", "1. All bodies"),
        ("list_item", "2. All prisoners"),
    ]


def test_numerals_are_written_as_they_are_counted():
    assert [written(n, "i") for n in (1, 4, 9, 40, 1994, 3999)] == [
        *("i", "iv", "ix", "xl", "mcmxciv", "mmmcmxcix")
    ]
    assert [written(n, "A") for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert [written(n, form) for n, form in ((0, "a"), (-3, "i"), (4000, "I"))] == [
        *("0", "-3", "4000")
    ]
    assert [doubled(n) for n in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]
