"""Whatever a ZIP archive holds: documents or one sentence each, soon, in little memory, and nothing on the disk."""

import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest

from briefing_app.ingest import IngestError
from briefing_app.ingest.gathering import Source, Unpacker, Unread, gather, unpacking
from briefing_app.ingest.gathering.members import members_from
from tests.ingest.hostile import Maker
from tests.ingest.hostile_archives import TRICKS, damaged, sound
from tests.ingest.memory import peak

FEW, MANY = 4, 300
SOON = 10.0  # seconds
MUCH = 100 << 20  # bytes that the parent may have grown by, at most, for a while
UNSEEN = "\u202e\u2066\u200b\n\x00"

QUICK = {**TRICKS, **dict(damaged(FEW))}


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_archive_is_decided(name: str, tmp_path: Path):
    decided(QUICK[name], tmp_path)


@pytest.mark.slow
def test_every_damaged_archive_is_decided(tmp_path: Path):
    for _name, maker in damaged(MANY):
        decided(maker, tmp_path)


def decided(maker: Maker, folder: Path) -> None:
    path = folder / "talks.zip"
    path.write_bytes(maker())
    before, begun = peak(fresh=True), time.perf_counter()
    sources, unread, read = outcome_of(path)
    taken, grown = time.perf_counter() - begun, peak() - before
    assert taken < SOON
    assert grown < MUCH
    assert sources or unread
    for name in (*sources, *(each.name for each in unread)):
        assert name.startswith("talks.zip")
        assert ".." not in name.split("/")
        assert not set(UNSEEN) & set(name)
    assert not set(UNSEEN) & set("".join(each.sentence for each in unread))
    assert all(each.sentence.endswith(".") for each in unread)
    assert read <= 64 << 20
    assert [each.name for each in folder.iterdir()] == ["talks.zip"]


def outcome_of(path: Path) -> tuple[list[str], list[Unread], int]:
    """Go through an archive and unpack all of it; return what was found, what was not read, and how much was."""
    sources, unread, read = list[str](), list[Unread](), 0
    with closing(Unpacker()) as unpacker:
        for each in gather([path], waiting=lambda: None):
            if isinstance(each, Unread):
                unread.append(each)
                continue
            sources.append(each.name)
            try:
                read += len(unpacker.bytes_of(each))
            except IngestError as error:
                unread.append(Unread(each.name, error.sentence, refused=True))
    return sources, unread, read


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    (tmp_path / "talks.zip").write_bytes(sound())
    found = gather([tmp_path / "talks.zip"], waiting=lambda: None)
    return [each for each in found if isinstance(each, Source)]


def read_each(sources: list[Source], *, before: dict[int, Callable[[], None]]) -> list[str]:
    """Unpack each, and return what is said of it; before some, something happens."""
    said = list[str]()
    with closing(Unpacker()) as unpacker:
        for number, source in enumerate(sources):
            before.get(number, lambda: None)()
            try:
                unpacker.bytes_of(source)
            except IngestError as error:
                said.append(error.sentence)
            else:
                said.append("read")
    return said


def kill() -> None:
    for child in active_children():
        child.kill()


def test_a_child_that_is_killed_costs_one_line(sources: list[Source]):
    said = read_each(sources, before={2: kill})
    assert said[2].startswith("“2.txt” was not read.")
    assert Counter(said)["read"] == len(sources) - 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot halt a process")
def test_a_child_that_hangs_is_waited_for_once_an_archive(
    sources: list[Source], monkeypatch: pytest.MonkeyPatch
):
    def halt() -> None:
        for child in active_children():
            os.kill(child.pid, signal.SIGSTOP)

    monkeypatch.setattr(unpacking, "_SECONDS", 3)
    begun = time.monotonic()
    said = read_each(sources, before={1: halt})
    assert said[0] == "read"
    assert all("took too long" in sentence for sentence in said[1:])
    assert time.monotonic() - begun < 15


@pytest.mark.parametrize(
    "answer",
    [
        *(b"", b"\xff", b"{}", b"[1]", b"[[]]", b"[[1]]", b'[["1", "a", false]]', b"9" * 5000),
        *(b'[[-1, "a", false]]', b"[[1, 2, false]]", b'[[1, "a", 0]]', b"[" * 100_000),
        b'[[1, "' + b"a" * 70_000 + b'", false]]',
        b"[" + b'[1, "a", false],' * 20_000 + b'[1, "a", false]]',
    ],
    ids=len,
)
def test_an_answer_that_lists_no_members_is_not_believed(answer: bytes):
    with pytest.raises(ValueError):  # noqa: PT011 (whatever is the matter with it)
        members_from(answer)
