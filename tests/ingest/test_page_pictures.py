"""A quote is found again on the page of the PDF it came from, and the page is drawn with it."""

import json
from pathlib import Path

import pypdfium2
import pytest

from briefing_app.domain.document import Ingested
from briefing_app.domain.evidence import Quote, Span, quote_at
from briefing_app.domain.page import PagePicture
from briefing_app.errors import BriefingError
from briefing_app.ingest import page_pictures, read
from briefing_app.ingest.page_pictures import picture_page
from tests.ingest.samples import Put, pdf, typeset

STORY = """
#set page(paper: "a5", numbering: "1", header: [Communiqué of the delegations], columns: COLUMNS)
#set text(size: 11pt, hyphenate: true, lang: "en")
#set par(justify: true)
= Joint communiqué

The delegations met on Monday. #lorem(LENGTH) Both sides agreed to exchange all prisoners of war within
sixty days, and affirmed that the difficult offices of the mediators had made the exchange possible, while the
guarantors undertook to report on every step of its implementation to the representatives of all parties.

The next round follows in June. The delegations met on Monday.
"""


def story(folder: Path, *, columns: int = 1, length: int = 60) -> bytes:
    markup = STORY.replace("COLUMNS", str(columns)).replace("LENGTH", str(length))
    return typeset(markup, folder)


def quoted(found: Ingested, words: str) -> tuple[Quote, int]:
    """Return the quote of words of a text, and the page on which their paragraph begins."""
    start = found.text.index(words)
    block = next(each for each in reversed(found.blocks) if each.span.start <= start)
    assert block.page is not None
    return quote_at(found.text, Span(start, start + len(words))), block.page


def under(data: bytes, picture: PagePicture) -> str:
    """Read what stands within the marks, by another way than that by which they were found."""
    page = pypdfium2.PdfDocument(data)[picture.number - 1]
    text = page.get_textpage()
    parts = [
        text.get_text_bounded(
            each.left - 0.5,
            picture.height - each.bottom,
            each.right + 0.5,
            picture.height - each.top,
        )
        for each in picture.marks
    ]
    return "".join("".join(filter(str.isalnum, part)) for part in parts)


def plain(words: str) -> str:
    return "".join(filter(str.isalnum, words))


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(
    "words", ["exchange all prisoners of war within sixty days", "difficult offices", "in June"]
)
def test_the_marks_cover_the_words_and_no_others(tmp_path: Path, words: str, columns: int):
    data = story(tmp_path, columns=columns)
    quote, page = quoted(read(data, "story.pdf"), words)
    picture = picture_page(data, "story.pdf", start=page, quote=quote)
    assert under(data, picture) == plain(words)


def test_of_words_that_stand_twice_those_are_marked_that_are_meant(tmp_path: Path):
    data = story(tmp_path, length=5)
    found = read(data, "story.pdf")
    words = "The delegations met on Monday."
    second = found.text.rindex(words)
    tops = [
        picture_page(data, "s", start=1, quote=quote_at(found.text, Span(at, at + len(words))))
        .marks[0]
        .top
        for at in (found.text.index(words), second)
    ]
    assert tops[0] < tops[1]


@pytest.fixture(scope="module")
def long_story(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Ingested]:
    """Make a PDF of small pages, on which no paragraph of some lines ends where it begins."""
    markup = STORY.replace('paper: "a5"', "width: 10cm, height: 10cm, margin: 1.5cm")
    markup = markup.replace("COLUMNS", "1").replace("LENGTH", "60")
    data = typeset(markup, tmp_path_factory.mktemp("long"))
    return data, read(data, "story.pdf")


def test_a_quote_over_the_end_of_a_page_is_marked_on_both(long_story: tuple[bytes, Ingested]):
    data, found = long_story
    words = found.text[found.text.index("Both sides") : found.text.index(" all parties.")]
    quote, page = quoted(found, words)
    first, second = (
        picture_page(data, "s", start=page, quote=quote, page=number) for number in (page, page + 1)
    )
    assert first.marks
    assert second.marks
    assert under(data, first) + under(data, second) == plain(words)


def test_a_quote_beyond_the_page_where_its_paragraph_begins_is_shown_where_it_is(
    long_story: tuple[bytes, Ingested],
):
    data, found = long_story
    quote, page = quoted(found, "representatives of all parties")
    picture = picture_page(data, "s", start=page, quote=quote)
    assert picture.number == page + 1
    assert under(data, picture) == "representativesofallparties"


def test_a_page_that_is_turned_is_marked_as_it_is_seen():
    data = pdf(
        [[Put("The delegations met.", 60, 80), Put("Nobody else.", 60, 300)]], page=b"/Rotate 90"
    )
    quote, page = quoted(read(data, "s.pdf"), "delegations met")
    picture = picture_page(data, "s", start=page, quote=quote)
    (mark,) = picture.marks
    assert (picture.width, picture.height) == (842, 595)
    assert mark.bottom - mark.top > 3 * (mark.right - mark.left)


def test_words_that_are_not_there_leave_the_page_without_marks(tmp_path: Path):
    picture = picture_page(story(tmp_path), "s", start=1, quote=Quote("nobody ever said so here"))
    assert (picture.number, picture.marks) == (1, ())


def test_the_picture_shows_the_page(tmp_path: Path):
    data = story(tmp_path)
    quote, page = quoted(read(data, "story.pdf"), "in June")
    picture = picture_page(data, "s", start=page, quote=quote)
    assert len(picture.pixels) == 3 * picture.columns * picture.rows
    scale = picture.columns / picture.width
    (mark,) = picture.marks
    row = round((mark.top + mark.bottom) / 2 * scale)
    line = picture.pixels[3 * picture.columns * row : 3 * picture.columns * (row + 1)]
    within = line[3 * round(mark.left * scale) : 3 * round(mark.right * scale)]
    assert min(within) < 80  # ink
    assert max(within) == 255  # on paper


def test_a_giant_page_makes_no_giant_picture():
    data = pdf([[Put("The delegations met.", 60, 80)]], size=(14_000, 300))
    picture = picture_page(data, "s", start=1, quote=Quote("delegations"))
    assert max(picture.columns, picture.rows) <= 2401


def test_what_is_no_pdf_is_refused_with_a_sentence():
    with pytest.raises(BriefingError, match="is damaged"):
        picture_page(b"%PDF-1.4 nothing", "a.pdf", start=1, quote=Quote("x"))


@pytest.mark.parametrize(
    "change",
    [
        {"pixels": [2, 3]},
        {"pixels": [-2, -2]},
        {"pixels": [10**9, 10**9]},
        {"number": 0},
        {"number": True},
        {"size": [float("nan"), 5]},
        {"marks": [[1, 2, 3]]},
        {"marks": [[1, 2, 3, float("inf")]]},
        {"marks": [[0, 0, 1, 1]] * 5001},
        {"marks": 5},
        {"marks": [[0, 0, 1, 10**400]]},
        {"size": [5, 10**400]},
    ],
)
def test_an_answer_that_cannot_be_is_not_believed(change, monkeypatch: pytest.MonkeyPatch):
    head = {"number": 1, "pages": 1, "size": [5, 5], "pixels": [2, 2], "marks": []} | change
    written = json.dumps(head).encode()
    answer = len(written).to_bytes(4) + written + bytes(12)
    monkeypatch.setattr(page_pictures, "run", lambda *_args, **_more: answer)
    with pytest.raises(BriefingError, match="is damaged"):
        picture_page(b"", "a.pdf", start=1, quote=Quote("x"))
