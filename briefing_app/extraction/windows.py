"""A clause as the classifier reads it: marked in its sentence, with the sentence before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.extraction.wordpiece import pieces

if TYPE_CHECKING:
    from briefing_app.extraction.clauses import Clause

DOER, SPEAKER, END = "[DOER]", "[SPEAKER]", "[END]"
OPENING, CLOSING = "[CLS]", "[SEP]"
LONGEST, LONGEST_CLAUSE = 112, 80  # pieces
MARKS = 5  # pieces that are no words


@dataclass(frozen=True)
class Window:
    """The words of a clause and around it; whose position it would be: the speaker's, or that of who does it."""

    ahead: str
    clause: str
    behind: str
    before: str = ""
    by_speaker: bool = False


def window_of(clause: Clause, *, by_speaker: bool) -> Window:
    doc, text = clause.paragraph.doc, clause.paragraph.text
    sentence = doc[clause.first].sent
    start, last = doc[clause.first].idx, doc[clause.end - 1]
    end = last.end
    earlier = doc[sentence.start - 1].sent.text if sentence.start else ""
    return Window(
        text[min(sentence.start_char, start) : start],
        text[start:end],
        text[end : max(sentence.end_char, end)],
        earlier,
        by_speaker,
    )


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
