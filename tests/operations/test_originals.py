"""The original bytes come back as they were imported, under a name that no system takes for a program's."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.document import Particulars
from briefing_app.errors import BriefingError
from briefing_app.ingest import read, read_pasted
from briefing_app.operations.dossiers import new_dossier
from briefing_app.operations.importing import import_document
from briefing_app.operations.originals import original_name, save_original
from briefing_app.store import Store, open_store
from tests.export.builders import istanbul

BYTES = b"\xef\xbb\xbfThe delegations met.\r\nThey agreed to meet again.\r\n"


@pytest.fixture
def store(tmp_path: Path):
    new_dossier(tmp_path / "a.dossier", title="Talks")
    with open_store(tmp_path / "a.dossier") as opened:
        yield opened


def test_the_bytes_are_those_that_were_imported(store: Store, tmp_path: Path):
    document = import_document(store, read(BYTES, "report.txt")).document
    save_original(store, document, tmp_path / "saved.txt")
    assert (tmp_path / "saved.txt").read_bytes() == BYTES
    assert not os.access(tmp_path / "saved.txt", os.X_OK)


def test_a_pasted_text_has_an_original_too(store: Store, tmp_path: Path):
    document = import_document(
        store, read_pasted("The delegations met.", Particulars("a/b: c"))
    ).document
    assert original_name(store.document(document)) == "a b c.txt"
    save_original(store, document, tmp_path / "saved.txt")
    assert (tmp_path / "saved.txt").read_bytes() == b"The delegations met."


@pytest.mark.parametrize(
    ("kind", "file_name", "title", "safe"),
    [
        ("pdf", "Joint communiqué.pdf", "x", "Joint communiqué.pdf"),
        ("pdf", "REPORT.PDF", "x", "REPORT.PDF"),
        ("html", "page.htm", "x", "page.htm"),
        ("text", "run-me.exe", "x", "run-me.exe.txt"),
        ("html", "page.html.lnk", "x", "page.html.lnk.html"),
        ("text", "", "What: “a/b” <c>?", "What “a b” c.txt"),
        ("docx", "../../.bashrc", "x", "bashrc.docx"),
        ("text", "CON.txt", "x", "_CON.txt"),
        ("text", "nul.tar.txt", "x", "_nul.tar.txt"),
        ("text", "...", "x", "Document.txt"),
        ("epub", "a" * 300 + ".epub", "x", "a" * 100 + ".epub"),
        ("text", "", "和" * 100, "和" * 66 + ".txt"),
        ("text", "report-\u202etxt.exe", "x", "report-txt.exe.txt"),
        ("exe", "", "Set up", "Set up.bin"),
        ("/../../autostart/run", "", "x", "x.bin"),
    ],
)
def test_the_name_is_the_files_own_where_that_is_safe(
    kind: str, file_name: str, title: str, safe: str
):
    document = replace(istanbul().documents[0], kind=kind, file_name=file_name, title=title)
    assert original_name(document) == safe


def test_bytes_that_are_not_those_imported_are_not_given_out(store: Store, tmp_path: Path):
    document = import_document(store, read(BYTES, "report.txt")).document
    store._db.execute("DROP TRIGGER IF EXISTS originals_kept")
    store._db.execute("UPDATE originals SET bytes = X'00'")
    with pytest.raises(BriefingError, match="is damaged in the dossier"):
        save_original(store, document, tmp_path / "saved.txt")
    assert not (tmp_path / "saved.txt").exists()


def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing(store: Store, tmp_path: Path):
    document = import_document(store, read(BYTES, "report.txt")).document
    with pytest.raises(BriefingError, match="could not be written"):
        save_original(store, document, tmp_path / "nowhere" / "saved.txt")
    (tmp_path / "folder").mkdir()
    with pytest.raises(BriefingError, match="could not be written"):
        save_original(store, document, tmp_path / "folder")
    assert not list(tmp_path.glob(".briefing-*"))
