"""The help: opened at once, and completed when what holds on this computer was found out on the worker thread."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.safety import Restraint, safety
from briefing_app.ui.dialogs.help import HelpDialog
from briefing_app.ui.tasks import Cancelled, TaskRunner


class Helping(QObject):
    """Finds out once what holds here, when the help is first opened."""

    found = Signal(object)  # Mapping[Restraint, bool]
    crashed = Signal(object)

    def __init__(self, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._window = tasks, window
        self._holds: Mapping[Restraint, bool] = {}

    def show(self) -> None:
        dialog = HelpDialog(self._window)
        if self._holds:
            dialog.show_safety(self._holds)
        else:
            self.found.connect(dialog.show_safety)
            self._tasks.start(lambda _report: safety(), done=self._keep, failed=self._fail)
        dialog.exec()
        dialog.deleteLater()

    def _keep(self, holds: Mapping[Restraint, bool]) -> None:
        if not self._holds:  # help that was closed and opened meanwhile had it found out twice
            self._holds = holds
            self.found.emit(holds)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.crashed.emit(error)
