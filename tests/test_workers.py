"""Children that answer in order, and what becomes of one that dies. The functions here are run in them by name."""

import os
import signal
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from briefing_app import language
from briefing_app.workers import DIED, ask_each, usual_workers


def tenfold(number: int) -> int:
    time.sleep(0.05 if number % 2 else 0)
    return number * 10


def whose(number: int) -> int:
    time.sleep(0.1)
    return os.getpid()


def dies_of_threes(number: int) -> int:
    if number % 3 == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fails(number: int) -> int:
    sys.stderr.write("a canary word")
    raise ValueError(number)


def with_mark(number: int, *, folder: Path) -> int:
    (folder / str(number)).touch()
    return number


def spoken(number: int) -> str:
    return language.tag()


def much(number: int) -> bytes:
    return bytes(3_000_000) + bytes([number])


def sleeps(number: int) -> None:
    time.sleep(60)


def is_deaf(number: int) -> bool:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.1)
    return True


def test_answers_come_in_the_order_of_the_questions():
    assert list(ask_each(tenfold, range(20), workers=3)) == [10 * each for each in range(20)]


def test_the_work_is_shared():
    pids = set(ask_each(whose, range(8), workers=2))
    assert len(pids) == 2
    assert os.getpid() not in pids


def test_no_questions_need_nobody():
    assert list(ask_each(tenfold, [], workers=4)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_one_that_dies_costs_its_answer_alone():
    answers = list(ask_each(dies_of_threes, range(1, 10), workers=2))
    assert answers == [1, 2, DIED, 4, 5, DIED, 7, 8, DIED]


def test_a_fault_costs_its_answer_and_shows_nothing(capfd: pytest.CaptureFixture[str]):
    assert list(ask_each(fails, [1, 2], workers=2)) == [DIED, DIED]
    assert capfd.readouterr() == ("", "")


def test_long_answers_come_whole():
    answers = list(ask_each(much, range(4), workers=2))
    assert [each[-1] for each in answers] == [0, 1, 2, 3]
    assert {len(each) for each in answers} == {3_000_001}


def test_nobody_runs_far_ahead_of_who_listens(tmp_path: Path):
    with closing(ask_each(partial(with_mark, folder=tmp_path), range(100), workers=2)) as answers:
        next(answers)
        time.sleep(0.5)
        assert len(list(tmp_path.iterdir())) < 12


@pytest.mark.usefixtures("made_up_language")
def test_children_speak_the_language_that_is_spoken():
    assert list(ask_each(spoken, [1], workers=1)) == ["xx"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_an_interrupt_does_not_reach_them():
    assert list(ask_each(is_deaf, [1], workers=1)) == [True]


def test_waiting_can_end_it():
    class EnoughError(Exception):
        pass

    def enough() -> None:
        raise EnoughError

    begun = time.monotonic()
    with pytest.raises(EnoughError):
        list(ask_each(sleeps, [1, 2], workers=2, waiting=enough))
    assert time.monotonic() - begun < 10


def test_there_are_as_many_as_suit_the_machine():
    assert 1 <= usual_workers() <= 4
