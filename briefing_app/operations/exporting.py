"""Write what is known of a dossier to a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import DocumentId, Version
from briefing_app.export import ExportOptions, export
from briefing_app.operations.assembling import assemble
from briefing_app.store import Store

Report = Callable[[int, int], None]  # step, of how many


@dataclass(frozen=True)
class Gathered:
    """What an export needs of the store, so that the writing may be done on another thread."""

    briefing: Briefing
    versions: dict[DocumentId, Version]


def gather(store: Store, options: ExportOptions) -> Gathered:
    """Read the Briefing and the newest text of its documents."""
    briefing = assemble(store, confirmed_only=options.confirmed_only)
    versions = {each.id: store.version(each.version) for each in briefing.documents}
    return Gathered(briefing, versions)


def write_export(
    gathered: Gathered, path: Path, options: ExportOptions, *, report: Report | None = None
) -> None:
    """Write what was gathered in the form that the file's suffix asks for. Raises BriefingError."""
    heard = {} if report is None else {"report": report}
    export(gathered.briefing, gathered.versions, path, options, **heard)


def export_briefing(store: Store, path: Path, options: ExportOptions) -> None:
    """Write the dossier's Briefing to the file. Raises BriefingError, and leaves an older file whole then."""
    write_export(gather(store, options), path, options)
