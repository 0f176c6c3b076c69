"""The command line as a whole: what goes wrong is one sentence, or is told as a fault of the program."""

import logging
import sys
from traceback import extract_tb
from types import TracebackType
from typing import Any

import click

from briefing_app import paths
from briefing_app.errors import BriefingError
from briefing_app.language import _

_log = logging.getLogger(__name__)


class _Commands(click.Group):
    """Says what a reader can mend in one sentence on standard error, with exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (as click has it)
        try:
            return super().invoke(ctx)
        except BriefingError as error:
            if ctx.params["debug"]:
                raise
            click.echo(error.sentence, err=True)
            ctx.exit(1)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_("Follow negotiations: who wants what, what came of it, and where it says so. ")
    + _("Without a command, briefing-app [DOSSIER] opens the window."),
)
@click.version_option(package_name="briefing-app", prog_name="briefing-app")
@click.option("--debug", is_flag=True, help=_("Show where an error comes from."))
def cli(debug: bool) -> None:
    if not debug:
        sys.excepthook = _tell_fault


def _tell_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say that the fault is ours. The log has its kind and its places, for the message may hold a document's words."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    places = " < ".join(f"{f.name}:{f.lineno}" for f in reversed(extract_tb(trace)))
    _log.error("fault %s at %s", kind.__name__, places)
    sentence = _("This is a fault in Briefing; what happened is in {path}, and --debug shows it.")
    click.echo(sentence.format(path=paths.log_file()), err=True)
