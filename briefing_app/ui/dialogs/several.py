"""A button that opens a list in which several things can be chosen.

None or all of them means everything, also what is there only later: who ticks every document wants the whole dossier,
and is told so below the list.
"""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from briefing_app.language import _
from briefing_app.ui.labels import plain_label, plain_tip


class SeveralButton(QPushButton):
    """Says how much is chosen, and opens the list of all."""

    changed = Signal()

    def __init__(self, everything: str, names: Mapping[int, str], chosen: tuple[int, ...]) -> None:
        super().__init__()
        self.setAutoDefault(False)  # Return means to export
        self.setProperty("choice", True)
        self._everything = everything
        self._popup, self.list = QFrame(self, Qt.WindowType.Popup), QListWidget()
        self.list.setAccessibleName(everything)
        self.list.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )  # names are cut
        for key, name in names.items():
            item = QListWidgetItem(name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(plain_tip(name))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
        inside = QVBoxLayout(self._popup)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        told = _("None or all of them: everything, also what is added later.")
        self.list.setAccessibleDescription(told)
        self._told = plain_label(told, wrap=True, soft=True)
        self._told.setContentsMargins(9, 4, 9, 6)
        inside.addWidget(self._told)
        self.list.itemChanged.connect(self._tell)
        self.clicked.connect(self._open)
        self.setEnabled(bool(names))
        self._say()

    def chosen(self) -> tuple[int, ...]:
        """Return the keys of what is chosen; none where that is everything there is."""
        keys = tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )
        return () if len(keys) == self.list.count() else keys

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        chosen = self.chosen()
        some = _("{count} of {all}").format(count=len(chosen), all=self.list.count())
        self.setText(f"{some if chosen else self._everything}…")

    def _open(self) -> None:
        width = max(self.width(), 320)
        rows = self.list.sizeHintForRow(0) * min(self.list.count(), 12) + 24
        self._popup.resize(QSize(width, rows + self._told.heightForWidth(width)))
        self._popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._popup.show()
        self.list.setFocus()
