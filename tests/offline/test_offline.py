"""Nothing leaves the machine and no document makes anything load: so the kernel saw it, in every process of a run."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.ingest import readers
from briefing_app.isolation import Failure, Refusal
from tests.offline.full_run import reach
from tests.offline.reaching import reaching, spellings
from tests.offline.watching import opened_in, watched

pytestmark = pytest.mark.skipif(not watched, reason="the kernel's means to watch are Linux's")
ROOT = Path(__file__).parents[2]
WRITTEN = {
    "md": readers.markdown,
    "txt": readers.markdown,
}  # whose readers are not named as their files are


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Listen on a port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def came(server: socket.socket) -> int:
    """Count who came since it was last asked."""
    count = 0
    try:
        while True:
            server.accept()[0].close()
            count += 1
    except BlockingIOError:
        return count


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """Return a folder with what a person keeps, and no document may load."""
    folder = tmp_path / "private"
    folder.mkdir()
    (folder / "diary.png").write_bytes(b"MARKER")
    return folder


@pytest.fixture
def documents(tmp_path: Path, private: Path, listener: socket.socket) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    address = f"127.0.0.1:{listener.getsockname()[1]}"
    for name, data in reaching(spellings(address, private / "diary.png", folder)):
        (folder / name).write_bytes(data)
    return folder


def in_process(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.offline.full_run", *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_the_readers_themselves_load_nothing(
    documents: Path, private: Path, listener: socket.socket, monkeypatch: pytest.MonkeyPatch
):
    """Run in this process, where nothing keeps them from it."""
    monkeypatch.chdir(documents)
    read = 0
    with opened_in(private) as opened:
        for path in documents.iterdir():
            kind = path.suffix[1:]
            reader = WRITTEN.get(kind) or getattr(readers, kind)
            try:
                answer = reader(path.read_bytes())
            except Refusal:
                continue
            assert b"MARKER" not in answer, path.name
            read += 1
    assert (opened, came(listener)) == ([], 0)
    assert read >= 10


@pytest.mark.timeout(240)
def test_a_full_run_asks_for_no_network_and_opens_no_file_of_a_document(
    tmp_path: Path, documents: Path, private: Path, listener: socket.socket
):
    with opened_in(private) as opened:
        done = in_process(tmp_path)
    assert done.returncode == 0, done.stderr
    assert (opened, came(listener)) == ([], 0)
    told = json.loads(done.stdout)
    every = [each for run in told["imported"].values() for each in run]
    assert {each["name"] for each in every} == {path.name for path in documents.iterdir()}
    refused = {each["name"]: each["sentence"] for each in every if each["state"] == "refused"}
    assert all("damaged" in sentence for sentence in refused.values()), (
        refused
    )  # and none was stopped
    assert len(refused) <= 5
    assert told["shown"] >= 10
    assert sorted(told["exported"]) == ["out.html", "out.json", "out.md", "out.pdf"]
    made = b"".join(path.read_bytes() for path in tmp_path.glob("out.*"))
    assert b"MARKER" not in made


def test_whoever_asks_for_a_network_is_seen():
    assert in_process("--reach").returncode == -signal.SIGSYS
    assert in_process("--reach-in-child").stdout == Failure.BROKEN
    assert int(reach()) > 0  # which is what both would have got


def test_whoever_opens_a_file_or_comes_by_is_seen(private: Path, listener: socket.socket):
    with opened_in(private) as opened:
        subprocess.run(["cat", private / "diary.png"], check=True, capture_output=True)
    assert "diary.png" in opened
    visitor = socket.socket()
    visitor.setblocking(False)
    socket.socket.connect_ex(visitor, listener.getsockname())
    visitor.close()
    assert came(listener) == 1
