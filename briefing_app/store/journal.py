"""The history: what every operation changed, row by row, so that it can be undone by name, after a restart too.

The images of the rows are written by triggers (`migrations`), which cascades fire as well.
"""

import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from briefing_app.domain.changes import NOTHING, Changes, HistoryEntry, Touched

# What a row of each journaled table belongs to: the glossary's word, and the column with its id.
_BELONGS: dict[str, tuple[Touched, str]] = {
    "dossier": (Touched.DOSSIER, "id"),
    "documents": (Touched.DOCUMENTS, "id"),
    "versions": (Touched.DOCUMENTS, "document_id"),
    "parties": (Touched.PARTIES, "id"),
    "issues": (Touched.ISSUES, "id"),
    "positions": (Touched.POSITIONS, "id"),
    "position_issues": (Touched.POSITIONS, "position_id"),
    "position_parties": (Touched.POSITIONS, "position_id"),
    "position_evidence": (Touched.POSITIONS, "position_id"),
    "outcomes": (Touched.OUTCOMES, "id"),
    "outcome_issues": (Touched.OUTCOMES, "outcome_id"),
    "outcome_parties": (Touched.OUTCOMES, "outcome_id"),
    "accounts": (Touched.OUTCOMES, "outcome_id"),
    "annotations": (Touched.ANNOTATIONS, "id"),
}


@dataclass
class Recording:
    """An operation under way: the database to write to, and afterwards what it changed.

    Its name may be written anew while it is under way, when it is known only then what it did.
    """

    db: Database
    name: str
    changes: Changes = NOTHING


@contextmanager
def recording(db: Database, name: str) -> Generator[Recording]:
    """Make one transaction and one entry of the history out of what is written inside."""
    with db.atomic():
        entry = _open_entry(db, name)
        operation = Recording(db, name)
        yield operation
        operation.changes = _close_entry(db, entry, operation.name)


def undo(db: Database) -> Changes:
    """Take the newest operation back that still stands; nothing where there is none."""
    entry = db.execute(
        "SELECT id, name FROM history_entries WHERE NOT undone ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return _step(db, entry, undone=True) if entry else NOTHING


def redo(db: Database) -> Changes:
    """Do the operation again that was undone last; nothing where there is none."""
    entry = db.execute(
        "SELECT id, name FROM history_entries WHERE undone ORDER BY id LIMIT 1"
    ).fetchone()
    return _step(db, entry, undone=False) if entry else NOTHING


def read_history(db: Database) -> tuple[HistoryEntry, ...]:
    """Read the operations, the oldest first."""
    rows = db.execute("SELECT id, name, at, undone FROM history_entries ORDER BY id").fetchall()
    return tuple(HistoryEntry(row[0], row[1], row[2], bool(row[3])) for row in rows)


def _open_entry(db: Database, name: str) -> int:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    entry = db.execute(
        "INSERT INTO history_entries (name, at) VALUES (?, ?)", (name, now)
    ).lastrowid
    db.execute("INSERT INTO history_open (id, entry_id) VALUES (1, ?)", (entry,))
    assert entry is not None
    return entry


def _close_entry(db: Database, entry: int, name: str) -> Changes:
    db.execute("DELETE FROM history_open")
    changes = _changes_of(db, entry, name)
    if changes:
        db.execute("DELETE FROM history_entries WHERE undone")
        db.execute("UPDATE history_entries SET name = ? WHERE id = ?", (name, entry))
    else:
        db.execute("DELETE FROM history_entries WHERE id = ?", (entry,))
    return changes


def _changes_of(db: Database, entry: int, name: str) -> Changes:
    rows: set[tuple[Touched, int]] = set()
    for row in db.execute(
        'SELECT "table", row, coalesce(after, before) AS image FROM history_changes '
        "WHERE entry_id = ? AND \"table\" <> 'evidence'",  # its owner changes with it
        (entry,),
    ).fetchall():
        kind, column = _BELONGS[row["table"]]
        rows.add((kind, json.loads(row["image"])[column]))
    return Changes(name, frozenset(kind for kind, _row in rows), frozenset(rows))


def _step(db: Database, entry: Any, *, undone: bool) -> Changes:  # noqa: ANN401 (a row)
    number, name = entry
    order, image = ("DESC", "before") if undone else ("ASC", "after")
    with db.atomic():
        # Rows come back one by one, and a row may come before the one that it rests on.
        db.execute("PRAGMA defer_foreign_keys = ON")
        for change in db.execute(
            f'SELECT "table", row, {image} FROM history_changes WHERE entry_id = ? '  # noqa: S608
            f"ORDER BY id {order}",
            (number,),
        ).fetchall():
            _restore(db, *change)
        db.execute("UPDATE history_entries SET undone = ? WHERE id = ?", (undone, number))
        return _changes_of(db, number, name)


def _restore(db: Database, table: str, row: int, image: str | None) -> None:
    """Make one row again what it was: gone, or with these values."""
    if table != "evidence" and table not in _BELONGS:
        msg = f"the history speaks of a table that there is none of: {table}"
        raise ValueError(msg)
    if image is None:
        db.execute(f"DELETE FROM {table} WHERE id = ?", (row,))  # noqa: S608 (a known table)
        return
    values = json.loads(image)
    names = [f'"{name}"' for name in values]
    fresh = ", ".join(f"{name} = excluded.{name}" for name in names)
    db.execute(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET {fresh}",
        list(values.values()),
    )
