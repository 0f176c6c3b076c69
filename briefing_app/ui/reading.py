"""Reading: which document is open, which of its words are marked, and the way from a cell to the words and back."""

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import DocumentId, Version
from briefing_app.domain.evidence import Evidence, Span
from briefing_app.domain.labels import STANCES, STATUSES
from briefing_app.domain.review import Review
from briefing_app.domain.wording import holder_words
from briefing_app.ui.items import Kind
from briefing_app.ui.session import Session
from briefing_app.ui.source import Mark, SourcePane
from briefing_app.ui.theme import Theme
from briefing_app.ui.trail import Place, Trail


class Reading(QObject):
    """Drives the source pane."""

    document_shown = Signal(object)  # the document's id, or None

    def __init__(self, session: Session, source: SourcePane, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._source, self._theme = session, source, theme
        self._trail = Trail()
        self._version: Version | None = None

    @property
    def version(self) -> Version | None:
        return self._version

    @property
    def document(self) -> DocumentId | None:
        return self._version.document if self._version else None

    def begin(self) -> None:
        """Show the newest document of a dossier that was opened."""
        self._trail.clear()
        self._version = None
        documents = self._session.briefing.documents
        if documents:
            self.open_document(documents[0].id)
        else:
            self._source.clear()
            self.document_shown.emit(None)

    def refresh(self) -> None:
        """Mark anew after a change; where the open document is gone, show another."""
        known = {document.id: document.version for document in self._session.briefing.documents}
        if self._version is None or self._version.document not in known:
            self.begin()
            return
        document = self._session.briefing.document(self._version.document)
        self._source.show_version(document, self._version)
        self._mark()

    def open_document(self, document: int) -> None:
        version = self._session.briefing.document(DocumentId(document)).version
        self._go(Place(version))

    def open_version(self, version: Version) -> None:
        """Show a version that was read already, unless it is there no more."""
        if any(each.id == version.document for each in self._session.briefing.documents):
            self._trail.go(Place(version.id))
            self._show_version(version)

    def show_evidence(self, evidence: Evidence) -> None:
        self._go(Place(evidence.version, evidence.span))

    def show_span(self, document: int, span: Span) -> None:
        version = self._session.briefing.document(DocumentId(document)).version
        self._go(Place(version, span))

    def back(self) -> None:
        self._show(self._trail.back())

    def forward(self) -> None:
        self._show(self._trail.forward())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._version is not None:
            self._mark()

    def _go(self, place: Place) -> None:
        self._trail.go(place)
        self._show(place)

    def _show(self, place: Place | None) -> None:
        if place is None:
            return
        if self._version is None or self._version.id != place.version:
            self._show_version(self._session.store.version(place.version))
        if place.span is not None:
            self._source.show_evidence(place.span)

    def _show_version(self, version: Version) -> None:
        self._version = version
        document = self._session.briefing.document(version.document)
        self._source.show_version(document, version)
        self._mark()
        self.document_shown.emit(version.document)

    def _mark(self) -> None:
        assert self._version is not None
        marks = marks_of(self._session.briefing, self._version, self._theme)
        self._source.set_marks(marks)


def marks_of(briefing: Briefing, version: Version, theme: Theme) -> list[Mark]:
    """Collect what is marked in one version: positions, outcomes, and the reader's own marks."""
    marks = [*_positions(briefing, version, theme), *_outcomes(briefing, version, theme)]
    marks += [
        Mark(
            span=annotation.evidence.span,
            kind=Kind.ANNOTATION,
            colour=theme.highlight(annotation.colour),
            lane_colour=theme.open,
            id=annotation.id,
            tooltip=annotation.note,
            has_note=bool(annotation.note),
            proposed=False,
        )
        for annotation in briefing.annotations
        if annotation.evidence.version == version.id
    ]
    return marks


def _positions(briefing: Briefing, version: Version, theme: Theme) -> list[Mark]:
    return [
        Mark(
            span=evidence.span,
            kind=Kind.POSITION,
            colour=theme.blue,
            lane_colour=theme.party(briefing.party(position.content.party).colour),
            id=position.id,
            tooltip=f"{holder_words(briefing, position.content)}: {STANCES[position.content.stance].word}",
            has_note=False,
            proposed=position.review is Review.PROPOSED,
        )
        for position in briefing.positions
        for evidence in position.content.evidence
        if evidence.version == version.id
    ]


def _outcomes(briefing: Briefing, version: Version, theme: Theme) -> list[Mark]:
    return [
        Mark(
            span=account.evidence.span,
            kind=Kind.OUTCOME,
            colour=theme.green,
            lane_colour=theme.tone(STATUSES[account.status].tone),
            id=outcome.id,
            tooltip=STATUSES[account.status].word,
            has_note=False,
            proposed=outcome.review is Review.PROPOSED,
        )
        for outcome in briefing.outcomes
        for account in outcome.content.accounts
        if account.evidence.version == version.id
    ]
