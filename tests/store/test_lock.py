import json
import os
import platform
import subprocess
import sys

import pytest

from briefing_app.store import open_store
from briefing_app.store.errors import LockedError
from tests.store.builders import a_dossier


def lock_by(path, **fields):
    holder = {"host": "elsewhere", "user": "Ada", "pid": 1, "time": "2025-06-02T12:00:00+00:00"}
    file = path.with_name(f"{path.name}.lock")
    file.write_text(json.dumps({**holder, **fields}), "utf-8")
    return file


@pytest.fixture
def path(tmp_path):
    with a_dossier(tmp_path) as store:
        pass
    return store.path


def test_the_lock_says_who_has_the_dossier_open_and_goes_with_them(path):
    file = path.with_name("Talks.dossier.lock")
    with open_store(path):
        holder = json.loads(file.read_text("utf-8"))
        assert (holder["host"], holder["pid"]) == (platform.node(), os.getpid())
    assert not file.exists()


def test_another_computers_lock_is_refused_with_its_words(path):
    file = lock_by(path)
    before = path.read_bytes()
    with pytest.raises(LockedError, match="is already open: by Ada on elsewhere, since 2 Jun 2025"):
        open_store(path)
    assert file.exists()
    assert path.read_bytes() == before


def test_a_lock_can_be_taken_over(path):
    file = lock_by(path)
    with open_store(path, take_over=True):
        assert json.loads(file.read_text("utf-8"))["pid"] == os.getpid()
    assert not file.exists()


def test_the_lock_of_a_process_that_is_gone_is_nobodys(path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    lock_by(path, host=platform.node(), pid=gone.pid)
    with open_store(path) as store:
        assert store.title == "Talks"


def test_the_lock_of_a_process_that_runs_is_refused(path):
    lock_by(path, host=platform.node(), pid=os.getppid())
    with pytest.raises(LockedError, match=platform.node()):
        open_store(path)


def test_the_same_process_may_have_a_second_connection(path):
    file = path.with_name("Talks.dossier.lock")
    with open_store(path) as first:
        with open_store(path) as second:
            assert second.title == first.title
        assert file.exists()
    assert not file.exists()


def test_a_dossier_that_is_opened_anew_before_it_is_closed_stays_locked(path):
    file = path.with_name("Talks.dossier.lock")
    first = open_store(path)
    with open_store(path):
        first.close()
        assert file.exists()
    assert not file.exists()


@pytest.mark.parametrize("content", ["", "nonsense", "[]", '{"host": "x"}'])
def test_a_lock_that_says_nothing_is_still_a_lock(path, content):
    path.with_name("Talks.dossier.lock").write_text(content, "utf-8")
    with pytest.raises(LockedError, match="somebody on an unknown computer, since an unknown time"):
        open_store(path)


def test_a_lock_that_was_taken_over_is_not_released_by_its_first_holder(path):
    store = open_store(path)
    file = lock_by(path)
    store.close()
    assert file.exists()


def test_a_dossier_has_one_lock_by_whatever_path_it_is_opened(path, tmp_path):
    link = tmp_path / "Link.dossier"
    link.symlink_to(path)
    file = lock_by(path)
    with pytest.raises(LockedError, match="by Ada on elsewhere"):
        open_store(link)
    file.unlink()
    with open_store(link):
        assert file.exists()
        assert not tmp_path.joinpath("Link.dossier.lock").exists()
    assert not file.exists()
