"""What a confined child cannot do, tried in one; and that trying would tell where it could."""

import ctypes
import json
import os
import platform
import shutil
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.isolation import IsolationError, Limits, run
from briefing_app.safety import Restraint, attempt, safety, sentence

HERE = "tests.test_safety"
_X86 = platform.machine() == "x86_64"
LIMITS = Limits(seconds=10, readable=(Path(__file__).parent,))

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has these means")
has_landlock = pytest.mark.skipif(
    sys.platform != "linux"
    or ctypes.CDLL(None).syscall(444, ctypes.c_void_p(), ctypes.c_size_t(0), 1) < 1,
    reason="this kernel has no Landlock",
)


def tries(payload: bytes) -> bytes:
    """Answer with the names of all that could be done."""
    attempts: dict[str, Callable[[], object]] = {
        "internet": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        "datagrams": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
        "the machine's own": lambda: socket.socket(socket.AF_UNIX),
        "a pair": socket.socketpair,
        "the kernel's keys": lambda: _call(250 if _X86 else 219, 0, -3, 1),
        "shared memory": lambda: _call(29 if _X86 else 194, 0, 4096, 0o600),
        "a namespace": lambda: _call(272 if _X86 else 97, 0),
        "another's limits": lambda: _limits(os.getppid()),
        "its own limits": lambda: _limits(0),
        "a name": lambda: socket.getaddrinfo("localhost", 80),
        "a ring": lambda: _call(425, 8, ctypes.create_string_buffer(120)),
        "a program": lambda: os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {}),
        "a process": os.fork,
        "another process": lambda: os.kill(os.getppid(), 0),
        "a file": lambda: Path(os.fsdecode(payload)).read_bytes(),
        "a folder": lambda: list(Path(os.fsdecode(payload)).parent.iterdir()),
        "the parent": lambda: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
        "a new file": lambda: Path(os.fsdecode(payload) + "-new").touch(),
        "a removal": lambda: Path(os.fsdecode(payload)).unlink(),
        "a thread": _thread,
        "its code": lambda: Path(__file__).read_bytes(),
    }
    done = list[str]()
    for name, does in attempts.items():
        try:
            does()
        except OSError:
            continue
        done.append(name)
    return json.dumps(done).encode()


def _call(number: int, *arguments: object) -> None:
    if ctypes.CDLL(None, use_errno=True).syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")


def _limits(process: int) -> None:
    import resource  # noqa: PLC0415 (Windows has none)

    resource.prlimit(process, resource.RLIMIT_CORE)


def _thread() -> None:
    thread = threading.Thread(target=len, args=("",))
    thread.start()
    thread.join()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "diary.txt"
    path.write_text("a source's name")
    return path


@on_linux
def test_a_child_reaches_no_network_no_program_and_no_process(file: Path):
    done = set(json.loads(run(f"{HERE}:tries", os.fsencode(file), limits=LIMITS)))
    assert {"a thread", "its code", "its own limits"} <= done
    assert not done & {
        *("internet", "datagrams", "the machine's own", "a name", "a ring"),
        *("a program", "a process", "another process", "another's limits"),
        *("a pair", "the kernel's keys", "shared memory", "a namespace"),
    }


@has_landlock
def test_a_child_reaches_no_file_of_a_person(file: Path):
    done = set(json.loads(run(f"{HERE}:tries", os.fsencode(file), limits=LIMITS)))
    assert not done & {"a file", "a folder", "the parent", "a new file", "a removal"}
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@has_landlock
def test_what_is_named_can_be_read_and_no_more(file: Path):
    limits = replace(LIMITS, readable=(*LIMITS.readable, file))
    done = set(json.loads(run(f"{HERE}:tries", os.fsencode(file), limits=limits)))
    assert "a file" in done
    assert not done & {"a folder", "a new file", "a removal"}


@has_landlock
def test_packages_that_a_person_installed_can_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    packages = tmp_path / "lib" / "site-packages"
    packages.mkdir(parents=True)
    (packages / "a_package.py").write_text("def answer(payload):\n    return b'here'\n")
    monkeypatch.syspath_prepend(packages)
    assert run("a_package:answer", b"") == b"here"
    (packages.parent / "a_neighbour.py").write_text("def answer(payload):\n    return b'here'\n")
    monkeypatch.syspath_prepend(packages.parent)
    with pytest.raises(IsolationError):
        run("a_neighbour:answer", b"")


def test_trying_tells_of_a_process_that_nothing_keeps_from_anything(file: Path):
    done = json.loads(attempt(os.fsencode(file)))
    assert done == {"network": True, "reading": True, "writing": True, "programs": True}
    assert file.read_bytes() == b"written"


def test_a_program_that_fails_was_started_all_the_same(file: Path, monkeypatch: pytest.MonkeyPatch):
    failing = shutil.which("false")
    if failing is None:
        pytest.skip("this system has no program that fails")
    monkeypatch.setattr(sys, "executable", failing)
    assert json.loads(attempt(os.fsencode(file)))["programs"]


def test_what_holds_here_is_found_out():
    holds = safety()
    assert list(holds) == list(Restraint)
    assert holds[Restraint.TIME]
    if sys.platform == "linux":
        assert holds[Restraint.NETWORK]
        assert holds[Restraint.PROGRAMS]
        assert holds[Restraint.MEMORY]


@pytest.mark.parametrize("restraint", Restraint)
def test_each_restraint_is_told_whether_it_holds_or_not(restraint: Restraint):
    held, broken = (sentence(restraint, holds=holds) for holds in (True, False))
    assert held.startswith(("It cannot ", "It is ", "Its "))
    assert broken.startswith(("It could ", "It would ", "Its memory is not "))
