"""Files as a real office program writes them, of words that are known."""

import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from briefing_app.ingest import read, read_file
from briefing_app.ingest.gathering import Source, Unpacker, gather
from tests.ingest.samples import typeset, zipped
from tests.ingest.seen import said

LIBREOFFICE = shutil.which("soffice")
AGREED = (
    "The delegations agreed to exchange all prisoners who are seriously wounded, and to return the "
    "bodies of six thousand soldiers — “all of them”."
)
PAGE = f"""<html><head><meta charset="utf-8"><title>Joint statement</title></head><body>
<h1>Joint statement</h1><h2>What was agreed</h2><p>{AGREED}</p>
<ul><li>All prisoners</li><li>All bodies</li></ul>
<table width="100%"><tr><td>Bodies</td><td>6,000</td></tr><tr><td>Rounds</td><td>2</td></tr></table>
<h2>What is open</h2><p>The next round; Переговоры продолжатся.</p></body></html>"""


@pytest.mark.skipif(LIBREOFFICE is None, reason="there is no LibreOffice to make files with")
@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "pdf"])
def test_what_libreoffice_writes_is_read_back(kind: str, tmp_path: Path):
    source = tmp_path / "statement.html"
    source.write_text(PAGE, "utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(LIBREOFFICE), profile, "--headless", "--infilter=HTML (StarWriter)"]
    subprocess.run(
        [*command, "--convert-to", kind, "--outdir", str(tmp_path), str(source)],
        check=True,
        capture_output=True,
        timeout=50,
    )
    found = read_file(tmp_path / f"statement.{kind}")
    bullet = "• " if kind in {"rtf", "pdf"} else ""
    assert (found.kind, found.title, found.language) == (kind, "Joint statement", "en")
    assert said(found) == [
        ("heading", "Joint statement"),
        ("heading", "What was agreed"),
        ("paragraph", AGREED),
        ("list_item", f"{bullet}All prisoners"),
        ("list_item", f"{bullet}All bodies"),
        ("table_row", "Bodies | 6,000"),
        ("table_row", "Rounds | 2"),
        ("heading", "What is open"),
        ("paragraph", "The next round; Переговоры продолжатся."),
    ]


COUNTED = [
    *("Article I. Ceasefire", "1. The Parties shall cease fire.", "2. Each Party shall:"),
    *("2.1. withdraw heavy weapons:", "(a) tanks;", "(b) mortars.", "2.2. inform the mission."),
    *("A second paragraph.", "Between the points.", "3. Prisoners shall be exchanged."),
    *("1. Detail", "a bullet", "iv) a Roman one", "ix) that begins anew"),
    *("Article II. Prisoners", "1. A new list.", "The end of it, where nothing more is counted."),
]


@pytest.mark.skipif(LIBREOFFICE is None, reason="there is no LibreOffice to make files with")
@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "pdf"])
def test_what_libreoffice_counts_has_the_numbers_that_it_shows(kind: str, tmp_path: Path):
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    source = Path(__file__).parents[1] / "data" / "agreement.fodt"
    subprocess.run(
        [
            *(str(LIBREOFFICE), profile, "--headless", "--convert-to", kind),
            *("--outdir", str(tmp_path), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=50,
    )
    found = read_file(tmp_path / f"agreement.{kind}")
    bullet = "• " if kind in {"rtf", "pdf"} else ""
    read_as = [words.removeprefix(bullet) for _kind, words in said(found)]
    assert " ".join(read_as).split() == " ".join(COUNTED).split()
    assert (
        read_as[:6] == COUNTED[:6]
    )  # where a page has no gap, a second paragraph is one with the first


@pytest.mark.skipif(LIBREOFFICE is None, reason="there is no LibreOffice to make files with")
def test_arabic_that_libreoffice_prints_is_read_in_its_order(tmp_path: Path):
    words = "وقف إطلاق النار وتبادل الأسرى بين الطرفين لا يزال قائما"
    source = tmp_path / "statement.html"
    source.write_text(f'<meta charset="utf-8"><p dir="rtl" lang="ar">{words}</p>', "utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(LIBREOFFICE), profile, "--headless", "--infilter=HTML (StarWriter)"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)],
        check=True,
        capture_output=True,
        timeout=50,
    )
    assert words in read_file(tmp_path / "statement.pdf").text


def test_what_typst_sets_is_read_back_from_an_archive(tmp_path: Path):
    made = typeset(
        f"#set document(title: [Joint statement])\n= Joint statement\n\n{AGREED}", tmp_path
    )
    (tmp_path / "talks.zip").write_bytes(zipped({"June/statement.pdf": made}))
    (source,) = gather([tmp_path / "talks.zip"], waiting=lambda: None)
    assert isinstance(source, Source)
    with closing(Unpacker()) as unpacker:
        found = read(unpacker.bytes_of(source), source.name)
    assert (found.kind, found.file_name) == ("pdf", "statement.pdf")
    assert said(found) == [("heading", "Joint statement"), ("paragraph", AGREED)]


REVISED = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:tracked-changes text:track-changes="false">
<text:changed-region xml:id="c1" text:id="c1"><text:deletion><office:change-info><dc:creator>Jane</dc:creator>
<dc:date>2025-06-03T10:00:00</dc:date></office:change-info><text:p>five</text:p></text:deletion></text:changed-region>
<text:changed-region xml:id="c2" text:id="c2"><text:insertion><office:change-info><dc:creator>Jane</dc:creator>
<dc:date>2025-06-03T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
</text:tracked-changes>
<text:p>They agreed on <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>six<text:change-end
 text:change-id="c2"/> thousand<office:annotation><dc:creator>X</dc:creator><text:p>Really?</text:p>
</office:annotation> bodies<text:note
 text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>By the ministry.</text:p>
</text:note-body></text:note>.</text:p></office:text></office:body></office:document>"""


@pytest.mark.skipif(LIBREOFFICE is None, reason="there is no LibreOffice to make files with")
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_changes_and_comments_that_libreoffice_keeps_are_resolved_and_counted(
    kind: str, tmp_path: Path
):
    source = tmp_path / "revised.fodt"
    source.write_text(REVISED, "utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(LIBREOFFICE), profile, "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(source)],
        check=True,
        capture_output=True,
        timeout=50,
    )
    found = read_file(tmp_path / f"revised.{kind}")
    assert [words for _kind, words in said(found)] == [
        "They agreed on six thousand bodies[1].",
        "[1] By the ministry.",
    ]
    assert (found.changes, found.comments) == (2, 1)
