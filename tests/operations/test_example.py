import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_app.domain.annotation import Colour
from briefing_app.domain.evidence import Evidence, Span, quote_at
from briefing_app.errors import BriefingError
from briefing_app.operations.annotating import add_annotation
from briefing_app.operations.checking import check
from briefing_app.operations.example import make_example
from briefing_app.store import open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "Example.dossier"


def annotate(path: Path) -> None:
    with open_store(path) as store:
        version = store.version(store.documents()[0].version)
        span = Span(0, 6)
        evidence = Evidence(version.id, span, quote_at(version.text, span))
        add_annotation(store, evidence, colour=Colour.BLUE, note="mine", tags=())


def test_the_example_holds_the_seed_and_what_it_says(path: Path):
    make_example(path)
    assert list(path.parent.iterdir()) == [path]
    with open_store(path) as store:
        (document,) = store.documents()
        assert store.title == "Istanbul talks"
        assert document.title == "Second round ends with limited prisoner swap"
        assert (document.date, document.publisher) == (dt.date(2025, 6, 3), "")
        assert store.positions()
        assert store.outcomes()
        assert check(store) == ()


def test_made_anew_it_is_as_at_first_and_the_older_one_is_kept(path: Path):
    make_example(path)
    annotate(path)
    make_example(path)
    with open_store(path) as store:
        assert store.annotations() == ()
    kept = sorted((path.parent / "Example.backups").glob("*.dossier"))
    with open_store(kept[-1]) as store:
        assert [each.note for each in store.annotations()] == ["mine"]


def test_a_damaged_one_is_put_aside(path: Path):
    make_example(path)
    whole = path.read_bytes()
    damaged = whole[: len(whole) // 2]
    path.write_bytes(damaged)
    make_example(path)
    with open_store(path) as store:
        assert store.documents()
    (kept,) = (path.parent / "Example.backups").iterdir()
    assert kept.read_bytes() == damaged


@pytest.mark.parametrize("content", [b"my own notes", b""])
def test_something_else_of_that_name_is_left_alone(path: Path, content: bytes):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(BriefingError, match="not a dossier"):
        make_example(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(BriefingError):
        make_example(tmp_path / "file" / "Example.dossier")


def test_one_that_is_open_elsewhere_is_left_alone(path: Path):
    make_example(path)
    program = (
        "import sys; from pathlib import Path; from briefing_app.store import open_store\n"
        "with open_store(Path(sys.argv[1])):\n    print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"open\n"
        before = path.read_bytes()
        with pytest.raises(BriefingError, match="already open"):
            make_example(path)
        assert path.read_bytes() == before
