"""Why a dossier cannot be opened or written, as the reader is told."""

from pathlib import Path

from briefing_app.errors import BriefingError
from briefing_app.language import N_, _


class DossierError(BriefingError):
    """Something is the matter with one dossier's file; each kind has its own sentence."""

    template = ""

    def __init__(self, path: Path, **words: str) -> None:
        super().__init__(
            _(self.template).format(name=path.name, folder=path.absolute().parent, **words)
        )
        self.path = path


class NotThereError(DossierError):
    template = N_("There is no dossier “{name}” in {folder}.")


class AlreadyThereError(DossierError):
    template = N_("“{name}” is already there in {folder}; choose another name.")


class FolderError(DossierError):
    template = N_("“{name}” is a folder, not a dossier.")


class NoFolderError(DossierError):
    template = N_("“{name}” cannot be made: there is no folder {folder}.")


class NotADossierError(DossierError):
    template = N_("“{name}” is not a dossier of Briefing.")


class DamagedError(DossierError):
    template = N_(
        "“{name}” is damaged. It was left as it is; earlier states of it are kept in the folder "
        "of its backups beside it."
    )


class NewerError(DossierError):
    template = N_("“{name}” was written by a newer version of Briefing; that version opens it.")


class NoPermissionError(DossierError):
    template = N_("“{name}” cannot be opened: you have no permission for it.")


class ReadOnlyFolderError(DossierError):
    template = N_(
        "“{name}” cannot be made: the folder {folder} is read-only. Choose another place."
    )


class ReadOnlyError(DossierError):
    template = N_(
        "“{name}” cannot be changed: the file or its folder {folder} is read-only. "
        "Copy it to a place of your own and open the copy."
    )


class DiskFullError(DossierError):
    template = N_(
        "The disk that “{name}” is on is full. The last change was not saved, all before it was."
    )


class DiskError(DossierError):
    template = N_(
        "The disk that “{name}” is on cannot be read or written. "
        "The last change was not saved, all before it was."
    )


class NoBackupError(DossierError):
    template = N_(
        "No copy of “{name}” could be made: the place for it is full or cannot be written. "
        "“{name}” itself is saved."
    )


class BusyError(DossierError):
    template = N_("“{name}” is being written by another program just now; try again in a moment.")


class ClosedError(DossierError):
    """It was closed while something was to be written to it on another thread; nobody waits for that any more."""

    template = N_("“{name}” was closed meanwhile.")


class LockedError(DossierError):
    """Another window has the dossier open: whose, where, since when. `take_over` opens it all the same."""

    template = N_("“{name}” is already open: by {user} on {host}, since {since}.")

    def __init__(self, path: Path, *, host: str, user: str, since: str) -> None:
        super().__init__(path, host=host, user=user, since=since)
        self.host, self.user, self.since = host, user, since
