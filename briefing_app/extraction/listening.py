"""Whoever waits for a document to be read: told how far it is, and asked between whether it is still wanted."""

from collections.abc import Callable
from dataclasses import dataclass

Report = Callable[[int, int], None]  # step, of how many; what it raises ends the work


def unheard(_step: int, _steps: int) -> None:
    """Report to nobody."""


def unasked() -> None:
    """Let nobody end it."""


@dataclass
class Listener:
    """Remembers how far the work is, so that one can ask without a step; it never goes back."""

    report: Report = unheard
    at: tuple[int, int] = (0, 1)

    def step(self, step: int, steps: int) -> None:
        if step * self.at[1] >= self.at[0] * steps:
            self.at = step, steps
        self.report(*self.at)

    def ask(self) -> None:
        self.report(*self.at)
