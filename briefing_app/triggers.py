"""The words by which an issue is recognised: a regular expression, and a stranger's may be written never to end.

Every search has a limit of processor time; one that reaches it is given up, and its issue named to the reader.
"""

import re
import time
from collections.abc import Iterator
from functools import lru_cache, reduce
from typing import TYPE_CHECKING

from briefing_app.errors import BriefingError
from briefing_app.language import _

if TYPE_CHECKING:
    from regex import Pattern

_SECONDS = 0.2  # that a trigger may take at once
_A_CHARACTER = 2e-6  # seconds besides for each that is looked through: ten times the usual
_NOTABLE = 0.02  # seconds of processor time besides: a thousand times what is usual for a sentence
_PATIENCE = 25  # searches that may take as long, before the trigger is given up for good
_AGAIN = 3  # tries where the clock ran out while other programs had the processor
_LONGEST = 2000  # characters of a trigger: making ready to look for one word as long takes seconds, by no clock
_INTO_ITSELF = re.compile(r"\(\?(?:R|[+-]?\d|&|P>)")  # asks for memory faster than any clock sees
# What is to be repeated so many times is written out in memory before any clock runs; in a spaced-out expression the
# digits of a count may stand apart.
_TIMES_OVER = re.compile(r"\{([0-9]+)")
_SPACED_OUT = re.compile(r"\(\?[A-Za-z0-9]*x")
_MOST_WRITTEN_OUT = 100_000  # characters
_TRIED, _TIMES = 6, 1000  # letters with which a trigger is tried, and how often each
_WORD = re.compile(r"\w+")


class SlowTriggerError(BriefingError):
    """A trigger whose search would not end soon, or at all."""

    def __init__(self, issue: str) -> None:
        sentence = _(
            "Looking for the words by which “{issue}” is recognised takes too long; write them more simply."
        )
        super().__init__(sentence.format(issue=_short(issue)))


class BadTriggerError(BriefingError):
    """A trigger that is no regular expression."""

    def __init__(self, issue: str, why: str) -> None:
        sentence = _(
            "The words by which “{issue}” is recognised are not a regular expression: {why}."
        )
        super().__init__(sentence.format(issue=_short(issue), why=why))


def found(trigger: str, text: str, *, issue: str) -> list[str]:
    """Find the words that a trigger hits, in their order; none where it is no regular expression.

    Raises SlowTriggerError, which names the issue.
    """
    return [text[start:end] for start, end in hits(trigger, text, issue=issue)]


def hits(trigger: str, text: str, *, issue: str) -> list[tuple[int, int]]:
    """Find where the words stand that a trigger hits, by code points. Raises SlowTriggerError."""
    search = _search(trigger) if trigger else ""
    try:
        return search(text) if isinstance(search, _Search) else []
    except (TimeoutError, MemoryError) as error:
        raise SlowTriggerError(issue) from error


def check(trigger: str, *, issue: str) -> None:
    """Try a trigger before it is taken; none is sound. Raises BadTriggerError or SlowTriggerError."""
    if not trigger:
        return
    search = _search(trigger)
    if isinstance(search, str):
        raise BadTriggerError(issue, search)
    for text in _trials(trigger):
        found(trigger, text, issue=issue)


class _Search:
    """A trigger that can be looked for, and how often it took notably long."""

    def __init__(self, pattern: "Pattern[str]") -> None:
        self._pattern = pattern
        self._slow = 0

    def __call__(self, text: str) -> list[tuple[int, int]]:
        """Return where something is hit. Raises TimeoutError."""
        more = _A_CHARACTER * len(text)
        for _try in range(_AGAIN):
            if self._slow > _PATIENCE:
                break
            begun = time.thread_time()
            try:
                found = self._pattern.finditer(text, timeout=_SECONDS + more)
                return [hit.span() for hit in found if hit[0].strip()]
            except TimeoutError:  # of the clock on the wall
                if time.thread_time() - begun > (_SECONDS + more) / 2:
                    self._slow = _PATIENCE
                    raise
            finally:
                self._slow += time.thread_time() - begun > _NOTABLE + more
        raise TimeoutError


@lru_cache(maxsize=512)
def _search(trigger: str) -> _Search | str:
    """Make a trigger ready to be looked for, or say why it cannot be."""
    import regex  # noqa: PLC0415 (where nothing is looked for it is not loaded)

    if len(trigger) > _LONGEST:
        return _("it is too long")
    if _INTO_ITSELF.search(trigger):
        return _("it refers to itself")
    if _SPACED_OUT.search(trigger):
        return _("it is spaced out")
    if _written_out(trigger) > _MOST_WRITTEN_OUT:
        return _("it repeats something too often")
    try:
        return _Search(regex.compile(rf"\b(?:{trigger})", regex.IGNORECASE))
    except (regex.error, RecursionError, OverflowError, MemoryError) as error:
        return str(error)


def _written_out(trigger: str) -> int:
    """Return how many characters a trigger would have at most without its counts."""
    counts = (
        min(int(count.lstrip("0")[:9] or 0), _MOST_WRITTEN_OUT)
        for count in _TIMES_OVER.findall(trigger)
    )
    return reduce(
        lambda long, count: min(long * max(count, 1), _MOST_WRITTEN_OUT + 1), counts, len(trigger)
    )


def _trials(trigger: str) -> Iterator[str]:
    """Make texts that are hard to look through: what may be hit again and again, and then is not."""
    words = dict.fromkeys(_WORD.findall(trigger))
    for letter in list(dict.fromkeys("".join(words)))[:_TRIED]:
        yield letter * _TIMES + "!"
        yield f"{letter} " * _TIMES
    yield (" ".join(words) + " ") * 9


def _short(issue: str) -> str:
    return " ".join(issue.split())[:80]
