import datetime as dt

import pytest

from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from briefing_app.ingest.from_markdown import read_markdown

SOURCE = """---
title: "Round two"
date: 2025-06-03
author: Jane Doe
source: The Paper
url: https://example.org/a
---
# Talks *end*

Both sides [agreed](https://example.org) to a `swap`
after an hour. &amp; more <b>words</b>

> We will not accept.

- one
    - deep

| Side | Bodies |
|------|--------|
| Russia | 6,000 |

<script>canary()</script>
"""


def test_the_text_is_kept_as_it_reads():
    found = read_markdown(SOURCE)
    assert found.text.split("\n\n") == [
        "Talks end",
        "Both sides agreed to a swap after an hour. & more words",
        "We will not accept.",
        "one",
        "deep",
        "Side | Bodies",
        "Russia | 6,000",
    ]
    kinds = [block.kind.value for block in found.blocks]
    assert kinds == ["heading", "paragraph", "quotation", *["list_item"] * 2, *["table_row"] * 2]


@pytest.mark.parametrize("indent", [2, 3, 4])
@pytest.mark.parametrize("mark", ["-", "*", "1.", "2)"])
def test_lists_in_lists_are_read_however_far_they_are_indented(indent: int, mark: str):
    if indent < len(mark) + 1:
        return  # it is no deeper than the words of the item above
    deep, numbers = " " * indent, {"1.": ("1. ", "2. "), "2)": ("2. ", "3. ")}.get(mark, ("", ""))
    found = read_markdown(
        f"They agreed:\n\n{mark} all prisoners\n{deep}- the wounded\n{deep}  and the ill\n"
        f"{deep}- the young\n\n{deep}More of them.\n{mark} all bodies\n\nThey left."
    )
    told = [
        (each.kind.value, each.level, found.text[each.span.start : each.span.end])
        for each in found.blocks
    ]
    assert told[:5] == [
        ("paragraph", 1, "They agreed:"),
        ("list_item", 1, f"{numbers[0]}all prisoners"),
        ("list_item", 2, "the wounded and the ill"),
        ("list_item", 2, "the young"),
        ("list_item", 1, "More of them."),
    ]
    assert told[5:] == [
        ("list_item", 1, f"{numbers[1]}all bodies"),
        ("paragraph", 1, "They left."),
    ]


def test_a_list_needs_no_blank_line_before_it_and_a_year_is_none():
    found = read_markdown(
        "They agreed:\n- all prisoners\n- all bodies\n\nThey met in\n2025. Then not."
    )
    assert found.text.split("\n\n") == [
        "They agreed:",
        "all prisoners",
        "all bodies",
        "They met in 2025. Then not.",
    ]


def test_code_and_fences_are_no_lists():
    assert "- b" in read_markdown("```\n- a\n  - b\n```\n\nWords.").text
    assert read_markdown("Words.\n\n    - code\n").text == "Words.\n\n- code"


def test_notes_stand_at_the_end_by_their_numbers():
    found = read_markdown(
        "They agreed.[^a] And left.[^2]\n\n[^a]: By the ministry.\n[^2]: At night."
    )
    assert found.text.split("\n\n") == [
        "They agreed.[1] And left.[2]",
        "[1] By the ministry.",
        "[2] At night.",
    ]


def test_the_front_matter_is_read_and_not_kept():
    found = read(SOURCE.encode(), "talks.md")
    assert (found.kind, found.title, found.author) == ("markdown", "Round two", "Jane Doe")
    assert (found.date, found.publisher) == (dt.date(2025, 6, 3), "The Paper")
    assert found.url == "https://example.org/a"
    assert "Jane" not in found.text


def test_a_rule_at_the_top_is_no_front_matter():
    assert "Only words" in read_markdown("---\n\nOnly words\n\n---\n").text


def test_without_front_matter_the_heading_is_the_title():
    assert read(b"# Talks end\n\nBoth sides agreed.", "a.md").title == "Talks end"


@pytest.mark.parametrize("source", ["---\ntitle: x\n---\n", "<script>x</script>", "![](a.png)"])
def test_markdown_without_words_is_refused(source: str):
    with pytest.raises(BriefingError, match="empty"):
        read(source.encode(), "talks.md")


def test_lists_that_are_nested_without_end_are_read():
    source = b"".join(b"    " * depth + b"- word\n" for depth in range(300))
    assert read(source, "talks.md").text.count("word") == 300
