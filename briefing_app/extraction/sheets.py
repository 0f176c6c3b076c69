"""A sentence as the classifier reads it: once, with a pair of marks behind it for each clause that is asked about.

The marks stand at the places of their clause's first and last piece, and see the words; the words see no marks, so that
no question changes what they say to another. These are packed levitated markers (Ye et al., 2022).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from briefing_app.extraction.windows import Window
from briefing_app.extraction.wordpiece import pieces

DOER, SPEAKER, END = "[DOER]", "[SPEAKER]", "[END]"
OPENING, CLOSING = "[CLS]", "[SEP]"
LONGEST, LONGEST_CLAUSE = 112, 80  # pieces
MARKS = 3  # pieces among the words that are none

Stretch = tuple[int, int]  # of pieces, the end not included


@dataclass(frozen=True)
class Question:
    """Whether a clause is a position of its doer's, or its speaker's; `asked` is the number of its window."""

    clause: Stretch
    by_speaker: bool
    asked: int


@dataclass(frozen=True)
class Sheet:
    """The numbers of a sentence's pieces and of the one before, told apart by `kinds`, and what is asked of them."""

    words: tuple[int, ...]
    kinds: tuple[int, ...]
    questions: tuple[Question, ...]

    def written(self, vocabulary: Mapping[str, int]) -> dict[str, np.ndarray]:
        """Return the sheet as arrays: its pieces, kinds and places, and which piece sees which."""
        marks = [
            vocabulary[mark]
            for each in self.questions
            for mark in (END, SPEAKER if each.by_speaker else DOER)
        ]
        places = [at for each in self.questions for at in (each.clause[1] - 1, each.clause[0])]
        count = len(self.words)
        return {
            "pieces": np.array([[*self.words, *marks]]),
            "kinds": np.array([[*self.kinds, *[0] * len(marks)]]),
            "places": np.array([[*range(count), *places]]),
            "sees": self._sees()[None],
        }

    def _sees(self) -> np.ndarray:
        """Return which piece, a row each, sees which; of a pair of marks one sees all words, the other its clause."""
        count = len(self.words)
        sees = np.zeros((count + 2 * len(self.questions),) * 2, np.int32)
        sees[:, :count] = 1
        for number, each in enumerate(self.questions):
            pair = count + 2 * number
            sees[pair + 1, :count] = 0
            sees[pair + 1, slice(*each.clause)] = 1
            sees[pair : pair + 2, pair : pair + 2] = 1
        return sees


def sheets_of(windows: Sequence[Window], vocabulary: Mapping[str, int]) -> Iterator[Sheet]:
    """Write what is asked of the same words on one sheet; of a sentence that is too long, a sheet for each clause."""
    by_words: dict[tuple[str, str], list[int]] = {}
    for number, each in enumerate(windows):
        by_words.setdefault((each.sentence, each.before), []).append(number)
    for (sentence, before), asked in by_words.items():
        places = [windows[number].place for number in asked]
        own, clauses = _cut(sentence, places, vocabulary)
        earlier = pieces(before, vocabulary)
        questions = [
            Question(clause, windows[number].by_speaker, number)
            for clause, number in zip(clauses, asked, strict=True)
        ]
        if len(own) <= LONGEST - MARKS:
            yield _sheet(own, earlier, questions, vocabulary)
            continue
        for each in questions:
            words, clause = _around(own, each.clause)
            alone = Question(clause, each.by_speaker, each.asked)
            yield _sheet(words, earlier, [alone], vocabulary)


def _cut(
    sentence: str, places: Sequence[tuple[int, int]], vocabulary: Mapping[str, int]
) -> tuple[list[int], list[Stretch]]:
    """Cut a sentence into pieces, none of them across a clause's end, and return where the clauses are among them."""
    ends = sorted({0, len(sentence), *(each for place in places for each in place)})
    found: list[int] = []
    at = {0: 0}
    for start, end in pairwise(ends):
        found += pieces(sentence[start:end], vocabulary)
        at[end] = len(found)
    return found, [(at[start], max(at[end], at[start] + 1)) for start, end in places]


def _around(own: list[int], clause: Stretch) -> tuple[list[int], Stretch]:
    """Return a clause with what is nearest to it."""
    start, end = clause[0], min(clause[1], clause[0] + LONGEST_CLAUSE)
    room = LONGEST - MARKS - (end - start)
    first = max(0, start - room // 2)
    last = end + room - (start - first)
    return own[first:last], (start - first, end - first)


def _sheet(
    own: list[int], earlier: list[int], questions: Sequence[Question], vocabulary: Mapping[str, int]
) -> Sheet:
    room = LONGEST - MARKS - len(own)
    before = earlier[-room:] if room > 0 else []
    words = [vocabulary[OPENING], *own, vocabulary[CLOSING]]
    context = [*before, vocabulary[CLOSING]] if before else []
    return Sheet(
        (*words, *context),
        (*[0] * len(words), *[1] * len(context)),
        tuple(
            Question((each.clause[0] + 1, each.clause[1] + 1), each.by_speaker, each.asked)
            for each in questions
        ),
    )
