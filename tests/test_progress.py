import io
import os
import signal
import sys
from collections.abc import Callable, Generator

import pytest

from briefing_app.progress import progress_words, tell_each


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("step", "steps", "seconds", "words"),
    [
        (0, 200, 0.0, "0 of 200"),
        (0, 200, 9.0, "0 of 200"),
        (50, 200, 10.0, "50 of 200, 5 a second, 30 seconds left"),
        (1999, 2000, 1999.0, "1,999 of 2,000, 1 a second, 1 second left"),
        (10, 4000, 20.0, "10 of 4,000, 0.5 a second, 2 hours left"),
        (100, 1000, 50.0, "100 of 1,000, 2 a second, 8 minutes left"),
    ],
)
def test_how_far_it_is(step: int, steps: int, seconds: float, words: str):
    assert progress_words(step, steps, seconds) == words


def three(_ask: Callable[[], None]) -> Generator[int]:
    yield from (1, 2, 3)


def told(stream: io.StringIO, steps: int = 3) -> tuple[list[int], str]:
    heard = list[int]()
    assert tell_each(three, heard.append, steps=steps, stream=stream) == heard
    return heard, stream.getvalue()


def test_a_terminal_shows_one_line_and_nothing_in_the_end():
    heard, shown = told(Terminal())
    assert heard == [1, 2, 3]
    assert "2 of 3" in shown
    assert "\n" not in shown
    assert shown.endswith("\r\x1b[K")


def test_what_is_no_terminal_shows_nothing():
    assert told(io.StringIO()) == ([1, 2, 3], "")


def test_one_step_needs_no_line():
    assert told(Terminal(), steps=1)[1] == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_an_interrupt_waits_for_what_is_at_hand():
    ended = list[str]()

    def work(ask: Callable[[], None]) -> Generator[int]:
        try:
            yield 1
            os.kill(os.getpid(), signal.SIGINT)
            yield 2
            yield 3
        finally:
            ended.append("ended")

    before = signal.getsignal(signal.SIGINT)
    assert tell_each(work, lambda _result: None, steps=3, stream=io.StringIO()) == [1, 2]
    assert ended == ["ended"]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_an_interrupt_while_work_waits_ends_it_where_it_asks():
    def work(ask: Callable[[], None]) -> Generator[int]:
        os.kill(os.getpid(), signal.SIGINT)
        ask()
        yield 1

    assert tell_each(work, lambda _result: None, steps=1, stream=io.StringIO()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_a_second_interrupt_does_not_wait():
    def work(_ask: Callable[[], None]) -> Generator[int]:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        yield 1

    with pytest.raises(KeyboardInterrupt):
        tell_each(work, lambda _result: None, steps=1, stream=io.StringIO())
