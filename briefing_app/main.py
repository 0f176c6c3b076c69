"""The composition root of the window: arguments, log, excepthook, application, session, window."""

import faulthandler
import gc
import logging
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from briefing_app import paths
from briefing_app.settings import load_settings, save_settings
from briefing_app.ui.crash import install_excepthook
from briefing_app.ui.fonts import load_fonts
from briefing_app.ui.main_window import MainWindow
from briefing_app.ui.session import Session

_log = logging.getLogger(__name__)


def run(arguments: list[str]) -> int:
    """Open the window on a dossier, the last one, or on a first start the example; the exit status comes back."""
    faulthandler.enable()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Briefing")
    application.setDesktopFileName("briefing")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(paths.resources() / "icons" / "briefing.png")))
    load_fonts()
    session = Session(application)
    window = MainWindow(session, load_settings(paths.settings_file()))
    crash = install_excepthook(window)
    window.crashed.connect(crash)
    window.closed.connect(lambda: _close(session, window))
    window.show()
    _open_first(window, Path(arguments[0]) if arguments else None)
    gc.freeze()  # what is there from the start stays: no search for what can be thrown away looks through it
    return application.exec()


def _open_first(window: MainWindow, asked: Path | None) -> None:
    """Open what was asked for; where that cannot be, say why and open the example."""
    if asked is not None and window.dossiers.open(asked.absolute()):
        return
    last = Path(window.settings.last_dossier)
    if (
        asked is None
        and window.settings.last_dossier
        and last.exists()
        and window.dossiers.open(last)
    ):
        return
    example = paths.example_dossier()
    if example.exists():
        window.dossiers.open(example)
    else:
        window.dossiers.make_example()


def _close(session: Session, window: MainWindow) -> None:
    """Close the dossier and remember the window; the window is gone, so what failed is said in a box."""
    session.failed.connect(_tell)
    session.close()
    try:
        save_settings(window.remembered(), paths.settings_file())
    except OSError:
        _log.warning("the settings could not be written")


def _tell(sentence: str) -> None:
    box = QMessageBox()
    box.setWindowTitle("Briefing")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.exec()
