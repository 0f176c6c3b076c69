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


NUMBERED = """<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="{form}"
 style:num-suffix="." text:start-value="{start}"/><text:list-level-style-number text:level="2" style:num-format="1"
 text:display-levels="2"/></text:list-style><style:style style:name="S" style:list-style-name="L"/>
<style:style style:name="Plain" style:list-style-name=""/>"""


def item(words: str, more: str = "", deeper: str = "") -> str:
    return f"<text:list-item{more}><text:p>{words}</text:p>{deeper}</text:list-item>"


def listed(*items: str, more: str = ' text:style-name="L"') -> str:
    return f"<text:list{more}>{''.join(items)}</text:list>"


@pytest.mark.parametrize(
    ("body", "read_as"),
    [
        (listed(item("a"), item("b")) + listed(item("c")), ["1. a", "2. b", "1. c"]),
        (
            listed(item("a"))
            + listed(item("b"), more=' text:style-name="L" text:continue-numbering="true"'),
            ["1. a", "2. b"],
        ),
        (listed(item("a", ' text:start-value="4"'), item("b")), ["4. a", "5. b"]),
        (
            listed(item("a", "", listed(item("b"), item("c"), more="")), item("d")),
            ["1. a", "1.1 b", "1.2 c", "2. d"],
        ),
        (
            listed("<text:list-header><text:p>h</text:p></text:list-header>", item("a")),
            ["h", "1. a"],
        ),
        (
            listed(f"<text:list-item>{listed(item('a'), more='')}</text:list-item>", item("b")),
            ["1.1 a", "1. b"],
        ),
        (listed(item("a"), more=' text:style-name="none"'), ["a"]),
        (
            '<text:list><text:list-item><text:p text:style-name="S">a</text:p></text:list-item></text:list>',
            ["1. a"],
        ),
        (listed(item("a", ' text:start-value="9999999999"')), ["1. a"]),
        (listed(item("")) + listed(item("<text:note/>b")), ["1. b"]),
    ],
)
def test_items_have_the_numbers_that_their_list_counts(body: str, read_as: list[str]):
    found = read(odt(body, styles=NUMBERED.format(form="1", start=1)), "x.odt")
    assert [words for _kind, words in said(found)] == read_as


@pytest.mark.parametrize(
    ("form", "start", "shown"),
    [
        *(("a", "28", "ab. x"), ("I", "4", "IV. x"), ("", "1", "x"), ("bad", "1", "x")),
        *(("1", "-5", "1. x"), ("1", "99999999999", "1. x"), ("а, б, .. (ru)", "1", "x")),
    ],
)
def test_a_form_that_is_not_known_shows_no_number(form: str, start: str, shown: str):
    styles = NUMBERED.format(form=form, start=start)
    assert said(read(odt(listed(item("x")), styles=styles), "x.odt")) == [("list_item", shown)]


def test_headings_are_numbered_by_the_outline_but_where_they_say_not():
    looks = (
        '<o xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><text:outline-style>'
        '<text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="Article "/>'
        '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style></o>'
    )
    body = "".join(
        f'<text:h text:outline-level="{level}"{more}>{words}</text:h>'
        for level, more, words in (
            (1, "", "a"),
            (2, "", "b"),
            (1, ' text:style-name="Plain"', "c"),
            (1, ' text:is-list-header="true"', "d"),
            (1, "", "e"),
        )
    )
    data = odt(body, styles=NUMBERED.format(form="1", start=1), styles__xml=looks)
    assert [words for _kind, words in said(read(data, "x.odt"))] == [
        *("Article 1 a", "b", "c", "d", "Article 2 e")
    ]
