"""Annotations as rows."""

import json
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from briefing_app.domain.annotation import Annotation, AnnotationId, Colour
from briefing_app.store.documents import ORDER
from briefing_app.store.evidence import COLUMNS, delete_evidence, evidence_of, keep_evidence

_ANNOTATIONS = f"""
    SELECT a.id, a.colour, a.note, a.tags, a.created, a.modified, {COLUMNS} FROM annotations a
    JOIN evidence e ON e.id = a.evidence_id
    JOIN versions v ON v.id = e.version_id
    JOIN documents d ON d.id = v.document_id
"""  # noqa: S608

_COLOURS = {colour.value: colour for colour in Colour}


def read_annotations(db: Database) -> tuple[Annotation, ...]:
    """Read the annotations by document, then place."""
    rows = db.execute(f'{_ANNOTATIONS} ORDER BY {ORDER}, e.start, e."end", a.id').fetchall()
    return tuple(_annotation(row) for row in rows)


def read_annotation(db: Database, annotation: AnnotationId) -> Annotation | None:
    row = db.execute(f"{_ANNOTATIONS} WHERE a.id = ?", (annotation,)).fetchone()
    return _annotation(row) if row else None


def insert_annotation(db: Database, annotation: Annotation) -> AnnotationId:
    """Write a new annotation. Its id is the database's to give."""
    evidence = keep_evidence(db, [annotation.evidence])
    row = db.execute(
        "INSERT INTO annotations (evidence_id, colour, note, tags, created, modified) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            evidence[0],
            annotation.colour,
            annotation.note,
            _tags(annotation),
            annotation.created.isoformat(),
            annotation.modified.isoformat(),
        ),
    ).lastrowid
    assert row is not None
    return AnnotationId(row)


def update_annotation(db: Database, annotation: Annotation) -> None:
    db.execute(
        "UPDATE annotations SET colour = ?, note = ?, tags = ?, modified = ? WHERE id = ?",
        (
            annotation.colour,
            annotation.note,
            _tags(annotation),
            annotation.modified.isoformat(),
            annotation.id,
        ),
    )


def delete_annotation(db: Database, annotation: Annotation) -> None:
    """Delete an annotation by deleting what it rests on."""
    delete_evidence(db, [annotation.evidence.id])


def _tags(annotation: Annotation) -> str:
    return json.dumps(list(annotation.tags), ensure_ascii=False)


def _annotation(row: Any) -> Annotation:  # noqa: ANN401 (a row)
    number, colour, note, tags, created, modified = row[:6]
    return Annotation(
        id=number,
        evidence=evidence_of(row),
        colour=_COLOURS[colour],
        note=note,
        tags=() if tags == "[]" else tuple(json.loads(tags)),
        created=datetime.fromisoformat(created),
        modified=datetime.fromisoformat(modified),
    )
