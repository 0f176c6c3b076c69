"""Code points to Qt's positions and back, on texts that have everything in them that could go wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.ui.source.offsets import Offsets, shown

PIECES = (
    "a",
    " ",
    "é",
    "e\u0301",
    "🕊️",
    "👩‍👩‍👧",
    "𝒳",
    "العربية",
    "中",
    "\n",
    "\r",
    "\u2029",
    "\u2028",
    "\u00a0",
    "\ufdd0",
    "\ufffc",
    "\x00",
    "\t",
    "’",
)
BLOCKS = st.lists(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join), min_size=1, max_size=5
)


def offsets_of(texts: list[str], between: str = "\n\n") -> Offsets:
    blocks: list[Block] = []
    start = 0
    for text in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(text))))
        start += len(text) + len(between)
    return Offsets.of(between.join(texts), blocks)


def document_of(offsets: Offsets) -> QTextDocument:
    document = QTextDocument()
    QTextCursor(document).insertText(
        shown([offsets.text[span.start : span.end] for span in offsets.spans])
    )
    return document


@given(BLOCKS)
def test_every_code_point_of_a_block_comes_back(texts):
    offsets = offsets_of(texts)
    for span in offsets.spans:
        for offset in range(span.start, span.end + 1):
            assert offsets.offset(offsets.position(offset)) == offset


@given(BLOCKS)
def test_the_positions_are_those_of_the_document(texts):
    offsets = offsets_of(texts)
    document = document_of(offsets)
    assert document.blockCount() == len(texts)
    for number, position in enumerate(offsets.positions):
        block = document.findBlockByNumber(number)
        assert block.position() == position
        span = offsets.spans[number]
        assert block.text() == shown([offsets.text[span.start : span.end]])


@given(BLOCKS)
def test_what_stands_between_two_blocks_belongs_to_the_end_of_the_earlier(texts):
    offsets = offsets_of(texts)
    for span, following in zip(offsets.spans, offsets.spans[1:], strict=False):
        for offset in range(span.end, following.start):
            assert offsets.position(offset) == offsets.position(span.end)


@given(BLOCKS, st.data())
def test_a_selection_is_trimmed_and_holds_what_was_selected(texts, data):
    offsets = offsets_of(texts)
    last = offsets.positions[-1] + offsets.within(len(texts) - 1, len(offsets.text))
    one, other = (data.draw(st.integers(0, last)) for _ in range(2))
    span = offsets.span_between(one, other)
    start, end = sorted((offsets.offset(one), offsets.offset(other)))
    if span is None:
        assert not offsets.text[start:end].strip()
    else:
        words = offsets.text[start:end].strip()
        assert words in offsets.text[span.start : span.end]
        assert offsets.span_between(other, one) == span


@pytest.mark.parametrize("whole", ["e\u0301", "👩‍👩‍👧", "🕊️", "🇺🇦"])
def test_a_selection_never_ends_inside_a_grapheme(whole):
    offsets = offsets_of([f"a{whole}b"])
    inside = offsets.position(2)
    assert offsets.span_between(0, inside) == Span(0, 1 + len(whole))
    assert offsets.span_between(inside, offsets.position(2 + len(whole))) == Span(1, 2 + len(whole))


def test_between_the_two_units_of_a_pair_stands_the_code_point_they_make():
    offsets = offsets_of(["a𝒳b"])
    assert offsets.offset(2) == 1
    assert offsets.offset(3) == 2


def test_a_text_without_blocks_has_no_places():
    offsets = Offsets.of("", ())
    assert offsets.position(0) == 0
    assert offsets.offset(5) == 0
    assert offsets.span_between(0, 0) is None
