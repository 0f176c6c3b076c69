import pytest
from sqlcipher3 import dbapi2

from briefing_app.operations.dossiers import backup, rename_dossier
from briefing_app.store import open_store
from briefing_app.store.errors import AlreadyThereError, BusyError, NoBackupError
from tests.store.builders import a_document, a_dossier


def backups(folder):
    return sorted((folder / "Talks.backups").glob("*"))


def test_nothing_is_backed_up_where_nothing_changed(tmp_path):
    a_dossier(tmp_path).close()
    assert backups(tmp_path) == []


def test_a_change_is_backed_up_at_the_end(tmp_path):
    with a_dossier(tmp_path) as store:
        rename_dossier(store, "Other talks")
    (copy,) = backups(tmp_path)
    with open_store(copy) as again:
        assert again.title == "Other talks"


def test_the_newest_ten_backups_are_kept(tmp_path):
    with a_dossier(tmp_path) as store:
        pass
    for number in range(12):
        with open_store(store.path) as store:
            rename_dossier(store, f"Talks {number}")
    kept = backups(tmp_path)
    assert len(kept) == 10
    titles = []
    for copy in kept:
        connection = dbapi2.connect(str(copy))
        titles += connection.execute("SELECT title FROM dossier").fetchone()
        connection.close()
    assert titles == [f"Talks {number}" for number in range(2, 12)]


def test_a_backup_is_one_whole_file_while_the_dossier_is_open(tmp_path):
    out = tmp_path / "Copy.dossier"
    with a_dossier(tmp_path) as store:
        a_document(store)
        backup(store, out)
        documents = store.documents()
    assert not list(tmp_path.glob("Copy.dossier?*"))
    with open_store(out) as copy:
        assert copy.documents() == documents
        assert copy.problems() == ()


def test_a_backup_takes_the_place_of_an_older_one(tmp_path):
    out = tmp_path / "Copy.dossier"
    out.write_text("an older one")
    with a_dossier(tmp_path) as store:
        backup(store, out)
    with open_store(out) as copy:
        assert copy.title == "Talks"


def test_a_dossier_that_another_program_writes_is_busy(tmp_path):
    with a_dossier(tmp_path) as store:
        with store.operation("look") as operation:
            operation.db.execute("PRAGMA busy_timeout = 1")
        other = dbapi2.connect(str(store.path))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError, match="try again in a moment"):
            rename_dossier(store, "Other talks")
        other.close()
        assert rename_dossier(store, "Other talks")


def test_a_copy_that_cannot_be_made_says_so_and_the_dossier_is_safe(tmp_path):
    (tmp_path / "Talks.backups").write_text("in the way")
    store = a_dossier(tmp_path)
    with pytest.raises(NoBackupError, match=r"“Talks\.dossier” itself is saved"):
        backup(store, tmp_path / "no" / "such" / "folder.dossier")
    rename_dossier(store, "Other talks")
    with pytest.raises(NoBackupError):
        store.close()
    (tmp_path / "Talks.backups").unlink()
    with open_store(store.path) as again:
        assert again.title == "Other talks"


def test_an_open_dossier_is_never_written_over(tmp_path):
    with a_dossier(tmp_path) as store:
        with pytest.raises(AlreadyThereError):
            backup(store, store.path)
        assert store.problems() == ()


def test_a_check_alone_makes_no_backup(tmp_path):
    path = tmp_path / "Talks.dossier"
    open_store(path, create_title="Talks").close()
    made = sorted(tmp_path.rglob("*.dossier"))
    with open_store(path) as store:
        assert store.problems() == ()
    assert sorted(tmp_path.rglob("*.dossier")) == made
