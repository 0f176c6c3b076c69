"""Every action of the window in one table: its words, its shortcuts and its place in the menus."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from briefing_app.language import N_, _


class Act(StrEnum):
    """The actions by name."""

    NEW = "new"
    OPEN = "open"
    EXAMPLE = "example"
    RENAME = "rename"
    BACKUP = "backup"
    CHECK = "check"
    QUIT = "quit"
    ADD = "add"
    ADD_FOLDER = "add_folder"
    PASTE = "paste"
    ANNOTATIONS = "annotations"
    DETAILS = "details"
    PROPOSE = "propose"
    ORIGINAL = "original"
    REMOVE = "remove"
    REPORT = "report"
    WATCH = "watch"
    NEW_FILES = "new_files"
    UNDO = "undo"
    REDO = "redo"
    HISTORY = "history"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    POSITION = "position"
    OUTCOME = "outcome"
    CITATION = "citation"
    PAGE = "page"
    PARTIES = "parties"
    ISSUES = "issues"
    NEXT = "next"
    PREVIOUS = "previous"
    ACCEPT = "accept"
    EDIT = "edit"
    DISMISS = "dismiss"
    ACCEPT_ALL = "accept_all"
    PALETTE = "palette"
    FIND = "find"
    BACK = "back"
    FORWARD = "forward"
    OVERVIEW = "overview"
    POSITIONS = "positions"
    OUTCOMES = "outcomes"
    NOTES = "notes"
    GLANCE = "glance"
    TIMELINE = "timeline"
    NO_FILTER = "no_filter"
    LARGER = "larger"
    SMALLER = "smaller"
    NORMAL = "normal"
    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"
    SYSTEM = "system"
    EXPORT = "export"
    EXPORT_AGAIN = "export_again"
    HELP = "help"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"
    MENU = "menu"


@dataclass(frozen=True)
class Spec:
    words: str
    menu: str
    keys: tuple[str, ...]


_DOSSIER, _TEXT, _EDIT, _REVIEW = N_("Dossier"), N_("Documents"), N_("Edit"), N_("Review")
_VIEW, _HELP = N_("View"), N_("Help")

SPECS: Mapping[Act, Spec] = {
    Act.NEW: Spec(N_("New dossier…"), _DOSSIER, ("Ctrl+N",)),
    Act.OPEN: Spec(N_("Open dossier…"), _DOSSIER, ("Ctrl+O",)),
    Act.EXAMPLE: Spec(N_("Make the example dossier anew"), _DOSSIER, ("Ctrl+Alt+E",)),
    Act.RENAME: Spec(N_("Rename dossier…"), _DOSSIER, ("F2",)),
    Act.BACKUP: Spec(N_("Save a copy…"), _DOSSIER, ("Ctrl+Shift+S",)),
    Act.CHECK: Spec(N_("Check the dossier"), _DOSSIER, ("Ctrl+Shift+K",)),
    Act.EXPORT: Spec(N_("Export briefing…"), _DOSSIER, ("Ctrl+E",)),
    Act.EXPORT_AGAIN: Spec(N_("Export again"), _DOSSIER, ("Ctrl+Shift+E",)),
    Act.QUIT: Spec(N_("Quit"), _DOSSIER, ("Ctrl+Q",)),
    Act.ADD: Spec(N_("Add documents…"), _TEXT, ("Ctrl+I",)),
    Act.ADD_FOLDER: Spec(N_("Add folder…"), _TEXT, ("Ctrl+Shift+D",)),
    Act.PASTE: Spec(N_("Paste a text…"), _TEXT, ("Ctrl+V", "Ctrl+Shift+V")),
    Act.ANNOTATIONS: Spec(N_("Take over annotations…"), _TEXT, ("Ctrl+Shift+M",)),
    Act.DETAILS: Spec(N_("Title, date, publisher…"), _TEXT, ("Ctrl+Return",)),
    Act.PROPOSE: Spec(N_("Propose again"), _TEXT, ("Ctrl+R",)),
    Act.PAGE: Spec(N_("Show the page"), _TEXT, ("Ctrl+G",)),
    Act.ORIGINAL: Spec(N_("Save the original…"), _TEXT, ("Ctrl+Shift+O",)),
    Act.REMOVE: Spec(N_("Remove document"), _TEXT, ("Ctrl+Backspace",)),
    Act.REPORT: Spec(N_("Files added last…"), _TEXT, ("Ctrl+Shift+R",)),
    Act.WATCH: Spec(N_("Watch a folder…"), _TEXT, ("Ctrl+Shift+W",)),
    Act.NEW_FILES: Spec(N_("New files in the watched folder…"), _TEXT, ("Ctrl+Shift+N",)),
    Act.UNDO: Spec(N_("Undo"), _EDIT, ("Ctrl+Z", "U")),
    Act.REDO: Spec(N_("Do again"), _EDIT, ("Ctrl+Shift+Z", "Ctrl+Y")),
    Act.HISTORY: Spec(N_("History…"), _EDIT, ("Ctrl+H",)),
    Act.HIGHLIGHT: Spec(N_("Highlight the selection"), _EDIT, ("H",)),
    Act.NOTE: Spec(N_("Note on the selection"), _EDIT, ("N",)),
    Act.POSITION: Spec(N_("Position from the selection…"), _EDIT, ("P",)),
    Act.OUTCOME: Spec(N_("Outcome from the selection…"), _EDIT, ("O",)),
    Act.CITATION: Spec(N_("Copy with citation"), _EDIT, ("Ctrl+Shift+C",)),
    Act.PARTIES: Spec(N_("Parties…"), _EDIT, ("Ctrl+Shift+P",)),
    Act.ISSUES: Spec(N_("Issues…"), _EDIT, ("Ctrl+Shift+I",)),
    Act.NEXT: Spec(N_("Next proposal"), _REVIEW, ("J",)),
    Act.PREVIOUS: Spec(N_("Previous proposal"), _REVIEW, ("K",)),
    Act.ACCEPT: Spec(N_("Accept"), _REVIEW, ("A",)),
    Act.EDIT: Spec(N_("Edit…"), _REVIEW, ("E",)),
    Act.DISMISS: Spec(N_("Dismiss"), _REVIEW, ("D",)),
    Act.ACCEPT_ALL: Spec(N_("Accept all proposals"), _REVIEW, ("Ctrl+Shift+A",)),
    Act.PALETTE: Spec(N_("Search, or type a command"), _VIEW, ("Ctrl+K",)),
    Act.FIND: Spec(N_("Find in the text"), _VIEW, ("Ctrl+F",)),
    Act.BACK: Spec(N_("Back"), _VIEW, ("Alt+Left",)),
    Act.FORWARD: Spec(N_("Forward"), _VIEW, ("Alt+Right",)),
    Act.OVERVIEW: Spec(N_("Overview"), _VIEW, ("Ctrl+1",)),
    Act.POSITIONS: Spec(N_("Positions"), _VIEW, ("Ctrl+2",)),
    Act.OUTCOMES: Spec(N_("Outcomes"), _VIEW, ("Ctrl+3",)),
    Act.NOTES: Spec(N_("Notes"), _VIEW, ("Ctrl+4",)),
    Act.GLANCE: Spec(N_("At a glance"), _VIEW, ("Ctrl+5",)),
    Act.TIMELINE: Spec(N_("Timeline"), _VIEW, ("Ctrl+6",)),
    Act.NO_FILTER: Spec(N_("Show all parties and issues"), _VIEW, ("Ctrl+Shift+L",)),
    Act.LARGER: Spec(N_("Larger text"), _VIEW, ("Ctrl++", "Ctrl+=")),
    Act.SMALLER: Spec(N_("Smaller text"), _VIEW, ("Ctrl+-",)),
    Act.NORMAL: Spec(N_("Normal text size"), _VIEW, ("Ctrl+0",)),
    Act.LIGHT: Spec(N_("Light theme"), _VIEW, ("Ctrl+Alt+1",)),
    Act.DARK: Spec(N_("Dark theme"), _VIEW, ("Ctrl+Alt+2",)),
    Act.SEPIA: Spec(N_("Sepia theme"), _VIEW, ("Ctrl+Alt+3",)),
    Act.SYSTEM: Spec(N_("Theme of the system"), _VIEW, ("Ctrl+Alt+0",)),
    Act.HELP: Spec(N_("What is read, and how it is kept safe"), _HELP, ("F1",)),
    Act.SHORTCUTS: Spec(N_("Keyboard shortcuts"), _HELP, ("Ctrl+/", "Ctrl+F1")),
    Act.ABOUT: Spec(N_("About Briefing, and how it keeps your material"), _HELP, ("Shift+F1",)),
    Act.MENU: Spec(N_("Menu"), "", ("F10",)),
}


# What can be done while no dossier is open.
ALWAYS = frozenset(
    {
        Act.NEW,
        Act.OPEN,
        Act.EXAMPLE,
        Act.QUIT,
        Act.LARGER,
        Act.SMALLER,
        Act.NORMAL,
        Act.LIGHT,
        Act.DARK,
    }
    | {Act.SEPIA, Act.SYSTEM, Act.HELP, Act.SHORTCUTS, Act.ABOUT, Act.MENU}
)


def make_actions(window: QWidget) -> dict[Act, QAction]:
    """Make the actions and give them to the window, so that their shortcuts work everywhere in it."""
    made: dict[Act, QAction] = {}
    for act, spec in SPECS.items():
        action = QAction(_(spec.words), window)
        action.setObjectName(act)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        window.addAction(action)
        made[act] = action
    return made


def make_menu(actions: Mapping[Act, QAction], window: QWidget) -> QMenu:
    """Make the one menu behind the header's button, with a sub-menu for each group."""
    whole = QMenu(window)
    for group in dict.fromkeys(spec.menu for spec in SPECS.values() if spec.menu):
        part = whole.addMenu(_(group))
        for act, spec in SPECS.items():
            if spec.menu == group:
                part.addAction(actions[act])
    return whole


def shortcut_words(act: Act) -> str:
    """Write an action's first shortcut as this system writes it."""
    return all_shortcut_words(act)[0]


def all_shortcut_words(act: Act) -> tuple[str, ...]:
    """Write every shortcut of an action, those first that are told elsewhere."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(QKeySequence(key).toString(native) for key in SPECS[act].keys)
