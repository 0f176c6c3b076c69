"""The JSON form of a dossier as types: what is written, what is read back, and what the published schema is made of.

The keys are told in docs/json.md.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import msgspec

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.document import Block, Document, DocumentId, Version
from briefing_app.domain.evidence import EvidenceId, VersionId
from briefing_app.domain.issue import Issue, IssueId
from briefing_app.domain.outcome import Outcome, OutcomeContent, OutcomeId
from briefing_app.domain.party import Party, PartyId
from briefing_app.domain.position import Position, PositionContent, PositionId
from briefing_app.domain.review import Review

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
FORM = 2  # raised when a reader of the older form could misread the newer


@dataclass(frozen=True, kw_only=True)
class PositionForm(PositionContent):
    id: PositionId
    review: Review


@dataclass(frozen=True, kw_only=True)
class OutcomeForm(OutcomeContent):
    id: OutcomeId
    review: Review


@dataclass(frozen=True, kw_only=True)
class DocumentForm(Document):
    text_sha256: str = ""  # of the newest version; empty where that was not at hand


@dataclass(frozen=True)
class CellForm:
    party: PartyId
    positions: tuple[PositionId, ...]
    unanswered: bool


@dataclass(frozen=True)
class RowForm:
    issue: IssueId
    cells: tuple[CellForm, ...]


@dataclass(frozen=True)
class CitationForm:
    number: int
    evidence: EvidenceId | None
    document: DocumentId
    paragraph: int
    page: int | None


@dataclass(frozen=True)
class VersionForm:
    """A version with its text, and the bytes that it was read from as base64."""

    id: VersionId
    document: DocumentId
    number: int
    text: str
    blocks: tuple[Block, ...]
    text_sha256: str
    original_sha256: str
    added: Moment
    original: bytes


@dataclass(frozen=True)
class DismissedForm:
    positions: tuple[PositionForm, ...] = ()
    outcomes: tuple[OutcomeForm, ...] = ()


@dataclass(frozen=True)
class DossierForm:
    """Everything of a dossier. Without `versions` it is a Briefing alone, of which no dossier can be made again."""

    form: int
    title: str
    author: str
    made: Moment
    confirmed_only: bool
    columns: tuple[PartyId, ...]
    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    rows: tuple[RowForm, ...]
    positions: tuple[PositionForm, ...]
    outcomes: tuple[OutcomeForm, ...]
    annotations: tuple[Annotation, ...]
    citations: tuple[CitationForm, ...]
    documents: tuple[DocumentForm, ...]
    versions: tuple[VersionForm, ...] = ()
    dismissed: DismissedForm = DismissedForm()


def position_form(position: Position) -> PositionForm:
    return PositionForm(**vars(position.content), id=position.id, review=position.review)


def outcome_form(outcome: Outcome) -> OutcomeForm:
    return OutcomeForm(**vars(outcome.content), id=outcome.id, review=outcome.review)


def version_form(version: Version, original: bytes) -> VersionForm:
    return VersionForm(**vars(version), original=original)
