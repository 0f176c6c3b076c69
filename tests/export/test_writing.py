"""A file that is written whole or not at all."""

import re
from pathlib import Path

import pytest

from briefing_app.domain.document import DocumentId
from briefing_app.errors import BriefingError
from briefing_app.export import SUFFIXES, ExportOptions, export
from briefing_app.export.errors import (
    AlteredQuoteError,
    NothingDueError,
    UnknownFormError,
    UnwritableError,
)
from tests.export.builders import Dossier, istanbul, only_notes


def write(path: Path, dossier: Dossier | None = None, **more: object) -> None:
    dossier = dossier or only_notes()
    export(dossier.briefing(), dossier.versions(), path, ExportOptions(), **more)


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".HTML", ".Md"])
def test_every_form_has_its_suffix(suffix: str, tmp_path: Path):
    path = tmp_path / f"Überblick Пётр{suffix}"
    write(path, istanbul())
    assert path.stat().st_size > 500


@pytest.mark.parametrize("name", ["briefing.doc", "briefing", "briefing.pdf.exe", ".pdf"])
def test_another_form_is_refused_with_what_there_is(name: str, tmp_path: Path):
    with pytest.raises(
        UnknownFormError, match=re.escape(f"{', '.join(SUFFIXES[:-1])} and {SUFFIXES[-1]}")
    ):
        write(tmp_path / name)


@pytest.mark.parametrize("place", ["no/such/folder/x.md", "folder.md", "file.md/x.md"])
def test_a_place_that_cannot_be_written_is_one_sentence(place: str, tmp_path: Path):
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "file.md").touch()
    with pytest.raises(UnwritableError) as caught:
        write(tmp_path / place)
    assert "\n" not in caught.value.sentence
    assert not list(tmp_path.rglob("*.part"))


def test_an_old_file_is_replaced_whole(tmp_path: Path):
    path = tmp_path / "x.md"
    write(path, istanbul())
    write(path)
    assert path.read_text("utf-8").startswith("# Notes of a quiet week")
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["x.md"]


def test_an_export_can_be_ended(tmp_path: Path):
    class EnoughError(Exception):
        pass

    def end(step: int, _steps: int) -> None:
        if step == 1:
            raise EnoughError

    path = tmp_path / "x.pdf"
    path.write_text("old")
    with pytest.raises(EnoughError):
        write(path, report=end)
    assert path.read_text() == "old"


def test_what_cannot_be_made_leaves_the_old_file_whole(tmp_path: Path):
    path = tmp_path / "x.ics"
    path.write_text("old")
    with pytest.raises(NothingDueError):
        write(path)
    assert path.read_text() == "old"
    assert not list(tmp_path.rglob("*.part"))


def test_the_steps_are_told(tmp_path: Path):
    heard = []
    write(tmp_path / "x.md", report=lambda step, steps: heard.append((step, steps)))
    assert heard == [(0, 2), (1, 2), (2, 2)]


def test_a_quote_that_its_document_does_not_say_is_not_exported(tmp_path: Path):
    dossier = only_notes()
    versions = dossier.versions()
    first = versions[DocumentId(1)]
    altered = {DocumentId(1): type(first)(**{**vars(first), "text": first.text.upper()})}
    with pytest.raises(AlteredQuoteError, match="We shall see"):
        export(dossier.briefing(), altered, tmp_path / "x.md", ExportOptions())
    assert issubclass(AlteredQuoteError, BriefingError)
    assert not (tmp_path / "x.md").exists()
