import datetime as dt
from dataclasses import replace

import pytest

from briefing_app.domain.citing import (
    CitationStyle,
    cited_runs,
    plain,
    quotation_runs,
    rich,
    source_runs,
    style_of,
)
from briefing_app.domain.document import Document, Spot
from tests.export.builders import istanbul

PLAIN, CHICAGO, APA = CitationStyle
URL = "https://news.example/istanbul/second-round"


def document(**changes: object) -> Document:
    return replace(istanbul().documents[0], **changes)


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (PLAIN, "A wire service, “Second round ends with limited prisoner swap”, 3 June 2025, ¶3"),
        (
            CHICAGO,
            (
                "M. Reporter, “Second round ends with limited prisoner swap,” A wire service, "
                f"June 3, 2025, {URL}, para. 3."
            ),
        ),
        (
            APA,
            (
                "M. Reporter. (2025, June 3). Second round ends with limited prisoner swap. "
                f"A wire service. {URL} (para. 3)"
            ),
        ),
    ],
)
def test_a_source_is_cited_in_the_style_that_was_chosen(style: CitationStyle, words: str):
    assert plain(cited_runs(document(), Spot(3), style)) == words


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (PLAIN, "“x” (“Second round ends with limited prisoner swap”, ¶1)"),
        (CHICAGO, "“x” — “Second round ends with limited prisoner swap,” n.d., para. 1."),
        (
            APA,
            (
                "“x” (“Second round ends with limited prisoner swap”, n.d., para. 1)\n\n"
                "Second round ends with limited prisoner swap. (n.d.)."
            ),
        ),
    ],
)
def test_a_quote_of_a_source_of_which_little_is_known(style: CitationStyle, words: str):
    bare = document(publisher="", author="", date=None, url="")
    assert plain(quotation_runs(bare, "x", Spot(1), style)) == words


def test_a_quote_names_its_source_in_the_text_and_whole_below_it_in_apa():
    told = plain(quotation_runs(document(url=""), "that demand", Spot(3), APA))
    assert told == (
        "“that demand” (M. Reporter, 2025, para. 3)\n\n"
        "M. Reporter. (2025, June 3). Second round ends with limited prisoner swap. A wire service."
    )


def test_where_a_document_has_pages_the_page_is_cited_before_the_paragraph():
    words = [plain(cited_runs(document(url=""), Spot(3, page=2), style)) for style in CitationStyle]
    assert [
        each.endswith(end)
        for each, end in zip(words, ("p. 2, ¶3", "p. 2, para. 3.", "(p. 2, para. 3)"), strict=True)
    ] == [True] * 3


def test_the_publisher_stands_for_an_author_who_is_not_named():
    assert plain(source_runs(document(author="", url=""), APA)).startswith(
        "A wire service. (2025, June 3). Second round"
    )


@pytest.mark.parametrize("title", ["Who pays?", "Enough!", "No more…", "The end."])
def test_a_title_that_ends_gets_no_second_mark(title: str):
    for style in (CHICAGO, APA):
        words = plain(source_runs(document(title=title), style))
        assert title in words
        assert f"{title}," not in words
        assert f"{title}." not in words


def test_what_is_set_in_italics_is_the_title_or_the_publication():
    assert [run.text for run in source_runs(document(), CHICAGO) if run.italic] == [
        "A wire service"
    ]
    assert [run.text for run in source_runs(document(), APA) if run.italic] == [document().title]


def test_rich_words_are_words_and_no_markup():
    hostile = document(title="<b>&", publisher="<script>", date=dt.date(2025, 6, 3), url="")
    assert rich(quotation_runs(hostile, "a\n<i>", Spot(1), CHICAGO)) == (
        "“a<br>&lt;i&gt;” — M. Reporter, “&lt;b&gt;&amp;,” <i>&lt;script&gt;</i>, June 3, 2025, para. 1."
    )


def test_a_style_that_is_not_known_is_plain():
    assert style_of("apa") is APA
    assert style_of("harvard") is PLAIN
