"""Copies of a dossier that are whole: made by SQLite itself, checked, and only then given their name."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from briefing_app.store.connection import DRIVER_ERRORS, connect
from briefing_app.store.errors import AlreadyThereError, DamagedError, NoBackupError

_KEPT = 10


def copy_to(db: Database, path: Path, out: Path) -> None:
    """Copy the dossier as it stands into a file, which is replaced only once the copy has been checked."""
    if out.with_name(f"{out.name}-wal").exists():  # it is open, or was never closed
        raise AlreadyThereError(out)
    fresh = out.with_name(f"{out.name}.new")
    try:
        out.parent.mkdir(exist_ok=True)
        fresh.unlink(missing_ok=True)
        whole = _copy(db, fresh)
        if whole:
            _flush(fresh)
            fresh.replace(out)
    except (OSError, *DRIVER_ERRORS) as error:
        raise NoBackupError(path) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    if not whole:
        raise DamagedError(path)


def back_up(db: Database, path: Path) -> None:
    """Keep a copy named by the moment beside the dossier, and only the newest few of them."""
    folder = backups_of(path)
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    copy_to(db, path, folder / f"{path.stem} {moment}{path.suffix}")
    for old in sorted(file for file in folder.iterdir() if file.suffix == path.suffix)[:-_KEPT]:
        with suppress(OSError):  # held by another program: it goes the next time
            old.unlink()


def backups_of(path: Path) -> Path:
    """Return the folder that a dossier's own backups are kept in."""
    return path.with_name(f"{path.stem}.backups")


def _copy(db: Database, fresh: Path) -> bool:
    """Copy the dossier and tell whether the copy is whole."""
    target = connect(fresh, mode="rwc")
    try:
        db.conn.backup(target.conn)
        # One file that can be handed on, with no journal to forget.
        target.execute("PRAGMA journal_mode = DELETE")
        return target.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    finally:
        target.close()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
