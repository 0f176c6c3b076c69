"""What several commands are given, and how their answers are printed."""

import json
import os
from pathlib import Path

import click

from briefing_app.language import _

# What cannot be read is refused in our own words, not in those of a wrong use.
PATH = click.Path(path_type=Path, readable=False)
DOSSIER = click.argument("dossier", type=PATH)
JSON = click.option("--json", "as_json", is_flag=True, help=_("Answer as JSON."))


def print_words(words: str) -> None:
    """Print with colours where it is a terminal that is to have them."""
    click.echo(words, color=False if os.environ.get("NO_COLOR") else None)


def print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))
