"""Folders, archives and many files in the window: one import, one notice, one report."""

import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer

from briefing_app.operations.documents import remove_document
from briefing_app.operations.dossiers import new_dossier
from briefing_app.operations.import_files import FileState, Keeping
from briefing_app.store import open_store
from briefing_app.ui.actions import Act
from briefing_app.ui.dialogs.import_report import ImportReportDialog
from tests.ingest.samples import zipped
from tests.ui.watch import BUSY, STALL, Watch

# In a language that is not read for proposals: no test waits for the model but where it is told to.
WORDS = "La délégation a de nouveau réclamé un cessez-le-feu complet d’au moins trente jours."


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    folder = tmp_path / "Talks"
    (folder / "June").mkdir(parents=True)
    for name in ("one", "two", "June/three"):
        (folder / f"{name}.txt").write_text(f"Note {name}\n\n{WORDS}", "utf-8")
    (folder / "more.zip").write_bytes(zipped({"four.txt": f"Note four\n\n{WORDS}", "e.txt": ""}))
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / ".hidden").write_text("x", "utf-8")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    return folder


def collected(qtbot, window, *paths: Path):
    with qtbot.waitSignal(window._collecting.finished, timeout=40_000) as finished:
        window._documents.add(list(paths))
    results, cancelled = finished.args
    return results, cancelled


def titles(window) -> set[str]:
    return {document.title for document in window._session.briefing.documents}


def test_a_folder_is_taken_in_as_a_whole_and_one_bad_file_costs_one_line(qtbot, window, talks):
    results, cancelled = collected(qtbot, window, talks)
    assert not cancelled
    assert {"Note one", "Note two", "Note June/three", "Note four"} <= titles(window)
    states = {each.name: each.state for each in results}
    assert [name for name, state in states.items() if state is FileState.REFUSED] == [
        "Talks/more.zip/e.txt",
        "Talks/picture.png",
    ]
    assert {name for name, state in states.items() if state is FileState.SKIPPED} == {
        "Talks/.hidden",
        "Talks/loop",
        "Talks/pipe",
    }
    assert window.notice.words == "9 files: 4 read, 2 refused and 3 skipped."
    assert "“picture.png” is a picture" in window.alert.words
    assert not window._footer._work.isVisible()


def test_the_same_folder_again_reads_only_what_is_new(qtbot, window, talks):
    collected(qtbot, window, talks)
    before = len(window._session.store.history())
    (talks / "new.txt").write_text(f"Note new\n\n{WORDS}", "utf-8")
    results, _cancelled = collected(qtbot, window, talks)
    assert [each.name for each in results if each.state is FileState.IMPORTED] == ["Talks/new.txt"]
    assert len(window._session.store.history()) == before + 1


def test_what_the_files_of_a_folder_say_is_proposed(qtbot, window, tmp_path):
    folder = tmp_path / "Talks"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Norland rejected the ceasefire plan of Sudra on Monday.", "utf-8"
    )
    (folder / "b.txt").write_text(
        "Sudra demanded the withdrawal of all troops by 15 July.", "utf-8"
    )
    results, _cancelled = collected(qtbot, window, folder)
    assert all(each.proposals for each in results)
    assert {"Norland", "Sudra"} <= {party.name for party in window._session.briefing.parties}


def test_an_import_that_is_cancelled_keeps_what_was_read_and_goes_on_later(qtbot, window, tmp_path):
    folder = tmp_path / "Many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"Note {number:02}\n\n{WORDS}", "utf-8")

    with qtbot.waitSignal(window._collecting.finished, timeout=40_000) as finished:
        once = Qt.ConnectionType.SingleShotConnection
        window._collecting.imported.connect(lambda _id: window._footer.cancel_wanted.emit(), once)
        window._documents.add([folder])
    results, cancelled = finished.args
    assert cancelled
    assert 1 <= len(results) < 40
    assert len(titles(window)) == 1 + len(results)
    assert window.notice.words.startswith("Cancelled. What had been read is kept")
    results, cancelled = collected(qtbot, window, folder)
    assert (len(results), cancelled) == (40, False)
    assert len(titles(window)) == 41


def test_what_is_read_never_lands_in_another_dossier(qtbot, window, talks, tmp_path):
    new_dossier(tmp_path / "Other.dossier", title="Other")
    with qtbot.waitSignal(window._long_tasks.idle, timeout=40_000):
        window._collecting.imported.connect(
            lambda _id: QTimer.singleShot(
                0, lambda: window.dossiers.open(tmp_path / "Other.dossier")
            )
        )
        window._documents.add([talks])
    assert window._session.store.documents() == ()
    assert window._session.store.problems() == ()


def test_what_the_reader_does_meanwhile_stays(qtbot, window, talks):
    item = window.briefing.to_review()[0]
    window._collecting.imported.connect(lambda _id: window._session.confirm(item))
    collected(qtbot, window, talks)
    assert item not in window.briefing.to_review()
    assert len(titles(window)) == 5


def test_two_folders_that_are_added_one_after_the_other_are_two_imports(qtbot, window, talks):
    told = []
    window._collecting.finished.connect(lambda results, _cancelled: told.append(len(results)))
    with qtbot.waitSignal(window._long_tasks.idle, timeout=40_000):
        window._documents.add([talks / "June"])
        window._documents.add([talks / "more.zip"])
    assert told == [1, 2]


def test_an_empty_folder_is_said_to_be_one(qtbot, window, tmp_path):
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(window._collecting.failed, timeout=20_000) as failed:
        window._documents.add([tmp_path / "empty"])
    assert failed.args == ["There are no files there."]
    assert not window._collecting._busy


def test_the_window_never_waits_for_the_files(qtbot, window, tmp_path):
    """Many files that are there already, which is when they come fastest."""
    folder = tmp_path / "Many"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number}.txt").write_text(f"Note {number}\n\n{WORDS}", "utf-8")
    (folder / "bomb.zip").write_bytes(zipped({"b.txt": b"0" * (40 << 20)}))
    results, _cancelled = collected(qtbot, window, folder)
    assert len(results) == 101
    watch = Watch(window)
    results, _cancelled = collected(qtbot, window, folder)
    watch.stop()
    assert {each.state for each in results} == {FileState.ALREADY_THERE, FileState.REFUSED}
    assert watch.worked < STALL
    assert watch.waited < STALL * BUSY


@pytest.fixture
def empty(window, tmp_path: Path):
    """Give the window a dossier in which nothing costs time but what comes in."""
    new_dossier(tmp_path / "Empty.dossier", title="Empty")
    assert window.dossiers.open(tmp_path / "Empty.dossier")
    return window


@pytest.fixture
def long_ones(tmp_path: Path) -> Path:
    """A folder with a short text, then two that each take long to store."""
    folder = tmp_path / "Long"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Note\n\n{WORDS}", "utf-8")
    lines = "\n\n".join(f"Ligne {number} : {WORDS[:40]}" for number in range(40_000))
    (folder / "lines.txt").write_text(lines, "utf-8")
    pages = "\n\n".join(f"Page {number} : {WORDS * 10}" for number in range(4_000))
    (folder / "pages.txt").write_text(pages, "utf-8")
    return folder


def test_the_window_does_nothing_itself_while_long_texts_are_stored(qtbot, empty, long_ones):
    watch = Watch(empty)
    results, _cancelled = collected(qtbot, empty, long_ones)
    watch.stop()
    assert [each.state for each in results] == [FileState.IMPORTED] * 3
    assert watch.worked < STALL
    assert watch.waited < STALL * BUSY


def test_what_the_reader_does_while_long_texts_are_stored_is_kept_at_once(qtbot, empty, long_ones):
    done, longest = [], 0.0

    def act() -> None:
        nonlocal longest
        begun = time.monotonic()
        done.append(empty._session.party_named(f"Party {len(done)}"))
        longest = max(longest, time.monotonic() - begun)

    timer = QTimer()
    timer.timeout.connect(act)
    timer.start(30)
    collected(qtbot, empty, long_ones)
    timer.stop()
    assert len(done) > 10
    assert len(titles(empty)) == 3
    assert [party.id for party in empty._session.briefing.parties] == done
    assert empty._session.store.problems() == ()
    assert longest < STALL * BUSY


def test_closing_the_window_while_a_long_text_is_stored_leaves_a_sound_dossier(
    qtbot, empty, long_ones
):
    with qtbot.waitSignal(empty._collecting.imported, timeout=40_000):
        empty._documents.add([long_ones])
    empty.close()
    empty._session.close()
    with open_store(long_ones.parent / "Empty.dossier") as store:
        assert 1 <= len(store.documents()) <= 3
        assert store.problems() == ()


def test_the_report_is_filtered_and_saved_and_opens_a_document(qtbot, window, talks, tmp_path):
    results, _cancelled = collected(qtbot, window, talks)
    dialog = ImportReportDialog(results, None)
    qtbot.addWidget(dialog)
    model = dialog._table.model()
    assert model.rowCount() == 9
    dialog._states.setCurrentIndex(dialog._states.findData(FileState.REFUSED))
    assert [model.data(model.index(row, 1)) for row in range(model.rowCount())] == [
        "Talks/more.zip/e.txt",
        "Talks/picture.png",
    ]
    dialog._words.setText("nothing of the kind")
    assert model.rowCount() == 0
    assert not dialog._none.isHidden()
    dialog._words.setText("THREE june")
    dialog._states.setCurrentIndex(0)
    assert model.rowCount() == 1
    with qtbot.waitSignal(dialog.document_wanted) as wanted:
        dialog._table.activated.emit(model.index(0, 0))
    assert window._session.briefing.document(wanted.args[0]).title == "Note June/three"


def test_the_report_is_sorted_and_comes_back_to_the_order_of_the_files(qtbot, window, talks):
    results, _cancelled = collected(qtbot, window, talks)
    dialog = ImportReportDialog(results, None)
    qtbot.addWidget(dialog)
    model = dialog._table.model()

    def names():
        return [model.data(model.index(row, 1)) for row in range(model.rowCount())]

    assert names() == [each.name for each in results]
    dialog._table.sortByColumn(1, model.sort.__defaults__[0].DescendingOrder)
    assert names() == sorted(names(), key=str.casefold, reverse=True)
    model.sort(-1)
    assert names() == [each.name for each in results]


def test_a_report_is_saved_where_the_reader_says(qtbot, window, talks, tmp_path, monkeypatch):
    collected(qtbot, window, talks)
    out = tmp_path / "report"
    monkeypatch.setattr(
        "briefing_app.ui.import_reports.QFileDialog.getSaveFileName",
        lambda *_all: (str(out), "Text (*.txt)"),
    )
    window._reports._save()
    assert "picture.png" in (tmp_path / "report.txt").read_text("utf-8")
    assert window.notice.words == f"Saved to {tmp_path / 'report.txt'}"
    monkeypatch.setattr(
        "briefing_app.ui.import_reports.QFileDialog.getSaveFileName",
        lambda *_all: (str(tmp_path / "none" / "r.csv"), ""),
    )
    window._reports._save()
    assert "could not be written" in window.alert.words


def test_a_document_that_was_removed_meanwhile_is_not_opened(qtbot, window, talks):
    results, _cancelled = collected(qtbot, window, talks / "June")
    window._session.do(lambda store: remove_document(store, results[0].document))
    window._reports._open(results[0].document)
    assert window.notice.words == "It was removed from the dossier."


def test_after_a_fault_the_next_import_begins(qtbot, window, talks, monkeypatch):
    def broken(*_args):
        raise RuntimeError

    with monkeypatch.context() as meanwhile, qtbot.waitSignal(window.crashed) as crashed:
        meanwhile.setattr(Keeping, "keep", broken)
        results, cancelled = collected(qtbot, window, talks)
    assert (results, cancelled) == ((), True)
    assert isinstance(crashed.args[0], RuntimeError)
    results, cancelled = collected(qtbot, window, talks)
    assert not cancelled
    assert "Note one" in titles(window)


def test_looking_for_documents_can_be_cancelled(qtbot, window, talks):
    with qtbot.waitSignal(window._collecting.finished, timeout=20_000) as finished:
        window._documents.add([talks])
        window._footer.cancel_wanted.emit()
    assert finished.args == [(), True]
    assert window.notice.words == "Cancelled."


def test_looking_for_documents_of_another_dossier_is_nothing_to_tell_of(
    qtbot, window, talks, tmp_path
):
    new_dossier(tmp_path / "Other.dossier", title="Other")
    told = []
    window._collecting.finished.connect(lambda *finished: told.append(finished))
    window._collecting.failed.connect(told.append)
    with qtbot.waitSignal(window._long_tasks.idle, timeout=20_000):
        window._documents.add([talks])
        window.dossiers.open(tmp_path / "Other.dossier")
    assert told == []


def test_without_an_import_there_is_nothing_to_report(window):
    window.actions_by_name[Act.REPORT].trigger()
    assert window.notice.words.startswith("There is no list yet")
