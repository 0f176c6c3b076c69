"""What came into the watched folder, to be added or left."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing_app.ingest.labels import label
from briefing_app.language import _
from briefing_app.ui.labels import plain_label, plain_tip, push_button


class NewFilesDialog(QDialog):
    """Lists files by their place in the folder; those that stay ticked are added."""

    def __init__(self, folder: Path, paths: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New files"))
        self.resize(560, 420)
        self._paths = paths
        self._list = QListWidget()
        self._list.setAccessibleName(_("New files"))
        for path in paths:
            row = QListWidgetItem(label(str(path.relative_to(folder))), self._list)
            row.setToolTip(plain_tip(label(str(path))))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked)
        add, leave = push_button(_("Add"), primary=True), push_button(_("Not now"))
        add.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(add)
        buttons.addWidget(leave)
        words = _("In “{folder}”, and not in this dossier yet:").format(folder=label(folder.name))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 18)
        whole.setSpacing(12)
        whole.addWidget(plain_label(words, wrap=True))
        whole.addWidget(self._list, 1)
        whole.addLayout(buttons)

    def chosen(self) -> list[Path]:
        return [
            path
            for row, path in enumerate(self._paths)
            if self._list.item(row).checkState() is Qt.CheckState.Checked
        ]
