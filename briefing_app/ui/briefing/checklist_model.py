"""What the checklist holds: the outcomes, with each group's name before them."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from briefing_app.ui.briefing.rows import Entry

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class ChecklistModel(QAbstractListModel):
    """Holds entries with, before each group, the group's name as a row of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []

    def set_rows(self, entries: tuple[Entry, ...]) -> None:
        self.beginResetModel()
        self._rows = []
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self._rows.append(group)
            self._rows.append(entry)
        self.endResetModel()

    @property
    def rows(self) -> list[Entry | str]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_group = index.isValid() and isinstance(self._rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if is_group else super().flags(index)
