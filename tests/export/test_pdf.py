"""The PDF, read back: what is in it, how it is built, and what a typesetter that fails leaves behind."""

import ctypes
import json
import re
import unicodedata
from dataclasses import asdict
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from briefing_app.domain.outcome import Account, Status
from briefing_app.domain.position import Stance
from briefing_app.export import to_pdf
from briefing_app.export.errors import TooLargeError, TypesettingError
from briefing_app.export.fonts import reading_fonts
from briefing_app.export.options import ExportOptions, Template
from briefing_app.export.typesetting import _at_hand
from briefing_app.export.words import words
from briefing_app.isolation import Limits
from briefing_app.paths import resources
from tests.export import builders
from tests.export.builders import Dossier, climate, istanbul, only_notes, saying
from tests.export.reading_pdf import folded, made, text_of

TEMPLATE = sorted((resources() / "typst").glob("*.typ"))


def links_of(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    found = 0
    for page in document:
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page.raw, place, link):
            found += 1
    return found


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made(istanbul(), tmp_path_factory.mktemp("pdf"), author="A. Analyst")


def test_all_parts_are_there(pdf: bytes):
    text = folded(text_of(pdf))
    for said in (
        "Istanbul talks",
        "3 June 2025 · A. Analyst",
        "2 proposals have not been reviewed yet; they are marked “proposed”.",
        "▲ Demands",
        "on Ukraine’s word · words changed",
        "Condition: only if recruitment is halted for as long as the pause lasts",
        "proposed · reporter",
        "unanswered",
        "Russia and Ukraine · no date set · ticked off",
        "⚑ Disputed",
        "up to 12,000 bodies",
        "Russia · by 30 June 2025",
        "who exactly said it",
        "¶9 · verify, for lead",
        "«Ми наполягаємо на повному припиненні вогню», — сказав міністр.",
        "SHA-256 of the original: " + istanbul().documents[0].content_sha256,
    ):
        assert folded(said) in text


def test_arabic_is_there(pdf: bytes):
    assert "الجانبان" in unicodedata.normalize("NFKC", text_of(pdf))


def test_pages_are_numbered(pdf: bytes):
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert f"{number} / 3" in page
    assert "Istanbul talks" in pages[1]


def test_evidence_is_linked_both_ways(pdf: bytes):
    dossier = istanbul()
    cited = 6 + 5 + 2 + 3  # positions, outcomes, accounts side by side, notes
    used = 6 + 5 + 3
    assert links_of(pdf) >= cited + used + len(dossier.evidence)


def test_it_is_tagged_and_has_its_title_language_and_outline(pdf: bytes):
    document = pypdfium2.PdfDocument(pdf)
    assert pdfium.FPDFCatalog_IsTagged(document.raw)
    assert document.get_metadata_dict()["Title"] == "Istanbul talks"
    assert document.get_metadata_dict()["Author"] == "A. Analyst"
    assert b"/Lang (en)" in pdf or b"/Lang(en)" in pdf
    titles = [bookmark.get_title() for bookmark in document.get_toc()]
    assert [
        each for each in titles if each in {"Positions", "Outcomes", "Evidence", "Sources"}
    ] == [
        "Positions",
        "Outcomes",
        "Evidence",
        "Sources",
    ]


def test_it_says_that_it_keeps_both_standards(pdf: bytes):
    assert re.search(rb"pdfuaid:part(>|=\")1", pdf)
    assert re.search(rb"pdfaid:part(>|=\")2", pdf)
    assert re.search(rb"pdfaid:conformance(>|=\")A", pdf)


def test_the_same_briefing_gives_the_same_bytes(pdf: bytes, tmp_path: Path):
    assert made(istanbul(), tmp_path, author="A. Analyst") == pdf


def test_many_parties_lie_across_a_wide_page(tmp_path: Path):
    document = pypdfium2.PdfDocument(made(climate(), tmp_path))
    sizes = [page.get_size() for page in document]
    assert [width > height for width, height in (sizes[0], sizes[-1])] == [False, False]
    heads = [page.get_textpage().get_text_range() for page in document if page.get_width() > 700]
    assert len(heads) > 1
    assert all("European Union" in head and "COP Presidency" in head for head in heads)


@pytest.mark.parametrize("name", ["Dossier", "only_notes", "unbroken", "many_issues"])
def test_every_shape_of_dossier_can_be_printed(name: str, tmp_path: Path):
    dossier = getattr(builders, name)()
    assert folded(dossier.title) in folded(text_of(made(dossier, tmp_path)))


def test_nothing_runs_off_the_page(tmp_path: Path):
    for page in pypdfium2.PdfDocument(made(builders.unbroken(), tmp_path)):
        words = page.get_textpage()
        for at in range(words.count_rects()):
            left, _bottom, right, _top = words.get_rect(at)
            assert left > 40
            assert right < page.get_width() - 40


def lowest(page: pypdfium2.PdfPage) -> float:
    """Return where the lowest words of a page end, in points from its foot."""
    words = page.get_textpage()
    return min(words.get_rect(at)[1] for at in range(words.count_rects()))


def foot(page: pypdfium2.PdfPage) -> float:
    """Return where a page's number stands, below which there is nothing."""
    words = page.get_textpage()
    text = words.get_text_range()
    found = words.search(re.findall(r"\d+ / \d+", text)[-1]).get_next()
    assert found
    return words.get_charbox(found[0])[1]


def test_a_row_that_no_page_holds_goes_on_on_the_next(tmp_path: Path):
    dossier = builders.Dossier("A long row")
    issue, document = dossier.issue("Truce"), dossier.document("The minutes")
    parties = [dossier.party(f"Delegation {number}") for number in range(8)]
    for number in range(7):
        quote = dossier.quote(document, f"Point {number} is theirs.")
        claim = f"{number} verifiable withdrawals safeguards"
        dossier.position(parties[0], Stance.DEMANDS, issue, claim, quote, condition="afterwards")
    pages = list(pypdfium2.PdfDocument(made(dossier, tmp_path)))
    wide = [page for page in pages if page.get_width() > page.get_height()]
    assert "Truce" in wide[0].get_textpage().get_text_range()
    assert all(lowest(page) >= foot(page) - 1 for page in wide)


def test_references_that_no_page_holds_go_on_on_the_next(tmp_path: Path):
    dossier = builders.Dossier("Many outcomes")
    issue, document = (
        dossier.issue("Truce"),
        dossier.document(
            "The minutes",
            publisher="The secretariat of the delegations to the conference at the lake",
        ),
    )
    for number in range(55):
        told = f"Number {number} was agreed on by all of the delegations that came to the talks at the lake"
        account = Account(Status.AGREED, dossier.quote(document, told))
        dossier.outcome(f"outcome {number}", issue, account)
    pages = pypdfium2.PdfDocument(made(dossier, tmp_path, template=Template.OUTCOMES))
    assert all(lowest(page) >= foot(page) - 1 for page in pages)


def test_an_issue_on_which_a_hundred_ask_goes_on_on_the_next(tmp_path: Path):
    dossier = builders.Dossier("A conference of all")
    issue, document = dossier.issue("Finance"), dossier.document("The bulletin")
    for number in range(100):
        party = dossier.party(f"The delegation of country {number}")
        quote = dossier.quote(document, f"Delegation {number} wants more.")
        dossier.position(party, Stance.DEMANDS, issue, "more", quote)
    pages = pypdfium2.PdfDocument(made(dossier, tmp_path))
    assert all(lowest(page) >= foot(page) - 1 for page in pages)


def test_what_no_font_shows_is_printed_by_number(tmp_path: Path):
    dossier = Dossier("Signs")
    document = dossier.document("Signs")
    dossier.annotate(dossier.quote(document, "private \ue123, unassigned \U0003fffd, e\u0301"))
    text = text_of(made(dossier, tmp_path))
    assert "private [U+E123], unassigned [U+3FFFD], é" in unicodedata.normalize("NFC", text)
    assert "no font on this computer shows them: U+E123, U+3FFFD" in text


def test_control_characters_do_no_harm(tmp_path: Path):
    said = "a\x00b\x07c\ufeffd\u202ee\ud800f\u2028g"
    text = text_of(made(saying(said), tmp_path))
    assert "abcde\ufffdf g" in text or "abcde[U+FFFD]f g" in text


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        (Limits(seconds=0.05), TooLargeError),
        (Limits(answer=1000), TooLargeError),
        (Limits(open_files=3), TypesettingError),
    ],
)
def test_a_typesetter_that_is_ended_leaves_the_old_file(
    limits: Limits, error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    old = made(only_notes(), tmp_path)
    monkeypatch.setattr(to_pdf, "LIMITS", limits)
    with pytest.raises(error):
        made(istanbul(), tmp_path)
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["briefing.pdf"]
    assert (tmp_path / "briefing.pdf").read_bytes() == old


def test_too_much_for_the_memory_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    dossier = Dossier("Too much")
    document = dossier.document("A very long one")
    for _number in range(30):
        dossier.annotate(dossier.quote(document, "word " * 40_000))
    monkeypatch.setattr(to_pdf, "LIMITS", Limits(memory=300 << 20))
    with pytest.raises(TooLargeError) as caught:
        made(dossier, tmp_path)
    assert caught.value.sentence.count(".") == 1


def test_signs_call_for_no_further_fonts():
    """They come with the typesetter: the fonts of the East and those of the computer take long to read."""
    wanted = words(climate().briefing(), ExportOptions())
    assert any(cell.entries for row in wanted.positions.rows for cell in row.cells)
    fonts = {"fonts": list(map(str, reading_fonts())), "other_fonts": [], "scripts": []}
    ((at_hand, strange),) = _at_hand({"words": json.dumps(asdict(wanted)), **fonts})
    assert not at_hand.system
    assert not strange
