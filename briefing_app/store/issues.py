"""Issues as rows."""

from collections.abc import Sequence

from sqlite_utils import Database

from briefing_app.domain.issue import Issue, IssueId

# What links to issues: the table, and the column of what it links.
_LINKS = {"position_issues": "position_id", "outcome_issues": "outcome_id"}


def read_issues(db: Database) -> tuple[Issue, ...]:
    rows = db.execute(
        'SELECT id, key, label, "group", trigger, ordinal FROM issues ORDER BY ordinal, id'
    ).fetchall()
    return tuple(Issue(*row) for row in rows)


def insert_issue(db: Database, issue: Issue) -> IssueId:
    """Write a new issue. Its id is the database's to give."""
    row = db.execute(
        'INSERT INTO issues (key, label, "group", trigger, ordinal) VALUES (?, ?, ?, ?, ?)',
        (issue.key, issue.label, issue.group, issue.trigger, issue.ordinal),
    ).lastrowid
    assert row is not None
    return IssueId(row)


def update_issue(db: Database, issue: Issue) -> None:
    db.execute(
        'UPDATE issues SET label = ?, "group" = ?, trigger = ?, ordinal = ? WHERE id = ?',
        (issue.label, issue.group, issue.trigger, issue.ordinal, issue.id),
    )


def order_issues(db: Database, issues: Sequence[IssueId]) -> None:
    for ordinal, issue in enumerate(issues, start=1):
        db.execute("UPDATE issues SET ordinal = ? WHERE id = ?", (ordinal, issue))


def delete_issue(db: Database, issue: IssueId, *, instead: IssueId) -> None:
    """Delete an issue; what was about nothing else is about `instead`."""
    for table, owner in _LINKS.items():
        db.execute(
            f"UPDATE {table} SET issue_id = ? WHERE issue_id = ? AND {owner} NOT IN "  # noqa: S608
            f"(SELECT {owner} FROM {table} WHERE issue_id <> ?)",
            (instead, issue, issue),
        )
        db.execute(f"DELETE FROM {table} WHERE issue_id = ?", (issue,))  # noqa: S608
    db.execute("DELETE FROM issues WHERE id = ?", (issue,))
