"""Documents, their versions and the immutable texts these rest on."""

from datetime import UTC, date, datetime
from typing import Any

from sqlite_utils import Database

from briefing_app.domain.document import Document, DocumentId, Ingested, Version
from briefing_app.domain.evidence import VersionId
from briefing_app.store.texts import TextId, digest, insert_text, read_blocks

_DOCUMENTS = """
    SELECT d.*, v.id AS version, t.words, v.original_sha256,
        (SELECT count(*) FROM versions c WHERE c.document_id = d.id) AS versions
    FROM documents d
    JOIN versions v ON v.document_id = d.id
        AND v.number = (SELECT max(number) FROM versions n WHERE n.document_id = d.id)
    JOIN texts t ON t.id = v.text_id
"""
# The newest first, undated ones last.
ORDER = "d.date IS NULL, d.date DESC, d.id"

# A position or an outcome that also rests on words elsewhere stays, and rests on those.
_REST_ELSEWHERE = (
    """UPDATE positions SET evidence_id = (
        SELECT pe.evidence_id FROM position_evidence pe JOIN evidence e ON e.id = pe.evidence_id
        JOIN versions v ON v.id = e.version_id
        WHERE pe.position_id = positions.id AND v.document_id <> :document
        ORDER BY pe.ordinal LIMIT 1)
    WHERE evidence_id IN (SELECT e.id FROM evidence e JOIN versions v ON v.id = e.version_id
        WHERE v.document_id = :document)
    AND EXISTS (SELECT 1 FROM position_evidence pe JOIN evidence e ON e.id = pe.evidence_id
        JOIN versions v ON v.id = e.version_id
        WHERE pe.position_id = positions.id AND v.document_id <> :document)""",
    """UPDATE outcomes SET evidence_id = (
        SELECT a.evidence_id FROM accounts a JOIN evidence e ON e.id = a.evidence_id
        JOIN versions v ON v.id = e.version_id
        WHERE a.outcome_id = outcomes.id AND v.document_id <> :document
        ORDER BY a.ordinal LIMIT 1)
    WHERE evidence_id IN (SELECT e.id FROM evidence e JOIN versions v ON v.id = e.version_id
        WHERE v.document_id = :document)
    AND EXISTS (SELECT 1 FROM accounts a JOIN evidence e ON e.id = a.evidence_id
        JOIN versions v ON v.id = e.version_id
        WHERE a.outcome_id = outcomes.id AND v.document_id <> :document)""",
)


def read_documents(db: Database) -> tuple[Document, ...]:
    rows = db.execute(f"{_DOCUMENTS} ORDER BY {ORDER}").fetchall()
    return tuple(_document(row) for row in rows)


def read_alike(db: Database, *, url: str, file_name: str) -> tuple[Document, ...]:
    """Read the documents that have this address, or came from a file of this name."""
    rows = db.execute(
        f"{_DOCUMENTS} WHERE (d.url <> '' AND d.url = ?) OR (d.file_name <> '' AND d.file_name = ?) "
        f"ORDER BY {ORDER}",
        (url, file_name),
    ).fetchall()
    return tuple(_document(row) for row in rows)


def read_dates(db: Database) -> dict[DocumentId, date | None]:
    rows = db.execute("SELECT id, date FROM documents").fetchall()
    return {row[0]: date.fromisoformat(row[1]) if row[1] else None for row in rows}


def read_digests(db: Database) -> frozenset[str]:
    """Read the digests of all files that there are versions of."""
    rows = db.execute("SELECT DISTINCT original_sha256 FROM versions").fetchall()
    return frozenset(row[0] for row in rows)


def read_document(db: Database, document: DocumentId) -> Document | None:
    row = db.execute(f"{_DOCUMENTS} WHERE d.id = ?", (document,)).fetchone()
    return _document(row) if row else None


def read_version(db: Database, version: VersionId) -> Version | None:
    row = db.execute(
        "SELECT v.*, t.text, t.sha256 FROM versions v JOIN texts t ON t.id = v.text_id "
        "WHERE v.id = ?",
        (version,),
    ).fetchone()
    if row is None:
        return None
    return Version(
        id=row["id"],
        document=row["document_id"],
        number=row["number"],
        text=row["text"],
        blocks=read_blocks(db, row["text_id"]),
        text_sha256=row["sha256"],
        original_sha256=row["original_sha256"],
        added=datetime.fromisoformat(row["added"]),
    )


def read_home(db: Database, version: VersionId) -> DocumentId | None:
    """Return the document that a version is a state of."""
    row = db.execute("SELECT document_id FROM versions WHERE id = ?", (version,)).fetchone()
    return DocumentId(row[0]) if row else None


def read_original(db: Database, version: VersionId) -> bytes | None:
    """Read the bytes that a version was made from."""
    row = db.execute(
        "SELECT o.bytes FROM originals o JOIN versions v ON v.original_sha256 = o.sha256 WHERE v.id = ?",
        (version,),
    ).fetchone()
    return row[0] if row else None


def read_versions(db: Database) -> tuple[tuple[Version, bytes], ...]:
    """Read every version with the bytes that it was made from, the oldest first."""
    rows = db.execute(
        "SELECT v.id, o.bytes FROM versions v JOIN originals o ON o.sha256 = v.original_sha256 "
        "ORDER BY v.document_id, v.number"
    ).fetchall()
    read = ((read_version(db, row[0]), row[1]) for row in rows)
    return tuple((version, original) for version, original in read if version)


def find_version(db: Database, original_sha256: str) -> VersionId | None:
    """Return the newest version that was made from these bytes, None where there is none."""
    row = db.execute(
        "SELECT max(id) FROM versions WHERE original_sha256 = ?", (original_sha256,)
    ).fetchone()
    return row[0]


def insert_document(
    db: Database, ingested: Ingested, *, added: datetime | None = None
) -> DocumentId:
    """Write a document without a version, added now or at a moment; `insert_version` gives it one."""
    row = db.execute(
        "INSERT INTO documents (title, kind, publisher, author, date, language, url, file_name, "
        "added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            ingested.title,
            ingested.kind,
            ingested.publisher,
            ingested.author,
            ingested.date and ingested.date.isoformat(),
            ingested.language,
            ingested.url,
            ingested.file_name,
            _moment(added),
        ),
    ).lastrowid
    assert row is not None
    return DocumentId(row)


def insert_version(
    db: Database,
    document: DocumentId,
    ingested: Ingested,
    *,
    text: TextId | None = None,
    added: datetime | None = None,
) -> VersionId:
    """Write a text, unless it was written ahead, with its original as the newest version of a document.

    It is added now or at a moment.
    """
    text = insert_text(db, ingested) if text is None else text
    original = digest(ingested.original)
    db.execute("INSERT OR IGNORE INTO originals VALUES (?, ?)", (original, ingested.original))
    row = db.execute(
        "INSERT INTO versions (document_id, number, text_id, original_sha256, added) VALUES (?, "
        "(SELECT coalesce(max(number), 0) + 1 FROM versions WHERE document_id = ?), ?, ?, ?)",
        (document, document, text, original, _moment(added)),
    ).lastrowid
    assert row is not None
    return VersionId(row)


def update_document(db: Database, document: Document) -> None:
    """Write what the reader may change of a document."""
    db.execute(
        "UPDATE documents SET title = ?, publisher = ?, author = ?, date = ?, language = ?, url = ? "
        "WHERE id = ?",
        (
            document.title,
            document.publisher,
            document.author,
            document.date and document.date.isoformat(),
            document.language,
            document.url,
            document.id,
        ),
    )


def delete_document(db: Database, document: DocumentId) -> None:
    """Delete a document and what rests on it alone."""
    for move in _REST_ELSEWHERE:
        db.execute(move, {"document": document})
    db.execute("DELETE FROM documents WHERE id = ?", (document,))


def _document(row: Any) -> Document:  # noqa: ANN401 (a row)
    return Document(
        id=row["id"],
        title=row["title"],
        kind=row["kind"],
        publisher=row["publisher"],
        author=row["author"],
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        language=row["language"],
        url=row["url"],
        file_name=row["file_name"],
        added=datetime.fromisoformat(row["added"]),
        version=row["version"],
        versions=row["versions"],
        words=row["words"],
        content_sha256=row["original_sha256"],
    )


def _moment(moment: datetime | None) -> str:
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
