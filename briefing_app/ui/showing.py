"""Showing the dossier that is open in all of the window, or that none is."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from briefing_app.domain.review import Review
from briefing_app.language import _
from briefing_app.ui.actions import ALWAYS, Act
from briefing_app.ui.appearance import Appearance
from briefing_app.ui.briefing import BriefingPane
from briefing_app.ui.frame import Footer, Header
from briefing_app.ui.library import LibraryPane
from briefing_app.ui.reading import Reading
from briefing_app.ui.session import Session
from briefing_app.ui.source import SourcePane


@dataclass(frozen=True)
class Places:
    """Where it is shown. `panes` is what holds the three of them."""

    window: QWidget
    header: Header
    footer: Footer
    panes: QWidget
    library: LibraryPane
    source: SourcePane
    briefing: BriefingPane
    actions: Mapping[Act, QAction]


class Showing(QObject):
    """Gives the panes and what is around them the same Briefing, and the same look."""

    def __init__(self, session: Session, reading: Reading, places: Places) -> None:
        super().__init__(places.window)
        self._session, self._reading, self._places = session, reading, places

    def begin(self) -> None:
        """Show a dossier that was opened, from its beginning."""
        self._enable(there_is_one=True)
        self._places.library.clear_filters()
        self._places.briefing.set_current(None)
        self._read_again()
        self._reading.begin()
        self._places.source.setFocus()

    def refresh(self) -> None:
        """Show what has changed of it."""
        self._read_again()
        self._reading.refresh()

    def let_go(self) -> None:
        """Show that no dossier is open, and offer only what needs none."""
        places = self._places
        places.window.setWindowTitle("Briefing")
        places.library.clear()
        places.briefing.clear()
        places.source.say_nothing_open(
            _("No dossier is open"), _("Open one or make a new one: both are in the menu.")
        )
        self._enable(there_is_one=False)

    def show_making(self, words: str, step: int, steps: int) -> None:
        """Show that the example is being made; that takes seconds and cannot be cancelled."""
        self._places.footer.show_work(words, step, steps, cancellable=False)
        if words and not self._session.is_open:
            self._places.source.say_nothing_open(
                words, _("Its document is read; this takes some seconds.")
            )

    def look_like(self, appearance: Appearance) -> None:
        """Take over the theme and the text's size."""
        places, theme, scale = self._places, appearance.theme, appearance.scale
        places.library.set_look(theme, scale)
        places.source.set_theme(theme)
        places.source.set_text_scale(scale)
        places.briefing.set_look(theme, scale)
        self._reading.set_theme(theme)

    def _read_again(self) -> None:
        briefing, places = self._session.briefing, self._places
        entries = (*briefing.positions, *briefing.outcomes)
        proposals = sum(entry.review is Review.PROPOSED for entry in entries)
        places.library.show_briefing(briefing)
        places.briefing.show_briefing(briefing)
        places.header.show_dossier(briefing.title, len(briefing.documents), proposals)
        places.window.setWindowTitle(f"{briefing.title} – Briefing")

    def _enable(self, *, there_is_one: bool) -> None:
        for act, action in self._places.actions.items():
            action.setEnabled(there_is_one or act in ALWAYS)
        self._places.header.enable(there_is_one=there_is_one)
        self._places.footer.enable(there_is_one=there_is_one)
        self._places.panes.setEnabled(there_is_one)
