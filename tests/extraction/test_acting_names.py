"""Sides that neither a list nor a rule knows: the classifier sees what they do."""

import pytest

from briefing_app.extraction.listening import Listener
from briefing_app.extraction.opinions import remembering
from briefing_app.extraction.windows import Window
from tests.extraction.sides import parties

TALKS = "Peru and Chile went on with their talks on fish in Lima. Peru proposed a quota.\n\n"


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("NORPAC has handed back nine ships and stopped its patrols.", "NORPAC"),
        ("The Old Quay has let go of two of its ports.", "Old Quay"),
        ("The Lanternmen are holding out for a longer season.", "Lanternmen"),
    ],
)
def test_a_name_that_no_rule_takes_for_a_side_is_one_by_what_it_does(
    propose, propose_all, sentence, side
):
    assert side not in parties(propose(TALKS + sentence))
    told = propose_all(TALKS + sentence)
    assert side in parties(told)
    assert side in {each.party for each in told.positions}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Draft demands a list of ships.",
        "The Treaty has put all of their ports on the table.",
        "Members asked for more time.",
        "Minister Tamas Orb has put all of the ports on the table.",
        "The Chair floated a fund.",
        "The Governor is holding out for a longer season.",
        "The Black Sea has put all of its ports on the table.",
    ],
)
def test_persons_offices_and_papers_are_no_sides(propose_all, sentence):
    assert parties(propose_all(f"{TALKS}{sentence}")) == {"Peru", "Chile"}


def test_a_clause_is_judged_once(parser, issues):
    asked: list[Window] = []

    def judge(windows):
        asked.extend(windows)
        return [None for _each in windows]

    judged = remembering(judge)
    one, other = Window("", "Peru left", ""), Window("", "Chile stayed", "")
    assert judged([one, other, one]) == [None] * 3
    assert judged([other]) == [None]
    assert asked == [one, other]


def test_what_is_told_of_the_work_never_goes_back():
    told: list[tuple[int, int]] = []
    listener = Listener(lambda step, steps: told.append((step, steps)))
    for step, steps in ((0, 9), (8, 9), (0, 2), (1, 2)):
        listener.step(step, steps)
    assert told == [(0, 9), (8, 9), (8, 9), (8, 9)]
