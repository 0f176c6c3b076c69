import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.ui.source.finding import Finder, folded


def found(text: str, words: str) -> list[str]:
    blocks = [Block(BlockKind.PARAGRAPH, Span(0, len(text)))]
    return [text[hit.start : hit.end] for hit in Finder(text, blocks).find(words)]


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Russia and russia", "RUSSIA", ["Russia", "russia"]),
        ("Erdoğan met Macron", "erdogan", ["Erdoğan"]),
        ("the cafe\u0301 closed", "café", ["cafe\u0301"]),
        ("Ukraine’s “pause”", 'ukraine\'s "pause"', ["Ukraine’s “pause”"]),
        ("a cease–fire", "cease-fire", ["cease–fire"]),
        ("die Straße hier", "strasse", ["Straße"]),
        ("🕊️ peace 🕊️ talks", "talks", ["talks"]),
        ("6\u00a0000 bodies", "6 000", ["6\u00a0000"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("nothing here", "  ", []),
        ("nothing here", "swap", []),
    ],
)
def test_words_are_found_as_they_are_meant(text, words, hits):
    assert found(text, words) == hits


def test_a_hit_does_not_run_over_the_end_of_a_block():
    text = "first line\nsecond line"
    blocks = [Block(BlockKind.PARAGRAPH, Span(0, 10)), Block(BlockKind.PARAGRAPH, Span(11, 22))]
    assert Finder(text, blocks).find("line second") == []
    assert Finder(text, blocks).find("line") == [Span(6, 10), Span(18, 22)]


@given(st.text(max_size=40), st.data())
def test_any_part_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    if folded(part.strip()) and all(len(folded(each)) for each in part.strip()):
        assert any(folded(part.strip()) in folded(hit) for hit in found(text, part))
