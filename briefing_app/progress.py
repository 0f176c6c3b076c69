"""Long work on the command line: how far it is, on a terminal's standard error, and ending it with Ctrl+C."""

import signal
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from types import FrameType
from typing import TextIO, TypeVar

from briefing_app.language import _, format_number, ngettext

_ERASE = "\r\x1b[K"
_MINUTE, _HOUR = 60, 3600


Result = TypeVar("Result")


class Interrupted(Exception):  # noqa: N818 (a wish, not an error)
    """Raised between two pieces of work once Ctrl+C was pressed."""


def tell_each(
    work: Callable[[Callable[[], None]], Generator[Result]],
    tell: Callable[[Result], None],
    *,
    steps: int,
    stream: TextIO,
) -> list[Result]:
    """Tell each result as it comes, and return what there was by the end, or by Ctrl+C.

    The work is given what asks whether it is still wanted, for wherever it waits.
    """
    results, line = list[Result](), _Line(stream, steps)
    with _interruptible() as ask, suppress(Interrupted), closing(work(ask)) as working:
        line.show(0)
        for result in working:
            results.append(result)
            line.clear()
            tell(result)
            line.show(len(results))
            ask()
    line.clear()
    return results


class _Line:
    """One line that is written over again, and none where the stream is no terminal."""

    def __init__(self, stream: TextIO, steps: int) -> None:
        self._stream, self._steps = stream, steps
        self._begun = time.monotonic()
        self._shown = stream.isatty() and steps > 1

    def show(self, step: int) -> None:
        if self._shown:
            seconds = time.monotonic() - self._begun
            self._write(_ERASE + progress_words(step, self._steps, seconds))

    def clear(self) -> None:
        """Make room for another line."""
        if self._shown:
            self._write(_ERASE)

    def _write(self, words: str) -> None:
        self._stream.write(words)
        self._stream.flush()


def progress_words(step: int, steps: int, seconds: float) -> str:
    """Say how many of how many are done, how fast, and how long the rest will take at that."""
    known = {"step": format_number(step), "steps": format_number(steps)}
    if not step or seconds <= 0:
        return _("{step} of {steps}").format(**known)
    rate = step / seconds
    return _("{step} of {steps}, {rate} a second, {time} left").format(
        **known, rate=format_number(round(rate, 1)), time=_time((steps - step) / rate)
    )


def _time(seconds: float) -> str:
    if seconds < _MINUTE:
        whole = round(seconds)
        return ngettext("{count} second", "{count} seconds", whole).format(count=whole)
    if seconds < _HOUR:
        whole = round(seconds / _MINUTE)
        return ngettext("{count} minute", "{count} minutes", whole).format(count=whole)
    whole = round(seconds / _HOUR)
    return ngettext("{count} hour", "{count} hours", whole).format(count=whole)


@contextmanager
def _interruptible() -> Generator[Callable[[], None]]:
    """Let Ctrl+C wait until the work asks for it by the function given; pressed again, it does not wait."""
    pressed = list[int]()

    def note(number: int, _frame: FrameType | None) -> None:
        pressed.append(number)
        signal.signal(signal.SIGINT, before)

    def ask() -> None:
        if pressed:
            raise Interrupted

    before = signal.signal(signal.SIGINT, note)
    try:
        yield ask
    finally:
        signal.signal(signal.SIGINT, before)
