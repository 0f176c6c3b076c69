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


def test_markdown_that_hurts_is_stopped():
    with pytest.raises(BriefingError, match="was not read"):
        read(b"".join(b"    " * depth + b"- x\n" for depth in range(300)), "talks.md")
