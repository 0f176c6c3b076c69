import datetime as dt
import re
from pathlib import Path
from random import Random

import pytest

from briefing_app.domain.document import BlockKind
from briefing_app.errors import BriefingError
from briefing_app.ingest import read
from tests.ingest.samples import HEIGHT, Put, pdf, pdf_objects, scan, typeset
from tests.ingest.seen import said

STORY = (
    "The delegations agreed to exchange all prisoners who are seriously wounded, and to return the "
    "bodies of six thousand soldiers. They also considered humanitarian corridors for the evacuation "
    "of civilians, the verification of a long-term ceasefire, and the reconstruction of infrastructure."
)
LOREM = [
    f"{' '.join(Random(n).sample(STORY.split(), len(STORY.split())))} And so on to {n}."
    for n in range(1, 41)
]


PARAGRAPHS = "\n\n".join(LOREM)


def paragraph(lines: list[str], left: float, top: float, **look) -> list[Put]:
    return [Put(line, left, top + 12 * at, **look) for at, line in enumerate(lines)]


def test_a_typeset_text_comes_back_word_for_word(tmp_path: Path):
    markup = f"""
        #set document(title: "Joint communique", author: "Jane Smith")
        #set page(numbering: "1 / 1", header: [Ministry of Foreign Affairs #h(1fr) 3 June 2025])
        #set text(lang: "en", hyphenate: true)
        #set par(justify: true)
        = Joint communique
        == What was agreed
        {PARAGRAPHS}
        - All prisoners
        - All bodies
        == What is open
        The next round."""
    found = read(typeset(re.sub("^ +", "", markup, flags=re.MULTILINE), tmp_path), "x.pdf")
    assert (found.kind, found.title, found.author) == ("pdf", "Joint communique", "Jane Smith")
    assert said(found) == [
        ("heading", "Joint communique"),
        ("heading", "What was agreed"),
        *(("paragraph", each) for each in LOREM),
        ("list_item", "• All prisoners"),
        ("list_item", "• All bodies"),
        ("heading", "What is open"),
        ("paragraph", "The next round."),
    ]
    assert [block.level for block in found.blocks if block.kind is BlockKind.HEADING] == [1, 2, 2]
    pages = [block.page for block in found.blocks]
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert pages[0] == 1
    assert pages[-1] == 4


def test_two_columns_are_read_one_after_the_other(tmp_path: Path):
    markup = '#set page(columns: 2, numbering: "1")\n#set text(size: 10pt)\n' + "\n\n".join(LOREM)
    found = read(typeset(markup, tmp_path), "x.pdf")
    assert said(found) == [("paragraph", each) for each in LOREM]


def test_columns_that_were_written_row_by_row_are_still_two():
    left = [
        "The first delegation said that it",
        "would not accept any ceasefire",
        "before its demands were met by all",
    ]
    right = [
        "The second delegation asked for a",
        "truce of thirty days on land and",
        "at sea, without any conditions now",
    ]
    rows = [
        put
        for at in range(9)
        for put in (Put(left[at % 3], 60, 200 + 12 * at), Put(right[at % 3], 320, 200 + 12 * at))
    ]
    found = read(
        pdf(
            [
                [
                    Put(
                        "Two sides, one table, and no result at all after nine days of talks",
                        60,
                        150,
                        16,
                    ),
                    *rows,
                ]
            ]
        ),
        "x.pdf",
    )
    assert found.blocks[0].kind is BlockKind.HEADING
    body = found.text[found.blocks[0].span.end :].split()
    assert body == (" ".join(left * 3) + " " + " ".join(right * 3)).split()


def test_running_heads_and_page_numbers_are_dropped_and_nothing_else():
    pages = [
        [
            Put("Joint statement", 60, 40, 8),
            *paragraph([f"Paragraph {page} says what was agreed in round {page}."], 60, 120),
            Put("1,000", 60, 700),
            Put(f"- {page} -", 290, 810, 8),
        ]
        for page in range(1, 6)
    ]
    found = read(pdf(pages), "x.pdf")
    assert "Joint statement" not in found.text
    assert "-" not in found.text
    assert found.text.count("1,000") == 5
    assert [block.page for block in found.blocks] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


@pytest.mark.parametrize("stamp", ["6/3/25, 7:38 PM", "03.06.2025, 19:38", "2025-06-03 19:38:02"])
@pytest.mark.parametrize("pages", [1, 2])
def test_what_a_browser_prints_at_the_edges_is_no_text_but_the_address(stamp: str, pages: int):
    edges = [
        *(Put(stamp, 24, 23, 8), Put("Talks end", 300, 23, 8)),
        *(Put("https://example.org/talks?id=5", 24, 825, 8), Put(f"1/{pages}", 570, 825, 8)),
    ]
    story = paragraph(["They agreed on 2 May 2025 to meet."], 60, 120)
    found = read(pdf([[*edges, *story]] * pages), "x.pdf")
    assert found.text == "\n\n".join(["They agreed on 2 May 2025 to meet."] * pages)
    assert found.url == "https://example.org/talks?id=5"
    assert found.date is None


def test_words_at_the_edge_of_a_lone_page_stay():
    page = [Put("Draft of 3 June", 24, 23, 8), *paragraph(["They agreed to meet."], 60, 120)]
    page.append(Put("See https://example.org/talks.", 24, 825, 8))
    found = read(pdf([page]), "x.pdf")
    assert found.text.startswith("Draft of 3 June")
    assert found.text.endswith("https://example.org/talks.")
    assert found.url == ""


def raised(words: str, left: float, top: float) -> Put:
    return Put(words, left, top - 4.5, 7)


def test_the_number_of_a_note_does_not_run_into_its_word():
    page = [
        Put("They agreed on a ceasefire", 60, 100),
        raised("1", 180, 100),
        Put("of thirty days, and left.", 187, 100),
        Put("The bodies will be returned.", 60, 112),
        raised("2", 185, 112),
        raised("1", 60, 160),
        Put("By the ministry.", 66, 160),
    ]
    text = read(pdf([page]), "x.pdf").text
    assert "ceasefire [1] of thirty" in text or "ceasefire[1] of thirty" in text
    assert "returned.[2]" in text
    assert "[1] By the ministry." in text


def test_what_is_set_high_and_is_no_note_stays_as_it_is():
    page = [
        *(
            Put("On the 3", 60, 100),
            raised("rd", 99.5, 100),
            Put("of June they left 10 km", 109, 100),
        ),
        *(raised("2", 213, 100), Put("of land to the 10", 220, 100), raised("5", 295, 100)),
    ]
    text = read(pdf([page]), "x.pdf").text
    assert "3rd" in text
    assert "[" not in text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The negotia-", "tions went on."], "The negotiations went on."),
        (
            ["A long-term plan, and a long-", "term truce."],
            "A long-term plan, and a long-term truce.",
        ),
        (["The US-", "Russia talks went on."], "The US-Russia talks went on."),
        (["All of 2024-", "25 was lost."], "All of 2024-25 was lost."),
        (["The ceasefire, a cease-", "fire in name."], "The ceasefire, a ceasefire in name."),
    ],
)
def test_words_divided_at_a_line_s_end_are_made_whole(lines: list[str], text: str):
    assert read(pdf([paragraph(lines, 60, 100)]), "x.pdf").text == text


def test_paragraphs_are_known_by_spacing_and_by_indentation():
    long = "The parties met on Monday and talked about the exchange of prisoners"
    spaced = paragraph([long, long], 60, 100) + paragraph([long, long], 60, 140)
    indented = [
        *paragraph([long, long], 60, 300),
        Put(long[:-1], 72, 324),
        Put(long, 60, 336),
    ]
    found = read(pdf([[*spaced, *indented]]), "x.pdf")
    assert [text.count("The parties") for _kind, text in said(found)] == [2, 2, 2, 2]


def test_a_paragraph_goes_on_over_the_page_and_its_footnote():
    head = paragraph(
        [
            "The two sides will exchange the prisoners they hold, and they will",
            "return the bodies of",
        ],
        60,
        100,
    )
    note = [Put("1 As the ministry said later, in a note of its own to the press.", 60, 760, 7)]
    rest = paragraph(["six thousand soldiers."], 60, 100)
    found = read(pdf([head + note, rest]), "x.pdf")
    assert [text for _kind, text in said(found)] == [
        f"{' '.join(put.words for put in head)} six thousand soldiers.",
        "1 As the ministry said later, in a note of its own to the press.",
    ]


def test_cells_beside_each_other_are_rows():
    rows = [
        put
        for at, (what, count) in enumerate(
            [("Prisoners", "1,200"), ("Bodies", "6,000"), ("Rounds", "2")]
        )
        for put in (Put(what, 60, 100 + 14 * at), Put(count, 300, 100 + 14 * at))
    ]
    assert said(read(pdf([rows]), "x.pdf")) == [
        ("table_row", "Prisoners | 1,200"),
        ("table_row", "Bodies | 6,000"),
        ("table_row", "Rounds | 2"),
    ]


def test_a_cell_of_several_lines_is_one():
    rows = [
        *(Put("Stage", 60, 100), Put("Prisoners", 200, 100), Put("By", 400, 100)),
        *(Put("First", 60, 120), Put("120, among them all", 200, 120)),
        *(Put("who are wounded or ill", 200, 132), Put("1 April", 400, 120)),
        *(Put("Second", 60, 150), Put("300", 200, 150), Put("15 April,", 400, 150)),
        Put("at noon", 400, 162),
        *paragraph(["They left the table at night."], 60, 190),
    ]
    assert said(read(pdf([rows]), "x.pdf")) == [
        ("table_row", "Stage | Prisoners | By"),
        ("table_row", "First | 120, among them all who are wounded or ill | 1 April"),
        ("table_row", "Second | 300 | 15 April, at noon"),
        ("paragraph", "They left the table at night."),
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(turn: int):
    lines = paragraph(
        ["The first line of the page says", "what the second line goes on with."], 60, 100
    )
    place = {90: b"0 1 -1 0 %d %d", 180: b"-1 0 0 -1 %d %d", 270: b"0 -1 1 0 %d %d"}[turn]
    found = read(turned(lines, place, turn), "x.pdf")
    assert found.text == "The first line of the page says what the second line goes on with."


def turned(lines: list[Put], matrix: bytes, turn: int) -> bytes:
    """Write lines so that they are upright once the page is turned."""
    data = pdf([lines], page=b"/Rotate %d" % turn)
    for put in lines:
        x, y = put.left, HEIGHT - put.top
        along = {
            90: (put.top, put.left),
            180: (595 - x, put.top),
            270: (595 - put.top, 842 - put.left),
        }
        at = matrix % tuple(map(int, along[turn]))
        old = b"1 0 0 1 %g %g" % (x, y)
        assert old in data
        data = data.replace(old, at)
    return data


@pytest.mark.parametrize(
    ("title", "author", "kept"),
    [
        ("Talks in Geneva", "Jane Smith", ("Talks in Geneva", "Jane Smith")),
        ("Geneva talks end | The Paper", "", ("Geneva talks end", "")),
        ("The Paper - Geneva talks end", "", ("Geneva talks end", "")),
        ("Talks - Geneva", "", ("Talks - Geneva", "")),
        ("Microsoft Word - talks_v3.doc", "HP user", ("Geneva talks end", "")),
        ("Annual report of the fisheries board", "jsmith", ("Geneva talks end", "")),
        ("untitled", "Administrator", ("Geneva talks end", "")),
    ],
)
def test_what_a_pdf_says_of_itself_is_believed_where_its_text_agrees(title: str, author: str, kept):
    info = b"<< /Title (%s) /Author (%s) /CreationDate (D:20190102030405Z) >>"
    page = [
        Put("Geneva talks end", 60, 80, 18),
        *paragraph(["The talks ended in Geneva."], 60, 120),
    ]
    found = read(pdf([page], info=info % (title.encode(), author.encode())), "x.pdf")
    assert (found.title, found.author) == kept
    assert found.date is None


def test_the_date_is_the_one_the_text_states():
    page = [
        Put("Geneva talks end", 60, 80, 18),
        Put("3 June 2025", 60, 100),
        Put("They talked.", 60, 130),
    ]
    assert read(pdf([page]), "x.pdf").date == dt.date(2025, 6, 3)


LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
    b"41" * 32,
    b"42" * 32,
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (scan(), "pictures of pages"),
        (pdf([[]]), "empty"),
        (pdf([[Put("Secret", 60, 100)]], trailer=LOCKED), "password"),
        (pdf([[Put("Half", 60, 100)]])[:60], "damaged"),
        (b"%PDF-1.4\n", "damaged"),
        (pdf([[Put("Large", 60, 100)]], size=(90_000, 90_000)), "damaged"),
        (
            pdf_objects(
                [
                    b"<< /Type /Catalog /Pages 2 0 R >>",
                    b"<< /Type /Pages /Count 10001 /Kids [%s] >>" % (b"3 0 R " * 10_001),
                    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
                ]
            ),
            "more than",
        ),
    ],
    ids=["scanned", "empty", "locked", "cut", "only a head", "giant page", "many pages"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, told: str):
    with pytest.raises(BriefingError, match=told) as refused:
        read(data, "talks.pdf")
    assert refused.value.sentence.count("talks.pdf") == 1
    assert "\n" not in refused.value.sentence
