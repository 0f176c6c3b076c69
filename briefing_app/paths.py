"""Where things lie: what is shipped with the program, and what it keeps for its reader."""

import sys
from pathlib import Path

from platformdirs import PlatformDirs

_FOLDERS = PlatformDirs("Briefing", appauthor=False)


def shipped() -> Path:
    """Return the folder that holds `resources` and `seeds`: the bundle's, or the checkout's."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resources() -> Path:
    return shipped() / "resources"


def seeds() -> Path:
    return shipped() / "seeds"


def settings_file() -> Path:
    return Path(_FOLDERS.user_config_dir) / "settings.json"


def log_file() -> Path:
    return Path(_FOLDERS.user_log_dir) / "briefing.log"


def watched_folders() -> Path:
    return Path(_FOLDERS.user_state_dir) / "watched"


def example_dossier() -> Path:
    return Path(_FOLDERS.user_data_dir) / "Example.dossier"
