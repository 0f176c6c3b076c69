"""Positions as rows, with their issues and their evidence."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlite_utils import Database

from briefing_app.domain.evidence import Evidence
from briefing_app.domain.position import Channel, Position, PositionContent, PositionId, Stance
from briefing_app.domain.review import Review
from briefing_app.store.evidence import COLUMNS, delete_evidence, evidence_of, keep_evidence
from briefing_app.store.links import Links

_ISSUES = Links("position_issues", "position_id", "issue_id")
_ALSO = Links("position_parties", "position_id", "party_id")  # who hold it besides its party_id
_EVIDENCE = Links("position_evidence", "position_id", "evidence_id")


def read_positions(db: Database) -> tuple[Position, ...]:
    issues, also, evidence = _ISSUES.read(db), _ALSO.read(db), _evidence(db)
    rows = db.execute("SELECT * FROM positions ORDER BY id").fetchall()
    return tuple(
        _position(row, issues[row["id"]], also[row["id"]], evidence[row["id"]]) for row in rows
    )


def read_position(db: Database, position: PositionId) -> Position | None:
    row = db.execute("SELECT * FROM positions WHERE id = ?", (position,)).fetchone()
    if row is None:
        return None
    evidence = _evidence(db, "WHERE l.position_id = ?", position)[position]
    issues, also = _ISSUES.read_of(db, position), _ALSO.read_of(db, position)
    return _position(row, issues, also, evidence)


def insert_position(db: Database, content: PositionContent, review: Review) -> PositionId:
    values, evidence = _values(content), keep_evidence(db, content.evidence)
    row = db.execute(
        "INSERT INTO positions (party_id, stance, claim, condition, speaker, channel, said_on, "
        "background, why, review, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, review, evidence[0]),
    ).lastrowid
    assert row is not None
    _write_links(db, row, content)
    _EVIDENCE.write(db, row, evidence)
    return PositionId(row)


def update_position(db: Database, position: Position) -> None:
    """Write what a position says now; evidence that it no longer has is deleted."""
    stored = _evidence(db, "WHERE l.position_id = ?", position.id)[position.id]
    evidence = keep_evidence(db, position.content.evidence, stored=stored)
    db.execute(
        "UPDATE positions SET party_id = ?, stance = ?, claim = ?, condition = ?, speaker = ?, "
        "channel = ?, said_on = ?, background = ?, why = ?, review = ?, evidence_id = ? "
        "WHERE id = ?",
        (*_values(position.content), position.review, evidence[0], position.id),
    )
    _write_links(db, position.id, position.content)
    _EVIDENCE.write(db, position.id, evidence)
    delete_evidence(db, {each.id for each in stored} - set(evidence))


def review_position(db: Database, position: PositionId, review: Review) -> None:
    db.execute("UPDATE positions SET review = ? WHERE id = ?", (review, position))


def delete_position(db: Database, position: PositionId) -> None:
    """Delete a position by deleting what it rests on."""
    stored = _evidence(db, "WHERE l.position_id = ?", position)[position]
    delete_evidence(db, (each.id for each in stored))


def _values(content: PositionContent) -> tuple[Any, ...]:
    if not content.issues or not content.evidence:
        msg = "a position has an issue and evidence"
        raise ValueError(msg)
    return (
        content.party,
        content.stance,
        content.claim,
        content.condition,
        content.speaker,
        content.channel,
        content.said_on and content.said_on.isoformat(),
        content.background,
        content.why,
    )


def _write_links(db: Database, position: int, content: PositionContent) -> None:
    _ISSUES.write(db, position, content.issues)
    _ALSO.write(db, position, content.holders[1:])


def _evidence(db: Database, where: str = "", *ids: int) -> dict[int, list[Evidence]]:
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for row in db.execute(
        f"SELECT l.position_id, {COLUMNS} FROM position_evidence l "  # noqa: S608
        f"JOIN evidence e ON e.id = l.evidence_id {where} ORDER BY l.position_id, l.ordinal",
        ids,
    ).fetchall():
        evidence[row["position_id"]].append(evidence_of(row))
    return evidence


def _position(
    row: Any,  # noqa: ANN401 (a row)
    issues: list[Any],
    also: list[Any],
    evidence: list[Evidence],
) -> Position:
    content = PositionContent(
        party=row["party_id"],
        stance=Stance(row["stance"]),
        issues=tuple(issues),
        claim=row["claim"],
        evidence=tuple(evidence),
        condition=row["condition"],
        speaker=row["speaker"],
        channel=Channel(row["channel"]),
        said_on=date.fromisoformat(row["said_on"]) if row["said_on"] else None,
        background=bool(row["background"]),
        why=row["why"],
        also_party=tuple(also),
    )
    return Position(row["id"], content, Review(row["review"]))
