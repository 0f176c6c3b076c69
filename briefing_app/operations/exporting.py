from pathlib import Path

from briefing_app.export import ExportOptions, export
from briefing_app.operations.archiving import archive_for
from briefing_app.operations.assembling import assemble
from briefing_app.store import Store


def export_briefing(store: Store, path: Path, options: ExportOptions) -> None:
    """Write the dossier's Briefing in the form of the file's suffix; an older file is replaced by a whole one only."""
    briefing = assemble(store, confirmed_only=options.confirmed_only)
    versions = {each.id: store.version(each.version) for each in briefing.documents}
    export(briefing, versions, path, options, archive=archive_for(store, path, options))
