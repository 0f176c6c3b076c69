from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from briefing_app.domain.evidence import Evidence

AnnotationId = NewType("AnnotationId", int)


class Colour(StrEnum):
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True)
class Annotation:
    """What the reader marked. The note is Markdown."""

    id: AnnotationId
    evidence: Evidence
    colour: Colour
    note: str
    tags: tuple[str, ...]
    created: datetime
    modified: datetime
