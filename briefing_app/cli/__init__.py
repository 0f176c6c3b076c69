"""The command line: the same work with no window. What is heavy is imported by the command that needs it."""

from briefing_app.cli.computer import safety, without_screen
from briefing_app.cli.dossiers import backup, check, example, new
from briefing_app.cli.extracting import extract
from briefing_app.cli.group import cli
from briefing_app.cli.importing import annotate, import_
from briefing_app.cli.reading import export, original, search, show

__all__ = ["cli"]

_COMMANDS = (
    new, import_, extract, show, search, export, annotate, check, original, backup, safety, example, without_screen,
)  # fmt: skip

for _command in _COMMANDS:
    cli.add_command(_command)
