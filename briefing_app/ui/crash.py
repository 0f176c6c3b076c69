"""A fault of ours: logged, shown once, with the store safe, since every operation is one transaction."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from briefing_app.language import _

_log = logging.getLogger(__name__)


class _CrashReport(QObject):
    """Shows the first fault; later ones are only logged, so that a broken paint event cannot bury the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown = False

    def report(self, error: BaseException) -> None:
        where = traceback.extract_tb(error.__traceback__)
        places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(where))
        # The message may hold words of a document: only the error's kind and the places go into the log.
        _log.error("fault %s at %s", type(error).__name__, places)
        if not self._shown:
            self._shown = True
            self._show(f"{type(error).__name__}\n{places}")

    def _show(self, particulars: str) -> None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("A fault in Briefing"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(_("Something went wrong in Briefing itself. What you did until now is saved."))
        box.setInformativeText(particulars)
        copy = box.addButton(_("Copy the particulars"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(particulars)


def install_excepthook(window: QWidget) -> Callable[[BaseException], None]:
    """Send every uncaught error to the report; the answer reports one by hand, as the worker's are."""
    report = _CrashReport(window)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            report.report(error)

    sys.excepthook = hook
    return report.report
