"""The dossier as a whole."""

from pathlib import Path

from briefing_app.domain.changes import Changes
from briefing_app.language import _
from briefing_app.operations.default_issues import default_issues
from briefing_app.store import Store, open_store
from briefing_app.store.dossier import update_title


def new_dossier(path: Path, *, title: str) -> None:
    """Make a dossier with the default issues and close it again."""
    open_store(path, create_title=title, issues=default_issues()).close()


def rename_dossier(store: Store, title: str) -> Changes:
    with store.operation(_("Rename the dossier to {title}").format(title=title)) as operation:
        update_title(operation.db, title)
    return operation.changes


def backup(store: Store, out: Path) -> None:
    """Copy the dossier as it stands into a file that can be handed on."""
    store.backup_to(out)
