import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.operations.example import make_example
from briefing_app.settings import Settings
from briefing_app.ui.fonts import load_fonts
from briefing_app.ui.main_window import MainWindow
from briefing_app.ui.session import Session


class HoldingBot(QtBot):
    """Holds every widget until the test's end, as the program holds its window.

    pytest-qt holds none, and handles the events that are left after the test's own names are gone. A view that was in a
    cycle with its parts could then be collected while it was being painted, and the process died of it.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._held: list[QWidget] = []

    def addWidget(self, widget: QWidget, **how: Any) -> None:  # noqa: N802 (pytest-qt's)
        self._held.append(widget)
        super().addWidget(widget, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> HoldingBot:
    return HoldingBot(request)


@pytest.fixture(scope="session")
def example_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the example dossier once: the language model is loaded for it."""
    path = tmp_path_factory.mktemp("example") / "Example.dossier"
    make_example(path)
    return path


@pytest.fixture
def example(example_made: Path, tmp_path: Path) -> Path:
    """Give a test an example dossier of its own."""
    return Path(shutil.copy(example_made, tmp_path / "Example.dossier"))


@pytest.fixture
def window(qtbot, example: Path):
    """Open the window on the example, as a reader finds it."""
    load_fonts()
    session = Session()
    window = MainWindow(session, Settings(theme="light"))
    qtbot.addWidget(window, before_close_func=lambda _w: session.close())
    window.resize(1440, 900)
    window.show()
    assert window.dossiers.open(example)
    return window
