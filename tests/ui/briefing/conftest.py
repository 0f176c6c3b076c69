import pytest

from briefing_app import paths
from briefing_app.domain.briefing import Briefing
from briefing_app.ui.theme import Theme, load_theme
from tests.export.builders import istanbul


@pytest.fixture
def theme(qapp) -> Theme:
    return load_theme("light", paths.resources() / "themes")


@pytest.fixture
def briefing() -> Briefing:
    return istanbul().briefing()
