"""A watch on the window's thread: how long it kept a reader waiting."""

import time

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

STALL = 0.1  # seconds of its own work after which a window feels stuck
BUSY = 10  # times as long, where other programs take the processor from it


class Watch(QObject):
    """Ticks in the window's thread, and keeps the longest that a tick had to wait, and the most that it worked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.waited = self.worked = 0.0
        self._clock, self._cpu = QElapsedTimer(), time.thread_time()
        self._clock.start()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        cpu = time.thread_time()
        self.waited = max(self.waited, self._clock.restart() / 1000)
        self.worked, self._cpu = max(self.worked, cpu - self._cpu), cpu
