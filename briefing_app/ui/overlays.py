"""What opens over the panes: the menu, the palette, the history, the editors, and what is only to be read."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from briefing_app import paths
from briefing_app.language import _
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

    dossier_chosen = Signal(object)  # Path

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
        session.changed.connect(self._follow_history)
        self._recent = self._menu.addMenu(_("Open recent"))
        self._menu.insertMenu(self._menu.actions()[1], self._recent)

    def open_menu(self) -> None:
        button = self._header.menu_button
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def list_recent(self, paths: Sequence[str]) -> None:
        """Offer the dossiers that were opened last and are still there."""
        self._recent.clear()
        there = [path for path in map(Path, paths) if path.is_file()]
        for path in there:
            words = _("{name} in {folder}").format(name=path.stem, folder=path.parent)
            action = self._recent.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda *_args, chosen=path: self.dossier_chosen.emit(chosen))
        self._recent.setEnabled(bool(there))

    def open_palette(self) -> None:
        self._palette.open_under(self._header.search_field)

    def edit_parties(self) -> None:
        _show(PartiesDialog(self._session, self._appearance.theme, self._window))

    def edit_issues(self) -> None:
        _show(IssuesDialog(self._session, self._window))

    def show_history(self) -> None:
        self._list_history()
        self._history.exec()

    def show_shortcuts(self) -> None:
        _show(shortcuts_dialog(self._window))

    def show_about(self) -> None:
        _show(about_dialog(version("briefing-app"), str(paths.log_file()), self._window))

    def _follow_history(self) -> None:
        if self._history.isVisible():
            self._list_history()

    def _list_history(self) -> None:
        self._history.show_entries(self._session.store.history())


def _show(dialog: QDialog) -> None:
    """Show a dialog until it is closed, and let go of it and of all that it listens to."""
    dialog.exec()
    dialog.deleteLater()
