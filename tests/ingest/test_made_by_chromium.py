"""A ministry's page as a real Chromium saves and prints it, with what it adds and what surrounds the words."""

import datetime as dt
from pathlib import Path

import pytest

from briefing_app.ingest import read
from tests.ingest.chromium import CHROMIUM, Page, browser
from tests.ingest.seen import said

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to make files with")

ADDRESS = "https://ministry.example.org/news/joint-statement"
LEDE = (
    "The delegations of Russia and Ukraine met in Istanbul on 2 June 2025 under the auspices of Türkiye and agreed to "
    "exchange all prisoners who are seriously wounded — “all of them”, as the mediator put it."
)
AGREED = (
    "The parties will return the bodies of six thousand soldiers each within seven days, and a commission of "
    "physicians will decide about the wounded without any further political decision."
)
SAID = "“We will not accept a pause to rearm,” the head of the Russian delegation said after the talks."
OPEN = "Ukraine repeated its demand for a full ceasefire of at least thirty days; Russia proposed pauses of two days."
RUSSIAN = "Переговоры продолжатся до конца месяца, сообщили в министерстве."
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Joint statement on the second round | Ministry of Foreign Affairs</title>
<meta property="og:site_name" content="Ministry of Foreign Affairs"><meta name="author" content="Press office">
<meta property="article:published_time" content="2025-06-03T09:30:00+03:00"><link rel="stylesheet" href="/s.css"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><main><article>
<h1>Joint statement on the second round</h1><img src="/flag.png" alt=""><p>{LEDE}</p><h2>What was agreed</h2>
<p>{AGREED}</p><ul><li>All prisoners of war who are ill.</li><li>All prisoners under twenty-five.</li></ul>
<table><tr><th>Date</th><th>Prisoners</th><th>Bodies</th></tr><tr><td>25 May</td><td>303</td><td>909</td></tr></table>
<blockquote><p>{SAID}</p></blockquote><h2>What is open</h2><p>{OPEN}<sup><a href="#n1">1</a></sup></p>
<p>{RUSSIAN}</p><p id="n1"><small>1. According to the Russian delegation.</small></p></article></main>
<footer><p>© 2025 Ministry of Foreign Affairs</p></footer><script>document.body.append("Added by a script")</script>
</body></html>"""
STYLE = b"body { font: 12pt serif } table { width: 100% } h2 { break-before: page }"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory):
    addresses = {ADDRESS: PAGE.encode(), "https://ministry.example.org/s.css": STYLE}
    with browser(tmp_path_factory.mktemp("chromium"), addresses) as opened:
        opened.open(ADDRESS)
        yield opened


def test_a_page_that_was_saved_as_one_file_is_read_back(page: Page):
    found = read(page.saved(), "statement.mhtml")
    assert (found.kind, found.title) == ("mht", "Joint statement on the second round")
    assert (found.publisher, found.author) == ("Ministry of Foreign Affairs", "Press office")
    assert (found.date, found.language, found.url) == (dt.date(2025, 6, 3), "en", ADDRESS)
    assert said(found) == [
        ("heading", "Joint statement on the second round"),
        ("paragraph", LEDE),
        ("heading", "What was agreed"),
        ("paragraph", AGREED),
        ("list_item", "All prisoners of war who are ill."),
        ("list_item", "All prisoners under twenty-five."),
        ("table_row", "Date | Prisoners | Bodies"),
        ("table_row", "25 May | 303 | 909"),
        ("quotation", SAID),
        ("heading", "What is open"),
        ("paragraph", f"{OPEN}[1]"),
        ("paragraph", RUSSIAN),
        ("paragraph", "1. According to the Russian delegation."),
    ]


def test_a_page_that_was_printed_is_read_back(page: Page):
    found = read(page.printed(), "statement.pdf")
    assert (found.kind, found.title) == ("pdf", "Joint statement on the second round")
    assert (found.language, found.url, found.date) == ("en", ADDRESS, None)
    pages = {
        words: block.page for (_kind, words), block in zip(said(found), found.blocks, strict=True)
    }
    assert list(pages)[2:6] == [  # after the navigation
        "Joint statement on the second round",
        LEDE,
        "What was agreed",
        AGREED,
    ]
    assert {pages[LEDE], pages[AGREED], pages[f"{OPEN}[1]"]} == {1, 2, 3}
    assert [pages[words] for words in (SAID, RUSSIAN)] == [2, 3]
    assert "25 May | 303 | 909" in pages
    assert all(found.text.count(words) == 1 for words in (LEDE, AGREED, SAID, OPEN, RUSSIAN))
    assert "/3" not in found.text  # the foot of each sheet


def test_a_page_that_was_printed_on_one_sheet_has_nothing_of_its_edges(tmp_path: Path):
    short = f"<title>Talks end</title><h1>Talks end</h1><p>{LEDE}</p>".encode()
    with browser(tmp_path, {ADDRESS: short}) as page:
        page.open(ADDRESS)
        found = read(page.printed(), "talks.pdf")
    assert [words for _kind, words in said(found)] == ["Talks end", LEDE]
    assert (found.title, found.url) == ("Talks end", ADDRESS)


def test_arabic_that_it_prints_is_read_in_its_order(tmp_path: Path):
    words = "وقف إطلاق النار وتبادل الأسرى بين الطرفين لا يزال قائما"
    html = f'<html lang="ar" dir="rtl"><meta charset="utf-8"><body><p>{words}</p></body></html>'
    with browser(tmp_path, {ADDRESS: html.encode()}) as opened:
        opened.open(ADDRESS)
        assert words in read(opened.printed(), "statement.pdf").text
