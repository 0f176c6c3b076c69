"""Collects the sentences a person reads into resources/i18n/briefing.pot, and those a briefing prints into export.pot.

A translation is a file resources/i18n/LANGUAGE/LC_MESSAGES/{briefing,export}.po, begun with `pybabel init`; the program
reads it as it is. An export.po alone gives a briefing its headings in that language, and leaves the window in English.
"""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
NO_DATE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # the template changes only when a sentence does
FOLDER = ROOT / "resources" / "i18n"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
# What an export prints. Errors and the names of the forms are read in the window.
PRINTED = (
    "language.py",
    "domain/glance.py",
    "domain/labels.py",
    "domain/wording.py",
    "domain/citing.py",
    "export/",
)
NOT_PRINTED = ("export/errors.py", "export/forms.py")


def _every(_path: str) -> bool:
    return True


def is_printed(path: str) -> bool:
    return path.startswith(PRINTED) and not path.startswith(NOT_PRINTED)


def collected(wanted: Callable[[str], bool] = _every) -> Catalog:
    """Return every marked sentence of the wanted files with where it stands."""
    catalogue = Catalog(project="Briefing", charset="utf-8", creation_date=NO_DATE)
    found = extract_from_dir(
        ROOT / "briefing_app", method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    )
    for name, line, message, _comments, context in sorted(
        found, key=lambda each: (each[0], each[1])
    ):
        if wanted(name):
            catalogue.add(message, locations=[(f"briefing_app/{name}", line)], context=context)
    return catalogue


def write_template(path: Path, wanted: Callable[[str], bool] = _every) -> None:
    with path.open("wb") as file:
        write_po(file, collected(wanted), omit_header=True, width=110, include_lineno=False)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_template(FOLDER / "briefing.pot")
    write_template(FOLDER / "export.pot", is_printed)
    sys.exit(0)
