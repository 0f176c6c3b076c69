"""What is negotiated, as the reader orders it."""

import re
from collections.abc import Collection, Sequence

from briefing_app.domain.changes import Changes
from briefing_app.domain.issue import GENERAL, Issue, IssueId
from briefing_app.errors import BriefingError
from briefing_app.language import _
from briefing_app.store import Store
from briefing_app.store import issues as rows
from briefing_app.triggers import SlowTriggerError, check, found


def add_issue(store: Store, *, label: str, group: str = "", trigger: str = "") -> Changes:
    """Add an issue, the last in the order. Its key is made of its label. Raises BriefingError for its trigger."""
    check(trigger, issue=label)
    issues = store.issues()
    ordinal = max((issue.ordinal for issue in issues), default=0) + 1
    key = key_of(label, {issue.key for issue in issues})
    with store.operation(_("Add {what}").format(what=label)) as operation:
        rows.insert_issue(operation.db, Issue(IssueId(0), key, label, group, trigger, ordinal))
    return operation.changes


def change_issue(store: Store, issue: Issue) -> Changes:
    """Write what the reader makes of an issue. Its key stays what it is. Raises BriefingError for its trigger."""
    check(issue.trigger, issue=issue.label)
    with store.operation(_("Change {what}").format(what=issue.label)) as operation:
        rows.update_issue(operation.db, issue)
    return operation.changes


def order_issues(store: Store, issues: Sequence[IssueId]) -> Changes:
    with store.operation(_("Order the issues")) as operation:
        rows.order_issues(operation.db, issues)
    return operation.changes


def remove_issue(store: Store, issue: IssueId) -> Changes:
    """Remove an issue; what was about nothing else is about none in particular from then on."""
    stored = next(each for each in store.issues() if each.id == issue)
    general = next((each for each in store.issues() if each.key == GENERAL), None)
    if general is None or general.id == issue:
        raise BriefingError(_("“{issue}” has to stay.").format(issue=stored.label))
    with store.operation(_("Remove {what}").format(what=stored.label)) as operation:
        rows.delete_issue(operation.db, issue, instead=general.id)
    return operation.changes


def issue_for(issues: Sequence[Issue], words: str) -> IssueId:
    """Return the first issue by whose trigger the words are recognised, else the general one."""
    hit = next((issue for issue in issues if _is_hit(issue, words)), None)
    general = next((issue for issue in issues if issue.key == GENERAL), issues[-1])
    return (hit or general).id


def _is_hit(issue: Issue, words: str) -> bool:
    try:
        return bool(found(issue.trigger, words, issue=issue.label))
    except SlowTriggerError:  # it is named when proposals are asked for
        return False


def key_of(label: str, taken: Collection[str]) -> str:
    """Make a lasting name of a label that no other issue has."""
    stem = re.sub(r"\W+", "_", label.casefold()).strip("_") or "issue"
    numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (stem, *numbered) if key not in taken)
