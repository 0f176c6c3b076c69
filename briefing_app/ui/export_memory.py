"""What is remembered of the last export: its look for every dossier, what it covered and where it went for each.

A title and what a dossier says are never kept; the scope is numbers and days.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing_app.domain.citing import style_of
from briefing_app.errors import BriefingError
from briefing_app.export.logo import read_logo
from briefing_app.export.options import (
    ExportOptions,
    look_of,
    scope_as_plain,
    scope_of_plain,
    with_look,
)
from briefing_app.language import _, tag
from briefing_app.settings import Settings
from briefing_app.ui.dialogs.export_fields import ExportWish

_KEPT = 30  # dossiers


def remembered_wish(settings: Settings, dossier: Path, title: str) -> ExportWish:
    """Return what was wished for this dossier last, else what suits a first export."""
    last = _last(settings, dossier)
    first = ExportOptions(
        author=settings.author, language=tag(), citations=style_of(settings.citations)
    )
    options = with_look(first, settings.export_look)
    options = replace(options, scope=scope_of_plain(last), logo=_logo(settings.export_logo))
    folder = Path(settings.export_folder) if settings.export_folder else Path.home()
    out = last.get("out")
    path = Path(out) if isinstance(out, str) else folder / f"{file_name(title)}.pdf"
    return ExportWish(path, options, settings.export_logo if options.logo else "")


def was_exported(settings: Settings, dossier: Path) -> bool:
    return isinstance(_last(settings, dossier).get("out"), str)


def remembering(settings: Settings, dossier: Path, wish: ExportWish) -> Settings:
    """Return the settings with what was wished this time."""
    this = {str(dossier): {"out": str(wish.path), **scope_as_plain(wish.options.scope)}}
    others = {path: each for path, each in settings.exports.items() if path != str(dossier)}
    return replace(
        settings,
        author=wish.options.author,
        citations=wish.options.citations.value,
        export_folder=str(wish.path.parent),
        export_logo=wish.logo,
        export_look=look_of(wish.options),
        exports=dict([*this.items(), *others.items()][:_KEPT]),
    )


def _last(settings: Settings, dossier: Path) -> dict[str, Any]:
    """Return what is kept of a dossier; the settings' file may hold anything."""
    last: object = settings.exports.get(str(dossier))
    return last if isinstance(last, dict) else {}


def file_name(title: str) -> str:
    """Make a title into a file's name that every system takes."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    return " ".join(kept.split())[:80] or _("Briefing")


def _logo(path: str) -> bytes:
    """Read the logo again; where it is gone, the briefing goes without."""
    try:
        return read_logo(Path(path)) if path else b""
    except BriefingError:
        return b""
