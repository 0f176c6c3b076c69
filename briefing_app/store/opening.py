"""Opening a dossier: everything that can be the matter is found before a byte of it is touched."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from briefing_app.domain.issue import Issue
from briefing_app.store.connection import connect, explained
from briefing_app.store.errors import (
    AlreadyThereError,
    DamagedError,
    FolderError,
    NewerError,
    NoFolderError,
    NotADossierError,
    NotThereError,
    ReadOnlyError,
    ReadOnlyFolderError,
)
from briefing_app.store.issues import insert_issue
from briefing_app.store.lock import acquire
from briefing_app.store.migrations import APPLICATION_ID, FORMAT, MIGRATIONS, upgrade
from briefing_app.store.sharing import Sharing
from briefing_app.store.store import Store

_MAGIC = b"SQLite format 3\x00"
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
_HEADER = 100


def open_store(
    path: Path,
    *,
    create_title: str | None = None,
    issues: Sequence[Issue] = (),
    take_over: bool = False,
) -> Store:
    """Open a dossier, or with a title make a new one with these issues. Raises a DossierError that says why not."""
    with explained(path):
        if create_title is not None:
            _create(path, create_title, issues)
        _refuse(path)
        lock = acquire(path, take_over=take_over)
        try:
            _check(path)
            return Store(path, _connect(path), Sharing(), lock)
        except BaseException:
            lock.release()
            raise


def _create(path: Path, title: str, issues: Sequence[Issue]) -> None:
    """Make the file under another name, so that a dossier is either whole or not there."""
    if path.exists():
        raise AlreadyThereError(path)
    if not path.parent.is_dir():
        raise NoFolderError(path)
    if not os.access(path.parent, os.W_OK):
        raise ReadOnlyFolderError(path)
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        _fill(fresh, title, issues)
        fresh.rename(path)
    finally:
        fresh.unlink(missing_ok=True)


def _fill(fresh: Path, title: str, issues: Sequence[Issue]) -> None:
    db = connect(fresh, mode="rwc")
    try:
        MIGRATIONS.apply(db)
        with db.atomic():
            now = datetime.now(UTC).isoformat(timespec="seconds")
            db.execute("INSERT INTO dossier VALUES (1, ?, ?)", (title, now))
            for issue in issues:
                insert_issue(db, issue)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        db.close()


def _refuse(path: Path) -> None:
    """Look at the file without SQLite, which may write to what it opens."""
    if path.is_dir():
        raise FolderError(path)
    if not path.exists():
        raise NotThereError(path)
    header = _header(path)
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise NotADossierError(path)
    if int.from_bytes(header[_APPLICATION_ID]) != APPLICATION_ID:
        raise NotADossierError(path)
    if int.from_bytes(header[_USER_VERSION]) > FORMAT:
        raise NewerError(path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ReadOnlyError(path)


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER)


def _check(path: Path) -> None:
    """Refuse a damaged file over a connection that cannot write, so that it stays as it is."""
    # At rest there is no journal, and then even the files beside it stay as they are.
    dossier = path.resolve()  # SQLite keeps them beside the file itself
    at_rest = not dossier.with_name(f"{dossier.name}-wal").exists()
    db = connect(path, mode="ro&immutable=1" if at_rest else "ro")
    try:
        if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise DamagedError(path)
    finally:
        db.close()


def _connect(path: Path) -> Database:
    db = connect(path)
    upgrade(db, path)
    return db
