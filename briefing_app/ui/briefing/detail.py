"""The card below the briefing: everything about the one entry that is pointed at, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from briefing_app.domain.evidence import Evidence
from briefing_app.language import _
from briefing_app.ui.items import Item
from briefing_app.ui.labels import plain_label, push_button


@dataclass(frozen=True)
class Detail:
    """What the card shows: fields as name and value, and each piece of evidence with where it stands."""

    item: Item
    heading: str
    claim: str
    fields: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, Evidence], ...]
    proposed: bool


class DetailCard(QFrame):
    """Shows one position or outcome whole."""

    evidence_wanted = Signal(object)  # Evidence
    confirm_wanted = Signal(object)  # Item
    edit_wanted = Signal(object)  # Item
    dismiss_wanted = Signal(object)  # Item

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAccessibleName(_("The entry pointed at"))
        self._item: Item | None = None
        self._heading = plain_label(bold=True)
        self._claim = plain_label(wrap=True, name="detail_claim")
        self._claim.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._fields = QGridLayout()
        self._evidence = QHBoxLayout()
        self._accept = push_button(_("Accept"), primary=True)
        self._edit = push_button(_("Edit…"))
        self._dismiss = push_button(_("Dismiss"))
        self._lay_out()
        self._accept.clicked.connect(lambda: self.confirm_wanted.emit(self._item))
        self._edit.clicked.connect(lambda: self.edit_wanted.emit(self._item))
        self._dismiss.clicked.connect(lambda: self.dismiss_wanted.emit(self._item))
        self.hide()

    def show_detail(self, detail: Detail | None) -> None:
        self._item = detail.item if detail else None
        self.setVisible(detail is not None)
        if detail is None:
            return
        self._heading.setText(detail.heading)
        self._claim.setText(detail.claim)
        self._show_fields(detail.fields)
        self._show_evidence(detail.evidence)
        self._accept.setVisible(detail.proposed)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 12, 18, 12)
        whole.setSpacing(6)
        self._fields.setColumnStretch(1, 1)
        self._fields.setHorizontalSpacing(12)
        self._fields.setVerticalSpacing(2)
        buttons = QHBoxLayout()
        buttons.setSpacing(7)
        buttons.addLayout(self._evidence)
        buttons.addStretch(1)
        for button in (self._accept, self._edit, self._dismiss):
            buttons.addWidget(button)
        whole.addWidget(self._heading)
        whole.addWidget(self._claim)
        whole.addLayout(self._fields)
        whole.addSpacing(4)
        whole.addLayout(buttons)

    def _show_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        _empty(self._fields)
        for row, (name, value) in enumerate(fields):
            self._fields.addWidget(plain_label(name, soft=True), row, 0, Qt.AlignmentFlag.AlignTop)
            self._fields.addWidget(plain_label(value, wrap=True), row, 1)

    def _show_evidence(self, evidence: Sequence[tuple[str, Evidence]]) -> None:
        _empty(self._evidence)
        for place, each in evidence[:6]:
            button: QPushButton = push_button(place, chip=True)
            button.setToolTip(_("Show the words"))
            button.clicked.connect(lambda *_args, found=each: self.evidence_wanted.emit(found))
            self._evidence.addWidget(button)


def _empty(layout: QGridLayout | QHBoxLayout) -> None:
    while (taken := layout.takeAt(0)) is not None:
        widget = taken.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
