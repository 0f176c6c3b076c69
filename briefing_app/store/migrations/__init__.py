"""The history of the file format. A released migration is frozen."""

from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from briefing_app.store.backup import copy_to
from briefing_app.store.migrations import m001_first, m002_joint_positions

FORMAT = 2  # PRAGMA user_version of a file that has all migrations
APPLICATION_ID = 0x42726665  # "Brfe", at byte 68 of every dossier

MIGRATIONS = Migrations("briefing")
MIGRATIONS(name="m001_first")(m001_first.create)
MIGRATIONS(name="m002_joint_positions")(m002_joint_positions.add)


def upgrade(db: Database, path: Path) -> None:
    """Bring an older file to this version's format, after a copy of it beside itself."""
    if MIGRATIONS.pending(db):
        version = db.execute("PRAGMA user_version").fetchone()[0]
        copy_to(db, path, path.with_name(f"{path.stem}.format-{version}{path.suffix}"))
        MIGRATIONS.apply(db)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
