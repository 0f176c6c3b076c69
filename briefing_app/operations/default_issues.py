"""The issues that a new dossier starts with."""

import tomllib

from briefing_app.domain.issue import Issue, IssueId
from briefing_app.paths import resources


def default_issues() -> tuple[Issue, ...]:
    """Read `resources/issues.toml`, in its order."""
    with (resources() / "issues.toml").open("rb") as file:
        tables = tomllib.load(file)["issue"]
    return tuple(
        Issue(
            id=IssueId(ordinal),
            key=table["key"],
            label=table["label"],
            group=table["group"],
            trigger=table["trigger"],
            ordinal=ordinal,
        )
        for ordinal, table in enumerate(tables, start=1)
    )
