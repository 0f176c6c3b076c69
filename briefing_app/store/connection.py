"""One connection to one dossier's file, and what its driver's errors mean to a reader."""

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from briefing_app.store.errors import (
    BusyError,
    DamagedError,
    DiskError,
    DiskFullError,
    DossierError,
    NoPermissionError,
    ReadOnlyError,
)

_DRIVER: Any = dbapi2  # written in C, without a word on its types
# sqlite-utils raises the standard library's own, which are others.
DRIVER_ERRORS: Final[tuple[type[Exception], ...]] = (_DRIVER.Error, sqlite3.Error)

_WAIT = 5.0  # seconds for another connection's write to end

_SETTINGS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)

# The driver gives no error codes, but SQLite's own messages are fixed.
_MEANINGS: Final[dict[str, type[DossierError]]] = {
    "database or disk is full": DiskFullError,
    "disk I/O error": DiskError,
    "readonly database": ReadOnlyError,
    "database is locked": BusyError,
    "malformed": DamagedError,
    "not a database": DamagedError,
    "unable to open database file": NoPermissionError,
}

_NUMBERS: Final[dict[int, type[DossierError]]] = {
    errno.EACCES: NoPermissionError,
    errno.EPERM: NoPermissionError,
    errno.EROFS: ReadOnlyError,
    errno.ENOSPC: DiskFullError,
}


def connect(path: Path, *, mode: str = "rw") -> Database:
    """Open a plain SQLite file: `rw`, `rwc` to make it, `ro`, or `ro&immutable=1` to put nothing beside it."""
    connection = _DRIVER.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_WAIT)
    connection.row_factory = _DRIVER.Row
    db = Database(connection, execute_plugins=False)
    for setting in _SETTINGS:
        db.execute(setting)
    if not mode.startswith("ro"):
        db.execute("PRAGMA journal_mode = WAL")
    return db


@contextmanager
def explained(path: Path) -> Generator[None]:
    """Turn what the reader can do something about into its sentence; the rest stays a bug."""
    try:
        yield
    except DRIVER_ERRORS as error:
        for words, meaning in _MEANINGS.items():
            if words in str(error):
                raise meaning(path) from error
        raise
    except OSError as error:
        raise _NUMBERS.get(error.errno or 0, DiskError)(path) from error
