"""The overview: the matrix, and below it the checklist."""

from functools import partial

from briefing_app.ui.briefing.checklist import Checklist
from briefing_app.ui.briefing.filters import Filter
from briefing_app.ui.briefing.matrix import MatrixView
from briefing_app.ui.briefing.rows import Rows
from briefing_app.ui.briefing.scrolled import ScrolledPage
from briefing_app.ui.items import Item
from briefing_app.ui.theme import Theme


class OverviewPage(ScrolledPage):
    """Shows both whole, with the parties' names in sight as long as their matrix is."""

    def __init__(self, theme: Theme) -> None:
        self.matrix, self.checklist = MatrixView(theme), Checklist(theme)
        super().__init__((self.matrix, self.checklist), side=12)
        for view in (self.matrix, self.checklist):
            view.fit_contents()
            view.moved.connect(partial(self.bring_into_sight, view))
        self.matrix.shifted.connect(self.scroll_on)
        self.verticalScrollBar().valueChanged.connect(self._hold_header)

    @property
    def is_empty(self) -> bool:
        return not self.matrix.model().rowCount() and not self.checklist.model().rowCount()

    def show_rows(self, rows: Rows, wanted: Filter) -> None:
        matrix, outcomes = rows.matrix(wanted), rows.outcomes(wanted)
        self.matrix.set_rows(matrix)
        self.checklist.set_rows(outcomes)
        self.matrix.setVisible(bool(matrix.lines))
        self.checklist.setVisible(bool(outcomes))

    def set_look(self, theme: Theme, scale: float) -> None:
        self.set_text_scale(scale)
        for view in (self.matrix, self.checklist):
            view.set_look(theme, scale)

    def set_current(self, item: Item | None) -> None:
        for view in (self.matrix, self.checklist):
            view.set_current(item)
            area = view.area_of(item)
            if area is not None:
                self.bring_into_sight(view, area)

    def _hold_header(self, scrolled: int) -> None:
        self.matrix.keep_header_at(scrolled - self.matrix.y())
