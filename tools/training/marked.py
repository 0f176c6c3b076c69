"""A clause as the network first learns it: one at a time, with its marks among the words."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.extraction.sheets import (
    CLOSING,
    DOER,
    END,
    LONGEST,
    LONGEST_CLAUSE,
    OPENING,
    SPEAKER,
)
from briefing_app.extraction.windows import Window
from briefing_app.extraction.wordpiece import pieces

MARKS = 5  # pieces that are no words


def encoded(window: Window, vocabulary: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """Return the numbers of a window's pieces, and 0 or 1 for each: its own sentence, or the one before.

    What is furthest from the clause is cut where the window is too long.
    """
    clause = pieces(window.clause, vocabulary)[:LONGEST_CLAUSE]
    room = LONGEST - MARKS - len(clause)
    ahead = _last(pieces(window.ahead, vocabulary), room // 2)
    behind = pieces(window.behind, vocabulary)[: room - len(ahead)]
    before = _last(pieces(window.before, vocabulary), room - len(ahead) - len(behind) - 1)
    mark = vocabulary[SPEAKER if window.by_speaker else DOER]
    own = [
        vocabulary[OPENING],
        *ahead,
        mark,
        *clause,
        vocabulary[END],
        *behind,
        vocabulary[CLOSING],
    ]
    context = [*before, vocabulary[CLOSING]] if before else []
    return own + context, [0] * len(own) + [1] * len(context)


def _last(numbers: list[int], most: int) -> list[int]:
    return numbers[-most:] if most > 0 else []
