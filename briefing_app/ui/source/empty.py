"""What the pane shows before there is a document."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.language import _
from briefing_app.ui.labels import plain_label, push_button


class EmptyState(QWidget):
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = plain_label(_("No document yet"), title=True)
        hint = plain_label(
            _("Drop files here, or add documents: wire stories, communiqués, agreement texts."),
            wrap=True,
            soft=True,
        )
        button = push_button(_("Add documents…"), primary=True)
        button.clicked.connect(self.add_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(10)
        column.addStretch(2)
        for label in (title, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(6)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
