import csv
import io
from pathlib import Path

import pytest

from briefing_app.domain.document import DocumentId
from briefing_app.errors import BriefingError
from briefing_app.operations.import_files import FileResult, FileState
from briefing_app.operations.import_report import counts, outcome, save, summary, told

ONE = DocumentId(1)
RESULTS = (
    FileResult("a.txt", FileState.IMPORTED, document=ONE, title="Talks end", proposals=2),
    FileResult("b.txt", FileState.ALREADY_THERE, document=ONE, title="Talks end"),
    FileResult("c.txt", FileState.NEW_VERSION, document=ONE, title="Talks end"),
    FileResult("d.png", FileState.REFUSED, "“d.png” is a picture."),
    FileResult(".git", FileState.SKIPPED, "It is hidden."),
    FileResult("e.txt", FileState.IMPORTED, "Only English is read.", document=ONE, title="Fin"),
)


def test_each_file_has_its_words():
    assert [(outcome(each), told(each)) for each in RESULTS] == [
        ("Read", "“Talks end”. 2 proposals."),
        ("Already there", "The same as “Talks end”."),
        ("New version", "A new version of “Talks end”."),
        ("Refused", "“d.png” is a picture."),
        ("Skipped", "It is hidden."),
        ("Read", "“Fin”. Only English is read."),
    ]


@pytest.mark.parametrize(
    ("title", "ending"),
    [("They agreed.", "“They agreed.”"), ("Why?", "“Why?”."), ("To be continued…", "continued…”.")],
)
def test_a_sentence_has_one_full_stop_whatever_the_title_ends_in(title: str, ending: str):
    for state in (FileState.IMPORTED, FileState.NEW_VERSION, FileState.ALREADY_THERE):
        assert told(FileResult("a.txt", state, document=ONE, title=title)).endswith(ending)


def test_all_of_them_have_a_sentence():
    assert summary(RESULTS) == (
        "6 files: 2 read, 1 new version, 1 already there, 1 refused and 1 skipped."
    )
    assert sum(counts(RESULTS).values()) == len(RESULTS)


@pytest.mark.parametrize(
    "name", ["=1+1.txt", "+x", "-x", "@x", "\t=x", " =x", "\r=x", "\n=x", "\u202e=x", "\ufeff=x"]
)
def test_no_cell_is_a_formula(tmp_path: Path, name: str):
    save([FileResult(name, FileState.IMPORTED, title=name)], tmp_path / "r.csv")
    content = (tmp_path / "r.csv").read_bytes().decode("utf-8-sig")
    (_heads, row) = csv.reader(io.StringIO(content, newline=""))
    assert row[0].startswith("'")
    assert row[2].startswith("'")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row)


def test_a_name_that_looks_turned_around_stays_in_its_line(tmp_path: Path):
    name = "gpj.\u202etxt\n\n.exe"
    save([FileResult(name, FileState.REFUSED, "It is none.")], tmp_path / "r.txt")
    assert "  gpj.txt .exe: It is none.\n" in (tmp_path / "r.txt").read_text("utf-8")


def test_a_report_that_cannot_be_written_is_said(tmp_path: Path):
    with pytest.raises(BriefingError, match="could not be written"):
        save(RESULTS, tmp_path / "none" / "r.csv")
