import importlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.extraction import ModelMissingError, load_parser
from briefing_app.extraction.parsing import LONGEST, parse
from briefing_app.extraction.quotations import quotations


def sentences(parser, text):
    return [
        sentence.text for paragraph in parse(text, (), parser) for sentence in paragraph.doc.sents
    ]


def test_tokens_stand_where_the_text_has_them(parser):
    text = "Peru’s “plan” — a map — is new…\n\n\tChile said: « No ».\r\n😀 Ça va."
    for paragraph in parse(text, (), parser):
        for token in paragraph.doc:
            span = paragraph.span(token.idx, token.idx + len(token.text))
            assert len(text[span.start : span.end]) == len(token.text)
            if token.text.isalpha():
                assert text[span.start : span.end] == token.text


def test_a_quotation_does_not_end_its_sentence(parser):
    text = (
        "“A date is a trap,” Ana Rojas told reporters. “It is,” she said. “We go.” Then she left."
    )
    assert len(sentences(parser, text)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Paz met Gen. Rojas on Nov. 20 in the U.S. capital.",
        "They met; no deal came.".replace("; ", ", "),
    ],
)
def test_an_abbreviation_ends_no_sentence(parser, text):
    assert len(sentences(parser, text)) == 1


def test_a_semicolon_parts_two_statements(parser):
    assert len(sentences(parser, "Peru would like it; Chile would not.")) == 2


def test_the_number_of_a_paragraph_is_no_part_of_its_sentence(parser):
    text = "2.1 All prisoners shall be freed.\n\n10.2.3. The sides agreed.\n\n1.5 Million left.\n\n1.5 km was mined."
    assert sentences(parser, text) == [
        "All prisoners shall be freed.",
        "The sides agreed.",
        "1.5 Million left.",
        "1.5 km was mined.",
    ]


@pytest.mark.parametrize("sign", ["3. ", "(b) ", "iv) ", "c. ", "12) ", "(XI) "])
def test_the_sign_of_an_item_is_no_part_of_its_sentence(parser, sign):
    text = f"{sign}Peru demands a ceasefire."
    item = Block(BlockKind.LIST_ITEM, Span(0, len(text)))
    (paragraph,) = parse(text, (item,), parser)
    assert (paragraph.text, paragraph.offset) == ("Peru demands a ceasefire.", len(sign))


def test_what_only_looks_like_the_sign_of_an_item_is_read(parser):
    for text in ("A. Smith demands a ceasefire.", "2.5 million left.", "I demand a ceasefire."):
        item = Block(BlockKind.LIST_ITEM, Span(0, len(text)))
        assert parse(text, (item,), parser)[0].text == text


def test_the_number_of_a_note_hides_no_end_of_a_sentence(parser):
    text = "Peru demanded a ceasefire.[1] Chile[2] rejected it.[12][13]\n\n[1] A note; see [4]."
    found = sentences(parser, text)
    assert [each.split() for each in found[:2]] == [
        ["Peru", "demanded", "a", "ceasefire."],
        ["Chile", "rejected", "it."],
    ]
    assert " ".join(found[2:]) == "[1] A note; see [4]."


@pytest.mark.parametrize(
    "dateline",
    [
        "GENEVA (March 9) — ",
        "Addis Ababa, 4 June 2024: ",
        "Maputo, July 12, 2018 (Lusa) – ",
        "Oslo, 3 May. ",
        "BRUSSELS, 16 April (Trade Desk) - ",
        "NICOSIA – ",
        "BERN, 29 November. ",
        "ADEN/SANAA, Dec 3 – ",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(parser, dateline):
    [paragraph] = parse(dateline + "Talks began. Peru refused.", (), parser)
    assert paragraph.offset == len(dateline)


def test_blocks_are_parsed_apart(parser):
    text = "Talks fail\nPeru refused."
    blocks = (Block(BlockKind.HEADING, Span(0, 10)), Block(BlockKind.PARAGRAPH, Span(11, 24)))
    assert [(p.offset, p.heading) for p in parse(text, blocks, parser)] == [(0, True), (11, False)]


def test_a_text_without_an_end_is_parsed_in_pieces(parser):
    text = "word " * 3000
    paragraphs = parse(text, (), parser)
    assert len(paragraphs) > 1
    assert all(len(each.doc.text) <= LONGEST for each in paragraphs)
    assert "".join(each.doc.text for each in paragraphs) == text.rstrip("\n")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_quotations_lie_within_their_paragraph_and_apart(text):
    found = quotations(text, 0, len(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


def test_apostrophes_open_and_close_nothing():
    text = "Peru’s and Chile’s ‘plan’s end’ is near"
    assert [text[a:b] for a, b in quotations(text, 0, len(text))] == ["‘plan’s end’"]


def test_without_a_model_the_reader_is_told(monkeypatch):
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(ModelMissingError, match="by hand"):
        load_parser()


def test_a_range_of_prices_is_no_one_word(parser):
    [paragraph] = parse("The fund will hold $100m-$150m in May.", (), parser)
    assert {"100", "150"} <= {each.text for each in paragraph.doc}


def test_what_is_looked_up_is_what_the_model_would_search_for(model, parser):
    words = (
        "That is  something whose terms neither side, unless pressed, had better refuse. But which of those"
        " ships were they sailing? The men who'd left said the worst losses were theirs, not Peru's; \t all are going."
    )
    plain, looked_up = model(words), next(iter(parser([words])))
    for one, other in zip(plain, looked_up, strict=True):
        assert (one.pos_, one.lemma_) == (other.pos_, other.lemma_), one
    assert {each.lemma_ for each in looked_up} >= {"ship", "man", "leave", "bad", "loss", "go"}
