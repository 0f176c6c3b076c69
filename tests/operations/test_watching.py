import os
from pathlib import Path
from threading import Thread

import pytest

from briefing_app import paths
from briefing_app.operations import held as remembering
from briefing_app.operations.held import Held
from briefing_app.operations.watching import Looked, new_files
from briefing_app.store.documents import digest
from briefing_app.whole_files import write_whole
from tests.ingest.samples import zipped


def news(folder: Path, looked: Looked, *known: bytes, held: Held | None = None) -> list[str]:
    found = new_files(
        folder,
        looked,
        known={digest(each) for each in known},
        held=held or Held(folder),
        waiting=lambda: None,
    )
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


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder in which nothing has changed for a while."""
    folder = tmp_path / "Inbox"
    (folder / "June").mkdir(parents=True)
    for name in ("Kyiv.txt", "June/Geneva.txt", "June/Ankara.txt"):
        written(folder / name, name)
    return folder


def written(path: Path, words: str) -> None:
    path.write_text(words, "utf-8")
    os.utime(path, (1_750_000_000 + len(words), 1_750_000_000 + len(words)))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files whose bytes are read, as they are."""
    names, bytes_of = list[str](), remembering.bytes_of

    def told(path: Path) -> bytes:
        names.append(path.name)
        return bytes_of(path)

    monkeypatch.setattr(remembering, "bytes_of", told)
    return names


def test_at_the_next_start_only_what_changed_is_read(inbox: Path, read: list[str]):
    assert news(inbox, {}, b"Kyiv.txt") == ["Ankara.txt", "Geneva.txt"]
    assert sorted(read) == ["Ankara.txt", "Geneva.txt", "Kyiv.txt"]
    read.clear()
    written(inbox / "June" / "Ankara.txt", "Another text.")
    written(inbox / "new.txt", "New.")
    assert news(inbox, {}, b"Kyiv.txt") == ["Ankara.txt", "Geneva.txt", "new.txt"]
    assert sorted(read) == ["Ankara.txt", "new.txt"]


def test_what_was_taken_out_of_the_dossier_is_new_again(inbox: Path, read: list[str]):
    assert "Kyiv.txt" not in news(inbox, {}, b"Kyiv.txt")
    read.clear()
    assert "Kyiv.txt" in news(inbox, {})
    assert read == []


def test_a_file_of_this_moment_is_read_again_as_it_may_yet_change(inbox: Path, read: list[str]):
    (inbox / "new.txt").write_text("New.", "utf-8")
    news(inbox, {})
    read.clear()
    news(inbox, {})
    assert read == ["new.txt"]


def remembered() -> str:
    return "".join(path.read_text("utf-8") for path in paths.watched_folders().iterdir())


def test_no_name_is_remembered_and_nothing_of_files_that_are_gone(inbox: Path):
    news(inbox, {})
    assert not [name for name in ("Kyiv", "Geneva", "June", "Inbox") if name in remembered()]
    before = len(remembered())
    (inbox / "Kyiv.txt").unlink()
    news(inbox, {})
    assert len(remembered()) < before


def test_a_look_that_is_broken_off_is_gone_on_with(inbox: Path, read: list[str]):
    class EnoughError(Exception):
        pass

    def enough() -> None:
        if read:
            raise EnoughError

    with pytest.raises(EnoughError):
        new_files(inbox, {}, known=(), held=Held(inbox), waiting=enough)
    assert len(read) == 1
    news(inbox, {})
    assert len(read) == len(set(read)) == 3


@pytest.mark.parametrize("stored", [b"", b"[]", b"{", b'{"a": 5}', b"[" * 100_000, b"\xff"])
def test_whatever_became_of_what_is_remembered_every_file_is_told(inbox: Path, stored: bytes):
    news(inbox, {})
    (file,) = paths.watched_folders().iterdir()
    file.write_bytes(stored)
    assert len(news(inbox, {})) == 3


def test_what_is_forgotten_is_not_written_again(inbox: Path):
    held = Held(inbox)
    news(inbox, {}, held=held)
    held.forget()
    news(inbox, {}, held=held)
    assert not any(paths.watched_folders().iterdir())


def test_what_is_forgotten_while_it_is_written_is_gone(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
):
    held = Held(inbox)
    forgetting = Thread(target=held.forget)

    def write(file: Path, data: bytes) -> None:
        forgetting.start()
        forgetting.join(0.2)  # as far as it comes meanwhile
        write_whole(file, data)

    monkeypatch.setattr(remembering, "write_whole", write)
    news(inbox, {}, held=held)
    forgetting.join()
    assert not any(paths.watched_folders().iterdir())


def test_an_archive_is_not_looked_into(inbox: Path):
    (inbox / "talks.zip").write_bytes(zipped({"a.txt": "x"}))
    assert "a.txt" not in news(inbox, {})
