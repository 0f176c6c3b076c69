"""What the classifier reads: a sentence once, with a pair of marks for each clause that is asked about."""

import numpy as np
import pytest

from briefing_app.extraction.classifier import load_classifier
from briefing_app.extraction.sheets import LONGEST, Sheet, sheets_of
from briefing_app.extraction.windows import Window
from briefing_app.extraction.wordpiece import pieces

WHOLE = "Peru refused and Chile agreed."
ONE = Window("", "Peru refused", " and Chile agreed.")
OTHER = Window("Peru refused and ", "Chile agreed", ".", by_speaker=True)


@pytest.fixture(scope="module")
def vocabulary():
    classifier = load_classifier()
    assert classifier is not None
    return classifier.vocabulary


def words_of(sheet: Sheet, number: int) -> tuple[int, ...]:
    return sheet.words[slice(*sheet.questions[number].clause)]


def test_a_sentence_is_read_once_for_all_its_clauses(vocabulary):
    (sheet,) = sheets_of([OTHER, ONE], vocabulary)
    assert list(sheet.words[1:-1]) == pieces(WHOLE, vocabulary)
    assert [each.asked for each in sheet.questions] == [0, 1]
    assert list(words_of(sheet, 0)) == pieces("chile agreed", vocabulary)
    assert list(words_of(sheet, 1)) == pieces("peru refused", vocabulary)


def test_the_marks_stand_where_their_clause_does(vocabulary):
    (sheet,) = sheets_of([OTHER, ONE], vocabulary)
    written, count = sheet.written(vocabulary), len(sheet.words)
    marks = [vocabulary[each] for each in ("[END]", "[SPEAKER]", "[END]", "[DOER]")]
    assert written["pieces"][0, count:].tolist() == marks
    first, last = sheet.questions[0].clause[0], sheet.questions[0].clause[1] - 1
    assert written["places"][0, count : count + 2].tolist() == [last, first]


def test_no_question_is_seen_by_the_words_or_by_another(vocabulary):
    (sheet,) = sheets_of([OTHER, ONE], vocabulary)
    sees, count = sheet.written(vocabulary)["sees"][0], len(sheet.words)
    assert not sees[:count, count:].any()
    assert not sees[count : count + 2, count + 2 :].any()
    assert not sees[count + 2 :, count : count + 2].any()
    assert sees[count, :count].all()
    start, end = sheet.questions[0].clause
    assert np.flatnonzero(sees[count + 1, :count]).tolist() == list(range(start, end))


def test_the_sentence_before_is_told_apart(vocabulary):
    with_it, without = sheets_of(
        [Window("", "It refused", ".", "Peru met Chile."), Window("", "It refused", ".")],
        vocabulary,
    )
    assert sum(with_it.kinds) == len(pieces("Peru met Chile.", vocabulary)) + 1
    assert sum(without.kinds) == 0


def test_what_is_furthest_from_the_clause_is_cut(vocabulary):
    far = "word " * 500
    sheets = list(
        sheets_of([Window(far, "Peru refused", far, far), Window("", "Chile", far)], vocabulary)
    )
    assert [len(each.words) <= LONGEST and len(each.questions) for each in sheets] == [1, 1]
    assert list(words_of(sheets[0], 0)) == pieces("peru refused", vocabulary)


def test_a_clause_without_a_piece_has_a_place(vocabulary):
    (sheet,) = sheets_of([Window("Peru ", "\u0301", "refused")], vocabulary)
    start, end = sheet.questions[0].clause
    assert end == start + 1 < len(sheet.words)
