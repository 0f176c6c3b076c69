"""PDF: the words go as data to a template that never changes, in an isolated child."""

import json
import os
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import fontpkg_literata
import fontpkg_noto_sans

from briefing_app.export.errors import TooLargeError, TypesettingError
from briefing_app.export.options import ExportOptions
from briefing_app.export.words import Words
from briefing_app.isolation import Failure, IsolationError, Limits, run
from briefing_app.paths import resources

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
        request = {
            "root": str(root),
            "fonts": [str(each.ROOT / "files") for each in (fontpkg_literata, fontpkg_noto_sans)],
            "moment": int(made.timestamp()),
            "words": asdict(words),
            "look": {"paper": options.paper.value, "colours": _colours()},
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
            raise TypesettingError from error


def _font_folders() -> tuple[Path, ...]:
    return tuple(Path(os.path.expanduser(each)) for each in _FONT_FOLDERS)  # noqa: PTH111 (bears no home)


def _colours() -> dict[str, object]:
    return tomllib.loads((resources() / "themes" / "light.toml").read_text("utf-8"))
