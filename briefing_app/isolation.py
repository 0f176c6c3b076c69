"""A limited child process: bytes in, bounded bytes out. Reading what strangers wrote and typesetting happen in it.

The child holds nothing of its parent's, whose copy it never is (`children`), and works in a frozen program
(`multiprocessing.freeze_support()` in `__main__`).
The function to run is named, "package.module:function", so that this module knows nobody. It takes bytes and returns
bytes; it may raise `Refusal` with a code. Nothing else of the child is believed: no exception, no text, no pickle.
"""

import os
import re
import signal
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from multiprocessing.connection import Pipe, wait
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from briefing_app.children import started
from briefing_app.confinement import confine
from briefing_app.errors import BriefingError
from briefing_app.language import _

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, PipeConnection

    _End = Connection[bytes, bytes] | PipeConnection[bytes, bytes]

_ANSWERED, _REFUSED, _TOO_LARGE = b"A", b"R", b"L"
_CODE = re.compile(r"[a-z_]{1,40}")
_PATIENCE = 0.05  # seconds between two looks at whether the answer is still wanted
_DYING = 1.0  # seconds that a child which has closed its end may take to end


@dataclass(frozen=True)
class Limits:
    """What a child may use. Memory, processor time and files are limited where the system can."""

    seconds: float = 20.0
    memory: int = 2 << 30
    answer: int = 64 << 20
    open_files: int = 256
    readable: tuple[Path, ...] = ()  # besides what the program is made of


class Failure(StrEnum):
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    REFUSED = "refused"
    BROKEN = "broken"


class IsolationError(BriefingError):
    """The child gave no answer; `failure` says why, and `code` what it refused."""

    def __init__(self, failure: Failure, code: str = "") -> None:
        super().__init__(_sentence(failure))
        self.failure = failure
        self.code = code


class Refusal(Exception):  # noqa: N818 (an answer, and no error of this program)
    """Raised by an isolated function that cannot do what was asked; only its code reaches the parent."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _nothing() -> None:
    pass


def run(
    function: str,
    payload: bytes,
    *,
    limits: Limits = Limits(),
    loaded: str = "",
    waiting: Callable[[], None] = _nothing,
) -> bytes:
    """Run a named function on the payload in a limited child and return its answer.

    `loaded` names a module that children of this kind may have in them from the start. `waiting` is called twenty
    times a second; what it raises ends the child and goes to the caller.
    Raises IsolationError where there is no answer.
    """
    with closing(Isolated(function, limits, loaded)) as isolated:
        return isolated.ask(payload, waiting=waiting)


class Isolated:
    """A limited child that is asked one thing after another, each within its limits, until it is closed.

    A class that is named is made in it once, and what it makes is called: that may keep what it was asked before.
    """

    def __init__(self, function: str, limits: Limits = Limits(), loaded: str = "") -> None:
        self._limits = limits
        questions, self._questions = Pipe(duplex=False)
        self._answers, answers = Pipe(duplex=False)
        serve = (function, limits, questions, answers)
        self._child = started(_serve, serve, loaded=loaded)
        questions.close()
        answers.close()

    def ask(self, payload: bytes, *, waiting: Callable[[], None] = _nothing) -> bytes:
        """Return what the child answers. Raises IsolationError; only one that refused can be asked again.

        `waiting` is called twenty times a second; what it raises ends the child and goes to the caller.
        """
        # Half an answer would keep the reading waiting for ever; the child's end ends it.
        timer = Timer(self._limits.seconds, self._child.kill)
        timer.daemon = True
        timer.start()
        try:
            answer = self._answer(payload, waiting)
            if not answer:
                self._child.join(_DYING)
        except BaseException:
            self._child.kill()
            raise
        finally:
            in_time = timer.is_alive()
            timer.cancel()
        if answer:
            return _believed(answer)
        self._child.kill()
        self._child.join()
        return _explained(self._child.exitcode or 0, in_time=in_time)

    def close(self) -> None:
        self._child.kill()
        self._child.join()
        self._questions.close()
        self._answers.close()

    def _answer(self, payload: bytes, waiting: Callable[[], None]) -> bytes:
        """Wait for the child's one message; empty where it ends before, or sends more than it may."""
        with suppress(OSError):  # a child that has ended tells nothing more, as is seen below
            self._questions.send_bytes(payload)
        while not wait([self._answers], _PATIENCE):
            waiting()
        try:
            return self._answers.recv_bytes(self._limits.answer + 1)
        except (EOFError, OSError):
            return b""


def _believed(answer: bytes) -> bytes:
    kind, rest = answer[:1], answer[1:]
    if kind == _ANSWERED:
        return rest
    if kind == _TOO_LARGE:
        raise IsolationError(Failure.TOO_LARGE)
    code = rest.decode("ascii", "replace")
    if kind == _REFUSED and _CODE.fullmatch(code):
        raise IsolationError(Failure.REFUSED, code)
    raise IsolationError(Failure.BROKEN)


def _explained(exit_code: int, *, in_time: bool) -> bytes:
    """Say by how a child ended why it gave no answer.

    Native code that is refused memory aborts; one killed in time was killed by a system out of memory, or for a flood.
    """
    if not in_time or exit_code == -getattr(signal, "SIGXCPU", signal.SIGTERM):
        raise IsolationError(Failure.TOO_LONG)
    too_large = exit_code in {-signal.SIGABRT, -getattr(signal, "SIGKILL", signal.SIGTERM)}
    raise IsolationError(Failure.TOO_LARGE if too_large else Failure.BROKEN)


def _sentence(failure: Failure) -> str:
    match failure:
        case Failure.TOO_LONG:
            return _("This took too long and was stopped.")
        case Failure.TOO_LARGE:
            return _("This is too large for the memory that it may use.")
        case Failure.REFUSED:
            return _("This cannot be read.")
        case Failure.BROKEN:
            return _("This could not be finished: the part of Briefing that does it stopped.")


def _serve(function: str, limits: Limits, questions: "_End", answers: "_End") -> None:
    """Live the child's whole life: what it is to run is found only once the limits hold."""
    silence()
    _limit(limits)
    confine(limits.readable)
    module, _colon, name = function.partition(":")
    work = getattr(import_module(module), name)
    if isinstance(work, type):
        work = work()
    while True:
        try:
            payload = questions.recv_bytes()
        except EOFError:
            return
        _limit_time(limits)
        answer = _answered(work, payload)
        answers.send_bytes(answer if len(answer) <= limits.answer else _TOO_LARGE)


def _answered(work: Callable[[bytes], bytes], payload: bytes) -> bytes:
    try:
        return _ANSWERED + work(payload)
    except Refusal as refusal:
        return _REFUSED + refusal.code.encode("ascii", "replace")
    except MemoryError:
        return _TOO_LARGE


def silence() -> None:
    """Let nothing that a document makes a library print reach a terminal or a log."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    sys.dont_write_bytecode = True


def _limit(limits: Limits) -> None:
    try:
        import resource  # noqa: PLC0415 (Windows has none; there the time and the answer are limited)
    except ImportError:
        return
    for kind, amount in (
        (resource.RLIMIT_DATA, limits.memory),
        (resource.RLIMIT_AS, 2 * limits.memory),  # with what is only reserved or read from files
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),  # a core would hold the dossier's words
    ):
        _lower(kind, amount)


def _limit_time(limits: Limits) -> None:
    """Give the next question its processor time, for when the parent, whose clock ends the child before, is gone."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    with suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used + 2 * limits.seconds) + 1, hard))


def _lower(kind: int, amount: int) -> None:
    import resource  # noqa: PLC0415

    hard = resource.getrlimit(kind)[1]
    allowed = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    with suppress(ValueError, OSError):  # a system may know a limit and not set it
        resource.setrlimit(kind, (allowed, allowed))
