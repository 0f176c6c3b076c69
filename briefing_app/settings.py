"""What the reader's machine remembers between two starts. No dossier's content is ever in it."""

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from briefing_app.whole_files import write_whole


@dataclass(frozen=True)
class Settings:
    """The reader's choices, with the defaults of a first start."""

    theme: str = "system"  # system, light, dark, sepia
    text_scale: float = 1.0
    language: str = "en"
    author: str = ""
    last_dossier: str = ""
    recent_dossiers: tuple[str, ...] = ()
    window_geometry: str = ""  # base64, as Qt saves it
    pane_sizes: tuple[int, ...] = ()
    briefing_tab: int = 0
    documents_folder: str = ""
    export_folder: str = ""
    citations: str = "plain"  # plain, chicago, apa
    export_logo: str = ""  # the file's path
    export_look: dict[str, Any] = field(default_factory=dict[str, Any])
    exports: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    watched: dict[str, str] = field(default_factory=dict[str, str])  # folders, by dossiers


def load_settings(path: Path) -> Settings:
    """Read the settings; what is missing, unknown or of the wrong kind becomes its default."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    defaults = asdict(Settings())
    known = {name: _as(default, stored.get(name)) for name, default in defaults.items()}
    return replace(
        Settings(), **{name: value for name, value in known.items() if value is not None}
    )


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all. Raises OSError where the folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    values = {each.name: getattr(settings, each.name) for each in fields(settings)}
    write_whole(path, json.dumps(values, indent=1, ensure_ascii=False).encode())


def _as(default: object, value: object) -> Any:  # noqa: ANN401 (whatever kind the default is of)
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(value)
    if isinstance(default, dict) and isinstance(value, dict):
        return {str(key): told for key, told in value.items() if isinstance(told, (str, dict))}
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value if type(value) is type(default) else None
