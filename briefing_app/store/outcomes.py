"""Outcomes as rows, with their issues, who must act, and their accounts."""

from collections import defaultdict
from typing import Any

from sqlite_utils import Database

from briefing_app.domain.evidence import EvidenceId
from briefing_app.domain.outcome import Account, Outcome, OutcomeContent, OutcomeId, Status
from briefing_app.domain.review import Review
from briefing_app.store.evidence import COLUMNS, delete_evidence, evidence_of, keep_evidence
from briefing_app.store.links import Links
from briefing_app.store.values import due_json, due_of, quantities_json, quantities_of

_ISSUES = Links("outcome_issues", "outcome_id", "issue_id")
_RESPONSIBLE = Links("outcome_parties", "outcome_id", "party_id")


def read_outcomes(db: Database) -> tuple[Outcome, ...]:
    issues, responsible, accounts = _ISSUES.read(db), _RESPONSIBLE.read(db), _accounts(db)
    rows = db.execute("SELECT * FROM outcomes ORDER BY id").fetchall()
    return tuple(
        _outcome(row, issues[row["id"]], responsible[row["id"]], accounts[row["id"]])
        for row in rows
    )


def read_outcome(db: Database, outcome: OutcomeId) -> Outcome | None:
    row = db.execute("SELECT * FROM outcomes WHERE id = ?", (outcome,)).fetchone()
    if row is None:
        return None
    issues, responsible = _ISSUES.read_of(db, outcome), _RESPONSIBLE.read_of(db, outcome)
    return _outcome(row, issues, responsible, _accounts_of(db, outcome))


def insert_outcome(db: Database, content: OutcomeContent, review: Review) -> OutcomeId:
    values = _values(content)
    evidence = keep_evidence(db, [account.evidence for account in content.accounts])
    row = db.execute(
        "INSERT INTO outcomes (claim, status, quantities, due, ticked, why, review, evidence_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, review, evidence[0]),
    ).lastrowid
    assert row is not None
    _write_links(db, row, content)
    _insert_accounts(db, row, content, evidence)
    return OutcomeId(row)


def update_outcome(db: Database, outcome: Outcome) -> None:
    """Write what an outcome says now; evidence that it no longer has is deleted."""
    content, stored = outcome.content, _accounts_of(db, outcome.id)
    evidence = keep_evidence(
        db,
        [account.evidence for account in content.accounts],
        stored=[account.evidence for account in stored],
    )
    db.execute(
        "UPDATE outcomes SET claim = ?, status = ?, quantities = ?, due = ?, ticked = ?, why = ?, "
        "review = ?, evidence_id = ? WHERE id = ?",
        (*_values(content), outcome.review, evidence[0], outcome.id),
    )
    _write_links(db, outcome.id, content)
    if tuple(stored) != content.accounts:
        db.execute("DELETE FROM accounts WHERE outcome_id = ?", (outcome.id,))
        _insert_accounts(db, outcome.id, content, evidence)
    delete_evidence(db, {account.evidence.id for account in stored} - set(evidence))


def review_outcome(db: Database, outcome: OutcomeId, review: Review) -> None:
    db.execute("UPDATE outcomes SET review = ? WHERE id = ?", (review, outcome))


def tick_outcome(db: Database, outcome: OutcomeId, *, ticked: bool) -> None:
    db.execute("UPDATE outcomes SET ticked = ? WHERE id = ?", (ticked, outcome))


def delete_outcome(db: Database, outcome: OutcomeId) -> None:
    """Delete an outcome by deleting what it rests on."""
    delete_evidence(db, (account.evidence.id for account in _accounts_of(db, outcome)))


def _values(content: OutcomeContent) -> tuple[Any, ...]:
    if not content.issues or not content.accounts:
        msg = "an outcome has an issue and an account"
        raise ValueError(msg)
    return (
        content.claim,
        content.status,
        quantities_json(content.quantities),
        due_json(content.due),
        content.ticked,
        content.why,
    )


def _write_links(db: Database, outcome: int, content: OutcomeContent) -> None:
    _ISSUES.write(db, outcome, content.issues)
    _RESPONSIBLE.write(db, outcome, content.responsible)


def _insert_accounts(
    db: Database, outcome: int, content: OutcomeContent, evidence: list[EvidenceId]
) -> None:
    db.conn.executemany(
        "INSERT INTO accounts (outcome_id, ordinal, status, quantities, due, evidence_id) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                outcome,
                ordinal,
                account.status,
                quantities_json(account.quantities),
                due_json(account.due),
                evidence[ordinal],
            )
            for ordinal, account in enumerate(content.accounts)
        ],
    )


def _accounts_of(db: Database, outcome: OutcomeId) -> list[Account]:
    return _accounts(db, "WHERE a.outcome_id = ?", outcome)[outcome]


def _accounts(db: Database, where: str = "", *ids: int) -> dict[int, list[Account]]:
    accounts: dict[int, list[Account]] = defaultdict(list)
    for row in db.execute(
        "SELECT a.id, a.outcome_id, a.status, a.quantities, a.due, "  # noqa: S608
        f"{COLUMNS} FROM accounts a JOIN evidence e ON e.id = a.evidence_id {where} "
        "ORDER BY a.outcome_id, a.ordinal",
        ids,
    ).fetchall():
        accounts[row["outcome_id"]].append(
            Account(
                status=Status(row["status"]),
                evidence=evidence_of(row),
                quantities=quantities_of(row["quantities"]),
                due=due_of(row["due"]),
                id=row["id"],
            )
        )
    return accounts


def _outcome(
    row: Any,  # noqa: ANN401 (a row)
    issues: list[Any],
    responsible: list[Any],
    accounts: list[Account],
) -> Outcome:
    content = OutcomeContent(
        claim=row["claim"],
        status=Status(row["status"]),
        issues=tuple(issues),
        accounts=tuple(accounts),
        responsible=tuple(responsible),
        quantities=quantities_of(row["quantities"]),
        due=due_of(row["due"]),
        ticked=bool(row["ticked"]),
        why=row["why"],
    )
    return Outcome(row["id"], content, Review(row["review"]))
