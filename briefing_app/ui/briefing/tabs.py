"""The tabs of the briefing, with how much there is behind them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar

from briefing_app.domain.briefing import Briefing
from briefing_app.language import _
from briefing_app.ui.briefing.rows import with_count

OVERVIEW, POSITIONS, OUTCOMES, NOTES, GLANCE = range(5)


class Tabs(QTabBar):
    """Names the views; they scroll where there is no room for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(_("Views of the briefing"))
        for _number in range(5):
            self.addTab("")
        self.count_entries(None)

    def count_entries(self, briefing: Briefing | None) -> None:
        """Say how many outcomes and notes there are."""
        outcomes = len(briefing.outcomes) if briefing else 0
        notes = len(briefing.annotations) if briefing else 0
        titles = {
            OVERVIEW: _("Overview"),
            POSITIONS: _("Positions"),
            OUTCOMES: with_count(_("Outcomes"), outcomes),
            NOTES: with_count(_("Notes"), notes),
            GLANCE: _("At a glance"),
        }
        for tab, title in titles.items():
            self.setTabText(tab, title)
