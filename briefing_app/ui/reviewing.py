"""Reviewing proposals without the mouse: next, previous, accept, edit, dismiss."""

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.changes import Changes, Touched
from briefing_app.domain.evidence import Evidence
from briefing_app.language import _
from briefing_app.operations.reviewing import confirm_all
from briefing_app.ui.briefing import BriefingPane
from briefing_app.ui.briefing.details import evidence_of
from briefing_app.ui.items import Item, Kind
from briefing_app.ui.session import Session


class Reviewing(QObject):
    """Walks through the proposals in the order of the briefing and acts on the one pointed at."""

    evidence_wanted = Signal(object)  # Evidence
    edit_wanted = Signal(object)  # Item
    told = Signal(str)

    def __init__(self, session: Session, pane: BriefingPane, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._pane = session, pane

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def accept(self) -> None:
        """Confirm the current proposal and go on to the next one."""
        item = self._pane.current
        if item is None:
            self._step(1)
        else:
            self.confirm(item)

    def confirm(self, item: Item) -> None:
        following = self._following(item)
        self._session.confirm(item)
        self._point_at(following)

    def dismiss_current(self) -> None:
        if self._pane.current is None:
            self._step(1)
        else:
            self.dismiss(self._pane.current)

    def dismiss(self, item: Item) -> None:
        following = self._following(item)
        self._session.dismiss(item)
        self._point_at(following)

    def edit(self) -> None:
        if self._pane.current is None:
            self._step(1)
        else:
            self.edit_wanted.emit(self._pane.current)

    def accept_all(self) -> None:
        self._session.do(confirm_all)

    def choose(self, kind: Kind, row: int) -> None:
        """Point at the entry whose mark was clicked in the text."""
        self._pane.set_current(Item(kind, row))

    def follow(self, changes: Changes) -> None:
        """Point at what was undone or done again, so that the reader sees it."""
        briefing = self._session.briefing
        touched = [
            *(Item(Kind.POSITION, row) for row in changes.ids(Touched.POSITIONS)),
            *(Item(Kind.OUTCOME, row) for row in changes.ids(Touched.OUTCOMES)),
        ]
        if len(touched) == 1 and evidence_of(briefing, touched[0]) is not None:
            self._point_at(touched[0])

    def _step(self, step: int) -> None:
        waiting = self._pane.to_review()
        if not waiting:
            self.told.emit(
                _("Nothing is left to review with this filter.")
                if self._pane.filtered
                else _("Nothing is left to review.")
            )
            return
        current = self._pane.current
        if current in waiting:
            self._point_at(waiting[(waiting.index(current) + step) % len(waiting)])
        else:
            self._point_at(waiting[0 if step > 0 else -1])

    def _following(self, item: Item) -> Item | None:
        waiting = self._pane.to_review()
        if item not in waiting:
            return item
        rest = [*waiting[waiting.index(item) + 1 :], *waiting[: waiting.index(item)]]
        return rest[0] if rest else None

    def _point_at(self, item: Item | None) -> None:
        self._pane.set_current(item)
        evidence: Evidence | None = evidence_of(self._session.briefing, item) if item else None
        if evidence is not None:
            self.evidence_wanted.emit(evidence)
