"""DOCX as word processors read it."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx as python_docx
import pypdfium2
import pytest
from lxml import etree

from briefing_app.domain.citing import CitationStyle
from briefing_app.export.options import ExportOptions, Paper
from briefing_app.export.to_docx import docx
from briefing_app.export.words import words
from tests.export.builders import Dossier, climate, istanbul, only_notes, saying, unbroken

OPTIONS = ExportOptions(author="A. Analyst")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(dossier: Dossier, options: ExportOptions = OPTIONS) -> bytes:
    briefing = dossier.briefing()
    return docx(briefing, words(briefing, options), options)


def part(content: bytes, name: str) -> etree._Element:
    return etree.fromstring(ZipFile(io.BytesIO(content)).read(name))


def text_of(element: etree._Element) -> str:
    """Give the words of an element, its tabs and breaks, and its references to notes by number."""
    told = []
    for each in element.iter():
        if each.tag == f"{W}t":
            told.append(each.text or "")
        elif each.tag == f"{W}footnoteReference":
            told.append(f"[{each.get(f'{W}id')}]")
        elif each.tag in {f"{W}br", f"{W}tab"}:
            told.append("\n" if each.tag == f"{W}br" else "\t")
    return "".join(told)


def lines(content: bytes, name: str = "word/document.xml") -> str:
    """Give every paragraph with its style, as a person can read it."""
    paragraphs = part(content, name).iter(f"{W}p")
    styled = ((each.find(f"{W}pPr/{W}pStyle"), text_of(each)) for each in paragraphs)
    return "\n".join(f"{style.get(f'{W}val')}: {text}".rstrip() for style, text in styled)


def test_the_document_is_as_it_was_read(golden):
    content = written(istanbul())
    notes = lines(content, "word/footnotes.xml")
    golden("istanbul.docx.txt", f"{lines(content)}\n\n{notes}\n")


def test_an_independent_reader_finds_headings_tables_and_properties():
    document = python_docx.Document(io.BytesIO(written(istanbul())))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert heads == ["Positions", "Outcomes", "Notes and highlights", "Sources"]
    matrix, agreed = document.tables[:2]
    assert [cell.text for cell in matrix.rows[0].cells] == ["Issue", "Ukraine", "Russia"]
    assert "▲ Demands\na complete, unconditional ceasefire" in matrix.rows[1].cells[1].text
    assert agreed.rows[2].cells[1].text == "● Pledged\n⚑ Disputed"
    assert document.core_properties.title == "Istanbul talks"
    assert document.core_properties.author == "A. Analyst"


def test_every_reference_leads_to_a_note_and_every_note_is_referred_to_once():
    content = written(istanbul())
    body, notes = part(content, "word/document.xml"), part(content, "word/footnotes.xml")
    referred = [each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference")]
    noted = [each.get(f"{W}id") for each in notes if not each.get(f"{W}type")]
    assert referred == noted == [str(number) for number in range(1, 14)]
    marks = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    fields = [each.get(f"{W}instr") for each in body.iter(f"{W}fldSimple")]
    again = [found[1] for each in fields if (found := re.match(r" NOTEREF (\w+) ", each))]
    assert (
        len(again) == 3
    )  # the words on the bodies are cited three times more, by outcome and accounts
    assert marks.issuperset(again)


def test_evidence_is_cited_in_the_style_that_was_chosen():
    content = written(istanbul(), replace(OPTIONS, citations=CitationStyle.CHICAGO))
    notes = part(content, "word/footnotes.xml")
    first = text_of(notes[2])
    assert first.endswith(
        "A wire service, June 3, 2025, https://news.example/istanbul/second-round, para. 1."
    )
    italic = [
        text_of(run)
        for run in notes.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle[@{W}val='Emphasis']") is not None
    ]
    assert italic[0] == "A wire service"


@pytest.mark.parametrize("dossier", [istanbul(), climate(), only_notes(), Dossier("Nothing yet")])
def test_every_style_that_is_used_is_there(dossier: Dossier):
    content = written(dossier)
    known = {each.get(f"{W}styleId") for each in part(content, "word/styles.xml")}
    for name in ("word/document.xml", "word/footnotes.xml", "word/footer.xml"):
        for kind in ("pStyle", "rStyle", "tblStyle"):
            used = {each.get(f"{W}val") for each in part(content, name).iter(f"{W}{kind}")}
            assert used <= known


def test_every_table_repeats_its_head_and_has_a_name():
    body = part(written(climate()), "word/document.xml")
    tables = list(body.iter(f"{W}tbl"))
    assert len(tables) == 1
    for table in tables:
        first = table.find(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Positions"


def test_many_parties_lie_on_their_side_and_the_rest_stands():
    sizes = list(part(written(climate()), "word/document.xml").iter(f"{W}pgSz"))
    assert [each.get(f"{W}orient") for each in sizes] == ["landscape", None]
    (letter,) = part(
        written(istanbul(), replace(OPTIONS, paper=Paper.LETTER)), "word/document.xml"
    ).iter(f"{W}pgSz")
    assert letter.get(f"{W}w") == "12240"


def test_more_parties_than_fit_stand_in_a_second_table_with_the_issues():
    dossier = Dossier()
    issue, story = dossier.issue("Ports"), dossier.document("A story")
    for number in range(8):
        party = dossier.party(f"Party {number}")
        quote = dossier.quote(story, f"Words {number}")
        dossier.position(party, "demands", issue, f"Claim {number}", quote)
    document = python_docx.Document(io.BytesIO(written(dossier)))
    rows = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert [len(row) for row in rows] == [7, 3]
    assert [row[0] for row in rows] == ["Issue", "Issue"]
    assert document.tables[1].rows[1].cells[0].text == "Ports"


def test_what_is_read_from_the_right_runs_so():
    body = part(written(istanbul()), "word/document.xml")
    right = [text_of(p) for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert any(text.startswith("قال الوزير") for text in right)


def test_only_the_row_with_which_the_tables_begin_may_go_on_on_the_next_page():
    rows = list(part(written(climate()), "word/document.xml").iter(f"{W}tr"))
    loose = [at for at, row in enumerate(rows) if row.find(f"{W}trPr/{W}cantSplit") is None]
    assert loose == [1]


def test_the_same_briefing_gives_the_same_bytes():
    assert written(istanbul()) == written(istanbul())


@pytest.mark.parametrize("said", ["</w:t></w:r>", "<w:br/>", "$body ${title}", "&#x1F600;", "]]>"])
def test_no_word_is_markup(said: str):
    content = written(saying(said))
    assert text_of(part(content, "word/document.xml")).count(said) >= 10
    assert said in text_of(part(content, "word/footnotes.xml"))


@pytest.fixture(scope="module")
def office() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice is not installed, so that DOCX could not be opened with it")
    return found


def test_libreoffice_opens_it_and_shows_what_it_says(office: str, tmp_path: Path):
    for name, dossier in (("istanbul", istanbul()), ("unbroken", unbroken())):
        (tmp_path / f"{name}.docx").write_bytes(written(dossier))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    files = [str(tmp_path / "istanbul.docx"), str(tmp_path / "unbroken.docx")]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=55)
    with pypdfium2.PdfDocument(tmp_path / "istanbul.pdf") as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    flat = " ".join(text.split())
    for said in (
        "Istanbul talks",
        "Return of bodies",
        "Accounts differ",
        "Fragile",
        "11 “described",
    ):
        assert said in flat
    assert "Error" not in text  # as a reference to nowhere would say
    with pypdfium2.PdfDocument(tmp_path / "unbroken.pdf") as pdf:
        assert len(pdf) >= 2
