"""The open dossier: one store, the Briefing read from it, and the one way to change it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.changes import Changes
from briefing_app.domain.outcome import OutcomeId
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import PositionId
from briefing_app.errors import BriefingError
from briefing_app.language import _
from briefing_app.operations.assembling import assemble
from briefing_app.operations.history import redo, undo
from briefing_app.operations.outcomes import tick_outcome
from briefing_app.operations.parties import add_party
from briefing_app.operations.reviewing import (
    confirm_outcome,
    confirm_position,
    dismiss_outcome,
    dismiss_position,
)
from briefing_app.store import Store, open_store
from briefing_app.ui.items import Item, Kind


@dataclass(frozen=True)
class Look:
    """The Briefing as another thread found it, with all that was written before a moment."""

    briefing: Briefing
    moment: int


def look(store: Store) -> Look:
    """Assemble the Briefing over a connection of one's own, for `Session.tell` to show."""
    moment = store.moment  # first: what is written while this reads may be missing
    return Look(assemble(store), moment)


class Session(QObject):
    """Holds the store of one dossier on the window's thread."""

    opened = Signal()
    closing = Signal()  # whoever writes on another thread is to leave now; they are waited for
    closed = Signal()
    changed = Signal(object)  # Changes
    failed = Signal(str)  # a sentence for the reader
    done = Signal(str)  # the name of what was done, which can be undone
    said = Signal(str)  # anything else worth a word
    stepped = Signal(object)  # Changes, after something was undone or done again

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: Store | None = None
        self._briefing: Briefing | None = None
        self._moment = 0  # before which nothing that was written may be missing in what is shown

    @property
    def store(self) -> Store:
        assert self._store is not None, "no dossier is open"
        return self._store

    @property
    def is_open(self) -> bool:
        return self._store is not None

    @property
    def briefing(self) -> Briefing:
        """Read the Briefing, once for all panes until something changes."""
        if self._briefing is None:
            self._briefing = assemble(self.store)
        return self._briefing

    def open(self, path: Path, *, take_over: bool = False) -> None:
        """Open a dossier in place of the one that is open. Raises BriefingError, and then keeps that one."""
        store = open_store(path, take_over=take_over)
        self.close()
        self._store, self._briefing, self._moment = store, None, 0
        self.opened.emit()

    def close(self) -> None:
        """Close the dossier; its backup is made if anything changed, and where it cannot be, that is said."""
        if self._store is not None:
            self.closing.emit()
            store, self._store, self._briefing = self._store, None, None
            try:
                store.close()
            except BriefingError as error:  # everything is saved by then; what failed is the backup
                self.failed.emit(error.sentence)
            self.closed.emit()

    def do(self, operation: Callable[[Store], Changes], *, quietly: bool = False) -> Changes | None:
        """Carry out one operation and tell everyone; a sentence for the reader where it cannot be done.

        Done quietly, the views follow, but nothing passes by that says so.
        """
        try:
            with self.store.together():  # what it reads first stands until it has written
                changes = operation(self.store)
        except BriefingError as error:
            self.failed.emit(error.sentence)
            return None
        self._moment = self.store.moment
        self.tell(changes, quietly=quietly)
        return changes

    def tell(self, changes: Changes, found: Look | None = None, *, quietly: bool = False) -> None:
        """Pass on what an operation changed; the Briefing found since is shown, unless it misses something by now."""
        if changes:
            self._briefing = None
            if found is not None and found.moment >= self._moment:
                self._briefing, self._moment = found.briefing, found.moment
            self.changed.emit(changes)
            if not quietly:
                self.done.emit(changes.name)

    def confirm(self, item: Item) -> None:
        if item.kind is Kind.POSITION:
            self.do(lambda store: confirm_position(store, PositionId(item.id)))
        elif item.kind is Kind.OUTCOME:
            self.do(lambda store: confirm_outcome(store, OutcomeId(item.id)))

    def dismiss(self, item: Item) -> None:
        if item.kind is Kind.POSITION:
            self.do(lambda store: dismiss_position(store, PositionId(item.id)))
        elif item.kind is Kind.OUTCOME:
            self.do(lambda store: dismiss_outcome(store, OutcomeId(item.id)))

    def tick(self, outcome: int, ticked: bool) -> None:  # noqa: FBT001 (a slot)
        self.do(lambda store: tick_outcome(store, OutcomeId(outcome), ticked=ticked))

    def undo(self) -> None:
        self._step(undo, _("Undone: {name}"), _("There is nothing to undo."))

    def redo(self) -> None:
        self._step(redo, _("Done again: {name}"), _("There is nothing to do again."))

    def party_named(self, name: str) -> PartyId | None:
        """Find a party by any of its names, else add it. None where that cannot be done."""
        wanted = name.strip().casefold()
        for party in self.briefing.parties:
            if wanted in (each.casefold() for each in (party.name, *party.aliases)):
                return party.id
        if self.do(lambda store: add_party(store, name.strip())) is None:
            return None
        return next(p.id for p in self.store.parties() if p.name == name.strip())

    def _step(self, step: Callable[[Store], Changes], told: str, nothing: str) -> None:
        try:
            changes = step(self.store)
        except BriefingError as error:
            self.failed.emit(error.sentence)
            return
        self._moment = self.store.moment
        if changes:
            self._briefing = None
            self.changed.emit(changes)
            self.stepped.emit(changes)
        self.said.emit(told.format(name=changes.name) if changes else nothing)
