"""The left-hand pane: the documents of the dossier, and the parties and issues that filter everything."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QVBoxLayout, QWidget

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import DocumentId
from briefing_app.language import _
from briefing_app.ui.library.rows import DocumentRow, FilterRow, Heading, LibraryRow, library_rows
from briefing_app.ui.library.view import ROW, LibraryDelegate, LibraryLook, LibraryModel
from briefing_app.ui.theme import Theme


class LibraryPane(QWidget):
    """Lists what the dossier holds; says what the reader chose."""

    document_chosen = Signal(int)
    document_edit_wanted = Signal(int)
    document_removal_wanted = Signal(int)
    extraction_wanted = Signal(int)
    original_wanted = Signal(int)
    party_filtered = Signal(object)  # the party's id, or None for all
    issue_filtered = Signal(object)
    parties_edit_wanted = Signal()
    issues_edit_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self._list = _LibraryList()
        self._model = LibraryModel(self)
        self._delegate = LibraryDelegate(LibraryLook(theme), self._list)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.chosen.connect(self._choose)
        self._list.customContextMenuRequested.connect(self._open_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)

    def show_briefing(self, briefing: Briefing) -> None:
        rows = library_rows(briefing)
        at = self._list.currentIndex().data(ROW)
        self._model.set_rows(rows)
        self._go_to(at)
        there = {(row.kind, row.id) for row in rows if isinstance(row, FilterRow)}
        self._filter(self._delegate.look.filters & there)

    def _go_to(self, row: LibraryRow | None) -> None:
        """Put the keyboard's place where it was, though what the row says may be new."""
        if isinstance(row, Heading | None):
            return
        same = (n for n, each in enumerate(self._model.rows) if _names(each) == _names(row))
        self._list.setCurrentIndex(self._model.index(next(same, -1)))

    def clear(self) -> None:
        """Show nothing: no dossier is open."""
        self._model.set_rows(())

    def set_look(self, theme: Theme, scale: float) -> None:
        self._delegate.look = replace(self._delegate.look, theme=theme, scale=scale)
        self._list.scheduleDelayedItemsLayout()

    def set_document(self, document: DocumentId | None) -> None:
        self._delegate.look = replace(self._delegate.look, document=document)
        self._list.viewport().update()

    def clear_filters(self) -> None:
        self._filter(frozenset())

    def _choose(self, row: LibraryRow) -> None:
        if isinstance(row, DocumentRow):
            self.document_chosen.emit(row.id)
        elif isinstance(row, FilterRow):
            others = frozenset(f for f in self._delegate.look.filters if f[0] != row.kind)
            chosen = (row.kind, row.id) in self._delegate.look.filters
            self._filter(others if chosen else others | {(row.kind, row.id)})

    def _filter(self, filters: frozenset[tuple[str, int]]) -> None:
        before = dict(self._delegate.look.filters)
        after = dict(filters)
        self._delegate.look = replace(self._delegate.look, filters=filters)
        self._list.viewport().update()
        if before.get("party") != after.get("party"):
            self.party_filtered.emit(after.get("party"))
        if before.get("issue") != after.get("issue"):
            self.issue_filtered.emit(after.get("issue"))

    def _open_menu(self, point: QPoint) -> None:
        row = self._list.indexAt(point).data(ROW)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(row, DocumentRow):
            menu.addAction(_("Open"), lambda: self.document_chosen.emit(row.id))
            menu.addAction(
                _("Title, date, publisher…"), lambda: self.document_edit_wanted.emit(row.id)
            )
            menu.addAction(_("Propose again"), lambda: self.extraction_wanted.emit(row.id))
            menu.addAction(_("Save the original…"), lambda: self.original_wanted.emit(row.id))
            menu.addSeparator()
            menu.addAction(_("Remove document"), lambda: self.document_removal_wanted.emit(row.id))
        elif isinstance(row, FilterRow) and row.kind == "party":
            menu.addAction(_("Edit parties…"), self.parties_edit_wanted.emit)
        elif isinstance(row, FilterRow):
            menu.addAction(_("Edit issues…"), self.issues_edit_wanted.emit)
        if menu.actions():
            menu.popup(self._list.viewport().mapToGlobal(point))


def _names(row: LibraryRow) -> tuple[str, int] | None:
    """Return what a row stands for, whatever it says."""
    if isinstance(row, DocumentRow):
        return "document", row.id
    return (row.kind, row.id) if isinstance(row, FilterRow) else None


class _LibraryList(QListView):
    chosen = Signal(object)  # LibraryRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(_("Library: documents, parties and issues"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).data(ROW)
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ROW)
        if row is not None and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        ):
            self.chosen.emit(row)
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Let Home go to the first row that can be chosen: the very first is a heading."""
        if action is not QAbstractItemView.CursorAction.MoveHome:
            return super().moveCursor(action, modifiers)
        rows = (self.model().index(row, 0) for row in range(self.model().rowCount()))
        return next((row for row in rows if row.flags() & Qt.ItemFlag.ItemIsEnabled), QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
