"""What each action does: the one table from its name to its verb."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from briefing_app.domain.evidence import Span
from briefing_app.language import _
from briefing_app.ui.actions import Act
from briefing_app.ui.appearance import Appearance
from briefing_app.ui.authoring import Authoring
from briefing_app.ui.briefing import BriefingPane
from briefing_app.ui.copying import Copying
from briefing_app.ui.documents import Documents
from briefing_app.ui.dossiers import Dossiers
from briefing_app.ui.helping import Helping
from briefing_app.ui.import_reports import ImportReports
from briefing_app.ui.library import LibraryPane
from briefing_app.ui.overlays import Overlays
from briefing_app.ui.pages import Pages
from briefing_app.ui.reading import Reading
from briefing_app.ui.reviewing import Reviewing
from briefing_app.ui.session import Session
from briefing_app.ui.source import SourcePane
from briefing_app.ui.taking_over import TakingOver
from briefing_app.ui.watching import Watching

Verb = Callable[[], object]


@dataclass(frozen=True)
class Parts:
    """Whatever has verbs. `export`, `quit` and `tell` are the window's own."""

    session: Session
    appearance: Appearance
    library: LibraryPane
    source: SourcePane
    briefing: BriefingPane
    reading: Reading
    reviewing: Reviewing
    authoring: Authoring
    copying: Copying
    documents: Documents
    dossiers: Dossiers
    overlays: Overlays
    reports: ImportReports
    watching: Watching
    helping: Helping
    pages: Pages
    taking_over: TakingOver
    export: Verb
    export_again: Verb
    quit: Verb
    tell: Callable[[str], None]


def commands(parts: Parts) -> dict[Act, Verb]:
    """Return the verb of every action."""
    return {**_on_dossiers(parts), **_on_text(parts), **_of_review(parts), **_of_view(parts)}


def _on_dossiers(parts: Parts) -> dict[Act, Verb]:
    dossiers, documents, session = parts.dossiers, parts.documents, parts.session
    return {
        Act.NEW: dossiers.ask_new,
        Act.OPEN: dossiers.ask_open,
        Act.EXAMPLE: dossiers.make_example,
        Act.RENAME: dossiers.rename,
        Act.BACKUP: dossiers.save_copy,
        Act.CHECK: dossiers.check,
        Act.EXPORT: parts.export,
        Act.EXPORT_AGAIN: parts.export_again,
        Act.QUIT: parts.quit,
        Act.ADD: documents.ask_files,
        Act.ADD_FOLDER: documents.ask_folder,
        Act.REPORT: parts.reports.show,
        Act.WATCH: parts.watching.ask,
        Act.NEW_FILES: parts.watching.show,
        Act.PASTE: documents.paste,
        Act.ANNOTATIONS: parts.taking_over.ask,
        Act.DETAILS: documents.describe,
        Act.PROPOSE: documents.propose_again,
        Act.ORIGINAL: documents.save_original,
        Act.REMOVE: documents.remove,
        Act.UNDO: session.undo,
        Act.REDO: session.redo,
        Act.HISTORY: parts.overlays.show_history,
        Act.PARTIES: parts.overlays.edit_parties,
        Act.ISSUES: parts.overlays.edit_issues,
    }


def _on_text(parts: Parts) -> dict[Act, Verb]:
    authoring, source = parts.authoring, parts.source

    def on_selection(verb: Callable[[Span], object]) -> None:
        span = source.selection()
        if span is None:
            parts.tell(_("Select some words in the text first."))
        else:
            source.drop_selection()
            verb(span)

    return {
        Act.HIGHLIGHT: lambda: on_selection(lambda s: authoring.highlight(s, source.colour)),
        Act.NOTE: partial(on_selection, authoring.note),
        Act.POSITION: partial(on_selection, authoring.position),
        Act.OUTCOME: partial(on_selection, authoring.outcome),
        Act.CITATION: partial(on_selection, parts.copying.copy_selection),
        Act.PAGE: parts.pages.show,
        Act.FIND: source.find,
    }


def _of_review(parts: Parts) -> dict[Act, Verb]:
    reviewing = parts.reviewing
    return {
        Act.NEXT: reviewing.next,
        Act.PREVIOUS: reviewing.previous,
        Act.ACCEPT: reviewing.accept,
        Act.EDIT: reviewing.edit,
        Act.DISMISS: reviewing.dismiss_current,
        Act.ACCEPT_ALL: reviewing.accept_all,
    }


def _of_view(parts: Parts) -> dict[Act, Verb]:
    look, overlays = parts.appearance, parts.overlays
    tabs = (Act.OVERVIEW, Act.POSITIONS, Act.OUTCOMES, Act.NOTES, Act.GLANCE)
    themes = (Act.LIGHT, Act.DARK, Act.SEPIA, Act.SYSTEM)
    return {
        Act.PALETTE: overlays.open_palette,
        Act.BACK: parts.reading.back,
        Act.FORWARD: parts.reading.forward,
        Act.NO_FILTER: parts.library.clear_filters,
        Act.TIMELINE: parts.briefing.show_timeline,
        Act.LARGER: look.enlarge,
        Act.SMALLER: look.shrink,
        Act.NORMAL: look.normal_size,
        Act.HELP: parts.helping.show,
        Act.SHORTCUTS: overlays.show_shortcuts,
        Act.ABOUT: overlays.show_about,
        Act.MENU: overlays.open_menu,
        **{act: partial(parts.briefing.show_tab, number) for number, act in enumerate(tabs)},
        **{act: partial(look.use_theme, act.value) for act in themes},
    }
