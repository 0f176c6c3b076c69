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


def tracked(kind: str, words: str, *, by: str = "Jane", at: str = "2025-06-03") -> str:
    text = "delText" if kind == "del" else "t"
    return (
        f'<w:{kind} w:id="1" w:author="{by}" w:date="{at}"><w:r><w:{text} xml:space="preserve">{words}</w:{text}>'
        f"</w:r></w:{kind}>"
    )


MOVED = (
    "<w:p>"
    + tracked("moveFrom", "In Geneva. ")
    + "<w:r><w:t>They met. </w:t></w:r>"
    + tracked("moveTo", "In Geneva.")
    + "</w:p>"
)
MERGED = (
    '<w:p><w:pPr><w:rPr><w:del w:author="Jane" w:date="1"/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>'
    "<w:p><w:r><w:t>paragraph.</w:t></w:r></w:p>"
)
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0"><w:p/></w:comment><w:comment w:id="1"><w:p/></w:comment></w:comments>'
)


@pytest.mark.parametrize(
    ("body", "words", "changes"),
    [
        (CHANGED, "They agreed on six thousand.", 2),
        (MOVED, "They met. In Geneva.", 2),
        (MERGED, "One paragraph.", 1),
        ("<w:p>" + tracked("ins", "One ") + tracked("ins", "change") + "</w:p>", "One change", 1),
        (
            "<w:p>" + tracked("ins", "By one, ") + tracked("ins", "by another", by="X") + "</w:p>",
            "By one, by another",
            2,
        ),
        (
            "<w:p>"
            + tracked("ins", "Two")
            + "<w:r><w:t> changes </w:t></w:r>"
            + tracked("ins", "here")
            + "</w:p>",
            "Two changes here",
            2,
        ),
        (word_paragraph("None at all."), "None at all.", 0),
    ],
)
def test_tracked_changes_are_accepted_and_counted(body: str, words: str, changes: int):
    found = read(docx(body, word_footnotes__xml=word_notes("A note.")), "x.docx")
    said_here = found.text.split("\n\n")[0].replace("[1]", "")
    assert (said_here, found.changes, found.comments) == (words, changes, 0)


def test_comments_are_left_out_and_counted():
    found = read(docx(word_paragraph("We accept."), word_comments__xml=COMMENTS), "x.docx")
    assert (found.text, found.comments) == ("We accept.", 2)


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
