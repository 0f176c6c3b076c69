"""What every test lives under: folders of its own, no network, and no warning in the log."""

import logging
import socket
from pathlib import Path

import pytest

from briefing_app import language, paths
from briefing_app.operations.example import make_example
from tests.made_up import write_pseudo


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program a home that is empty and gone afterwards."""
    home = tmp_path / "home"
    for name, folder in {
        "HOME": "",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
    }.items():
        monkeypatch.setenv(name, str(home / folder))
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves the machine's own Unix sockets."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX:
            pytest.fail(f"a connection was tried: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(autouse=True)
def no_log_warning(caplog: pytest.LogCaptureFixture):
    """Fail a test in which the program logged a warning that it did not read itself (`caplog.clear()`)."""
    yield
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not loud, [record.getMessage() for record in loud]


@pytest.fixture
def made_up_language(tmp_path: Path):
    """Speak the made-up language for the length of a test."""
    write_pseudo(tmp_path / "catalogues")
    language.use("xx", tmp_path / "catalogues")
    yield
    language.use("en", paths.resources() / "i18n")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Make the example once, for every test that wants a dossier like it."""
    path = tmp_path_factory.mktemp("example") / "Example.dossier"
    make_example(path)
    return path.read_bytes()


@pytest.fixture
def dossier(tmp_path: Path, made: bytes) -> Path:
    path = tmp_path / "talks.dossier"
    path.write_bytes(made)
    return path
