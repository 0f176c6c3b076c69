"""What became of each file of an import: one table, by outcome and by words, which can be saved."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefing_app.ingest.labels import label
from briefing_app.language import _, format_number
from briefing_app.operations.import_files import FileResult, FileState
from briefing_app.operations.import_report import counts, outcome, summary, told
from briefing_app.ui.labels import plain_label, plain_tip, push_button

_Index = QModelIndex | QPersistentModelIndex
_OUTCOME, _FILE = 0, 1


class ReportModel(QAbstractTableModel):
    """Rows that are ready to show: the outcome, the file, and what there is to say of it."""

    def __init__(self, results: Sequence[FileResult]) -> None:
        super().__init__()
        self._all = [
            ((outcome(each), label(each.name), label(told(each))), each) for each in results
        ]
        self._wanted: tuple[FileState | None, str] = (None, "")
        self._order = -1, Qt.SortOrder.AscendingOrder
        self._shown = self._all

    def filter(self, state: FileState | None, words: str) -> None:
        """Show what has this outcome, where one is given, and all of these words."""
        self._wanted = state, words
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; without one, files stand in the order in which they were read."""
        self._order = column, order
        self._show()

    def result(self, row: int) -> FileResult:
        return self._shown[row][1]

    def _show(self) -> None:
        (state, words), (column, order) = self._wanted, self._order
        wanted = words.casefold().split()
        self.beginResetModel()
        self._shown = [
            (cells, each)
            for cells, each in self._all
            if state in (None, each.state)
            and all(word in " ".join(cells).casefold() for word in wanted)
        ]
        if column >= 0:
            down = order is Qt.SortOrder.DescendingOrder
            self._shown.sort(key=lambda row: row[0][column].casefold(), reverse=down)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Outcome"), _("File"), _("Details"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words = self._shown[index.row()][0][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else None


class _NameDelegate(QStyledItemDelegate):
    """Leaves out the middle of a long name: its folder and its end tell more."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class ImportReportDialog(QDialog):
    document_wanted = Signal(int)  # its id
    save_wanted = Signal()

    def __init__(self, results: Sequence[FileResult], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What became of the files"))
        self.resize(880, 520)
        self._model = ReportModel(results)
        self._summary = plain_label(summary(results), wrap=True)
        self._states, self._words = QComboBox(), QLineEdit()
        self._states.setAccessibleName(_("Outcome"))
        self._states.addItem(_("All ({count})").format(count=format_number(len(results))), None)
        for state, count in counts(results).items():
            named = next(outcome(each) for each in results if each.state is state)
            self._states.addItem(f"{named} ({format_number(count)})", state)
        self._words.setPlaceholderText(_("Find a file, or words"))
        self._words.setAccessibleName(_("Find a file, or words"))
        self._words.setClearButtonEnabled(True)
        self._table = self._make_table()
        self._none = plain_label(_("No file is like that."), soft=True)
        self._none.hide()
        self._connect()
        self._lay_out()
        self._words.setFocus()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setObjectName("report")
        table.setAccessibleName(_("What became of the files"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setItemDelegateForColumn(_FILE, _NameDelegate(table))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().lineSpacing() + 12)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setStretchLastSection(True)
        table.setColumnWidth(_OUTCOME, 110)
        table.setColumnWidth(_FILE, 270)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        return table

    def _connect(self) -> None:
        self._states.currentIndexChanged.connect(self._filter)
        self._words.textChanged.connect(self._filter)
        self._table.activated.connect(self._choose)

    def _lay_out(self) -> None:
        save, close = push_button(_("Save report…")), push_button(_("Close"), primary=True)
        save.setAutoDefault(False)
        save.clicked.connect(self.save_wanted)
        close.clicked.connect(self.accept)
        filters, buttons = QHBoxLayout(), QHBoxLayout()
        filters.addWidget(self._states)
        filters.addWidget(self._words, 1)
        buttons.addWidget(save)
        buttons.addWidget(self._none)
        buttons.addStretch(1)
        buttons.addWidget(plain_label(_("Return opens the document."), soft=True))
        buttons.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 18)
        whole.setSpacing(12)
        whole.addWidget(self._summary)
        whole.addLayout(filters)
        whole.addWidget(self._table, 1)
        whole.addLayout(buttons)

    def _filter(self) -> None:
        self._model.filter(self._states.currentData(), self._words.text())
        self._none.setVisible(self._model.rowCount() == 0)

    def _choose(self, index: QModelIndex) -> None:
        document = self._model.result(index.row()).document
        if document is not None:
            self.document_wanted.emit(document)
            self.accept()
