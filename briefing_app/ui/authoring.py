"""What the reader makes by hand from words they selected: highlights, notes, positions, outcomes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.domain.annotation import Annotation, AnnotationId, Colour
from briefing_app.domain.changes import Touched
from briefing_app.domain.evidence import Evidence, Span, quote_at
from briefing_app.domain.issue import IssueId
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.position import Position
from briefing_app.operations.annotating import (
    add_annotation,
    change_annotation,
    remove_annotation,
)
from briefing_app.operations.issues import issue_for
from briefing_app.operations.outcomes import add_outcome, change_outcome
from briefing_app.operations.positions import add_position, change_position
from briefing_app.ui.briefing.details import entry_of
from briefing_app.ui.dialogs.outcome import OutcomeDialog, new_outcome
from briefing_app.ui.dialogs.position import PositionDialog, new_position
from briefing_app.ui.items import Item, Kind
from briefing_app.ui.reading import Reading
from briefing_app.ui.session import Session


class Authoring(QObject):
    """Turns selections into what the dossier keeps."""

    note_opened = Signal(object)  # Annotation

    def __init__(self, session: Session, reading: Reading, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._reading, self._window = session, reading, window
        self._colour = Colour.YELLOW  # the one used last

    def highlight(self, span: Span, colour: Colour) -> None:
        self._colour = colour
        self._annotate(span, colour)

    def note(self, span: Span) -> None:
        """Highlight the words and open a note on them."""
        annotation = self._annotate(span, self._colour)
        if annotation is not None:
            self.note_opened.emit(annotation)

    def open_note(self, annotation: int) -> None:
        found = entry_of(self._session.briefing, Item(Kind.ANNOTATION, annotation))
        if isinstance(found, Annotation):
            self.note_opened.emit(found)

    def change_note(
        self, annotation: int, note: str, tags: tuple[str, ...], colour: Colour
    ) -> None:
        wanted = AnnotationId(annotation)
        self._session.do(
            lambda store: change_annotation(store, wanted, colour=colour, note=note, tags=tags),
            quietly=True,  # it comes while the reader writes
        )

    def remove_note(self, annotation: int) -> None:
        self._session.do(lambda store: remove_annotation(store, AnnotationId(annotation)))

    def position(self, span: Span) -> None:
        evidence = self._evidence(span)
        draft = PositionDialog.ask(
            self._session.briefing, new_position(evidence, self._issue_for(evidence)), self._window
        )
        party = self._session.party_named(draft.party) if draft else None
        if draft and party:
            self._session.do(lambda store: add_position(store, draft.of(party)))

    def outcome(self, span: Span) -> None:
        evidence = self._evidence(span)
        content = OutcomeDialog.ask(
            self._session.briefing, new_outcome(evidence, self._issue_for(evidence)), self._window
        )
        if content:
            self._session.do(lambda store: add_outcome(store, content))

    def edit(self, item: Item) -> None:
        """Open whatever the item is for correction."""
        found = entry_of(self._session.briefing, item)
        if isinstance(found, Position):
            self._edit_position(found)
        elif isinstance(found, Outcome):
            self._edit_outcome(found)
        elif isinstance(found, Annotation):
            self._reading.show_evidence(found.evidence)
            self.note_opened.emit(found)

    def _annotate(self, span: Span, colour: Colour) -> Annotation | None:
        evidence = self._evidence(span)
        changes = self._session.do(lambda store: add_annotation(store, evidence, colour=colour))
        made = changes.ids(Touched.ANNOTATIONS) if changes else ()
        found = entry_of(self._session.briefing, Item(Kind.ANNOTATION, made[-1])) if made else None
        return found if isinstance(found, Annotation) else None

    def _edit_position(self, position: Position) -> None:
        draft = PositionDialog.ask(self._session.briefing, position.content, self._window)
        party = self._session.party_named(draft.party) if draft else None
        if draft and party:
            self._session.do(lambda store: change_position(store, position.id, draft.of(party)))

    def _edit_outcome(self, outcome: Outcome) -> None:
        content = OutcomeDialog.ask(self._session.briefing, outcome.content, self._window)
        if content:
            self._session.do(lambda store: change_outcome(store, outcome.id, content))

    def _evidence(self, span: Span) -> Evidence:
        version = self._reading.version
        assert version is not None
        return Evidence(version.id, span, quote_at(version.text, span))

    def _issue_for(self, evidence: Evidence) -> IssueId:
        return issue_for(self._session.briefing.issues, evidence.quote.exact)
