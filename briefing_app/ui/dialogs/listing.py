"""What the editors of parties and of issues share: a list on the left, the chosen one's fields on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing_app.language import _
from briefing_app.ui.labels import push_button


class OrderedList(QListWidget):
    """A list whose rows can be dragged into another order."""

    ordered = Signal(object)  # the ids in their new order

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(self._tell)

    def fill(self, rows: list[tuple[int, str]], chosen: int | None) -> None:
        """Show rows by id, and keep the chosen one chosen."""
        self.blockSignals(True)
        self.clear()
        for number, (row_id, words) in enumerate(rows):
            row = QListWidgetItem(words, self)
            row.setData(Qt.ItemDataRole.UserRole, row_id)
            if row_id == chosen:
                self.setCurrentRow(number)
        self.blockSignals(False)

    def chosen(self) -> int | None:
        row = self.currentRow()
        return self.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None

    def move_chosen(self, step: int) -> None:
        """Move the chosen row up (-1) or down (1)."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + step < self.count():
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)
            self._tell()

    def _tell(self) -> None:
        rows = (self.item(row) for row in range(self.count()))
        self.ordered.emit([row.data(Qt.ItemDataRole.UserRole) for row in rows])


class ListEditor(QDialog):
    """A list and, beside it, whatever edits its chosen row; every change is made at once and can be undone."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 480)
        self.list = OrderedList()
        self.list.setAccessibleName(title)
        self.side = QVBoxLayout()
        self.side.setSpacing(10)
        self.add, self.remove = push_button(_("Add")), push_button(_("Remove"))
        self.up, self.down = push_button("↑"), push_button("↓")
        self.up.setAccessibleName(_("Move up"))
        self.down.setAccessibleName(_("Move down"))
        self.up.clicked.connect(lambda: self.list.move_chosen(-1))
        self.down.clicked.connect(lambda: self.list.move_chosen(1))
        self.leave = push_button(_("Close"), primary=True)
        self.leave.clicked.connect(self.accept)
        self._lay_out()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        for button in (self.add, self.remove, self.up, self.down):
            button.setAutoDefault(False)
            tools.addWidget(button)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(tools)
        right = QVBoxLayout()
        right.addLayout(self.side)
        right.addStretch(1)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.leave)
        right.addLayout(last)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 18)
        whole.setSpacing(18)
        whole.addLayout(left, 2)
        whole.addLayout(right, 3)
