from dataclasses import replace
from pathlib import Path

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import DocumentId, Version
from briefing_app.export import ExportOptions, export
from briefing_app.operations.archiving import archive_for
from briefing_app.operations.assembling import assemble
from briefing_app.operations.choosing import Choice, scope_of
from briefing_app.store import Store


def export_briefing(
    store: Store, path: Path, options: ExportOptions, choice: Choice | None = None
) -> None:
    """Write the dossier's Briefing in the form of the file's suffix; an older file is replaced by a whole one only.

    A choice by names takes the place of the options' scope. Raises BriefingError.
    """
    briefing = assemble(store)
    if choice is not None:
        options = replace(options, scope=scope_of(choice, briefing))
    versions = read_versions(store, briefing)
    export(briefing, versions, path, options, archive=archive_for(store, path))


def read_versions(store: Store, briefing: Briefing) -> dict[DocumentId, Version]:
    """Read the newest text of each of a Briefing's documents."""
    return {each.id: store.version(each.version) for each in briefing.documents}
