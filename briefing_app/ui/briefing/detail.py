"""The card below the briefing: everything about the one entry that is pointed at, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.evidence import Evidence
from briefing_app.language import _
from briefing_app.ui.flow_layout import FlowLayout
from briefing_app.ui.items import Item
from briefing_app.ui.labels import plain_label, push_button

_SHARE = 0.45  # of the pane's height; what is longer scrolls
_SIDE = 18


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
    """Shows one position or outcome whole, and takes no more than its share of the pane around it."""

    evidence_wanted = Signal(object)  # Evidence
    confirm_wanted = Signal(object)  # Item
    edit_wanted = Signal(object)  # Item
    dismiss_wanted = Signal(object)  # Item

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self.setObjectName("detail")
        self.setAccessibleName(_("The entry pointed at"))
        self._item: Item | None = None
        self._scroll, self._inside, self._foot = QScrollArea(), QWidget(), QWidget()
        self._heading = plain_label(wrap=True, bold=True)
        self._claim = plain_label(wrap=True, name="detail_claim")
        self._claim.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._fields = QGridLayout()
        self._evidence = FlowLayout()
        self._accept = push_button(_("Accept"), primary=True)
        self._edit = push_button(_("Edit…"))
        self._dismiss = push_button(_("Dismiss"))
        self._lay_out()
        self._accept.clicked.connect(lambda: self.confirm_wanted.emit(self._item))
        self._edit.clicked.connect(lambda: self.edit_wanted.emit(self._item))
        self._dismiss.clicked.connect(lambda: self.dismiss_wanted.emit(self._item))
        parent.installEventFilter(self)  # its height is what there is a share of
        self._inside.installEventFilter(self)
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
        self._scroll.verticalScrollBar().setValue(0)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self._item:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Be as tall as what is shown, within the card's share of the pane."""
        width = self._pane.width()
        wanted = self._inside.heightForWidth(width)
        foot = self._foot.heightForWidth(width)
        self._scroll.setFixedHeight(
            max(60, min(wanted, round(self._pane.height() * _SHARE) - foot))
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(_SIDE, 12, _SIDE, 4)
        column.setSpacing(6)
        self._fields.setColumnStretch(1, 1)
        self._fields.setHorizontalSpacing(12)
        self._fields.setVerticalSpacing(2)
        column.addWidget(self._heading)
        column.addWidget(self._claim)
        column.addLayout(self._fields)
        column.addLayout(self._evidence)
        column.addStretch(1)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = FlowLayout(self._foot, right=True)
        buttons.setContentsMargins(_SIDE, 6, _SIDE, 12)
        for button in (self._accept, self._edit, self._dismiss):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll)
        whole.addWidget(self._foot)

    def _show_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        _empty(self._fields)
        for row, (name, value) in enumerate(fields):
            self._fields.addWidget(plain_label(name, soft=True), row, 0, Qt.AlignmentFlag.AlignTop)
            self._fields.addWidget(plain_label(value, wrap=True), row, 1)

    def _show_evidence(self, evidence: Sequence[tuple[str, Evidence]]) -> None:
        _empty(self._evidence)
        shown: list[QWidget] = []
        for place, each in evidence:
            button: QPushButton = push_button(place, chip=True)
            button.setToolTip(_("Show the words"))
            button.setAccessibleName(_("Show the words: {place}").format(place=place))
            button.clicked.connect(lambda *_args, found=each: self.evidence_wanted.emit(found))
            self._evidence.addWidget(button)
            shown.append(button)
        for one, following in pairwise((*shown, self._accept, self._edit, self._dismiss)):
            self.setTabOrder(one, following)


def _empty(layout: QLayout) -> None:
    while (taken := layout.takeAt(0)) is not None:
        widget = taken.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
