from pathlib import Path

from briefing_app.operations.watching import Looked, new_files
from briefing_app.store.documents import digest


def news(folder: Path, looked: Looked, *known: bytes) -> list[str]:
    found = new_files(folder, looked, known={digest(each) for each in known}, waiting=lambda: None)
    return [path.name for path in found]


def test_each_new_file_is_told_once_until_it_changes(tmp_path: Path):
    looked: Looked = {}
    (tmp_path / "a.txt").write_bytes(b"known")
    (tmp_path / "June").mkdir()
    (tmp_path / "June" / "b.pdf").write_bytes(b"new")
    assert news(tmp_path, looked, b"known") == ["b.pdf"]
    assert news(tmp_path, looked, b"known") == []
    (tmp_path / "a.txt").write_bytes(b"changed by now")
    (tmp_path / "c.docx").write_bytes(b"newer")
    assert news(tmp_path, looked, b"known") == ["a.txt", "c.docx"]


def test_what_is_likely_no_document_is_no_news(tmp_path: Path):
    for name in ("picture.png", ".hidden.txt", "talks.zip", "~$a.docx", "My.dossier"):
        (tmp_path / name).write_bytes(b"x")
    assert news(tmp_path, {}) == []


def test_a_folder_that_is_gone_has_nothing_new(tmp_path: Path):
    assert news(tmp_path / "gone", {}) == []
