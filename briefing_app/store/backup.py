"""Copies of a dossier that are whole: made by SQLite itself, checked, and only then given their name."""

import os
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from briefing_app.store.connection import connect
from briefing_app.store.errors import DamagedError

_KEPT = 10


def copy_to(db: Database, out: Path) -> None:
    """Copy the dossier as it stands into a file, which is replaced only once the copy has been checked."""
    fresh = out.with_name(f"{out.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        _copy(db, fresh)
        _flush(fresh)
        fresh.replace(out)
    finally:
        fresh.unlink(missing_ok=True)


def back_up(db: Database, path: Path) -> None:
    """Keep a copy named by the moment beside the dossier, and only the newest few of them."""
    folder = backups_of(path)
    folder.mkdir(exist_ok=True)
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    copy_to(db, folder / f"{path.stem} {moment}{path.suffix}")
    for old in sorted(file for file in folder.iterdir() if file.suffix == path.suffix)[:-_KEPT]:
        old.unlink()


def backups_of(path: Path) -> Path:
    """Return the folder that a dossier's own backups are kept in."""
    return path.with_name(f"{path.stem}.backups")


def _copy(db: Database, fresh: Path) -> None:
    target = connect(fresh, mode="rwc")
    try:
        db.conn.backup(target.conn)
        # One file that can be handed on, with no journal to forget.
        target.execute("PRAGMA journal_mode = DELETE")
        if target.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise DamagedError(fresh)
    finally:
        target.close()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
