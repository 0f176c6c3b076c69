"""Evidence as rows: written only where the words stand in the text, never changed, gone with what rests on it."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from briefing_app.domain.document import Place
from briefing_app.domain.evidence import (
    Evidence,
    EvidenceId,
    EvidenceState,
    Quote,
    Span,
    VersionId,
    says_so,
)
from briefing_app.store.texts import read_text

COLUMNS = (
    'e.id AS evidence_id, e.version_id, e.start, e."end", e.exact, e.prefix, e.suffix, e.state'
)

_SAME = EvidenceState.SAME  # most are, and making the enumeration's member of a word is slow


def evidence_of(row: Any) -> Evidence:  # noqa: ANN401 (a row)
    """Make the evidence of a row that ends with COLUMNS."""
    number, version, start, end, exact, prefix, suffix, state = row[-8:]
    return Evidence(
        version=version,
        span=Span(start, end),
        quote=Quote(exact, prefix, suffix),
        state=_SAME if state == _SAME else EvidenceState(state),
        id=number,
    )


def keep_evidence(
    db: Database, wanted: Sequence[Evidence], *, stored: Iterable[Evidence] = ()
) -> list[EvidenceId]:
    """Return the ids of evidence in its order: of what is stored already as it is, else of new rows."""
    known = {evidence.id: evidence for evidence in stored}
    texts: dict[VersionId, str] = {}
    ids: list[EvidenceId] = []
    for evidence in wanted:
        if evidence.id is not None and known.get(evidence.id) == evidence:
            ids.append(evidence.id)
        else:
            if evidence.version not in texts:
                text = read_text(db, evidence.version)
                if text is None:
                    msg = f"there is no version {evidence.version}"
                    raise ValueError(msg)
                texts[evidence.version] = text
            ids.append(_insert(db, evidence, texts[evidence.version]))
    return ids


def delete_evidence(db: Database, evidence: Iterable[EvidenceId | None]) -> None:
    """Delete evidence, and by the database's own cascade all that has nothing else to rest on."""
    for each in evidence:
        db.execute("DELETE FROM evidence WHERE id = ?", (each,))


def read_places(db: Database) -> dict[EvidenceId, Place]:
    """Read where each piece of evidence stands."""
    rows = db.execute(
        "SELECT e.id, v.document_id, coalesce(b.ordinal, 1), b.page "
        "FROM evidence e JOIN versions v ON v.id = e.version_id LEFT JOIN blocks b ON b.id = ("
        "SELECT id FROM blocks WHERE text_id = v.text_id AND start <= e.start ORDER BY start DESC LIMIT 1)"
    ).fetchall()
    return {row[0]: Place(*row[1:]) for row in rows}


def _insert(db: Database, evidence: Evidence, text: str) -> EvidenceId:
    if not says_so(text, evidence):
        msg = f"version {evidence.version} does not say so at {evidence.span}"
        raise ValueError(msg)
    cursor = db.execute(
        'INSERT INTO evidence (version_id, start, "end", exact, prefix, suffix, state) '
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            evidence.version,
            evidence.span.start,
            evidence.span.end,
            evidence.quote.exact,
            evidence.quote.prefix,
            evidence.quote.suffix,
            evidence.state,
        ),
    )
    assert cursor.lastrowid is not None
    return EvidenceId(cursor.lastrowid)
