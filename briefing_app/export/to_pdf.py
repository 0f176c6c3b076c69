"""PDF: the words go as data to a template that never changes, in an isolated child."""

import json
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import asdict
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
                limits=LIMITS,
                waiting=waiting,
            )
        except IsolationError as error:
            if error.failure in {Failure.TOO_LARGE, Failure.TOO_LONG}:
                raise TooLargeError from error
            raise TypesettingError from error


def _colours() -> dict[str, object]:
    return tomllib.loads((resources() / "themes" / "light.toml").read_text("utf-8"))
