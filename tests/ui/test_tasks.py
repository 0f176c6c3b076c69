import threading

import pytest

from briefing_app.ui.tasks import Cancelled, TaskRunner


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner()
    yield runner
    runner.stop()


def ignore(_anything):
    pass


def test_results_come_in_order_on_the_windows_thread(qtbot, tasks):
    came = []
    with qtbot.waitSignal(tasks.idle):
        for number in range(50):
            tasks.start(
                lambda _report, n=number: n,
                done=lambda n: came.append((n, threading.current_thread())),
                failed=ignore,
            )
    assert came == [(number, threading.main_thread()) for number in range(50)]


def test_an_error_is_delivered(qtbot, tasks):
    def fail(_report):
        raise ValueError("no")

    errors = []
    with qtbot.waitSignal(tasks.idle):
        tasks.start(fail, done=ignore, failed=errors.append)
    assert [type(error) for error in errors] == [ValueError]


def test_cancelled_work_ends_at_its_next_report(qtbot, tasks):
    begun, go = threading.Event(), threading.Event()

    def work(report):
        begun.set()
        go.wait(5)
        report(1, 2)
        pytest.fail("it went on")

    errors = []
    with qtbot.waitSignal(tasks.idle):
        cancel = tasks.start(work, done=ignore, failed=errors.append)
        begun.wait(5)
        cancel()
        go.set()
    assert [type(error) for error in errors] == [Cancelled]


def test_progress_is_told(qtbot, tasks):
    steps = []
    with qtbot.waitSignal(tasks.idle):
        tasks.start(
            lambda report: [report(n, 3) for n in range(3)],
            done=ignore,
            failed=ignore,
            progressed=lambda step, of: steps.append((step, of)),
        )
    assert steps == [(0, 3), (1, 3), (2, 3)]
