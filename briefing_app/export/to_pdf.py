"""PDF: the words go as data to a template that never changes, in an isolated child."""

import json
import os
import re
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from briefing_app.export.errors import LogoError, TooLargeError, TypesettingError
from briefing_app.export.fonts import OTHER_SCRIPTS, other_fonts, reading_fonts
from briefing_app.export.logo import suffix_of, without_remarks
from briefing_app.export.needed import needed
from briefing_app.export.options import ExportOptions, Paper, Template
from briefing_app.export.templates import PARTS, WIDE
from briefing_app.export.typesetting import NO_PICTURE, texts
from briefing_app.export.words import Words
from briefing_app.isolation import Failure, IsolationError, Limits, run
from briefing_app.paths import resources

_NO_BREAK = re.compile(r"[^\s\-‐–—]{25}")

LIMITS = Limits(seconds=60.0, memory=2 << 30, answer=200 << 20)
# Where fonts lie that are not the system's own, and what says so; they show letters that the shipped ones lack.
_FONT_FOLDERS = ("/etc/fonts", "~/.fonts", "~/.local/share/fonts", "~/.config/fontconfig")


def pdf(
    words: Words, options: ExportOptions, *, made: datetime, waiting: Callable[[], None]
) -> bytes:
    """Typeset the words. Raises BriefingError where they are too many, or the typesetter fails."""
    with TemporaryDirectory(prefix="briefing-") as folder:
        root = Path(folder)  # nobody else's, and empty but for the template
        shutil.copytree(resources() / "typst", root, dirs_exist_ok=True)
        told = asdict(needed(words, options.template))
        request = {
            "root": str(root),
            "fonts": [str(folder) for folder in reading_fonts()],
            "other_fonts": [str(folder) for folder in other_fonts()],
            "scripts": OTHER_SCRIPTS,
            "moment": int(made.timestamp()),
            "words": json.dumps(told),
            "look": _look(options, _placed(options.logo, root)) | {"unbroken": _is_unbroken(told)},
        }
        try:
            return run(
                "briefing_app.export.typesetting:typeset",
                json.dumps(request).encode(),
                limits=replace(LIMITS, readable=(root, *_font_folders())),
                waiting=waiting,
            )
        except IsolationError as error:
            if error.failure in {Failure.TOO_LARGE, Failure.TOO_LONG}:
                raise TooLargeError from error
            if error.code == NO_PICTURE:
                raise LogoError from error
            raise TypesettingError from error


def _font_folders() -> tuple[Path, ...]:
    return tuple(Path(os.path.expanduser(each)) for each in _FONT_FOLDERS)  # noqa: PTH111 (bears no home)


def _placed(logo: bytes, root: Path) -> str:
    """Put the logo beside the template, and return its name; empty where there is none."""
    if not logo:
        return ""
    name = f"logo{suffix_of(logo)}"
    (root / name).write_bytes(without_remarks(logo))
    return name


def _look(options: ExportOptions, logo: str) -> dict[str, object]:
    return {
        "paper": options.paper.value,
        "wide": options.template in WIDE,
        "poster": options.template in WIDE and options.paper in {Paper.A3, Paper.TABLOID},
        "writing": options.template is Template.OUTCOMES,
        "parts": PARTS[options.template],
        "logo": logo,
        "colours": _colours(),
    }


def _is_unbroken(told: dict[str, Any]) -> bool:
    """Tell whether a line may be too short for a word; the sources, with their addresses, are set for that always."""
    parts = (value for name, value in told.items() if name != "sources")
    return any(_NO_BREAK.search(text) for value in parts for text in texts(value))


def _colours() -> dict[str, object]:
    return tomllib.loads((resources() / "themes" / "light.toml").read_text("utf-8"))
