"""The options of `briefing-app export`: how a briefing looks, and how much of the dossier it covers."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing_app import paths
from briefing_app.errors import BriefingError
from briefing_app.language import _, tag

if TYPE_CHECKING:
    from briefing_app.export import ExportOptions
    from briefing_app.operations.choosing import Choice

_DAY = click.DateTime(["%Y-%m-%d"])
_FILE = click.Path(path_type=Path, readable=False)


def export_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of an export, of which it makes nothing itself."""
    options = (
        click.option(
            "--template",
            type=click.Choice(["full", "one-page", "positions", "outcomes", "evidence"]),
            default="full",
            help=_("Which briefing the PDF is; by default the full one."),
        ),
        click.option("--title", default="", help=_("Its title; by default the dossier's.")),
        click.option(
            "--author", default=None, help=_("Who made it; by default as set in the window.")
        ),
        click.option(
            "--paper",
            type=click.Choice(["a4", "letter", "a3", "tabloid"]),
            default="a4",
            help=_("The PDF’s paper; by default a4."),
        ),
        click.option(
            "--classification", default="", help=_("A line at the head and foot of every page.")
        ),
        click.option("--footer", default="", help=_("Words at the foot of every page.")),
        click.option("--watermark", default="", help=_("Words behind the text of every page.")),
        click.option(
            "--citations",
            type=click.Choice(["plain", "chicago", "apa"]),
            default=None,
            help=_("The style that sources are cited in; by default as set in the window."),
        ),
        click.option("--logo", type=_FILE, default=None, help=_("A PNG or JPEG file.")),
        click.option("--language", default="", help=_("The language of the headings, as a tag.")),
        click.option("--issue", multiple=True, help=_("Only this issue; may be repeated.")),
        click.option("--party", multiple=True, help=_("Only this party; may be repeated.")),
        click.option("--document", multiple=True, help=_("Only this document; may be repeated.")),
        click.option("--since", type=_DAY, help=_("Only documents since this day.")),
        click.option("--until", type=_DAY, help=_("Only documents until this day.")),
        click.option("--no-notes", is_flag=True, help=_("Leave out what its reader marked.")),
        click.option("--confirmed-only", is_flag=True, help=_("Leave out what is still proposed.")),
    )
    for option in reversed(options):
        command = option(command)
    return command


def look_of(chosen: dict[str, Any]) -> "ExportOptions":
    """Make the options of what was given on the command line. Raises BriefingError."""
    from briefing_app.domain.citing import style_of  # noqa: PLC0415
    from briefing_app.export import ExportOptions, Paper, Template  # noqa: PLC0415
    from briefing_app.settings import load_settings  # noqa: PLC0415

    author, settings = chosen["author"], load_settings(paths.settings_file())
    return ExportOptions(
        title=chosen["title"],
        author=settings.author if author is None else author,
        language=_known(chosen["language"]) or tag(),
        template=Template(chosen["template"]),
        paper=Paper(chosen["paper"]),
        classification=chosen["classification"],
        footer=chosen["footer"],
        watermark=chosen["watermark"],
        citations=style_of(chosen["citations"] or settings.citations),
        logo=_read(chosen["logo"]) if chosen["logo"] else b"",
    )


def choice_of(chosen: dict[str, Any]) -> "Choice":
    """Take what is to be covered, by name."""
    from briefing_app.operations.choosing import Choice  # noqa: PLC0415

    return Choice(
        issues=chosen["issue"],
        parties=chosen["party"],
        documents=chosen["document"],
        since=_day(chosen["since"]),
        until=_day(chosen["until"]),
        confirmed_only=chosen["confirmed_only"],
        notes=not chosen["no_notes"],
    )


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None


def _known(language: str) -> str:
    from briefing_app.language import available  # noqa: PLC0415

    known = available(paths.resources() / "i18n")
    if language and language not in known:
        sentence = _("There is no language “{tag}” here; there are {known}.")
        raise BriefingError(sentence.format(tag=language, known=", ".join(known)))
    return language


def _read(logo: Path) -> bytes:
    from briefing_app.export.logo import read_logo  # noqa: PLC0415

    return read_logo(logo)
