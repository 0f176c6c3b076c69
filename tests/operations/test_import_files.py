import os
import time
from pathlib import Path

import pytest

from briefing_app.domain.issue import Issue, IssueId
from briefing_app.ingest.gathering import Source
from briefing_app.operations import import_files as import_files_module
from briefing_app.operations import reading as reading_module
from briefing_app.operations.default_issues import default_issues
from briefing_app.operations.import_files import FileState, import_files
from briefing_app.operations.reading import Prepared, find, prepare, propose
from briefing_app.paths import seeds
from briefing_app.store import Store, open_store
from tests.ingest.samples import zipped

SEED = seeds() / "istanbul-2025-06-02.txt"


@pytest.fixture
def store(tmp_path: Path):
    with open_store(
        tmp_path / "a.dossier", create_title="Talks", issues=default_issues()
    ) as opened:
        yield opened


@pytest.mark.parametrize("workers", [0, 2])
def test_each_file_has_its_result_and_none_stops_another(
    store: Store, tmp_path: Path, workers: int
):
    picture, story = tmp_path / "a.png", tmp_path / "story.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    story.write_text("Russia rejected the ceasefire.", "utf-8")
    paths = (picture, tmp_path / "none.txt", story, story)
    results = list(import_files(store, find(paths), workers=workers))
    assert [each.state for each in results] == [
        *[FileState.REFUSED] * 2,
        FileState.IMPORTED,
        FileState.ALREADY_THERE,
    ]
    assert all(each.sentence.endswith(".") for each in results[:2])
    assert [each.name for each in results] == [path.name for path in paths]
    assert len(store.documents()) == 1


def test_a_newer_text_of_the_same_file_is_a_new_version(store: Store, tmp_path: Path):
    story = tmp_path / "story.txt"
    for text in ("Talks end\n\nThey agreed.", "Talks end\n\nThey agreed at last."):
        story.write_text(text, "utf-8")
        (result,) = import_files(store, find([story]), proposals=False)
    assert result.state is FileState.NEW_VERSION
    assert store.documents()[0].versions == 2


def test_what_the_seed_says_is_proposed(store: Store):
    (result,) = import_files(store, find([SEED]))
    assert result.proposals == len(store.positions()) + len(store.outcomes()) > 0
    assert {"Russia", "Ukraine"} <= {party.name for party in store.parties()}


def test_without_proposals_there_are_none(store: Store):
    (result,) = import_files(store, find([SEED]), proposals=False)
    assert (result.state, result.proposals, store.positions()) == (FileState.IMPORTED, 0, ())


def test_a_trigger_without_end_costs_the_proposals_and_names_its_issue(tmp_path: Path):
    """A dossier that a stranger made: what is in it was never tried."""
    hostile = Issue(IssueId(0), "grain", "Grain", trigger=r"(?:a|aa)+\d")
    story = tmp_path / "story.txt"
    story.write_text(f"Russia rejected the ceasefire {'a' * 3000}.", "utf-8")
    with open_store(
        tmp_path / "b.dossier", create_title="Talks", issues=(*default_issues(), hostile)
    ) as store:
        begun = time.monotonic()
        (result,) = import_files(store, find([story]))
        assert time.monotonic() - begun < 10
    assert (result.state, result.proposals) == (FileState.IMPORTED, 0)
    assert result.sentence.startswith("Looking for the words by which “Grain” is recognised takes")


def test_a_language_that_is_not_read_is_imported_and_said(store: Store, tmp_path: Path):
    story = tmp_path / "story.txt"
    story.write_text(
        "La délégation a de nouveau réclamé un cessez-le-feu complet d’au moins trente jours.",
        "utf-8",
    )
    (result,) = import_files(store, find([story]))
    assert (result.state, result.proposals) == (FileState.IMPORTED, 0)
    assert "English" in result.sentence


STORIES = (
    "Russia and Ukraine agreed on Monday to exchange 6,000 bodies. Russia rejected a truce.",
    "Kyiv and Moscow agreed to swap 12,000 bodies. Ukraine demanded a summit in June.",
    "The two sides failed to agree on a ceasefire. Ukraine called for a summit in June.",
)


def stories(folder: Path) -> tuple[Path, ...]:
    paths = tuple(folder / f"story-{number}.txt" for number in range(len(STORIES)))
    for path, words in zip(paths, STORIES, strict=True):
        path.write_text(f"ISTANBUL, June 2, 2025 — {words}", "utf-8")
    return paths


def test_several_processes_find_what_one_finds(tmp_path: Path):
    found = []
    for workers in (0, 2):
        path = tmp_path / f"{workers}.dossier"
        with open_store(path, create_title="Talks", issues=default_issues()) as store:
            results = list(import_files(store, find(stories(tmp_path)), workers=workers))
            assert [each.name for each in results] == [f"story-{n}.txt" for n in range(3)]
            names = [entry.name for entry in store.history()]
            found.append((results, store.positions(), store.outcomes(), store.parties(), names))
    assert found[0] == found[1]
    assert any(outcome.content.disputed for outcome in found[0][2])


@pytest.mark.parametrize("workers", [0, 2])
def test_who_stops_listening_keeps_what_was_told(store: Store, tmp_path: Path, workers: int):
    importing = import_files(store, find(stories(tmp_path)), workers=workers)
    next(importing)
    importing.close()
    assert [each.file_name for each in store.documents()] == ["story-0.txt"]
    assert store.problems() == ()


def test_what_is_there_is_not_read_for_proposals(store: Store, tmp_path: Path):
    paths = stories(tmp_path)
    list(import_files(store, find(paths), proposals=False))
    results = list(import_files(store, find(paths), workers=2))
    assert {each.state for each in results} == {FileState.ALREADY_THERE}
    assert store.positions() == ()


def test_a_process_that_dies_costs_one_line(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reading_module, "_Reader", DiesOfTheSecond)
    results = list(import_files(store, find(stories(tmp_path)), workers=2, proposals=False))
    assert [each.state for each in results] == [
        FileState.IMPORTED,
        FileState.REFUSED,
        FileState.IMPORTED,
    ]
    assert "“story-1.txt” could not be read" in results[1].sentence


class DiesOfTheSecond:
    def __init__(self, *_more: object) -> None:
        pass

    def __call__(self, source: Source) -> Prepared:
        if source.name == "story-1.txt":
            os._exit(1)
        return Prepared(prepare(source.path))


def test_what_waiting_raises_ends_the_import(store: Store, tmp_path: Path):
    class EnoughError(Exception):
        pass

    def enough() -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        list(import_files(store, find(stories(tmp_path)), workers=2, waiting=enough))
    assert store.documents() == ()


def test_a_fault_while_proposals_are_stored_leaves_no_half(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_all: object, **_more: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(import_files_module, "record_proposals", fails)
    with pytest.raises(RuntimeError):
        list(import_files(store, find(stories(tmp_path))))
    assert store.documents() == ()
    assert store.history() == ()


def test_reading_and_proposing_need_no_store():
    proposals = propose(prepare(SEED), default_issues())
    assert {"prisoners", "ceasefire"} <= {
        issue for each in proposals.outcomes for issue in each.issues
    } | {issue for each in proposals.positions for issue in each.issues}


def side_by_side(folder: Path, *texts: str) -> list[Path]:
    """Write texts to files of one name, each in a folder of its own."""
    paths = [folder / f"round {number}" / "statement.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Joint statement\n\n{text}", "utf-8")
    return paths


def test_files_of_one_name_that_stand_side_by_side_are_documents_of_their_own(
    store: Store, tmp_path: Path
):
    folder = tmp_path / "Talks"
    texts = ["The first round ended in Geneva.", "Both met again, in Istanbul, on Monday."]
    side_by_side(folder, *texts)
    results = list(import_files(store, find([folder]), proposals=False))
    assert [each.state for each in results] == [FileState.IMPORTED] * 2
    assert [each.name for each in results] == [
        "Talks/round 0/statement.txt",
        "Talks/round 1/statement.txt",
    ]
    side_by_side(folder, f"{texts[0]} Late at night.", texts[1])
    first, second = import_files(store, find([folder]), proposals=False)
    assert (first.state, first.document) == (FileState.NEW_VERSION, results[0].document)
    assert (second.state, second.document) == (FileState.ALREADY_THERE, results[1].document)


def test_an_import_that_was_stopped_goes_on_where_it_stopped(store: Store, tmp_path: Path):
    folder = tmp_path / "Talks"
    folder.mkdir()
    stories(folder)
    importing = import_files(store, find([folder]), proposals=False)
    next(importing)
    importing.close()
    states = [each.state for each in import_files(store, find([folder]), proposals=False)]
    assert states == [FileState.ALREADY_THERE, FileState.IMPORTED, FileState.IMPORTED]


def test_what_an_archive_holds_is_read_by_several_processes(store: Store, tmp_path: Path):
    inner = zipped({path.name: path.read_bytes() for path in stories(tmp_path)})
    outer = tmp_path / "all.zip"
    outer.write_bytes(zipped({"in.zip": inner, "a.png": b"\x89PNG\r\n\x1a\n", "b.txt": "Talks."}))
    results = list(import_files(store, find([outer]), workers=2, proposals=False))
    assert [(each.name, each.state) for each in results] == [
        ("all.zip/a.png", FileState.REFUSED),
        ("all.zip/b.txt", FileState.IMPORTED),
        *((f"all.zip/in.zip/story-{number}.txt", FileState.IMPORTED) for number in range(3)),
    ]
    assert {each.file_name for each in store.documents()} == {
        "b.txt",
        *(f"story-{number}.txt" for number in range(3)),
    }
