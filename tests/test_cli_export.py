import json
import re
from pathlib import Path

import pypdfium2
import pytest

from briefing_app import paths
from tests.commands import answer, run


@pytest.mark.parametrize("suffix", ["pdf", "html", "md", "json"])
def test_export_writes_every_form_with_its_options(dossier: Path, tmp_path: Path, suffix: str):
    out = tmp_path / f"out.{suffix}"
    options = (
        "--confirmed-only",
        "--title",
        "My title",
        "--author",
        "Jane Doe",
        "--paper",
        "letter",
    )
    assert answer("export", dossier, out, *options) == f"{out}\n"
    written = out.read_bytes()
    assert suffix == "pdf" or (b"My title" in written and b"Jane Doe" in written)
    assert b"Rejects" not in written


def test_a_dossier_is_made_again_of_its_export(dossier: Path, tmp_path: Path):
    out, again = tmp_path / "out.json", tmp_path / "again.dossier"
    answer("export", dossier, out)
    assert answer("new", again, "--from", out) == f"{again}\n"
    assert "sound" in answer("check", again)
    assert answer("show", again) == answer("show", dossier)
    result = run("new", again, "--from", out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "already there" in result.stderr


def test_an_export_cites_in_the_style_that_is_asked_for(dossier: Path, tmp_path: Path):
    out = tmp_path / "out.md"
    answer("export", dossier, out, "--citations", "chicago")
    assert re.search(r"June \d, 2025", out.read_text("utf-8"))
    assert "para. 1" in out.read_text("utf-8")


def test_annotations_of_another_program_are_taken_over(dossier: Path, tmp_path: Path):
    selector = {"type": "TextQuoteSelector", "exact": "", "prefix": "", "suffix": ""}
    rows = [
        {"uri": "x", "text": "a note", "target": [{"selector": [selector | {"exact": words}]}]}
        for words in ("Russia and Ukraine have wrapped up", "words that are nowhere at all")
    ]
    file = tmp_path / "hypothesis.json"
    file.write_text(json.dumps({"rows": rows}), "utf-8")
    result = run("annotate", dossier, file)
    assert result.stdout == "1 annotation was taken over; 1 stands nowhere for certain.\n"
    assert result.stderr == "Not found for certain: “words that are nowhere at all”\n"
    told = json.loads(answer("annotate", dossier, file, "--json"))
    assert told == {
        "documents": 0,
        "taken": 0,
        "known": 1,
        "lost": ["words that are nowhere at all"],
    }
    assert run("annotate", dossier, tmp_path / "none.json").exit_code == 1


def test_export_covers_what_is_named(dossier: Path, tmp_path: Path):
    out = tmp_path / "out.md"
    answer("export", dossier, out, "--party", "RUSSIA", "--until", "2025-12-31", "--no-notes")
    assert "Only of Russia." in out.read_text("utf-8")
    result = run("export", dossier, out, "--issue", "penguins")
    assert result.exit_code == 1
    assert "“penguins”" in result.stderr


def test_export_dresses_the_pages(dossier: Path, tmp_path: Path):
    out, logo = tmp_path / "out.pdf", paths.resources() / "icons" / "briefing.png"
    look = ("--classification", "Restricted", "--footer", "Desk", "--watermark", "DRAFT")
    answer("export", dossier, out, "--template", "one-page", "--logo", logo, *look)
    document = pypdfium2.PdfDocument(out.read_bytes())
    (text,) = [page.get_textpage().get_text_range() for page in document]
    assert all(word in text for word in ("Restricted", "Desk", "DRAFT", "Who wants what"))


def test_export_writes_the_headings_in_another_language(dossier: Path, tmp_path: Path):
    out = tmp_path / "out.md"
    assert run("export", dossier, out, "--language", "ru").exit_code == 0
    assert "## Позиции" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("option", "said"), [("--logo", "PNG or JPEG"), ("--language", "There is no language “none”")]
)
def test_export_says_what_of_its_look_cannot_be(
    dossier: Path, tmp_path: Path, option: str, said: str
):
    result = run("export", dossier, tmp_path / "out.pdf", option, "none")
    assert result.exit_code == 1
    assert said in result.stderr
