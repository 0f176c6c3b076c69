"""What Word counts is in its text: the numbers of lists and headings, as its numberings and styles say."""

import pytest

from briefing_app.ingest import read
from tests.ingest.samples import docx
from tests.ingest.seen import said

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'


def level(at: int, form: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, uses: str = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'):
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{"".join(levels)}'
        f"</w:abstractNum>{uses}</w:numbering>"
    )


def item(words: str, at: int = 0, use: int = 1, more: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{use}"/></w:numPr>{more}</w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>"
    )


def plain(words: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}<w:r><w:t>{words}</w:t></w:r></w:p>"


def read_as(body: str, **parts: str) -> list[str]:
    return [words for _kind, words in said(read(docx(body, **parts), "x.docx"))]


LEGAL = numbering(
    level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)")
)


def test_levels_count_within_each_other_and_go_on_after_a_paragraph():
    body = (
        item("a")
        + item("b", 1)
        + item("c", 2)
        + item("d", 2)
        + item("e", 1)
        + plain("p")
        + item("f")
        + item("g", 1)
    )
    assert read_as(body, word_numbering__xml=LEGAL) == [
        *("1. a", "1.1 b", "(a) c", "(b) d", "1.2 e", "p", "2. f", "2.1 g")
    ]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("upperRoman", "III. c"),
        ("lowerRoman", "iii. c"),
        ("upperLetter", "C. c"),
        ("decimalZero", "03. c"),
        ("bullet", "c"),
        ("none", "c"),
        ("japaneseCounting", "c"),
        ("", "3. c"),
    ],
)
def test_a_number_is_written_in_its_form_or_not_at_all(form: str, shown: str):
    found = read_as(
        item("a") + item("b") + item("c"), word_numbering__xml=numbering(level(0, form, "%1."))
    )
    assert found[2] == (". c" if form == "none" else shown)


def test_the_letters_after_z_are_doubled():
    body = "".join(item("x") for _time in range(28))
    numbers = numbering(level(0, "lowerLetter", "%1)"))
    assert read_as(body, word_numbering__xml=numbers)[25:] == ["z) x", "aa) x", "bb) x"]


def test_a_use_that_says_where_it_begins_begins_there_and_others_go_on():
    uses = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="7"/>{more}</w:num>'
        for at, more in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        )
    )
    body = item("a") + item("b", use=2) + item("c", use=3) + item("d", use=3)
    found = read_as(body, word_numbering__xml=numbering(level(0, "decimal", "%1."), uses=uses))
    assert found == ["1. a", "2. b", "5. c", "6. d"]


def test_headings_and_paragraphs_are_numbered_by_their_styles():
    levels = (
        level(0, "upperRoman", "Article %1", '<w:pStyle w:val="heading1"/>'),
        level(1, "decimal", "%1.%2", '<w:isLgl/><w:pStyle w:val="Clause"/>'),
    )
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="heading1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:basedOn w:val="Clause"/></w:style>'
        "</w:styles>"
    )
    body = (
        plain("Ceasefire", "heading1")
        + plain("They agree.", "Clause")
        + plain("They meet.", "Deep")
        + '<w:p><w:pPr><w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
        "<w:r><w:t>Not numbered.</w:t></w:r></w:p>" + plain("Prisoners", "heading1")
    )
    data = docx(body, word_numbering__xml=numbering(*levels), word_styles__xml=styles)
    assert said(read(data, "x.docx")) == [
        ("heading", "Article I Ceasefire"),
        ("list_item", "1.1 They agree."),
        ("list_item", "1.2 They meet."),
        ("paragraph", "Not numbered."),
        ("heading", "Article II Prisoners"),
    ]


def test_a_number_of_words_makes_no_item_of_a_list():
    data = docx(
        item("They agree."), word_numbering__xml=numbering(level(0, "decimal", "Article %1"))
    )
    assert said(read(data, "x.docx")) == [("paragraph", "Article 1 They agree.")]


def test_a_paragraph_that_a_tracked_change_took_away_is_not_counted():
    body = item("a") + item("b", more="<w:rPr><w:del/></w:rPr>") + item("c")
    assert read_as(body, word_numbering__xml=LEGAL)[0] == "1. a"
    assert read_as(body, word_numbering__xml=LEGAL)[-1].startswith(("2. ", "b2. "))


def test_a_paragraph_without_words_is_counted_and_not_shown():
    body = item("a") + item("") + item("c")
    assert read_as(body, word_numbering__xml=LEGAL) == ["1. a", "3. c"]


def test_a_number_stands_before_a_paragraph_s_own_words_and_in_no_frame():
    frame = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{item('In a frame.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    moved = "<w:moveFrom><w:r><w:t>Gone. </w:t></w:r></w:moveFrom>"
    body = item("They agree.").replace("<w:r>", f"{frame}{moved}<w:r>", 1) + item("They meet.")
    found = read_as(body, word_numbering__xml=LEGAL)
    assert sorted(found) == ["1. They agree.", "2. They meet.", "In a frame."]


def test_a_level_that_never_restarts_goes_on():
    levels = (
        level(0, "decimal", "%1."),
        level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'),
    )
    body = item("a") + item("b", 1) + item("c") + item("d", 1)
    assert read_as(body, word_numbering__xml=numbering(*levels)) == ["1. a", "1) b", "2. c", "2) d"]


def test_a_numbering_that_another_style_holds_is_followed():
    uses = (
        '<w:num w:numId="1"><w:abstractNumId w:val="8"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    linked = numbering(level(0, "decimal", "%1."), uses=uses).replace(
        "</w:abstractNum>",
        '</w:abstractNum><w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="L"/></w:abstractNum>',
    )
    styles = (
        f'<w:styles {W}><w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    assert read_as(item("a"), word_numbering__xml=linked, word_styles__xml=styles) == ["1. a"]


@pytest.mark.parametrize(
    "numbers",
    [
        f"<w:numbering {W}/>",
        numbering(level(0, "decimal", "%9.")),
        numbering(level(0, "decimal", "%1" * 500)),
        numbering(level(0, "decimal", "no place")),
        numbering('<w:lvl><w:start w:val="x"/></w:lvl>'),
        numbering("", uses='<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'),
        numbering(
            '<w:lvl w:ilvl="0"><w:start w:val="99999999999"/><w:lvlText w:val="%5%6"/></w:lvl>'
        ),
    ],
)
def test_a_numbering_that_says_nothing_sensible_leaves_the_words(numbers: str):
    assert read_as(item("They agree."), word_numbering__xml=numbers) == ["They agree."]


def test_styles_that_go_round_in_a_circle_end():
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    found = read_as(plain("They agree.", "a"), word_numbering__xml=LEGAL, word_styles__xml=styles)
    assert found == ["They agree."]
