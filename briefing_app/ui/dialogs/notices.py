"""Dialogs that only tell: the history, the shortcuts, what Briefing is and how it keeps the material."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.changes import HistoryEntry
from briefing_app.language import _, format_moment
from briefing_app.ui.actions import SPECS, Act, all_shortcut_words
from briefing_app.ui.labels import plain_label, plain_tip, push_button


class HistoryDialog(QDialog):
    """Lists every operation by name, the newest first; what was undone stands apart."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("History"))
        self.resize(560, 460)
        self._list = QListWidget()
        self._list.setAccessibleName(_("History, the newest first"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        undo, redo = push_button(_("Undo")), push_button(_("Do again"))
        close = push_button(_("Close"), primary=True)
        undo.clicked.connect(self.undo_wanted)
        redo.clicked.connect(self.redo_wanted)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        for button in (undo, redo):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 18)
        whole.setSpacing(12)
        whole.addWidget(
            plain_label(_("Everything done in this dossier, the newest first."), soft=True)
        )
        whole.addWidget(self._list, 1)
        whole.addLayout(buttons)

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        self._list.clear()
        for entry in reversed(entries):
            words = _("{name} (undone)").format(name=entry.name) if entry.undone else entry.name
            row = QListWidgetItem(words, self._list)
            moment = format_moment(dt.datetime.fromisoformat(entry.at))
            row.setToolTip(plain_tip(f"{entry.name}\n{moment}"))
            if entry.undone:
                row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsEnabled)


class TellingDialog(QDialog):
    """A title and what is to be read under it, in a column that scrolls."""

    def __init__(self, title: str, inside: QWidget, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 560)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = push_button(_("Close"), primary=True)
        close.clicked.connect(self.accept)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 18)
        whole.setSpacing(12)
        whole.addWidget(scroll, 1)
        whole.addLayout(last)


def shortcuts_dialog(parent: QWidget | None) -> TellingDialog:
    """Make the table of all shortcuts, by menu."""
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setColumnStretch(0, 1)
    grid.setVerticalSpacing(4)
    menu = ""
    for act, spec in SPECS.items():
        if spec.menu and spec.menu != menu:
            menu = spec.menu
            heading = plain_label(_(menu).upper(), heading=True)
            heading.setContentsMargins(0, 10 if grid.count() else 0, 0, 2)
            grid.addWidget(heading, grid.rowCount(), 0)
        if spec.menu:
            row = grid.rowCount()
            grid.addWidget(plain_label(_(spec.words)), row, 0)
            grid.addLayout(_keys(act), row, 1)
    return TellingDialog(_("Keyboard shortcuts"), inside, parent)


def _keys(act: Act) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    for words in all_shortcut_words(act):
        line.addWidget(plain_label(words, key=True), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return line


def about_dialog(version: str, log: str, parent: QWidget | None) -> TellingDialog:
    """Say what the program is and what becomes of the reader's material."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setSpacing(12)
    column.addWidget(plain_label(_("Briefing {version}").format(version=version), title=True))
    for sentence in _about(log):
        label: QLabel = plain_label(sentence, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
    column.addStretch(1)
    return TellingDialog(_("About Briefing"), inside, parent)


def _about(log: str) -> tuple[str, ...]:
    return (
        _(
            "An offline reader for people who follow negotiations: who wants what, what came of it, and the words that "
            "say so."
        ),
        _(
            "Nothing leaves this computer. Briefing speaks to no network; a document can make it load nothing, from a "
            "network or from the disk."
        ),
        _(
            "A dossier is one file, not encrypted: where it could hurt someone, keep it on an encrypted disk. What "
            "you delete stays in its history, so that it can be undone."
        ),
        _(
            "Each time you close a dossier that changed, a checked copy goes into the folder beside it; ten are kept."
        ),
        _(
            "Proposals are a machine’s reading of English text. You decide; nothing is confirmed or ticked off for you."
        ),
        _("The log holds no word of your documents: {log}").format(log=log),
    )
