"""Several child processes for trusted work, such as reading many files: answers come in the order of the questions.

The children are spawned, never forked, and work in a frozen program. Each is set up once and then asked one thing
after another; one that dies costs the answer that it owed, and another takes its place. Untrusted input belongs into
`isolation`, which the work may use in its turn.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from briefing_app import language
from briefing_app.isolation import silence

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, PipeConnection

    _End = Connection[Any, Any] | PipeConnection[Any, Any]

Question = TypeVar("Question")
Answer = TypeVar("Answer")

_MOST = 4  # by themselves: each holds a language model
_AHEAD = 2  # questions that a child has at once, so that it never waits for the next
_LEAD = 4  # questions a child that may be answered before their turn: what waits is held in memory
_PATIENCE = 0.1  # seconds between two looks at whether the answers are still wanted
_ENDING = 0.5  # seconds that a child may take to end by itself


class Died:
    """Stands for the answer of a child that ended before it gave it."""


DIED: Final = Died()


def usual_workers() -> int:
    """Return how many children suit this machine: one a core that this process may use, four at most."""
    allowed = getattr(os, "sched_getaffinity", None)
    cores = len(allowed(0)) if allowed else os.cpu_count() or 1
    return min(cores, _MOST)


def _nothing() -> None:
    pass


def ask_each(
    work: Callable[[Question], Answer],
    questions: Sequence[Question],
    *,
    workers: int,
    waiting: Callable[[], None] = _nothing,
) -> Generator[Answer | Died]:
    """Have every question answered by the work, in its order. Work and questions must be picklable.

    `waiting` is called ten times a second while the next answer is not there; what it raises ends the children.
    """
    pool = _Pool(work, questions, min(workers, len(questions)))
    try:
        for number in range(len(questions)):
            while number not in pool.answers:
                pool.go_on(number)
                waiting()
            yield pool.answers.pop(number)
    finally:
        pool.end()


class _Pool(Generic[Question, Answer]):
    """The children, what each owes, and the answers whose turn has not come."""

    def __init__(
        self, work: Callable[[Question], Answer], questions: Sequence[Question], workers: int
    ) -> None:
        self.answers: dict[int, Answer | Died] = {}
        self._work, self._questions = work, questions
        self._left = deque(range(len(questions)))
        self._children = [_Child(work) for _number in range(workers)]

    def go_on(self, turn: int) -> None:
        """Hand out what may be asked by now, and take what has been answered."""
        lead = _LEAD * len(self._children)
        for child in sorted(self._children, key=lambda each: len(each.owes)):
            while self._left and len(child.owes) < _AHEAD and self._left[0] < turn + lead:
                child.ask(self._left.popleft(), self._questions)
        ready = wait([child.end for child in self._children], _PATIENCE)
        for place, child in enumerate(self._children):
            if child.end in ready:
                self._take(place, child)

    def end(self) -> None:
        for child in self._children:
            child.close()
        for child in self._children:
            child.stop()

    def _take(self, place: int, child: "_Child") -> None:
        """Take one answer; the first that a dead child owes is not to be had, the rest is asked again."""
        try:
            answer = child.end.recv()
        except (EOFError, OSError):
            child.close()
            child.stop()
            self._left.extendleft(reversed(list(child.owes)[1:]))
            if child.owes:
                self.answers[child.owes[0]] = DIED
            self._children[place] = _Child(self._work)
        else:
            self.answers[child.owes.popleft()] = answer


class _Child:
    """One child process, and the numbers of the questions that it has not answered yet."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        context = get_context("spawn")
        self.owes: deque[int] = deque()
        self.end, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(work, language.chosen(), theirs))
        with _deaf():
            self._process.start()
        theirs.close()

    def ask(self, number: int, questions: Sequence[Any]) -> None:
        self.owes.append(number)
        try:
            self.end.send(questions[number])
        except OSError:  # it died meanwhile, which its silence will tell
            return

    def close(self) -> None:
        """Tell the child that nothing more is asked."""
        self.end.close()

    def stop(self) -> None:
        self._process.join(_ENDING)
        self._process.kill()
        self._process.join()
        self._process.close()


@contextmanager
def _deaf() -> Generator[None]:
    """Start a child so that Ctrl+C does not reach it: the parent decides what becomes of its work."""
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:  # Windows: the child sees to it itself
        yield
        return
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)


def _serve(work: Callable[[Any], Any], chosen: tuple[str, Path], theirs: "_End") -> None:
    """Live the child's whole life: answer until the parent has no more questions, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    silence()
    language.use(*chosen)
    while True:
        try:
            question = theirs.recv()
        except (EOFError, OSError):
            return
        answer = work(question)
        try:
            theirs.send(answer)
        except OSError:
            return
