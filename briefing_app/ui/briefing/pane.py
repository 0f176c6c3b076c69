"""The right-hand pane: the Briefing as overview, positions, outcomes, notes and timeline."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.issue import IssueId
from briefing_app.domain.party import PartyId
from briefing_app.language import _, format_number
from briefing_app.ui.briefing.cards import Card, CardList
from briefing_app.ui.briefing.checklist import Checklist
from briefing_app.ui.briefing.detail import DetailCard
from briefing_app.ui.briefing.details import detail_of
from briefing_app.ui.briefing.matrix import MatrixView
from briefing_app.ui.briefing.rows import CHIPS, Chip, Entry, Filter, Rows
from briefing_app.ui.briefing.stories import note_cards, timeline_cards
from briefing_app.ui.items import Item, Kind
from briefing_app.ui.labels import plain_label, push_button
from briefing_app.ui.theme import Theme

OVERVIEW, POSITIONS, OUTCOMES, NOTES, TIMELINE = range(5)


class BriefingPane(QWidget):
    """Shows one Briefing; says what the reader chose and wants, and writes nothing."""

    evidence_wanted = Signal(object)  # Evidence
    confirm_wanted = Signal(object)  # Item
    edit_wanted = Signal(object)  # Item
    dismiss_wanted = Signal(object)  # Item
    tick_wanted = Signal(int, bool)  # the outcome's id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("briefing")
        self._theme, self._scale = theme, 1.0
        self._briefing: Briefing | None = None
        self._rows: Rows | None = None
        self._filter = Filter()
        self._current: Item | None = None
        self._stale: set[int] = set()  # the tabs whose rows are not those of the Briefing
        self._tabs = QTabBar()
        self._chips: dict[Chip, QPushButton] = {}
        self._chip_line, self._pages = QWidget(), QStackedWidget()
        self._overview_matrix, self._overview_list = MatrixView(theme), Checklist(theme)
        self._matrix, self._checklist = MatrixView(theme), Checklist(theme)
        self._notes = CardList(theme, _("Notes and highlights"))
        self._timeline = CardList(theme, _("Timeline"))
        self._overview, self._inside = QScrollArea(), QWidget()
        self._empty = plain_label(wrap=True, soft=True)
        self._detail = DetailCard()
        self._lay_out()
        self._connect()
        self._retitle()
        self.clear()

    def show_briefing(self, briefing: Briefing) -> None:
        self._briefing, self._rows = briefing, Rows(briefing)
        self._refresh()

    def clear(self) -> None:
        """Show nothing: no dossier is open."""
        self._briefing, self._rows = None, None
        for view in (self._overview_matrix, self._overview_list):
            view.hide()
        self._empty.hide()
        self.set_current(None)
        self._retitle()

    def filter_party(self, party: PartyId | None) -> None:
        self._filter = replace(self._filter, party=party)
        self._refresh()

    def filter_issue(self, issue: IssueId | None) -> None:
        self._filter = replace(self._filter, issue=issue)
        self._refresh()

    def set_look(self, theme: Theme, scale: float) -> None:
        self._theme, self._scale = theme, scale
        for view in self._views:
            view.set_look(theme, scale)
        self._refresh()

    def set_current(self, item: Item | None) -> None:
        """Point at an entry: mark it, bring it into sight, show it whole in the card."""
        self._current = item
        for view in self._views:
            view.set_current(item)
        shown = item and self._briefing and detail_of(self._briefing, item)
        self._detail.show_detail(shown or None)
        self._scroll_overview(item)

    @property
    def current(self) -> Item | None:
        return self._current

    def to_review(self) -> tuple[Item, ...]:
        """List the proposals in the order in which they are shown."""
        return self._rows.to_review() if self._rows else ()

    @property
    def tab(self) -> int:
        return self._tabs.currentIndex()

    def show_tab(self, tab: int) -> None:
        self._tabs.setCurrentIndex(tab)

    @property
    def _views(self) -> tuple[MatrixView | Checklist | CardList, ...]:
        return (
            self._overview_matrix,
            self._overview_list,
            self._matrix,
            self._checklist,
            self._notes,
            self._timeline,
        )

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setAccessibleName(_("Views of the briefing"))
        for _number in range(5):
            self._tabs.addTab("")
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setObjectName("rule")
        whole.addWidget(self._tabs)
        whole.addWidget(rule)
        self._fill_chips()
        whole.addWidget(self._chip_line)
        self._fill_pages()
        whole.addWidget(self._pages, 1)
        whole.addWidget(self._detail)

    def _fill_chips(self) -> None:
        line = QHBoxLayout(self._chip_line)
        line.setContentsMargins(18, 9, 12, 7)
        line.setSpacing(6)
        group = QButtonGroup(self)
        for chip in Chip:
            button = push_button("", chip=True)
            button.setCheckable(True)
            button.setChecked(chip is Chip.ALL)
            button.clicked.connect(lambda *_args, wanted=chip: self._choose_chip(wanted))
            group.addButton(button)
            line.addWidget(button)
            self._chips[chip] = button
        line.addStretch(1)

    def _fill_pages(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(12, 0, 12, 16)
        column.setSpacing(8)
        self._empty.setContentsMargins(6, 12, 6, 0)
        self._overview_matrix.fit_contents()
        self._overview_list.fit_contents()
        for widget in (self._empty, self._overview_matrix, self._overview_list):
            column.addWidget(widget)
        column.addStretch(1)
        self._overview.setWidget(self._inside)
        self._overview.setWidgetResizable(True)
        self._overview.setFrameShape(QFrame.Shape.NoFrame)
        self._overview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in (self._overview, self._matrix, self._checklist, self._notes, self._timeline):
            self._pages.addWidget(page)

    def _connect(self) -> None:
        for view in (self._overview_matrix, self._overview_list, self._matrix, self._checklist):
            view.chosen.connect(self._choose)
            view.opened.connect(lambda entry: self.edit_wanted.emit(entry.item))
        for view in (self._overview_list, self._checklist):
            view.tick_wanted.connect(lambda e: self.tick_wanted.emit(e.item.id, not e.ticked))
        for view in (self._notes, self._timeline):
            view.chosen.connect(self._choose_card)
            view.opened.connect(lambda card: self.edit_wanted.emit(card.item))
        self._detail.evidence_wanted.connect(self.evidence_wanted)
        self._detail.confirm_wanted.connect(self.confirm_wanted)
        self._detail.edit_wanted.connect(self.edit_wanted)
        self._detail.dismiss_wanted.connect(self.dismiss_wanted)
        self._tabs.currentChanged.connect(self._turn_to)

    def _choose(self, entry: Entry) -> None:
        self.set_current(entry.item)
        self.evidence_wanted.emit(entry.evidence)

    def _choose_card(self, card: Card) -> None:
        self.set_current(card.item if card.item and card.item.kind is not Kind.ANNOTATION else None)
        self.evidence_wanted.emit(card.evidence)

    def _choose_chip(self, chip: Chip) -> None:
        self._filter = replace(self._filter, chip=chip)
        self._refresh()

    def _turn_to(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)
        self._chip_line.setVisible(tab in (OVERVIEW, POSITIONS, OUTCOMES))
        self._fill(tab)
        self.set_current(self._current)

    def _refresh(self) -> None:
        if self._briefing is None:
            return
        self._stale = set(range(5))
        self._fill(self._tabs.currentIndex())
        self._retitle()
        self.set_current(self._current)

    def _fill(self, tab: int) -> None:
        """Give a tab its rows, unless it has them: only what is looked at is laid out."""
        if self._briefing is None or self._rows is None or tab not in self._stale:
            return
        self._stale.discard(tab)
        if tab == OVERVIEW:
            self._fill_overview(self._rows)
        elif tab == POSITIONS:
            self._matrix.set_rows(self._rows.matrix(self._filter))
        elif tab == OUTCOMES:
            self._checklist.set_rows(self._rows.outcomes(self._filter))
        elif tab == NOTES:
            self._notes.set_rows(note_cards(self._briefing, self._theme))
        else:
            self._timeline.set_rows(timeline_cards(self._briefing, self._theme, self._filter))

    def _fill_overview(self, rows: Rows) -> None:
        matrix, outcomes = rows.matrix(self._filter), rows.outcomes(self._filter)
        self._overview_matrix.set_rows(matrix)
        self._overview_list.set_rows(outcomes)
        self._overview_matrix.setVisible(bool(matrix.lines))
        self._overview_list.setVisible(bool(outcomes))
        self._show_emptiness(anything=bool(matrix.lines or outcomes))

    def _show_emptiness(self, *, anything: bool) -> None:
        assert self._briefing is not None
        self._empty.setVisible(not anything)
        if self._filter != Filter():
            self._empty.setText(
                _("Nothing here with this filter. Choose All, or another party or issue.")
            )
        elif not self._briefing.documents:
            self._empty.setText(
                _("Add a document, and what the parties want and what came of it appears here.")
            )
        else:
            self._empty.setText(
                _(
                    "No positions or outcomes yet. Select words in the text to make one of them by hand."
                )
            )

    def _retitle(self) -> None:
        counts = self._briefing
        titles = (
            _("Overview"),
            _("Positions"),
            _with_count(_("Outcomes"), len(counts.outcomes) if counts else 0),
            _with_count(_("Notes"), len(counts.annotations) if counts else 0),
            _("Timeline"),
        )
        for number, title in enumerate(titles):
            self._tabs.setTabText(number, title)
        for chip, button in self._chips.items():
            count = self._rows.count(chip) if self._rows and chip is not Chip.ALL else 0
            button.setText(_with_count(_(CHIPS[chip]), count))
            button.setVisible(chip is Chip.ALL or count > 0 or self._filter.chip is chip)

    def _scroll_overview(self, item: Item | None) -> None:
        for view in (self._overview_matrix, self._overview_list):
            area = view.area_of(item)
            if area is not None:
                top = view.mapTo(self._inside, area.topLeft())
                bottom = view.mapTo(self._inside, area.bottomLeft())
                self._overview.ensureVisible(0, bottom.y(), 0, 24)
                self._overview.ensureVisible(0, top.y(), 0, 24)


def _with_count(word: str, count: int) -> str:
    return f"{word} {format_number(count)}" if count else word
