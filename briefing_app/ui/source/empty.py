"""What the pane shows while there is no document."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.language import _
from briefing_app.ui.labels import plain_label, push_button


class EmptyState(QWidget):
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint = plain_label(title=True), plain_label(wrap=True, soft=True)
        self._add = push_button(_("Add documents…"), primary=True)
        self._add.clicked.connect(self.add_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(10)
        column.addStretch(2)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(6)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self.offer_documents()

    def offer_documents(self) -> None:
        """Say that the dossier has no document yet."""
        self.say(
            _("No document yet"),
            _(
                "Drop files, folders or archives here, or add documents: wire stories, communiqués, agreement texts."
            ),
        )
        self._add.show()

    def say(self, title: str, hint: str) -> None:
        """Say why there is nothing to read; nothing can be added now."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._add.hide()
