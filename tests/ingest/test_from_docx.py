import pytest

from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from tests.ingest.samples import core_properties, docx, word_notes, word_paragraph, zipped
from tests.ingest.seen import said

TABLE = (
    "<w:tbl>"
    + "".join(
        f"<w:tr><w:tc>{word_paragraph(one)}</w:tc><w:tc>{word_paragraph(other)}</w:tc></w:tr>"
        for one, other in [("Prisoners", "1,200"), ("Bodies", "6,000")]
    )
    + "</w:tbl>"
)
CHANGED = (
    "<w:p><w:r><w:t>They agreed on </w:t></w:r>"
    '<w:del w:id="1"><w:r><w:delText>five</w:delText></w:r></w:del>'
    '<w:ins w:id="2"><w:r><w:t>six</w:t></w:r></w:ins>'
    '<w:r><w:t> thousand</w:t><w:footnoteReference w:id="2"/><w:t>.</w:t></w:r></w:p>'
)


def test_what_a_word_document_holds_is_told_apart():
    body = (
        word_paragraph("Joint statement", "Title")
        + word_paragraph("What was agreed", "heading1")
        + CHANGED
        + TABLE
        + word_paragraph("We will not yield.", "Quote")
    )
    core = core_properties("Joint statement, agreed", "Jane Smith")
    found = read(
        docx(body, word_footnotes__xml=word_notes("By the ministry."), docProps_core__xml=core),
        "x.bin",
    )
    assert said(found) == [
        ("heading", "Joint statement"),
        ("heading", "What was agreed"),
        ("paragraph", "They agreed on six thousand[1]."),
        ("table_row", "Prisoners | 1,200"),
        ("table_row", "Bodies | 6,000"),
        ("quotation", "We will not yield."),
        ("list_item", "[1] By the ministry."),
    ]
    assert (found.kind, found.author) == ("docx", "Jane Smith")
    assert found.title == "Joint statement, agreed"


def test_a_title_that_the_text_does_not_bear_out_is_left():
    core = core_properties("Fisheries template 2009", "docx user")
    found = read(
        docx(
            word_paragraph("Talks end", "Title") + word_paragraph("They ended."),
            docProps_core__xml=core,
        ),
        "x.docx",
    )
    assert (found.title, found.author) == ("Talks end", "")


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
DEEP = "<w:p>" + "<w:ins>" * 5000 + "</w:ins>" * 5000 + "</w:p>"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (docx("<w:p/>"), "empty"),
        (docx("<w:p>"), "damaged"),
        (docx("", word_document__xml=DOCTYPE + "<x>&a;</x>"), "damaged"),
        (docx("", word_document__xml=f"{DOCTYPE}<x/>".encode("utf-16")), "damaged"),
        (docx("", word_document__xml="<x>" + " " * 60_000_000 + "</x>"), "more than"),
        (docx("", word_document__xml="<x>" + " " * 5_000_000 + "</x>"), "more than"),
        (docx(DEEP), "nested"),
        (docx(TABLE)[:-40], "damaged"),
        (zipped({"word/document.xml": "<x/>", **{f"a{n}": "" for n in range(5001)}}), "more than"),
        (zipped({"word/notes.txt": "x", "word/document.bin": "x"}), "damaged"),
    ],
    ids=[
        "empty",
        "cut xml",
        "entities",
        "entities in UTF-16",
        "bomb",
        "small bomb",
        "deep",
        "cut",
        "members",
        "other",
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, told: str):
    with pytest.raises(BriefingError, match=told) as refused:
        read(data, "talks.docx")
    assert refused.value.sentence.count("talks.docx") == 1
