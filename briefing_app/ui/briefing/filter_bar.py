"""What stands above the briefing: the quick filters, and by which party or issue it is filtered."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from briefing_app.language import _, format_list
from briefing_app.ui.actions import Act, shortcut_words
from briefing_app.ui.briefing.filters import CHIPS, Chip
from briefing_app.ui.briefing.rows import with_count
from briefing_app.ui.flow_layout import FlowLayout
from briefing_app.ui.labels import plain_label, push_button


class FilterBar(QWidget):
    """Shows which filters there are and which are on; each can be ended where it is seen."""

    chip_chosen = Signal(object)  # Chip
    no_filter_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Chip, QPushButton] = {}
        self._chip_line, self._only = QWidget(), QFrame()
        self._words = plain_label(wrap=True)
        self._show_all = push_button(_("Show all"), quiet=True)
        self._show_all.setToolTip(shortcut_words(Act.NO_FILTER))
        self._show_all.clicked.connect(self.no_filter_wanted)
        self._fill_chips()
        self._lay_out()
        self.show_names(())

    def show_counts(self, counts: Mapping[Chip, int], chosen: Chip) -> None:
        """Say how much each filter would leave; one that would leave nothing is not offered."""
        for chip, button in self._chips.items():
            count = counts.get(chip, 0)
            button.setText(with_count(_(CHIPS[chip]), count))
            button.setVisible(chip is Chip.ALL or count > 0 or chip is chosen)
            button.setChecked(chip is chosen)

    def show_names(self, names: Sequence[str]) -> None:
        """Say by which party and issue everything is filtered, if by any."""
        self._words.setText(_("Only {names}").format(names=format_list(names)))
        self._only.setVisible(bool(names))

    def offer_chips(self, *, wanted: bool) -> None:
        self._chip_line.setVisible(wanted)

    def _fill_chips(self) -> None:
        line = FlowLayout(self._chip_line)
        line.setContentsMargins(18, 9, 12, 7)
        group = QButtonGroup(self)
        for chip in Chip:
            button = push_button("", chip=True)
            button.setCheckable(True)
            button.clicked.connect(lambda *_args, wanted=chip: self.chip_chosen.emit(wanted))
            group.addButton(button)
            line.addWidget(button)
            self._chips[chip] = button

    def _lay_out(self) -> None:
        self._only.setObjectName("only")
        line = QHBoxLayout(self._only)
        line.setContentsMargins(18, 3, 12, 3)
        line.addWidget(self._words, 1)
        line.addWidget(self._show_all)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._only)
        whole.addWidget(self._chip_line)
