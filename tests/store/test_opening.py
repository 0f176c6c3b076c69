import errno
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from briefing_app.domain.annotation import Colour
from briefing_app.operations.annotating import add_annotation
from briefing_app.operations.history import undo
from briefing_app.operations.positions import add_position, change_position
from briefing_app.store import open_store
from briefing_app.store.errors import (
    AlreadyThereError,
    DamagedError,
    DiskError,
    DiskFullError,
    FolderError,
    NewerError,
    NoFolderError,
    NoPermissionError,
    NotADossierError,
    NotThereError,
    ReadOnlyError,
    ReadOnlyFolderError,
)
from briefing_app.store.migrations import FORMAT
from tests.store.builders import a_document, a_dossier, a_party, a_position, evidence_at


def closed_dossier(folder: Path) -> Path:
    with a_dossier(folder) as store:
        a_document(store)
    return store.path


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def rewrite(path: Path, offset: int, content: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(content)


def test_a_new_dossier_is_one_file_with_its_title_and_issues(tmp_path):
    with a_dossier(tmp_path) as store:
        assert store.title == "Talks"
        assert [issue.key for issue in store.issues()][::40] == ["ceasefire", "general"]
        assert store.history() == ()
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["Talks.dossier"]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("user_version", FORMAT),
        ("application_id", 0x42726665),
    ],
)
def test_the_connection_is_set_for_safety(tmp_path, pragma, value):
    with a_dossier(tmp_path) as store, store.operation("look") as operation:
        assert operation.db.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_what_is_not_there_is_not_made(tmp_path):
    with pytest.raises(NotThereError, match=r"There is no dossier “Talks\.dossier” in "):
        open_store(tmp_path / "Talks.dossier")
    assert not contents(tmp_path)


def test_a_folder_is_no_dossier(tmp_path):
    with pytest.raises(FolderError, match="is a folder, not a dossier"):
        open_store(tmp_path)


@pytest.mark.parametrize("content", [b"", b"Dear all,\n", b"\x89PNG\r\n\x1a\n" + bytes(200)])
def test_other_files_are_no_dossiers_and_stay_as_they_are(tmp_path, content):
    path = tmp_path / "Talks.dossier"
    path.write_bytes(content)
    with pytest.raises(NotADossierError, match=r"“Talks\.dossier” is not a dossier of Briefing"):
        open_store(path)
    assert contents(tmp_path) == {"Talks.dossier": content}


def test_the_database_of_another_program_is_no_dossier(tmp_path):
    path = tmp_path / "Talks.dossier"
    other = dbapi2.connect(str(path))
    other.execute("CREATE TABLE songs (title)")
    other.close()
    before = contents(tmp_path)
    with pytest.raises(NotADossierError):
        open_store(path)
    assert contents(tmp_path) == before


def test_a_truncated_dossier_is_damaged_and_stays_as_it_is(tmp_path):
    path = closed_dossier(tmp_path)
    os.truncate(path, path.stat().st_size // 2)
    before = contents(tmp_path)
    with pytest.raises(DamagedError, match=r"“Talks\.dossier” is damaged\. It was left as it is"):
        open_store(path)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("page", [1, 5, 20, 40])
def test_an_overwritten_page_is_found_and_nothing_is_changed(tmp_path, page):
    path = closed_dossier(tmp_path)
    rewrite(path, page * 4096, b"\xff" * 4096)
    before = contents(tmp_path)
    with pytest.raises(DamagedError):
        open_store(path)
    assert contents(tmp_path) == before


def test_a_damaged_dossier_keeps_the_writes_that_were_not_merged_yet(tmp_path):
    store = a_dossier(tmp_path)
    a_document(store)
    copies = tmp_path / "copies"
    copies.mkdir()
    for name in ("Talks.dossier", "Talks.dossier-wal"):
        shutil.copy(tmp_path / name, copies / name)
    store.close()
    rewrite(copies / "Talks.dossier", 3 * 4096, b"\xff" * 4096)
    os.truncate(copies / "Talks.dossier", 5 * 4096)
    before = contents(copies)
    with pytest.raises(DamagedError):
        open_store(copies / "Talks.dossier")
    after = contents(copies)
    after.pop("Talks.dossier-shm", None)  # an index, made anew by whoever opens the file
    assert after == before


def test_a_newer_format_is_refused_without_changing_a_byte(tmp_path):
    path = closed_dossier(tmp_path)
    rewrite(path, 60, (FORMAT + 1).to_bytes(4))
    before = contents(tmp_path)
    with pytest.raises(NewerError, match="was written by a newer version of Briefing"):
        open_store(path)
    assert contents(tmp_path) == before


def test_an_older_format_is_brought_up_after_a_copy_of_it(tmp_path):
    path = tmp_path / "Talks.dossier"
    older = dbapi2.connect(str(path))
    older.execute("PRAGMA application_id = 0x42726665")
    older.close()
    with open_store(path) as store:
        assert store.documents() == ()
    copy = dbapi2.connect(str(tmp_path / "Talks.format-0.dossier"))
    assert copy.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    copy.close()


def test_a_dossier_of_the_first_format_keeps_its_positions_and_can_say_who_else_holds_them(
    tmp_path,
):
    path = tmp_path / "Talks.dossier"
    with a_dossier(tmp_path) as store:
        document = a_document(store)
        russia, ukraine = a_party(store, "Russia"), a_party(store, "Ukraine")
        add_position(store, a_position(store, russia.id, evidence_at(store, document, "Russia")))
    older = dbapi2.connect(str(path))
    older.executescript(
        "DROP TABLE position_parties; PRAGMA user_version = 1;"
        "DELETE FROM _sqlite_migrations WHERE name = 'm002_joint_positions'"
    )
    older.close()
    with open_store(path) as store:
        (position,) = store.positions()
        assert position.content.holders == (russia.id,)
        joint = replace(position.content, also_party=(ukraine.id,))
        change_position(store, position.id, joint)
        assert store.position(position.id).content.holders == (russia.id, ukraine.id)
        undo(store)
        assert store.position(position.id).content.holders == (russia.id,)
    assert (tmp_path / "Talks.format-1.dossier").exists()


def test_a_new_dossier_takes_the_place_of_nothing(tmp_path):
    path = closed_dossier(tmp_path)
    before = path.read_bytes()
    with pytest.raises(AlreadyThereError, match="choose another name"):
        open_store(path, create_title="Other")
    assert path.read_bytes() == before


def test_a_new_dossier_needs_a_folder(tmp_path):
    with pytest.raises(NoFolderError, match="there is no folder"):
        open_store(tmp_path / "nowhere" / "Talks.dossier", create_title="Talks")


def test_a_read_only_place_is_refused(tmp_path, monkeypatch):
    path = closed_dossier(tmp_path)
    before = contents(tmp_path)
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(ReadOnlyError, match="is read-only"):
        open_store(path)
    with pytest.raises(ReadOnlyFolderError, match="is read-only"):
        open_store(tmp_path / "Other.dossier", create_title="Other")
    assert contents(tmp_path) == before


_FILL = """
import resource, signal, sys
from pathlib import Path
from briefing_app.store import open_store
from briefing_app.errors import BriefingError
from tests.store.builders import a_document
store = open_store(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
kept = 0
try:
    for number in range(100):
        a_document(store, f"{number} " + "words " * 20_000)
        kept += 1
except BriefingError as error:
    print(kept, error.sentence)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit on Windows")
def test_a_full_disk_loses_only_the_write_that_did_not_fit(tmp_path):
    path = closed_dossier(tmp_path)
    told = subprocess.run(
        [sys.executable, "-c", _FILL, str(path)], capture_output=True, text=True, check=True
    )
    kept, sentence = told.stdout.split(" ", 1)
    assert int(kept) > 1
    assert "The last change was not saved, all before it was." in sentence
    with open_store(path) as store:
        assert len(store.documents()) == 1 + int(kept)
        assert store.problems() == ()


def test_words_that_are_no_sentence_of_ours_are_a_bug(tmp_path):
    with a_dossier(tmp_path) as store:
        evidence = evidence_at(store, a_document(store), "Russia")
        with pytest.raises(dbapi2.IntegrityError, match="CHECK constraint failed"):
            add_annotation(store, evidence, colour="mauve")
        assert store.annotations() == ()
        add_annotation(store, evidence, colour=Colour.BLUE)
        assert len(store.annotations()) == 1


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.EACCES, NoPermissionError),
        (errno.EROFS, ReadOnlyError),
        (errno.ENOSPC, DiskFullError),
        (errno.EIO, DiskError),
    ],
)
def test_what_the_disk_says_is_explained(tmp_path, monkeypatch, number, error):
    path = closed_dossier(tmp_path)

    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(error):
        open_store(path)
