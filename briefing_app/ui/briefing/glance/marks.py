"""What can be pointed at in a drawing, as the keyboard and screen readers come to it."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from briefing_app.ui.briefing.glance.sheet import Mark
from briefing_app.ui.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
MARK = Qt.ItemDataRole.UserRole


class MarkModel(QAbstractListModel):
    """Holds what can be pointed at in a drawing, in the order of the reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()

    def set_rows(self, marks: tuple[Mark, ...]) -> None:
        self.beginResetModel()
        self._marks = marks
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        mark = self._marks[index.row()]
        if role == MARK:
            return mark
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(mark.tip)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return mark.spoken
        return mark.tip if role == Qt.ItemDataRole.AccessibleDescriptionRole else None
