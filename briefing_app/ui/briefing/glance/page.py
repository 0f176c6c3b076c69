"""A briefing at a glance: how its outcomes stand, who stands where, and what came when, as drawings."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.glance import Day, Share, Standing, days, shares, shares_words, standings
from briefing_app.language import N_, _, format_long_date
from briefing_app.ui.briefing.copy_menu import copy_menu
from briefing_app.ui.briefing.glance.pictures import Picture
from briefing_app.ui.briefing.glance.shares import draw_shares
from briefing_app.ui.briefing.glance.sheet import Mark
from briefing_app.ui.briefing.glance.standings import draw_standings
from briefing_app.ui.briefing.glance.timeline import draw_timeline
from briefing_app.ui.briefing.glance.view import DrawingView
from briefing_app.ui.briefing.scrolled import ScrolledPage
from briefing_app.ui.items import Item
from briefing_app.ui.labels import plain_label
from briefing_app.ui.theme import Theme

SHARES, STANDINGS, TIMELINE = (
    N_("How the outcomes stand"),
    N_("Who stands where"),
    N_("What came when"),
)


class GlancePage(ScrolledPage):
    """Shows the three drawings below each other, those that there is anything for."""

    chosen = Signal(object)  # Mark
    opened = Signal(object)  # Mark, to be edited
    copy_wanted = Signal(object)  # tuple[Item, ...]
    picture_copy_wanted = Signal(object)  # Picture
    picture_save_wanted = Signal(object)  # Picture

    def __init__(self, theme: Theme) -> None:
        self.shares = DrawingView[tuple[Share, ...]](draw_shares, (), theme, _(SHARES))
        self.standings = DrawingView[tuple[Standing, ...]](draw_standings, (), theme, _(STANDINGS))
        self.timeline = DrawingView[tuple[Day, ...]](draw_timeline, (), theme, _(TIMELINE))
        self.views = (self.shares, self.standings, self.timeline)
        self._title, self._under = "", ""
        self._names = [
            plain_label(view.accessibleName(), wrap=True, bold=True) for view in self.views
        ]
        self._no_dates = plain_label(
            _("No dates yet. Give a document its date, and what it says appears here by day."),
            wrap=True,
            soft=True,
        )
        widgets: list[QWidget] = []
        for name, view in zip(self._names, self.views, strict=True):
            name.setContentsMargins(4, 10, 0, 0)
            widgets += [name, view]
        super().__init__((*widgets, self._no_dates), side=14)
        for view in self.views:
            view.chosen.connect(self.chosen)
            view.opened.connect(self.opened)
            view.copy_wanted.connect(self.copy_wanted)
            view.moved.connect(partial(self.bring_into_sight, view))
            view.menu_wanted.connect(partial(self._open_menu, view))

    @property
    def is_empty(self) -> bool:
        return all(view.is_empty for view in self.views)

    def show_briefing(self, briefing: Briefing, only: str) -> None:
        """Draw what there is of a briefing; where it is narrowed, `only` says to what."""
        made = format_long_date(briefing.made.astimezone())
        self._title, self._under = briefing.title, " · ".join(p for p in (only, made) if p)
        bar, lines, dated = shares(briefing), standings(briefing), days(briefing)
        self.shares.show_data(bar)
        self.shares.setAccessibleDescription(shares_words(bar))
        self.standings.show_data(lines)
        self.timeline.show_data(dated)
        for data, name, view in zip((bar, lines, dated), self._names, self.views, strict=True):
            name.setVisible(bool(data))
            view.setVisible(bool(data))
        self._no_dates.setVisible(bool(bar or lines) and not dated)

    def set_look(self, theme: Theme, scale: float) -> None:
        self.set_text_scale(scale)
        for view in self.views:
            view.set_look(theme, scale)

    def set_current(self, item: Item | None) -> None:
        """Mark an entry wherever it is drawn; bring it into sight, first where the keyboard is."""
        for view in self.views:
            view.set_current(item)
        areas = [(view, view.area_of(item)) for view in self.views]
        there = [(view, area) for view, area in areas if area is not None]
        if there and not any(view.hasFocus() for view, _area in there):
            self.bring_into_sight(*there[0])

    def show_timeline(self) -> None:
        """Bring the line of time to the top, below all the issues."""
        self.timeline.setFocus()
        self.bring_to_top(self._names[-1])

    def menu_on(self, view: DrawingView[Any], mark: Mark | None) -> QMenu:
        """Make the menu over a part of a drawing, or over no part of it."""
        picture = Picture(self._title, view.accessibleName(), self._under, view.drawing)
        items = mark.items if mark else ()
        copy = {_("Copy the entry"): partial(self.copy_wanted.emit, items)} if items else {}
        return copy_menu(
            copy
            | {
                _("Copy picture"): partial(self.picture_copy_wanted.emit, picture),
                _("Save picture…"): partial(self.picture_save_wanted.emit, picture),
            },
            self,
            keyed=bool(items),
        )

    def _open_menu(self, view: DrawingView[Any], mark: Mark | None, where: QPoint) -> None:
        self.menu_on(view, mark).popup(where)
