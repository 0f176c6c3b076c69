import re
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

    def triggered_by(self, words: str) -> bool:
        """Tell whether the words hit one of the issue's triggers."""
        return bool(self.trigger and re.search(self.trigger, words, re.IGNORECASE))
