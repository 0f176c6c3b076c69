"""What an isolated child may do, and what becomes of one that does more. The functions here are run in it by name."""

import gc
import os
import sys
import time
from contextlib import closing
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from briefing_app import isolation
from briefing_app.isolation import Failure, Isolated, IsolationError, Limits, Refusal, run

HERE = "tests.test_isolation"
QUICK = Limits(
    seconds=5, readable=(Path(__file__).parent,)
)  # what is run there is no part of the program


def backwards(payload: bytes) -> bytes:
    return payload[::-1]


def refuses(payload: bytes) -> bytes:
    raise Refusal(payload.decode())


def sleeps(payload: bytes) -> bytes:
    time.sleep(60)
    return payload


def spins(payload: bytes) -> bytes:
    while True:
        payload = payload[::-1]


def grows(payload: bytes) -> bytes:
    kept = [payload * 1000]
    while True:
        kept.append(kept[-1] + kept[-1])


def floods(payload: bytes) -> bytes:
    return bytes(int(payload))


def aborts(payload: bytes) -> bytes:
    os.abort()


def fails(payload: bytes) -> bytes:
    sys.stderr.write("a canary word")
    raise ValueError(payload)


def way_back() -> int:
    """Find the pipe to the parent, as a child that was taken over would."""
    ends = (each for each in gc.get_objects() if isinstance(each, Connection))
    return next(end.fileno() for end in ends if end.writable)


def half_an_answer(payload: bytes) -> bytes:
    os.write(way_back(), b"\x00\x00\x10\x00half")
    time.sleep(60)
    return payload


def lies(payload: bytes) -> bytes:
    os.write(way_back(), b"\x7f\xff\xff\xff" + payload)
    time.sleep(60)
    return payload


def writes(payload: bytes) -> bytes:
    with open(payload, "wb") as file:  # noqa: PTH123
        file.write(b"kept")
    return b"written"


class Remembers:
    """Answers with all that it was asked; some questions it does not survive."""

    def __init__(self) -> None:
        self._asked = b""

    def __call__(self, payload: bytes) -> bytes:
        if payload == b"refuse":
            raise Refusal("no")
        if payload == b"end":
            os._exit(3)
        if payload == b"dawdle":
            time.sleep(0.8)
        self._asked += payload
        return self._asked


def modules(payload: bytes) -> bytes:
    return "\n".join(sys.modules).encode()


def failure_of(name: str, payload: bytes = b"x", limits: Limits = QUICK) -> IsolationError:
    with pytest.raises(IsolationError) as caught:
        run(f"{HERE}:{name}", payload, limits=limits)
    return caught.value


def test_bytes_go_in_and_come_back():
    assert run(f"{HERE}:backwards", b"abc", limits=QUICK) == b"cba"


def test_megabytes_go_in_and_come_back():
    payload = os.urandom(5_000_000)
    assert run(f"{HERE}:backwards", payload, limits=QUICK) == payload[::-1]


def test_a_refusal_brings_its_code_alone():
    refused = failure_of("refuses", b"not_a_picture")
    assert (refused.failure, refused.code) == (Failure.REFUSED, "not_a_picture")


@pytest.mark.parametrize("code", ["", "<b>x</b>", "a" * 41, "no spaces"])
def test_a_code_that_is_none_is_not_believed(code: str):
    refused = failure_of("refuses", code.encode())
    assert (refused.failure, refused.code) == (Failure.BROKEN, "")


@pytest.mark.parametrize("name", ["sleeps", "spins", "half_an_answer"])
def test_what_does_not_end_is_ended(name: str):
    begun = time.monotonic()
    assert failure_of(name, limits=replace(QUICK, seconds=1)).failure is Failure.TOO_LONG
    assert time.monotonic() - begun < 20


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_memory_is_limited():
    assert failure_of("grows", limits=replace(QUICK, memory=300 << 20)).failure is Failure.TOO_LARGE


def test_an_answer_longer_than_allowed_is_not_taken():
    assert failure_of("floods", b"2000", replace(QUICK, answer=1000)).failure is Failure.TOO_LARGE


def test_a_flood_is_not_waited_for():
    begun = time.monotonic()
    assert failure_of("lies", limits=replace(QUICK, seconds=50)).failure is Failure.TOO_LARGE
    assert time.monotonic() - begun < 20


def test_an_abort_counts_as_too_large():
    assert failure_of("aborts").failure is Failure.TOO_LARGE


def test_a_fault_shows_nothing_of_itself(capfd: pytest.CaptureFixture[str]):
    failed = failure_of("fails", b"secret")
    assert failed.failure is Failure.BROKEN
    assert "secret" not in failed.sentence
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_child_writes_no_file(tmp_path):
    assert failure_of("writes", os.fsencode(tmp_path / "file")).failure is Failure.BROKEN
    assert not any(file.read_bytes() for file in tmp_path.iterdir())


def test_waiting_can_end_it():
    class EnoughError(Exception):
        pass

    def enough() -> None:
        raise EnoughError

    begun = time.monotonic()
    with pytest.raises(EnoughError):
        run(f"{HERE}:sleeps", b"x", limits=QUICK, waiting=enough)
    assert time.monotonic() - begun < 20


@pytest.fixture
def remembers():
    with closing(Isolated(f"{HERE}:Remembers", replace(QUICK, seconds=2))) as isolated:
        yield isolated


def test_one_child_is_asked_again_and_again_also_after_it_refused(remembers: Isolated):
    assert remembers.ask(b"a") == b"a"
    with pytest.raises(IsolationError):
        remembers.ask(b"refuse")
    assert remembers.ask(b"b") == b"ab"


def test_every_question_has_its_own_time(remembers: Isolated):
    for number in range(1, 4):
        assert remembers.ask(b"dawdle") == b"dawdle" * number


def test_a_child_that_ended_answers_nothing_more(remembers: Isolated):
    for payload in (b"end", b"a"):
        with pytest.raises(IsolationError) as caught:
            remembers.ask(payload)
        assert caught.value.failure is Failure.BROKEN


def test_a_child_starts_with_nothing_heavy():
    loaded = set(run(f"{HERE}:modules", b"", limits=QUICK).decode().split())
    assert not loaded & {"PySide6.QtCore", "typst", "spacy", "sqlite_utils"}


@pytest.mark.parametrize("failure", Failure)
def test_every_failure_has_one_sentence(failure: Failure):
    sentence = IsolationError(failure).sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_system_that_knows_a_limit_and_does_not_set_it_is_no_reason_to_read_nothing(
    monkeypatch: pytest.MonkeyPatch,
):
    resource = pytest.importorskip("resource")

    def refuse(_kind: int, _amounts: tuple[int, int]) -> None:
        raise ValueError

    monkeypatch.setattr(resource, "setrlimit", refuse)
    isolation._limit(QUICK)


LOADED = "briefing_app.ingest.preloading"


def parent(_payload: bytes) -> bytes:
    return str(os.getppid()).encode()


def remembered(payload: bytes) -> bytes:
    """Leave something in the module, as what a document makes a library keep would be left there."""
    sys.modules[__name__].__dict__.setdefault("LEFT", []).append(payload)
    return b"".join(sys.modules[__name__].__dict__["LEFT"])


@pytest.fixture
def prepared():
    """Ask so often that from now on children are forked off."""
    for _time in range(3):
        run(f"{HERE}:backwards", b"abc", limits=QUICK, loaded=LOADED)


@pytest.mark.skipif(sys.platform != "linux", reason="forked on Linux alone")
@pytest.mark.usefixtures("prepared")
class TestForked:
    def test_all_come_off_one_that_is_not_the_program(self):
        ask = [run(f"{HERE}:parent", b"", limits=QUICK, loaded=LOADED) for _time in range(2)]
        assert ask[0] == ask[1] != str(os.getpid()).encode()

    def test_none_knows_what_another_was_asked(self):
        for payload in (b"one", b"two"):
            found = run(f"{HERE}:remembered", payload, limits=QUICK, loaded=LOADED)
            assert found == payload

    @pytest.mark.parametrize(
        ("name", "limits", "failure"),
        [
            ("sleeps", replace(QUICK, seconds=1), Failure.TOO_LONG),
            ("grows", replace(QUICK, memory=300 << 20), Failure.TOO_LARGE),
            ("aborts", QUICK, Failure.TOO_LARGE),
            ("fails", QUICK, Failure.BROKEN),
        ],
    )
    def test_each_is_limited(self, name: str, limits: Limits, failure: Failure):
        with pytest.raises(IsolationError) as caught:
            run(f"{HERE}:{name}", b"x", limits=limits, loaded=LOADED)
        assert caught.value.failure is failure

    def test_none_may_write(self, tmp_path: Path):
        kept = tmp_path / "kept"
        with pytest.raises(IsolationError):
            run(f"{HERE}:writes", str(kept).encode(), limits=QUICK, loaded=LOADED)
        assert not kept.exists() or kept.read_bytes() == b""

    def test_a_full_disk_does_not_keep_them_from_starting(self, monkeypatch: pytest.MonkeyPatch):
        def full(*_all: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("multiprocessing.forkserver.ensure_running", full)
        monkeypatch.setattr("multiprocessing.forkserver.connect_to_new_process", full)
        assert run(f"{HERE}:backwards", b"abc", limits=QUICK, loaded=LOADED) == b"cba"
