"""What opens over the panes: the menu, the palette, the history, the editors, and what is only to be read."""

from importlib.metadata import version

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing_app import paths
from briefing_app.ui.actions import make_menu
from briefing_app.ui.appearance import Appearance
from briefing_app.ui.dialogs.issues import IssuesDialog
from briefing_app.ui.dialogs.notices import HistoryDialog, about_dialog, shortcuts_dialog
from briefing_app.ui.dialogs.parties import PartiesDialog
from briefing_app.ui.finding import Finding
from briefing_app.ui.frame import Header
from briefing_app.ui.palette import Palette
from briefing_app.ui.session import Session


class Overlays(QObject):
    """Opens each of them in its place."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        finding: Finding,
        header: Header,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._appearance = session, appearance
        self._header, self._window = header, window
        self._menu = make_menu(finding.actions, window)
        self._palette = Palette(finding.commands, finding.passages, window)
        self._history = HistoryDialog(window)
        self._history.undo_wanted.connect(session.undo)
        self._history.redo_wanted.connect(session.redo)
        session.changed.connect(self._list_history)

    def open_menu(self) -> None:
        button = self._header.menu_button
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def open_palette(self) -> None:
        self._palette.open_under(self._header.search_field)

    def edit_parties(self) -> None:
        PartiesDialog(self._session, self._appearance.theme, self._window).exec()

    def edit_issues(self) -> None:
        IssuesDialog(self._session, self._window).exec()

    def show_history(self) -> None:
        self._list_history()
        self._history.exec()

    def show_shortcuts(self) -> None:
        shortcuts_dialog(self._window).exec()

    def show_about(self) -> None:
        about_dialog(version("briefing-app"), str(paths.log_file()), self._window).exec()

    def _list_history(self) -> None:
        self._history.show_entries(self._session.store.history())
