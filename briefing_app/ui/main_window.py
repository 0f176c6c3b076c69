"""The main window: the panes side by side, and every connection of the program in one block."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from briefing_app import paths
from briefing_app.language import _
from briefing_app.settings import Settings
from briefing_app.ui.actions import make_actions
from briefing_app.ui.appearance import Appearance
from briefing_app.ui.authoring import Authoring
from briefing_app.ui.briefing import BriefingPane
from briefing_app.ui.collecting import Collecting
from briefing_app.ui.commands import Parts, commands
from briefing_app.ui.copying import Copying
from briefing_app.ui.documents import Documents
from briefing_app.ui.dossiers import Dossiers
from briefing_app.ui.drop_hint import DropHint
from briefing_app.ui.exporting import Exporting
from briefing_app.ui.finding import Finding
from briefing_app.ui.frame import Footer, Header, Notice
from briefing_app.ui.helping import Helping
from briefing_app.ui.import_reports import ImportReports
from briefing_app.ui.importing import Importing
from briefing_app.ui.items import Kind
from briefing_app.ui.library import LibraryPane
from briefing_app.ui.mime import local_files
from briefing_app.ui.overlays import Overlays
from briefing_app.ui.pages import Pages
from briefing_app.ui.picturing import Picturing
from briefing_app.ui.reading import Reading
from briefing_app.ui.reviewing import Reviewing
from briefing_app.ui.session import Session
from briefing_app.ui.showing import Places, Showing
from briefing_app.ui.source import SourcePane
from briefing_app.ui.taking_over import TakingOver
from briefing_app.ui.tasks import TaskRunner
from briefing_app.ui.watching import Watching
from briefing_app.ui.window_state import geometry_of, restore_window


class MainWindow(QMainWindow):
    """Puts everything together; holds no state of its own but the reader's settings."""

    closed = Signal()
    crashed = Signal(object)  # an error that is ours, from the worker

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._session = session
        self._tasks, self._long_tasks = TaskRunner(self), TaskRunner(self)
        self._appearance = Appearance(
            paths.resources() / "themes",
            name=settings.theme,
            scale=settings.text_scale,
            parent=self,
        )
        theme = self._appearance.theme
        self.actions_by_name = make_actions(self)
        self._header, self._footer = Header(), Footer()
        self.library, self.source = LibraryPane(theme), SourcePane()
        self.briefing = BriefingPane(theme)
        self._reading = Reading(session, self.source, theme, self)
        self._reviewing = Reviewing(session, self.briefing, self)
        self._authoring = Authoring(session, self._reading, self)
        self._copying = Copying(session, self._reading, lambda: self.settings, self)
        light = self._appearance.light
        self._picturing = Picturing(light, lambda: self.settings, self._tasks, self)
        self._importing = Importing(session, self._tasks, self)
        self._collecting = Collecting(session, self._long_tasks, self)
        self._exporting = Exporting(session, self._tasks, self)
        self._documents = Documents(session, self._importing, self._collecting, self._reading, self)
        self._dossiers = Dossiers(session, self._tasks, self)
        self._watching = Watching(session, self._tasks, settings.watched, self)
        self._helping = Helping(self._tasks, self)
        self._pages = Pages(session, self._tasks, self._reading, self.source, self)
        self._taking_over = TakingOver(session, self._tasks, self)
        finding = Finding(self.actions_by_name, session, self._reading)
        self._overlays = Overlays(session, self._appearance, finding, self._header, self)
        self._lay_out()
        self._showing = Showing(session, self._reading, self._places())
        self.notice = Notice(self, self.source)
        self.drop_hint = DropHint(self)
        self.alert = Notice(self, self.source, at_top=True)
        self._reports = ImportReports(session, self.notice, self.alert, self)
        self._connect_session()
        self._connect_panes()
        self._connect_actions()
        self._restore()
        self._look()
        self._showing.let_go()
        self._overlays.list_recent(settings.recent_dossiers)

    @property
    def dossiers(self) -> Dossiers:
        return self._dossiers

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(880, 560)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        for pane, stretch in ((self.library, 0), (self.source, 3), (self.briefing, 2)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.indexOf(pane), stretch)
            self._splitter.setCollapsible(self._splitter.indexOf(pane), False)
        self.library.setMinimumWidth(170)
        self.source.setMinimumWidth(320)
        self.briefing.setMinimumWidth(330)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._footer)
        self.setCentralWidget(whole)

    def _places(self) -> Places:
        return Places(
            window=self,
            header=self._header,
            footer=self._footer,
            panes=self._splitter,
            library=self.library,
            source=self.source,
            briefing=self.briefing,
            actions=self.actions_by_name,
        )

    def _connect_session(self) -> None:
        session, tell = self._session, self.notice.tell
        session.opened.connect(self._begin)
        session.closed.connect(self._showing.let_go)
        session.changed.connect(lambda _changes: self._showing.refresh())
        session.done.connect(lambda name: tell(name, offer=(_("Undo"), session.undo)))
        session.said.connect(tell)
        session.stepped.connect(self._reviewing.follow)
        takers = (self._importing, self._collecting, self._taking_over)
        works = (*takers, self._exporting, self._picturing)
        for source in (session, *works, self._dossiers, self._documents):
            source.failed.connect(self.alert.tell)
        tellers = (self._importing, self._dossiers, self._copying, self._documents, self._reviewing)
        for source in (*tellers, self._pages, self._watching, self._taking_over, self._picturing):
            source.told.connect(tell)
        for source in (self._watching, self._exporting):
            source.offered.connect(lambda words, offer: tell(words, offer=offer))
        self._watching.wanted.connect(self._collecting.add)
        self._dossiers.progressed.connect(self._showing.show_making)
        for work in (*works, self._dossiers, self._watching, self._helping, self._pages):
            work.crashed.connect(self.crashed)
        for work in works:
            work.progressed.connect(self._footer.show_work)
            self._footer.cancel_wanted.connect(work.cancel)
        for work in (self._importing, self._collecting):
            work.imported.connect(self._reading.open_version)
        self._collecting.finished.connect(self._reports.tell)
        self._reports.document_wanted.connect(self._reading.open_document)
        session.closed.connect(self._reports.forget)
        self._exporting.chosen.connect(self._keep_settings)
        self._overlays.dossier_chosen.connect(self._dossiers.open)
        self._appearance.changed.connect(self._look)

    def _connect_panes(self) -> None:
        library = self.library
        self._header.menu_wanted.connect(self._overlays.open_menu)
        self._header.palette_wanted.connect(self._overlays.open_palette)
        self._header.add_wanted.connect(self._documents.ask_files)
        self._header.export_wanted.connect(self._export)
        library.document_chosen.connect(self._reading.open_document)
        library.document_edit_wanted.connect(self._documents.describe)
        library.document_removal_wanted.connect(self._documents.remove)
        library.extraction_wanted.connect(self._documents.propose_again)
        library.original_wanted.connect(self._documents.save_original)
        library.party_filtered.connect(self.briefing.filter_party)
        library.issue_filtered.connect(self.briefing.filter_issue)
        library.parties_edit_wanted.connect(self._overlays.edit_parties)
        library.issues_edit_wanted.connect(self._overlays.edit_issues)
        self._reading.document_shown.connect(library.set_document)
        self._connect_source()
        self._connect_briefing()

    def _connect_source(self) -> None:
        source = self.source
        source.add_wanted.connect(self._documents.ask_files)
        source.highlight_wanted.connect(self._authoring.highlight)
        source.note_wanted.connect(self._authoring.note)
        source.position_wanted.connect(self._authoring.position)
        source.outcome_wanted.connect(self._authoring.outcome)
        source.page_wanted.connect(self._pages.show)
        source.citation_wanted.connect(self._copying.copy_selection)
        source.note_changed.connect(self._authoring.change_note)
        source.note_opened.connect(self._authoring.open_note)
        source.removal_wanted.connect(self._authoring.remove_note)
        source.mark_chosen.connect(self._choose_mark)
        source.position_changed.connect(self._footer.show_place)
        self._authoring.note_opened.connect(source.open_note)

    def _connect_briefing(self) -> None:
        briefing = self.briefing
        briefing.evidence_wanted.connect(self._reading.show_evidence)
        briefing.document_wanted.connect(self._reading.open_document)
        briefing.confirm_wanted.connect(self._reviewing.confirm)
        briefing.dismiss_wanted.connect(self._reviewing.dismiss)
        briefing.edit_wanted.connect(self._authoring.edit)
        briefing.copy_wanted.connect(self._copying.copy_entries)
        briefing.row_copy_wanted.connect(self._copying.copy_row)
        briefing.picture_copy_wanted.connect(self._picturing.copy)
        briefing.picture_save_wanted.connect(self._picturing.save)
        briefing.tick_wanted.connect(self._session.tick)
        briefing.no_filter_wanted.connect(self.library.clear_filters)
        self._reviewing.evidence_wanted.connect(self._reading.show_evidence)
        self._reviewing.edit_wanted.connect(self._authoring.edit)

    def _connect_actions(self) -> None:
        parts = Parts(
            session=self._session,
            appearance=self._appearance,
            library=self.library,
            source=self.source,
            briefing=self.briefing,
            reading=self._reading,
            reviewing=self._reviewing,
            authoring=self._authoring,
            copying=self._copying,
            documents=self._documents,
            dossiers=self._dossiers,
            overlays=self._overlays,
            reports=self._reports,
            watching=self._watching,
            helping=self._helping,
            pages=self._pages,
            taking_over=self._taking_over,
            export=self._export,
            export_again=lambda: self._exporting.again(self.settings),
            quit=self.close,
            tell=self.notice.tell,
        )
        verbs = commands(parts)
        for act, action in self.actions_by_name.items():
            action.triggered.connect(lambda *_args, do=verbs[act]: do())

    def _begin(self) -> None:
        self._showing.begin()
        path = str(self._session.store.path)
        recent = (path, *(each for each in self.settings.recent_dossiers if each != path))
        self.settings = replace(self.settings, last_dossier=path, recent_dossiers=recent[:10])
        self._overlays.list_recent(recent[1:10])

    def _look(self) -> None:
        self._showing.look_like(self._appearance)

    def _choose_mark(self, kind: Kind, row: int) -> None:
        if kind is Kind.ANNOTATION:
            self._authoring.open_note(row)
        else:
            self._reviewing.choose(kind, row)

    def _export(self) -> None:
        self._exporting.ask(self.settings)

    def _keep_settings(self, settings: Settings) -> None:
        self.settings = settings

    def _restore(self) -> None:
        restore_window(self, self._splitter, self.settings)
        self.briefing.show_tab(self.settings.briefing_tab)
        self._documents.folder = self.settings.documents_folder

    def remembered(self) -> Settings:
        """Return the settings with how the window stands now."""
        return replace(
            self.settings,
            theme=self._appearance.name,
            text_scale=self._appearance.scale,
            window_geometry=geometry_of(self),
            pane_sizes=tuple(self._splitter.sizes()),
            briefing_tab=self.briefing.tab,
            watched=self._watching.folders,
            documents_folder=self._documents.folder,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()) and self._session.is_open:
            self.drop_hint.show_for(self._session.store.title)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_hint.hide()
        self._documents.add(local_files(event.mimeData()))
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.notice.place()
        self.alert.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.source.clear()  # a note that is open is kept
        for tasks in (self._tasks, self._long_tasks):
            tasks.stop()
        self.closed.emit()
        super().closeEvent(event)
