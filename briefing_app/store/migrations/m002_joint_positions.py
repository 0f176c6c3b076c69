"""Who hold a position together with its party."""

from sqlite_utils import Database

_TABLE = """CREATE TABLE position_parties (
    id INTEGER PRIMARY KEY,
    position_id INTEGER NOT NULL REFERENCES positions(id) ON DELETE CASCADE,
    party_id INTEGER NOT NULL REFERENCES parties(id),
    ordinal INTEGER NOT NULL,
    UNIQUE (position_id, party_id))"""

_COLUMNS = ("id", "position_id", "party_id", "ordinal")


def add(db: Database) -> None:
    """Make the table, and let the history record its rows as it does those of the others."""
    db.execute(_TABLE)
    db.execute("CREATE INDEX position_parties_party ON position_parties (party_id)")
    before, after = _image("OLD"), _image("NEW")
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _COLUMNS)
    for event, when, row, images in (
        ("INSERT", "", "NEW.id", f"NULL, {after}"),
        ("UPDATE", f" AND ({differs})", "NEW.id", f"{before}, {after}"),
        ("DELETE", "", "OLD.id", f"{before}, NULL"),
    ):
        db.execute(
            f"CREATE TRIGGER position_parties_{event.lower()} AFTER {event} ON position_parties "  # noqa: S608 (names above)
            f"WHEN EXISTS (SELECT 1 FROM history_open){when} BEGIN "
            'INSERT INTO history_changes (entry_id, "table", row, before, after) '
            f"SELECT entry_id, 'position_parties', {row}, {images} FROM history_open; END"
        )
    db.execute("PRAGMA user_version = 2")


def _image(row: str) -> str:
    fields = ", ".join(f"'{name}', {row}.{name}" for name in _COLUMNS)
    return f"json_object({fields})"
