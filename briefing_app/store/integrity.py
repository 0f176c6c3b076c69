"""What can be wrong inside a dossier, in sentences."""

from collections.abc import Iterator

from sqlite_utils import Database

from briefing_app.language import _
from briefing_app.store.connection import DRIVER_ERRORS
from briefing_app.store.documents import digest


def problems(db: Database) -> tuple[str, ...]:
    """Check everything that the dossier claims about itself; nothing is changed."""
    return tuple(
        sentence
        for check in (_database, _links, _originals, _texts, _quotes, _search)
        for sentence in check(db)
    )


def _database(db: Database) -> Iterator[str]:
    for row in db.execute("PRAGMA integrity_check(10)").fetchall():
        if row[0] != "ok":
            yield _("The database is damaged: {what}.").format(what=row[0])


def _links(db: Database) -> Iterator[str]:
    for row in db.execute("PRAGMA foreign_key_check").fetchall():
        yield _("A row of {table} rests on something that is not there.").format(table=row[0])


def _originals(db: Database) -> Iterator[str]:
    for row in db.execute("SELECT sha256, bytes FROM originals"):
        if digest(row[1]) != row[0]:
            yield _("The original of {document} is not what was imported.").format(
                document=_titles(db, "v.original_sha256 = ?", row[0])
            )


def _texts(db: Database) -> Iterator[str]:
    for row in db.execute("SELECT id, sha256, CAST(text AS BLOB) FROM texts"):
        if digest(row[2]) != row[1]:
            yield _("The text of {document} is not what was imported.").format(
                document=_titles(db, "v.text_id = ?", row[0])
            )


def _quotes(db: Database) -> Iterator[str]:
    rows = db.execute(
        'SELECT v.text_id, e.id, e.start, e."end", e.exact, d.title FROM evidence e '
        "JOIN versions v ON v.id = e.version_id JOIN documents d ON d.id = v.document_id "
        "ORDER BY v.text_id, e.start"
    ).fetchall()
    text_id, text = None, ""
    for row in rows:
        if row["text_id"] != text_id:
            text_id = row["text_id"]
            stored = db.execute("SELECT CAST(text AS BLOB) FROM texts WHERE id = ?", (text_id,))
            text = bytes(stored.fetchone()[0]).decode(errors="replace")
        if text[row["start"] : row["end"]] != row["exact"]:
            yield _("“{quote}” is not what {document} says there.").format(
                quote=row["exact"], document=row["title"]
            )


def _search(db: Database) -> Iterator[str]:
    try:
        db.execute("INSERT INTO block_search (block_search, rank) VALUES ('integrity-check', 1)")
    except DRIVER_ERRORS:
        yield _("The search does not find everything.")


def _titles(db: Database, where: str, value: object) -> str:
    rows = db.execute(
        "SELECT DISTINCT d.title FROM documents d JOIN versions v ON v.document_id = d.id "  # noqa: S608
        f"WHERE {where} ORDER BY d.id",
        (value,),
    ).fetchall()
    return ", ".join(f"“{row[0]}”" for row in rows) or _("a document removed since")
