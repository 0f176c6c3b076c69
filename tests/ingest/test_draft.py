import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.ingest.draft import Draft, as_json, from_json, together
from briefing_app.ingest.paragraphs import blocks_of

DRAFT = Draft(
    "Talks 🕊️ end",
    (Block(BlockKind.HEADING, Span(0, 5), 2, page=3), Block(BlockKind.PARAGRAPH, Span(6, 12))),
    title="Talks",
    date=dt.date(2025, 6, 3),
    publisher="The Paper",
    author="Jane",
    language="en",
    url="https://example.org",
    changes=3,
    comments=2,
)


def altered(**fields: object) -> bytes:
    return json.dumps({**json.loads(as_json(DRAFT)), **fields}).encode()


def test_a_draft_comes_out_of_the_child_as_it_went_in():
    assert from_json(as_json(DRAFT)) == DRAFT


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        altered(text=5),
        altered(text="a\x00"),
        altered(date="soon"),
        altered(blocks=[["heading", 0, 99, 1, None]]),
        altered(blocks=[["heading", -1, 3, 1, None]]),
        altered(blocks=[["heading", 3, 3, 1, None]]),
        altered(blocks=[["heading", 0, 5, 1, None], ["paragraph", 4, 8, 1, None]]),
        altered(blocks=[["poem", 0, 5, 1, None]]),
        altered(blocks=[["heading", 0, 5, 10**9, None]]),
        altered(blocks=[["heading", "0", 5, 1, None]]),
        altered(blocks=[["heading", 0, 5, 1, 0]]),
        altered(blocks=[["heading", 0, 5, 1, "1"]]),
        altered(blocks=[["heading", 0, 5, 1]]),
        altered(blocks=7),
        altered(changes=-1),
        altered(comments="3"),
        altered(changes=True),
    ],
)
def test_an_answer_that_lies_is_not_believed(answer: bytes):
    with pytest.raises(ValueError):  # noqa: PT011 (what is wrong does not matter)
        from_json(answer)


@given(st.lists(st.text()))
def test_texts_set_together_keep_the_words_of_their_blocks(texts: list[str]):
    text, blocks = together([(each, blocks_of(each)) for each in texts])
    assert [text[block.span.start : block.span.end] for block in blocks] == [
        each[block.span.start : block.span.end] for each in texts for block in blocks_of(each)
    ]
