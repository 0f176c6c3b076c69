import pytest

from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from tests.ingest.samples import odt
from tests.ingest.seen import said

BODY = """
<text:tracked-changes><text:changed-region><text:deletion><text:p>five</text:p></text:deletion></text:changed-region>
<text:changed-region><text:insertion/></text:changed-region><text:changed-region><text:format-change/></text:changed-region>
</text:tracked-changes>
<text:p text:style-name="P1">Joint statement</text:p>
<text:h text:outline-level="2">What was agreed</text:h>
<text:p>They<text:s text:c="2"/>agreed on six thousand<text:note><text:note-citation>1</text:note-citation>
<text:note-body><text:p>By the ministry.</text:p></text:note-body></text:note>.
<office:annotation><text:p>Really?</text:p></office:annotation></text:p>
<text:list><text:list-item><text:p>All bodies</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Bodies</text:p></table:table-cell>
<table:table-cell><text:p>6,000</text:p></table:table-cell></table:table-row></table:table>"""
TITLED = '<style:style style:name="P1" style:parent-style-name="Title"/>'


def test_what_a_text_document_holds_is_told_apart():
    found = read(odt(BODY, styles=TITLED, title="Joint statement", creator="Jane Smith"), "x.odt")
    assert said(found) == [
        ("heading", "Joint statement"),
        ("heading", "What was agreed"),
        ("paragraph", "They agreed on six thousand[1]."),
        ("list_item", "All bodies"),
        ("table_row", "Bodies | 6,000"),
        ("list_item", "[1] By the ministry."),
    ]
    assert (found.kind, found.title, found.author) == ("odt", "Joint statement", "Jane Smith")
    assert (found.changes, found.comments) == (2, 1)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (odt(""), "empty"),
        (odt("", content__xml="<x/>"), "damaged"),
        (odt("", content__xml='<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'), "damaged"),
        (odt("", **{"META-INF_manifest__xml": "<m><encryption-data/></m>"}), "password"),
        (odt("<text:list>" * 3000 + "</text:list>" * 3000), "nested"),
    ],
    ids=["empty", "other", "entities", "locked", "deep"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, told: str):
    with pytest.raises(BriefingError, match=told) as refused:
        read(data, "talks.odt")
    assert refused.value.sentence.count("talks.odt") == 1
