"""The right-hand pane: the Briefing as overview, positions, outcomes, notes, and as drawings at a glance."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.issue import IssueId
from briefing_app.domain.party import PartyId
from briefing_app.language import _
from briefing_app.ui.briefing.cards import Card, CardList
from briefing_app.ui.briefing.checklist import Checklist
from briefing_app.ui.briefing.detail import DetailCard
from briefing_app.ui.briefing.details import detail_of, evidence_of
from briefing_app.ui.briefing.filter_bar import FilterBar
from briefing_app.ui.briefing.filters import Chip, Filter, narrowed, nothing_words
from briefing_app.ui.briefing.glance import GlancePage
from briefing_app.ui.briefing.glance.sheet import Mark
from briefing_app.ui.briefing.matrix import MatrixView
from briefing_app.ui.briefing.notes import note_cards
from briefing_app.ui.briefing.overview import OverviewPage
from briefing_app.ui.briefing.rows import Entry, Rows
from briefing_app.ui.briefing.tabs import GLANCE, NOTES, OUTCOMES, OVERVIEW, POSITIONS, Tabs
from briefing_app.ui.items import Item, Kind
from briefing_app.ui.labels import plain_label
from briefing_app.ui.theme import Theme


class BriefingPane(QWidget):
    """Shows one Briefing; says what the reader chose and wants, and writes nothing."""

    evidence_wanted = Signal(object)  # Evidence
    document_wanted = Signal(int)  # its id
    confirm_wanted = Signal(object)  # Item
    edit_wanted = Signal(object)  # Item
    dismiss_wanted = Signal(object)  # Item
    tick_wanted = Signal(int, bool)  # the outcome's id
    no_filter_wanted = Signal()
    copy_wanted = Signal(object)  # tuple[Item, ...]
    row_copy_wanted = Signal(str, object)  # the issue, and the items by party
    picture_copy_wanted = Signal(object)  # Picture
    picture_save_wanted = Signal(object)  # Picture

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("briefing")
        self._theme, self._scale = theme, 1.0
        self._briefing: Briefing | None = None
        self._rows: Rows | None = None
        self._filter = Filter()
        self._current: Item | None = None
        self._stale: set[int] = set()  # the tabs whose rows are not those of the Briefing
        self._tabs = Tabs()
        self._filters, self._pages = FilterBar(), QStackedWidget()
        self._overview = OverviewPage(theme)
        self._matrix, self._checklist = MatrixView(theme), Checklist(theme)
        self._notes = CardList(theme, _("Notes and highlights"))
        self._glance = GlancePage(theme)
        self._views = (self._overview, self._matrix, self._checklist, self._notes, self._glance)
        self._empty = plain_label(wrap=True, soft=True)
        self._lay_out()
        self._connect()
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
        self._tabs.count_entries(None)

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
        self._detail.show_detail(shown or None)  # first, as it takes of the views' height
        for view in self._views:
            view.set_current(self._current)

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

    def show_timeline(self) -> None:
        """Go to the line of time, which is the last of the drawings."""
        self.show_tab(GLANCE)
        self._glance.show_timeline()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setObjectName("rule")
        whole.addWidget(self._tabs)
        whole.addWidget(rule)
        whole.addWidget(self._filters)
        self._empty.setContentsMargins(18, 12, 18, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._empty, 1)
        for page in self._views:
            self._pages.addWidget(page)
        whole.addWidget(self._pages, 1)
        self._detail = DetailCard(self)  # made last, so that Tab comes to it last
        whole.addWidget(self._detail)

    def _connect(self) -> None:
        overview = self._overview
        for view in (overview.matrix, overview.checklist, self._matrix, self._checklist):
            view.chosen.connect(self._choose)
            view.opened.connect(lambda entry: self.edit_wanted.emit(entry.item))
            view.copy_wanted.connect(self.copy_wanted)
        for view in (overview.matrix, self._matrix):
            view.row_copy_wanted.connect(self.row_copy_wanted)
        for view in (overview.checklist, self._checklist):
            view.tick_wanted.connect(lambda e: self.tick_wanted.emit(e.item.id, not e.ticked))
        self._notes.chosen.connect(self._choose_card)
        self._notes.opened.connect(lambda card: self.edit_wanted.emit(card.item))
        self._glance.chosen.connect(self._choose_mark)
        self._glance.opened.connect(
            lambda mark: self.edit_wanted.emit(_meant(mark.items, self._current))
        )
        self._glance.copy_wanted.connect(self.copy_wanted)
        self._glance.picture_copy_wanted.connect(self.picture_copy_wanted)
        self._glance.picture_save_wanted.connect(self.picture_save_wanted)
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

    def _choose_mark(self, mark: Mark) -> None:
        """Go where a part of a drawing leads: to a group of outcomes, a document, or an entry's words."""
        if mark.group:
            self.show_tab(OUTCOMES)
            self._checklist.show_group(mark.group)
            self._checklist.setFocus()
        elif mark.document is not None:
            self.document_wanted.emit(mark.document)
        elif self._briefing is not None:
            item = _following(mark.items, self._current)
            self.set_current(item)
            self.evidence_wanted.emit(evidence_of(self._briefing, item))

    def _choose_chip(self, chip: Chip) -> None:
        self._filter = replace(self._filter, chip=chip)
        self._refresh()

    def _turn_to(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)
        self._filters.offer_chips(wanted=tab != NOTES)
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
        self._tabs.count_entries(self._briefing)
        self.set_current(self._current)

    def _fill(self, tab: int) -> None:
        """Give a tab its rows, unless it has them: only what is looked at is laid out."""
        if self._briefing is None or self._rows is None or tab not in self._stale:
            return
        self._stale.discard(tab)
        if tab == OVERVIEW:
            self._overview.show_rows(self._rows, self._filter)
        elif tab == POSITIONS:
            self._matrix.set_rows(self._rows.matrix(self._filter))
        elif tab == OUTCOMES:
            self._checklist.set_rows(self._rows.outcomes(self._filter))
        elif tab == NOTES:
            self._notes.set_rows(note_cards(self._briefing, self._theme))
        else:
            self._glance.show_briefing(
                narrowed(self._briefing, self._filter), self._filter.only(self._briefing)
            )

    def _show_filter(self) -> None:
        """Say what is filtered by; the notes are the same with any filter."""
        if self._briefing is None or self._rows is None:
            return
        names = self._filter.names(self._briefing)
        self._filters.show_names(names if self._tabs.currentIndex() != NOTES else [])
        counts = {
            chip: self._rows.count(replace(self._filter, chip=chip))
            for chip in Chip
            if chip is not Chip.ALL
        }
        self._filters.show_counts(counts, self._filter.chip)

    def _is_empty(self, tab: int) -> bool:
        return {
            OVERVIEW: self._overview.is_empty,
            POSITIONS: not self._matrix.model().rowCount(),
            OUTCOMES: not self._checklist.model().rowCount(),
            GLANCE: self._glance.is_empty,
        }.get(tab, False)  # the notes say themselves what is missing

    def _show_emptiness(self) -> None:
        """Say what to do where a tab has nothing to show."""
        if self._briefing is None:
            return
        empty = self._is_empty(self._tabs.currentIndex())
        self._empty.setVisible(empty)
        self._pages.setVisible(not empty)
        self._empty.setText(nothing_words(self._briefing, self._filter))


def _meant(items: tuple[Item, ...], current: Item | None) -> Item:
    """Return which of the entries of one place is pointed at, the first if none is."""
    return current if current is not None and current in items else items[0]


def _following(items: tuple[Item, ...], current: Item | None) -> Item:
    """Return the entry to point at next in a place that has several."""
    return items[(items.index(current) + 1) % len(items)] if current in items else items[0]
