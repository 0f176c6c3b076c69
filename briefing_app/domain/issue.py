from dataclasses import dataclass
from typing import NewType

IssueId = NewType("IssueId", int)

GENERAL = "general"  # the key of the issue that stands for none in particular


@dataclass(frozen=True)
class Issue:
    """What is negotiated. `key` is its lasting name, as in `resources/issues.toml`; `trigger` a regular expression."""

    id: IssueId
    key: str
    label: str
    group: str = ""
    trigger: str = ""
    ordinal: int = 0
