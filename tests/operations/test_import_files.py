from pathlib import Path

import pytest

from briefing_app.operations.default_issues import default_issues
from briefing_app.operations.import_files import FileState, import_files, prepare, propose
from briefing_app.paths import seeds
from briefing_app.store import Store, open_store

SEED = seeds() / "istanbul-2025-06-02.txt"


@pytest.fixture
def store(tmp_path: Path):
    with open_store(
        tmp_path / "a.dossier", create_title="Talks", issues=default_issues()
    ) as opened:
        yield opened


def test_each_file_has_its_result_and_none_stops_another(store: Store, tmp_path: Path):
    picture, story = tmp_path / "a.png", tmp_path / "story.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    story.write_text("Russia rejected the ceasefire.", "utf-8")
    steps = list[tuple[int, int]]()
    paths = (picture, tmp_path, tmp_path / "none.txt", story, story)
    results = import_files(store, paths, report=lambda step, of: steps.append((step, of)))
    assert [each.state for each in results] == [
        *[FileState.REFUSED] * 3,
        FileState.IMPORTED,
        FileState.ALREADY_THERE,
    ]
    assert all(each.sentence.endswith(".") for each in results[:3])
    assert [each.name for each in results] == [path.name for path in paths]
    assert steps == [(0, 5), (1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    assert len(store.documents()) == 1


def test_a_newer_text_of_the_same_file_is_a_new_version(store: Store, tmp_path: Path):
    story = tmp_path / "story.txt"
    for text in ("Talks end\n\nThey agreed.", "Talks end\n\nThey agreed at last."):
        story.write_text(text, "utf-8")
        (result,) = import_files(store, (story,), proposals=False)
    assert result.state is FileState.NEW_VERSION
    assert store.documents()[0].versions == 2


def test_what_the_seed_says_is_proposed(store: Store):
    (result,) = import_files(store, (SEED,))
    assert result.proposals == len(store.positions()) + len(store.outcomes()) > 0
    assert {"Russia", "Ukraine"} <= {party.name for party in store.parties()}


def test_without_proposals_there_are_none(store: Store):
    (result,) = import_files(store, (SEED,), proposals=False)
    assert (result.state, result.proposals, store.positions()) == (FileState.IMPORTED, 0, ())


def test_a_language_that_is_not_read_is_imported_and_said(store: Store, tmp_path: Path):
    story = tmp_path / "story.txt"
    story.write_text(
        "La délégation a de nouveau réclamé un cessez-le-feu complet d’au moins trente jours.",
        "utf-8",
    )
    (result,) = import_files(store, (story,))
    assert (result.state, result.proposals) == (FileState.IMPORTED, 0)
    assert "English" in result.sentence


def test_what_report_raises_ends_the_import_after_a_whole_file(store: Store, tmp_path: Path):
    class EnoughError(Exception):
        pass

    def enough(step: int, _steps: int) -> None:
        if step == 1:
            raise EnoughError

    with pytest.raises(EnoughError):
        import_files(store, (SEED, tmp_path / "none.txt"), report=enough)
    assert len(store.documents()) == 1


def test_reading_and_proposing_need_no_store():
    proposals = propose(prepare(SEED), default_issues())
    assert {"prisoners", "ceasefire"} <= {
        issue for each in proposals.outcomes for issue in each.issues
    } | {issue for each in proposals.positions for issue in each.issues}
