import datetime as dt
import logging
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.document import Ingested
from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from briefing_app.ingest.from_html import read_html

STORY = "Both sides agreed to a limited prisoner swap after an hour of talks in Istanbul, the ministers said."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks end | The Paper</title>
<meta property="og:site_name" content="The Paper"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2025-06-03T10:00:00Z">
<link rel="canonical" href="https://example.org/talks"><style>.canary-style {{}}</style>
<script>var x = "canary-script";</script></head>
<body><nav><a href="/">canary-nav</a></nav><article><h1>Talks end</h1><!-- canary-comment -->
<p>{STORY} First &amp; foremost, <b>both</b> came.</p><h2>What was agreed</h2>
<ul><li>All sick</li><li>More<ul><li>of the young</li></ul></li></ul>
<blockquote><p>We will not accept, he said, and left the room.</p></blockquote>
<table><tr><th>Side</th><th>Bodies</th></tr><tr><td>Russia</td><td>6,000</td></tr></table>
<p>{STORY}</p><iframe src="https://example.org/canary-frame"></iframe></article></body></html>"""
EMPTY = b"<html><body><script>x()</script><img src='a.png'></body></html>"


def told(found: Ingested) -> list[tuple[str, int, str]]:
    return [(b.kind.value, b.level, found.text[b.span.start : b.span.end]) for b in found.blocks]


def test_the_main_text_is_kept_as_blocks():
    blocks = told(read(PAGE.encode(), "talks.html"))
    assert blocks[0] == ("heading", 1, "Talks end")
    assert blocks[1] == ("paragraph", 1, f"{STORY} First & foremost, both came.")
    assert blocks[2:6] == [
        ("heading", 2, "What was agreed"),
        ("list_item", 1, "All sick"),
        ("list_item", 1, "More"),
        ("list_item", 2, "of the young"),
    ]
    assert blocks[6] == ("quotation", 1, "We will not accept, he said, and left the room.")
    assert blocks[7:9] == [("table_row", 1, "Side | Bodies"), ("table_row", 1, "Russia | 6,000")]


@pytest.mark.parametrize(
    ("noted", "read_as"),
    [
        ('<sup><a href="#n1">1</a></sup>', "[1]"),
        ('<a href="https://example.org/talks#n1"><sup>(2)</sup></a>', "[2]"),
        ('<sup><a href="#n3">[3]</a></sup>', "[3]"),
        ("<sup>2</sup>", "2"),
        ('<sup><a href="/terms">TM</a></sup>', "TM"),
    ],
)
def test_the_number_of_a_note_does_not_run_into_its_word(noted: str, read_as: str):
    page = PAGE.replace("<b>both</b> came.", f"<b>both</b> came{noted} at once.")
    assert f"both came{read_as} at once." in read(page.encode(), "talks.html").text


def test_what_is_not_read_is_not_kept():
    assert "canary" not in read(PAGE.encode(), "talks.html").text


def test_a_page_says_what_it_is():
    found = read(PAGE.encode(), "talks.html")
    assert (found.title, found.publisher, found.author) == ("Talks end", "The Paper", "Jane Doe")
    assert (found.date, found.language) == (dt.date(2025, 6, 3), "en")
    assert found.url == "https://example.org/talks"
    assert found.original == PAGE.encode()


def test_where_a_page_was_saved_from_is_its_address():
    page = PAGE.replace("<html", "<!-- saved from url=(0022)https://example.net/a -->\n<html")
    assert read_html(page).url == "https://example.net/a"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "example"])
def test_an_address_that_is_none_is_not_kept(address: str):
    assert read_html(PAGE.replace("https://example.org/talks", address)).url == ""


def test_a_page_in_windows_1251_is_read():
    words = "Стороны договорились об обмене пленными, сообщили министры после часа переговоров в Стамбуле."
    page = f'<html><head><meta charset="windows-1251"><title>Мир</title></head><body><p>{words}</p></body></html>'
    found = read(page.encode("cp1251"), "talks.html")
    assert (found.text, found.title, found.language) == (words, "Мир", "ru")


def test_a_page_without_text_is_refused():
    with pytest.raises(BriefingError, match="no readable text"):
        read(EMPTY, "talks.html")


def nested(tag: str, depth: int) -> bytes:
    opened, closed = f"<{tag}>", "".join(f"</{each}>" for each in reversed(tag.split("><")))
    return f"<html><body>{opened * depth}the inner words{closed * depth}<p>and what is after</p></body></html>".encode()


@pytest.mark.parametrize(
    "page",
    [
        nested("div", 20_000),
        nested("table><tr><td", 60),
        nested("b", 5_000),
        nested("ul><li", 5_000),
    ],
    ids=["divs", "tables", "bold", "lists"],
)
def test_deep_nesting_is_read_in_time(page: bytes):
    begun = time.monotonic()
    text = read(page, "talks.html").text
    assert "the inner words" in text
    assert "and what is after" in text
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    "element", ["<p>{}</p>", "<div>{}</div>", "<b>{}</b> "], ids=["p", "div", "b"]
)
def test_a_page_of_5_mb_is_decided_in_time(element: str):
    body = "".join(element.format(f"{STORY} {number}") for number in range(5_000_000 // 110))
    begun = time.monotonic()
    text = read(f"<html><body>{body}</body></html>".encode(), "talks.html").text
    assert f"{STORY} 40000" in text
    assert time.monotonic() - begun < 30


def test_reading_can_be_ended():
    class EnoughError(Exception):
        pass

    def enough() -> None:
        raise EnoughError

    long = "".join(f"<p>{STORY} {number}</p>" for number in range(20_000))
    with pytest.raises(EnoughError):
        read(f"<html><body>{long}</body></html>".encode(), "talks.html", waiting=enough)


PIECES = r"""
<p> </p> <div> <table> <tr> <td> </table> <li> <ul> </ul> <br> <h2> </h2> <blockquote> <!-- --> <pre> <script> </script>
&amp; &#0; &#x1f; &#150; &#xfffe; < > é Words 🕊️
"""
TAGS = st.sampled_from([*PIECES.split(), "\ufffe", "\x01", "\xa0", " "])


def test_numbered_characters_are_what_browsers_show():
    page = "<html><body><p>Ukraine&#146;s &#x201c;no&#8221; &#0;&#x1f;&#xfffe;&#xd800;&#9999999999; done</p>"
    assert read_html(page).text.startswith("Ukraine’s “no” ")


@pytest.fixture
def silent_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library warn of pages that it finds nothing in, which these pages are."""
    monkeypatch.setattr(logging.getLogger("trafilatura.core"), "disabled", True)


@pytest.mark.usefixtures("silent_library")
@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.lists(TAGS, max_size=40).map("".join))
def test_blocks_of_any_markup_are_ordered_and_trimmed(markup: str):
    found, end = read_html(f"<html><body>{markup}"), 0
    for block in found.blocks:
        words = found.text[block.span.start : block.span.end]
        assert end <= block.span.start
        assert words
        assert words == words.strip()
        end = block.span.end
    assert end == len(found.text)
