"""The classifier as it is shipped: what it reads, what it answers, and that the same is always answered the same."""

import json

import pytest

from briefing_app.domain.position import Stance
from briefing_app.extraction.classifier import NONE, load_classifier
from briefing_app.extraction.merging import GROUPS
from briefing_app.extraction.opinions import likeliest
from briefing_app.extraction.windows import Window
from briefing_app.extraction.wordpiece import pieces
from briefing_app.paths import resources
from tools.training.digest import digest

VOCABULARY = {
    "[UNK]": 0,
    "cease": 1,
    "##fire": 2,
    "the": 3,
    "zaire": 4,
    ",": 5,
    "[CLS]": 6,
    "[SEP]": 7,
}


@pytest.fixture(scope="module")
def classifier():
    found = load_classifier()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("the ceasefire,", [3, 1, 2, 5]),
        ("THE Zaïre", [3, 4]),
        ("the 和平", [3, 0]),
        ("x" * 200, [0]),
        ("", []),
    ],
)
def test_words_are_cut_into_known_pieces(text, numbers):
    assert pieces(text, VOCABULARY) == numbers


@pytest.mark.parametrize(
    ("ahead", "words", "group"),
    [
        ("", "Tehran flatly refused to ship its stockpile abroad", "no"),
        ("", "Manila demanded that the rebels lay down their arms", "ask"),
        ("The union said ", "it would accept the mediator's proposal", "yes"),
        ("The rebels said ", "they would take up arms again unless the troops left", "threat"),
        ("", "The company is still studying the proposal", "open"),
        ("", "Seoul offered to send rice to the North", "give"),
    ],
)
def test_a_plain_stance_is_seen(classifier, ahead, words, group):
    (odds,) = classifier.judge([Window(ahead, words, ".")])
    label, sure = likeliest(odds.stances)
    assert (GROUPS[Stance(label)], sure > 0.5) == (group, True)


def test_a_plain_outcome_is_seen(classifier):
    (odds,) = classifier.judge([Window("", "The talks ended without a deal on the border", ".")])
    label, sure = likeliest(odds.statuses)
    assert (label, sure > 0.5) == ("no_agreement", True)


def test_the_weather_is_neither(classifier):
    (odds,) = classifier.judge([Window("", "It rained in Geneva all morning", ".")])
    assert odds.stances[NONE] > 0.5
    assert odds.statuses[NONE] > 0.5


def test_the_odds_are_shares(classifier):
    (odds,) = classifier.judge([Window("", "Peru refused", ".")])
    for each in (odds.stances, odds.statuses, odds.issues):
        assert sum(each.values()) == pytest.approx(1.0, abs=1e-4)


def test_it_was_trained_on_the_texts_that_are_here():
    labels = json.loads((resources() / "classifier" / "labels.json").read_text("utf-8"))
    assert labels["learned_from"] == digest()


def test_without_a_model_there_is_no_classifier(tmp_path):
    assert load_classifier(tmp_path) is None


def test_each_clause_of_a_sentence_has_an_answer_of_its_own(classifier):
    yes, no = classifier.judge(
        [
            Window("Peru flatly refused to sign, but ", "Chile accepted the plan", "."),
            Window("", "Peru flatly refused to sign", ", but Chile accepted the plan."),
        ]
    )
    assert likeliest(yes.stances)[0] == Stance.ACCEPTS
    assert likeliest(no.stances)[0] == Stance.REJECTS
