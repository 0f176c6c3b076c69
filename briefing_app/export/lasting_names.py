"""Names that stay the same in every export, whatever the reader edits: by the words that something rests on."""

from collections import Counter
from uuid import UUID, uuid5

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.evidence import Evidence

_OURS = UUID("0f6d1c1e-6c0b-5b0e-9d5c-2a1f5f0c7a11")


class LastingNames:
    """Gives each thing a name as it comes; what rests on the same words is told apart by its place among them."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._seen = Counter[str]()

    def of(self, kind: str, evidence: Evidence) -> UUID:
        citation = self._briefing.cited.get(evidence.id)
        document = self._briefing.document(citation.document).content_sha256 if citation else ""
        return self.named(kind, f"{document} {evidence.span.start} {evidence.span.end}")

    def named(self, kind: str, words: str) -> UUID:
        key = f"{kind} {words}"
        self._seen[key] += 1
        return lasting_name(key, self._seen[key])


def lasting_name(key: str, place: int = 1) -> UUID:
    return uuid5(_OURS, f"{key} {place}")
