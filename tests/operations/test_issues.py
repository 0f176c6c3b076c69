from dataclasses import replace

import pytest

from briefing_app.errors import BriefingError
from briefing_app.operations.default_issues import default_issues
from briefing_app.operations.issues import (
    add_issue,
    change_issue,
    issue_for,
    order_issues,
    remove_issue,
)
from briefing_app.operations.outcomes import add_outcome
from briefing_app.operations.positions import add_position
from tests.store.builders import (
    a_document,
    a_dossier,
    a_party,
    a_position,
    an_outcome,
    evidence_at,
    issue_id,
)


@pytest.fixture
def store(tmp_path):
    with a_dossier(tmp_path) as store:
        yield store


def test_the_default_issues_are_whole_and_end_with_the_general_one():
    issues = default_issues()
    assert len({issue.key for issue in issues}) == len(issues) == 41
    assert (issues[-1].key, issues[-1].label, issues[-1].trigger) == ("general", "General", "")
    assert all(issue.group and issue.trigger and issue.label for issue in issues[:-1])
    assert issue_for(issues, "a Cease-fire") == issues[0].id
    assert issue_for(issues, "firewood") == issues[-1].id


def test_an_issue_is_added_last_with_a_key_of_its_own(store):
    for label in ("Grain exports", "Grain  exports!", "…"):
        add_issue(store, label=label, group="Economy", trigger="grain|wheat")
    added = store.issues()[-3:]
    assert [issue.key for issue in added] == ["grain_exports", "grain_exports_2", "issue"]
    assert (added[0].group, added[0].trigger) == ("Economy", "grain|wheat")


def test_an_issue_is_changed_and_ordered(store):
    first, second, *rest = store.issues()
    assert change_issue(store, replace(first, label="Truce")).name == "Change Truce"
    order_issues(store, [second.id, first.id, *(issue.id for issue in rest)])
    assert [issue.label for issue in store.issues()[:2]] == [second.label, "Truce"]


def test_a_trigger_must_be_a_regular_expression(store):
    with pytest.raises(BriefingError, match="not a regular expression: missing \\)"):
        add_issue(store, label="Grain", trigger="(grain")
    with pytest.raises(BriefingError, match="not a regular expression"):
        change_issue(store, replace(store.issues()[0], trigger="*"))
    with pytest.raises(BriefingError, match="“Grain” is recognised takes too long"):
        add_issue(store, label="Grain", trigger="(?:a|aa)+$")
    assert store.issues() == default_issues()


def test_what_was_about_a_removed_issue_alone_becomes_general(store):
    document, party = a_document(store), a_party(store)
    evidence = evidence_at(store, document, "ceasefire")
    ceasefire, summit = issue_id(store), issue_id(store, "summit")
    for issues in ((ceasefire,), (ceasefire, summit)):
        add_position(store, a_position(store, party.id, evidence, issues=issues))
        add_outcome(store, an_outcome(store, evidence, issues=issues))
    remove_issue(store, ceasefire)
    general = issue_id(store, "general")
    assert [position.content.issues for position in store.positions()] == [(general,), (summit,)]
    assert [outcome.content.issues for outcome in store.outcomes()] == [(general,), (summit,)]
    assert ceasefire not in {issue.id for issue in store.issues()}


def test_the_general_issue_has_to_stay(store):
    with pytest.raises(BriefingError, match="“General” has to stay"):
        remove_issue(store, issue_id(store, "general"))
