"""What a dossier says of itself."""

from sqlite_utils import Database


def read_title(db: Database) -> str:
    return db.execute("SELECT title FROM dossier").fetchone()[0]


def update_title(db: Database, title: str) -> None:
    db.execute("UPDATE dossier SET title = ?", (title,))
