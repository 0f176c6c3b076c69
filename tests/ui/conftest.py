import shutil
from pathlib import Path

import pytest

from briefing_app.operations.example import make_example
from briefing_app.settings import Settings
from briefing_app.ui.fonts import load_fonts
from briefing_app.ui.main_window import MainWindow
from briefing_app.ui.session import Session


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
