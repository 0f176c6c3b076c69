"""What the connections of this process to one dossier share: whose turn it is to write, and what the others wrote.

SQLite too lets one connection write at a time, but who waits for it there sleeps and looks again, up to a tenth of a
second too long, and who has read before it writes is refused.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from threading import Condition, Lock
from typing import Final

from briefing_app.domain.changes import NOTHING, Changes

_ENDING: Final = 30.0  # seconds that the others may take to leave a dossier that is being closed


@dataclass(eq=False)
class Other:
    """A connection beside a dossier's first."""

    news: list[Changes] = field(default_factory=list[Changes])  # what it was not told yet


class Sharing:
    """One for each open dossier; every method may be called from any thread."""

    def __init__(self) -> None:
        self._pen, self._next = Lock(), Lock()
        self._gathering = Condition()
        self._others = set[Other]()
        self.turns = 0  # that are over, with whatever was written in them
        self.is_ending = False  # whether the dossier is being closed
        self.changed = False  # whether anything was written since it was opened
        self.long_text = Lock()  # for one at a time, who writes it bit by bit
        self._last: Callable[[], None] | None = (
            None  # what is left to do for the last of the others
        )

    def join(self) -> Other | None:
        """Count another connection in; None where the dossier is being closed."""
        with self._gathering:
            if self.is_ending:
                return None
            other = Other()
            self._others.add(other)
            return other

    def leave(self, other: Other) -> None:
        with self._gathering:
            self._others.remove(other)
            self._gathering.notify_all()
            last = self._last if not self._others else None
        if last is not None:
            last()

    def end(self, last: Callable[[], None]) -> bool:
        """Let nobody else in or write, wait until the others have left, and tell whether they have.

        Where one goes on all the same, `last` is called once it leaves, on its thread.
        """
        with self._gathering:
            self.is_ending = True
            alone = self._gathering.wait_for(lambda: not self._others, _ENDING)
            self._last = None if alone else last
            return alone

    @contextmanager
    def turn(self) -> Generator[None]:
        """Write alone. Who waits has the next turn, however soon the one before asks again."""
        with self._next:
            self._pen.acquire()
        try:
            yield
        finally:
            self.turns += 1
            self._pen.release()

    def tell(self, teller: Other | None, changes: Changes) -> None:
        """Tell the others, within one's turn, what was written in it."""
        self.changed = self.changed or bool(changes)
        with self._gathering:
            for other in self._others:
                if other is not teller:
                    other.news.append(changes)

    def news(self, asker: Other) -> Changes:
        """Return what others have written since this was asked last; in one's turn nothing is missing."""
        with self._gathering:
            news, asker.news = asker.news, []
        return reduce(or_, news, NOTHING)
