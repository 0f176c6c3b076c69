"""Several connections of one process to one dossier: they write in turns, and none misses what another wrote."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.changes import NOTHING, Touched
from briefing_app.domain.document import BlockKind
from briefing_app.operations.importing import ImportResult, import_document
from briefing_app.operations.parties import add_party
from briefing_app.store import Store, open_store, sharing
from briefing_app.store.errors import ClosedError
from tests.store.builders import a_document, a_dossier, a_long_text

PATIENCE = 20  # seconds


@pytest.fixture
def store(tmp_path: Path):
    with a_dossier(tmp_path) as opened:
        yield opened


@pytest.fixture
def elsewhere():
    """Run work on another thread."""
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit


def texts_in(store: Store) -> int:
    return store._db.execute("SELECT count(*) FROM texts").fetchone()[0]


def beside(store: Store, work: Callable[[Store], object]) -> object:
    with store.beside() as mine:
        return work(mine)


def test_what_another_thread_writes_is_there(store, elsewhere):
    elsewhere(beside, store, a_document).result(PATIENCE)
    assert [each.title for each in store.documents()] == ["Talks end without a ceasefire 🕊"]
    assert store.undo().touched == {Touched.DOCUMENTS}
    assert store.documents() == ()


def test_one_beside_hears_what_was_written_and_hears_it_once(store):
    with store.beside() as mine:
        add_party(mine, "Sudra")
        assert mine.news() == NOTHING
        add_party(store, "Norland")
        store.undo()
        news = mine.news()
        assert news.touched == {Touched.PARTIES}
        assert mine.news() == NOTHING


def test_who_waits_writes_before_the_one_that_asks_again(store, elsewhere):
    begun, order = threading.Event(), []

    def often(mine: Store) -> None:
        for number in range(200):
            with mine.together():
                begun.set()
                order.append(number)
                time.sleep(0.002)

    busy: Future[object] = elsewhere(beside, store, often)
    assert begun.wait(PATIENCE)
    add_party(store, "Norland")
    assert len(order) < 100  # with no order in it, all 200 turns may come first
    busy.result(PATIENCE)


def test_what_is_read_together_is_of_one_moment(store, elsewhere):
    a_document(store)
    with store.snapshot():
        before = store.documents()
        elsewhere(beside, store, lambda mine: a_document(mine, "Another one.")).result(PATIENCE)
        assert store.documents() == before
    assert len(store.documents()) == 2


def test_a_long_text_leaves_room_for_others_and_is_stored_as_any(store, elsewhere):
    text = a_long_text()
    importing = elsewhere(beside, store, lambda mine: import_document(mine, text))
    written = 0
    while not importing.done():
        add_party(store, f"Party {written}")
        written += 1
    assert written > 1
    version = store.version(importing.result().version)
    assert (version.text, version.blocks) == (text.text, text.blocks)
    assert store.find("paragraph 4999", limit=5)[0].span == text.blocks[-1].span
    assert store.problems() == ()
    assert [entry.name for entry in store.history()].count(
        "Import Paragraph 0: nothing was agreed."
    ) == 1


def test_a_long_text_is_undone_and_done_again_at_once(store):
    import_document(store, a_long_text())
    store.undo()
    assert store.documents() == ()
    store.redo()
    assert len(store.version(store.documents()[0].version).blocks) == 5_000
    assert store.problems() == ()


def test_a_long_text_that_is_there_is_not_written_again(store):
    text = a_long_text(file_name="a.txt")
    import_document(store, text)
    again = import_document(store, replace(text, original=b"other bytes, same words"))
    assert again.result is ImportResult.ALREADY_THERE
    store.undo()
    import_document(store, text)
    assert texts_in(store) == 1
    assert store.problems() == ()


def test_the_same_words_in_other_blocks_are_another_text(store):
    text = a_long_text()
    import_document(store, text)
    heading = replace(text.blocks[0], kind=BlockKind.HEADING)
    other = replace(text, blocks=(heading, *text.blocks[1:]), original=b"other", title="Other")
    version = import_document(store, other).version
    assert store.version(version).blocks == other.blocks
    assert texts_in(store) == 2


@pytest.mark.parametrize("work", [lambda mine: a_document(mine, "A note."), Store.documents])
def test_closing_waits_for_the_others_and_lets_them_begin_nothing_more(
    tmp_path, elsewhere, work: Callable[[Store], object]
):
    store = a_dossier(tmp_path)
    a_document(store)
    begun = threading.Event()

    def often(mine: Store) -> None:
        while True:
            work(mine)
            begun.set()

    working = elsewhere(beside, store, often)
    assert begun.wait(PATIENCE)
    store.close()
    assert not list(tmp_path.glob("*-wal"))
    assert isinstance(working.exception(PATIENCE), ClosedError)
    with pytest.raises(ClosedError, match="closed meanwhile"):
        store.beside()
    with open_store(store.path) as store:
        assert store.documents()
        assert store.problems() == ()


def test_who_writes_on_when_the_dossier_was_closed_keeps_it_locked_until_it_is_saved(
    tmp_path, elsewhere, monkeypatch
):
    monkeypatch.setattr(sharing, "_ENDING", 0.05)
    lock, writes, closed = tmp_path / "Talks.dossier.lock", threading.Event(), threading.Event()

    def write(mine: Store) -> None:
        with mine.together():
            add_party(mine, "Sudra")
            writes.set()
            closed.wait(PATIENCE)

    with a_dossier(tmp_path) as store:
        writing = elsewhere(beside, store, write)
        writes.wait(PATIENCE)
    assert lock.exists()
    closed.set()
    writing.result(PATIENCE)
    assert not lock.exists()
    with open_store(store.path) as again:
        assert [party.name for party in again.parties()] == ["Sudra"]


def test_a_long_text_that_closing_cut_short_is_gone_on_with(tmp_path, elsewhere):
    store, text = a_dossier(tmp_path), a_long_text()
    importing = elsewhere(beside, store, lambda mine: import_document(mine, text))
    while not texts_in(store):
        time.sleep(0.001)
    store.close()
    is_kept = importing.exception(PATIENCE) is None
    with open_store(store.path) as store:
        assert len(store.documents()) == int(is_kept)
        assert store.problems() == ()
        version = store.version(import_document(store, text).version)
        assert version.blocks == text.blocks
        assert texts_in(store) == 1
        assert store.problems() == ()


def test_what_another_wrote_is_in_the_backup(tmp_path, elsewhere):
    with a_dossier(tmp_path) as store:
        elsewhere(beside, store, a_document).result(PATIENCE)
    (backup,) = (tmp_path / "Talks.backups").iterdir()
    with open_store(backup) as kept:
        assert len(kept.documents()) == 1
