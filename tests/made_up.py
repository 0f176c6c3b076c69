"""A made-up language in which every sentence stands in ⟦brackets⟧: what has none was forgotten."""

import importlib.util
from pathlib import Path
from types import ModuleType

from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sentences", ROOT / "tools" / "sentences.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def write_pseudo(folder: Path) -> None:
    """Write the catalogue of the made-up language."""
    catalogue = load_tool().collected()
    for message in catalogue:
        if message.id:
            plural = isinstance(message.id, tuple)
            words = tuple(f"⟦{each}⟧" for each in message.id) if plural else f"⟦{message.id}⟧"
            message.string = words
    place = folder / "xx" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "briefing.po").open("wb") as file:
        write_po(file, catalogue)
