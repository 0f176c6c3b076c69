"""What the matrix holds: issues down, parties across."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import (
    QWidget,
)

from briefing_app.language import _
from briefing_app.ui.briefing.rows import CellRow, Matrix

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole


class MatrixModel(QAbstractTableModel):
    """Holds a matrix that is ready to show: the first column is the issues', each other a party's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = Matrix((), ())

    def set_rows(self, matrix: Matrix) -> None:
        self.beginResetModel()
        self._matrix = matrix
        self.endResetModel()

    @property
    def matrix(self) -> Matrix:
        return self._matrix

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._matrix.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1 + len(self._matrix.columns)

    def cell(self, index: Index) -> CellRow | None:
        if not index.isValid() or index.column() == 0:
            return None
        return self._matrix.lines[index.row()].cells[index.column() - 1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.spoken if cell else self._matrix.lines[index.row()].label
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _("Issue") if section == 0 else self._matrix.columns[section - 1].name
