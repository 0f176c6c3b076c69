"""What a search of the dossier's texts finds."""

from dataclasses import dataclass

from briefing_app.domain.document import DocumentId
from briefing_app.domain.evidence import Span, VersionId


@dataclass(frozen=True)
class Hit:
    """A block that has the words, and a few of it in parts, each with whether it is a match."""

    document: DocumentId
    version: VersionId
    span: Span
    snippet: tuple[tuple[str, bool], ...]
    paragraph: int  # from 1
