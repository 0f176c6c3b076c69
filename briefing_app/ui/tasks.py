"""Work off the window's thread: the one module with threads. Plain data goes in, a bound signal comes out."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

T = TypeVar("T")
Report = Callable[[int, int], None]  # step, of how many


class Cancelled(Exception):  # noqa: N818 (a wish, not an error)
    """Raised inside the work, by its report, once it is no longer wanted."""


class _Delivery(QObject):
    """Carries one outcome to the window's thread, where it lives and dies."""

    progressed, done, failed, finished = (
        Signal(int, int),
        Signal(object),
        Signal(object),
        Signal(),
    )


class TaskRunner(QObject):
    """Runs work one piece at a time on a single worker thread."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pending: dict[_Delivery, Event] = {}

    def start(
        self,
        work: Callable[[Report], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progressed: Callable[[int, int], None] | None = None,
    ) -> Callable[[], None]:
        """Run work on the worker thread, then call done or failed on this one; the answer cancels it."""
        delivery, unwanted = _Delivery(self), Event()
        self._pending[delivery] = unwanted
        delivery.done.connect(done)  # connected before it starts
        delivery.failed.connect(failed)  # required: no error is lost
        delivery.finished.connect(lambda: self._forget(delivery))
        if progressed is not None:
            delivery.progressed.connect(progressed)
        self._pool.start(
            _Job(
                work,
                unwanted,
                delivery.progressed,
                delivery.done,
                delivery.failed,
                delivery.finished,
            )
        )
        return unwanted.set

    def stop(self) -> None:
        """Drop work not yet begun, cancel what has, and wait for it."""
        self._pool.clear()
        for unwanted in self._pending.values():
            unwanted.set()
        self._pool.waitForDone()

    def _forget(self, delivery: _Delivery) -> None:
        self._pending.pop(delivery, None)
        delivery.deleteLater()
        if not self._pending:
            self.idle.emit()


class _Job(QRunnable):
    """Holds the work, the event and bound signals, but no QObject: the pool destroys it on any thread."""

    def __init__(
        self,
        work: Callable[[Report], object],
        unwanted: Event,
        progressed: SignalInstance,
        done: SignalInstance,
        failed: SignalInstance,
        finished: SignalInstance,
    ) -> None:
        super().__init__()
        self._work, self._unwanted, self._progressed = work, unwanted, progressed
        self._done, self._failed, self._finished = done, failed, finished

    def _report(self, step: int, steps: int) -> None:
        if self._unwanted.is_set():
            raise Cancelled
        self._progressed.emit(step, steps)

    def run(self) -> None:
        try:
            result = self._work(self._report)
        except Exception as error:  # noqa: BLE001 (one of the two places that may catch everything)
            self._failed.emit(error)
        else:
            self._done.emit(result)
        finally:
            self._finished.emit()
