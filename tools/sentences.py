"""Collects the sentences a person reads into resources/i18n/briefing.pot, and compiles the catalogues beside it.

A translation is a file resources/i18n/LANGUAGE/LC_MESSAGES/briefing.po, begun with `pybabel init` and compiled here.
"""

import datetime as dt
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
NO_DATE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # the template changes only when a sentence does
FOLDER = ROOT / "resources" / "i18n"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def collected() -> Catalog:
    """Return every marked sentence with where it stands."""
    catalogue = Catalog(project="Briefing", charset="utf-8", creation_date=NO_DATE)
    found = extract_from_dir(
        ROOT / "briefing_app", method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    )
    for name, line, message, _comments, context in sorted(
        found, key=lambda each: (each[0], each[1])
    ):
        catalogue.add(message, locations=[(f"briefing_app/{name}", line)], context=context)
    return catalogue


def write_template(path: Path) -> None:
    with path.open("wb") as file:
        write_po(file, collected(), omit_header=True, width=110, include_lineno=False)


def compile_all() -> None:
    for source in FOLDER.glob("*/LC_MESSAGES/*.po"):
        with source.open("rb") as read, source.with_suffix(".mo").open("wb") as write:
            write_mo(write, read_po(read))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_template(FOLDER / "briefing.pot")
    compile_all()
    sys.exit(0)
