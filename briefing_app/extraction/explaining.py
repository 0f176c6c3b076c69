"""By which word the classifier was moved most: each is left out in turn, and what it thinks then is compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.extraction.classifier import Judge, Odds
from briefing_app.extraction.clauses import Clause
from briefing_app.extraction.windows import Window

if TYPE_CHECKING:
    from spacy.tokens import Token

TELLING = frozenset({"VERB", "AUX", "ADJ", "ADV", "NOUN", "PART", "ADP", "DET", "INTJ"})
MOST = 3  # words tried


@dataclass(frozen=True)
class Question:
    """A clause as it was judged, and the label to be explained."""

    clause: Clause
    by_speaker: bool
    label: str
    kind: Callable[[Odds], Mapping[str, float]]


def telling_words(judge: Judge, questions: Sequence[Question]) -> list[str]:
    """Return for each question the word without which the label would be least likely."""
    tried = [(n, word) for n, each in enumerate(questions) for word in _words(each.clause)]
    odds = judge([_without(questions[n], word) for n, word in tried])
    least: dict[int, tuple[float, str]] = {}
    for (n, word), after in zip(tried, odds, strict=True):
        left = questions[n].kind(after)[questions[n].label]
        if n not in least or left < least[n][0]:
            least[n] = left, word.text
    return [
        least[n][1] if n in least else each.clause.head.text for n, each in enumerate(questions)
    ]


def _words(clause: Clause) -> list[Token]:
    """Choose the words that may carry a meaning, those nearest to the predicate first."""
    inside = clause.paragraph.doc[clause.first : clause.end]
    telling = [each for each in inside if each.pos_ in TELLING and each.is_alpha]
    return sorted(telling, key=lambda each: abs(each.i - clause.head.i))[:MOST]


def _without(question: Question, word: Token) -> Window:
    """Return the clause by itself, less one word; what stands around it weighs the same on all of them."""
    clause = question.clause
    doc, text = clause.paragraph.doc, clause.paragraph.text
    last = doc[clause.end - 1]
    words = text[doc[clause.first].idx : word.idx]
    rest = text[word.idx + len(word.text) : last.idx + len(last.text)]
    return Window("", words + rest, "", by_speaker=question.by_speaker)
