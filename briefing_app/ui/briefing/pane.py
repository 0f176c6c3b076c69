"""The right-hand pane: the Briefing as overview, positions, outcomes, notes and timeline."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.issue import IssueId
from briefing_app.domain.party import PartyId
from briefing_app.language import _
from briefing_app.ui.briefing.cards import Card, CardList
from briefing_app.ui.briefing.checklist import Checklist
from briefing_app.ui.briefing.detail import DetailCard
from briefing_app.ui.briefing.details import detail_of
from briefing_app.ui.briefing.filter_bar import FilterBar
from briefing_app.ui.briefing.matrix import MatrixView
from briefing_app.ui.briefing.rows import Chip, Entry, Filter, Rows, with_count
from briefing_app.ui.briefing.stories import note_cards, nothing_words, timeline_cards
from briefing_app.ui.items import Item, Kind
from briefing_app.ui.labels import plain_label
from briefing_app.ui.theme import Theme

OVERVIEW, POSITIONS, OUTCOMES, NOTES, TIMELINE = range(5)
_AROUND = 48  # pixels in sight above and below what is scrolled to


class BriefingPane(QWidget):
    """Shows one Briefing; says what the reader chose and wants, and writes nothing."""

    evidence_wanted = Signal(object)  # Evidence
    confirm_wanted = Signal(object)  # Item
    edit_wanted = Signal(object)  # Item
    dismiss_wanted = Signal(object)  # Item
    tick_wanted = Signal(int, bool)  # the outcome's id
    no_filter_wanted = Signal()
    copy_wanted = Signal(object)  # tuple[Item, ...]
    row_copy_wanted = Signal(str, object)  # the issue, and the items by party

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
        self._filters, self._pages = FilterBar(), QStackedWidget()
        self._overview_matrix, self._overview_list = MatrixView(theme), Checklist(theme)
        self._matrix, self._checklist = MatrixView(theme), Checklist(theme)
        self._notes = CardList(theme, _("Notes and highlights"))
        self._timeline = CardList(theme, _("Timeline"))
        self._overview, self._inside = QScrollArea(), QWidget()
        self._empty = plain_label(wrap=True, soft=True)
        self._lay_out()
        self._connect()
        self._retitle()
        self.clear()

    def show_briefing(self, briefing: Briefing) -> None:
        self._briefing, self._rows = briefing, Rows(briefing)
        self._filters.show()
        self._refresh()

    def clear(self) -> None:
        """Show nothing: no dossier is open."""
        self._briefing, self._rows = None, None
        self._filters.hide()
        self._pages.hide()
        self._empty.clear()
        self._empty.show()
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
        shown = item and self._briefing and detail_of(self._briefing, item)
        self._current = item if shown else None
        for view in self._views:
            view.set_current(self._current)
        self._detail.show_detail(shown or None)
        self._scroll_overview(self._current)

    @property
    def current(self) -> Item | None:
        return self._current

    def to_review(self) -> tuple[Item, ...]:
        """List the proposals on the party and issue filtered by, in the order in which they are shown."""
        return self._rows.to_review(self._filter) if self._rows else ()

    @property
    def filtered(self) -> bool:
        """Whether only one party or one issue is shown."""
        return self._filter != Filter(self._filter.chip)

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
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setAccessibleName(_("Views of the briefing"))
        for _number in range(5):
            self._tabs.addTab("")
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setObjectName("rule")
        whole.addWidget(self._tabs)
        whole.addWidget(rule)
        whole.addWidget(self._filters)
        self._empty.setContentsMargins(18, 12, 18, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._empty, 1)
        self._fill_pages()
        whole.addWidget(self._pages, 1)
        self._detail = DetailCard(self)  # made last, so that Tab comes to it last
        whole.addWidget(self._detail)

    def _fill_pages(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(12, 0, 12, 16)
        column.setSpacing(8)
        self._overview_matrix.fit_contents()
        self._overview_list.fit_contents()
        for widget in (self._overview_matrix, self._overview_list):
            column.addWidget(widget)
        column.addStretch(1)
        self._overview.setWidget(self._inside)
        self._overview.setWidgetResizable(True)
        self._overview.setFrameShape(QFrame.Shape.NoFrame)
        self._overview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._overview.verticalScrollBar().valueChanged.connect(self._hold_header)
        for page in (self._overview, self._matrix, self._checklist, self._notes, self._timeline):
            self._pages.addWidget(page)

    def _connect(self) -> None:
        for view in (self._overview_matrix, self._overview_list, self._matrix, self._checklist):
            view.chosen.connect(self._choose)
            view.opened.connect(lambda entry: self.edit_wanted.emit(entry.item))
            view.copy_wanted.connect(self.copy_wanted)
        for view in (self._overview_matrix, self._matrix):
            view.row_copy_wanted.connect(self.row_copy_wanted)
        for view in (self._overview_list, self._checklist):
            view.tick_wanted.connect(lambda e: self.tick_wanted.emit(e.item.id, not e.ticked))
        for view in (self._notes, self._timeline):
            view.chosen.connect(self._choose_card)
            view.opened.connect(lambda card: self.edit_wanted.emit(card.item))
        for view in (self._overview_matrix, self._overview_list):
            view.moved.connect(partial(self._bring_into_sight, view))
        self._detail.evidence_wanted.connect(self.evidence_wanted)
        self._detail.confirm_wanted.connect(self.confirm_wanted)
        self._detail.edit_wanted.connect(self.edit_wanted)
        self._detail.dismiss_wanted.connect(self.dismiss_wanted)
        self._filters.chip_chosen.connect(self._choose_chip)
        self._filters.no_filter_wanted.connect(self.no_filter_wanted)
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
        self._filters.offer_chips(wanted=tab in (OVERVIEW, POSITIONS, OUTCOMES))
        self._fill(tab)
        self._show_emptiness()
        self._show_filter()
        self.set_current(self._current)

    def _refresh(self) -> None:
        if self._briefing is None:
            return
        self._stale = set(range(5))
        self._fill(self._tabs.currentIndex())
        self._show_emptiness()
        self._show_filter()
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

    def _show_filter(self) -> None:
        """Say what is filtered by; the notes are the same with any filter."""
        if self._briefing is None or self._rows is None:
            return
        party, issue = self._filter.party, self._filter.issue
        names = [self._briefing.party(party).name] if party else []
        names += [self._briefing.issue(issue).label] if issue else []
        self._filters.show_names(names if self._tabs.currentIndex() != NOTES else [])
        counts = {
            chip: self._rows.count(replace(self._filter, chip=chip))
            for chip in Chip
            if chip is not Chip.ALL
        }
        self._filters.show_counts(counts, self._filter.chip)

    def _is_empty(self, tab: int) -> bool:
        matrix = self._matrix if tab == POSITIONS else self._overview_matrix
        checklist = self._checklist if tab == OUTCOMES else self._overview_list
        return {
            OVERVIEW: not matrix.model().rowCount() and not checklist.model().rowCount(),
            POSITIONS: not matrix.model().rowCount(),
            OUTCOMES: not checklist.model().rowCount(),
        }.get(tab, False)  # notes and timeline say themselves what is missing

    def _show_emptiness(self) -> None:
        """Say what to do where a tab has nothing to show."""
        if self._briefing is None:
            return
        empty = self._is_empty(self._tabs.currentIndex())
        self._empty.setVisible(empty)
        self._pages.setVisible(not empty)
        self._empty.setText(nothing_words(self._briefing, self._filter))

    def _retitle(self) -> None:
        counts = self._briefing
        titles = (
            _("Overview"),
            _("Positions"),
            with_count(_("Outcomes"), len(counts.outcomes) if counts else 0),
            with_count(_("Notes"), len(counts.annotations) if counts else 0),
            _("Timeline"),
        )
        for number, title in enumerate(titles):
            self._tabs.setTabText(number, title)

    def _scroll_overview(self, item: Item | None) -> None:
        for view in (self._overview_matrix, self._overview_list):
            area = view.area_of(item)
            if area is not None:
                self._bring_into_sight(view, area)

    def _bring_into_sight(self, view: QWidget, area: QRect) -> None:
        """Scroll the overview to a part of one of its views: to its head, where not all of it fits."""
        above, around = view.mapTo(self._inside, QPoint()).y(), round(_AROUND * self._scale)
        self._overview.ensureVisible(0, above + area.bottom(), 0, around)
        self._overview.ensureVisible(0, above + area.top(), 0, around)

    def _hold_header(self, scrolled: int) -> None:
        """Keep the parties' names in sight as long as their matrix is."""
        self._overview_matrix.keep_header_at(scrolled - self._overview_matrix.y())
