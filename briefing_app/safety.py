"""How well what reads a document is confined on this computer: found out by trying in a child what must fail."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory

from briefing_app.isolation import Failure, IsolationError, Limits, run
from briefing_app.language import N_, _

_HERE = "briefing_app.safety"
_SHORT = Limits(seconds=0.5)
_SMALL = Limits(memory=256 << 20)


class Restraint(StrEnum):
    """What a child is kept from, in the order in which it is told."""

    NETWORK = "network"
    READING = "reading"
    WRITING = "writing"
    PROGRAMS = "programs"
    MEMORY = "memory"
    TIME = "time"


_SENTENCES = {
    Restraint.NETWORK: (N_("It cannot reach a network."), N_("It could reach a network.")),
    Restraint.READING: (N_("It cannot read your files."), N_("It could read your files.")),
    Restraint.WRITING: (N_("It cannot write a file."), N_("It could write a file.")),
    Restraint.PROGRAMS: (
        N_("It cannot start another program."),
        N_("It could start another program."),
    ),
    Restraint.MEMORY: (
        N_("Its memory is limited."),
        N_("Its memory is not limited."),
    ),
    Restraint.TIME: (
        N_("It is ended when it takes too long."),
        N_("It would not be ended when it takes too long."),
    ),
}


def sentence(restraint: Restraint, *, holds: bool) -> str:
    """Say of "it", which is what reads a document, whether a restraint holds."""
    return _(_SENTENCES[restraint][0 if holds else 1])


def safety() -> Mapping[Restraint, bool]:
    """Try in children whether each restraint holds. It takes about a second."""
    with TemporaryDirectory(prefix="briefing-") as folder:
        file = Path(folder) / "tried"  # closed: Windows lets nobody read one that is open here
        file.touch()
        done = _done_in_child(file)
    return {
        **{each: not done.get(each, True) for each in Restraint},
        Restraint.MEMORY: _ends("hoard", _SMALL, Failure.TOO_LARGE),
        Restraint.TIME: _ends("dawdle", _SHORT, Failure.TOO_LONG),
    }


def _done_in_child(file: Path) -> dict[str, bool]:
    """Ask a child what it could do; one that cannot even answer counts as one that could do everything."""
    try:
        return json.loads(run(f"{_HERE}:attempt", os.fsencode(file)))
    except IsolationError:
        return {}


def _ends(name: str, limits: Limits, expected: Failure) -> bool:
    try:
        run(f"{_HERE}:{name}", b"", limits=limits)
    except IsolationError as error:
        return error.failure is expected
    return False


def attempt(payload: bytes) -> bytes:
    """Try, in the child, what it is to be kept from, on a file that a person could have; tell what could be done."""
    file = Path(os.fsdecode(payload))
    attempts: dict[Restraint, Callable[[], object]] = {
        Restraint.NETWORK: lambda: socket().close(),
        Restraint.READING: file.read_bytes,
        Restraint.WRITING: lambda: file.write_bytes(b"written"),
        Restraint.PROGRAMS: lambda: subprocess.run([sys.executable, "--version"], check=False),
    }
    return json.dumps({each: _works(does) for each, does in attempts.items()}).encode()


def _works(does: Callable[[], object]) -> bool:
    with suppress(OSError, subprocess.SubprocessError):
        does()
        return True
    return False


def hoard(_payload: bytes) -> bytes:
    """Take more memory, in the child, than it is given."""
    return bytes(len(bytearray(2 * _SMALL.memory)) and 1)


def dawdle(_payload: bytes) -> bytes:
    """Take longer, in the child, than it may."""
    time.sleep(4 * _SHORT.seconds)
    return b""
