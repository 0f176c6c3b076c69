"""Showing the page of a PDF that words were read from: drawn in a limited child, off the window's thread."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.domain.document import Version
from briefing_app.domain.evidence import Quote, Span, quote_at
from briefing_app.domain.page import PagePicture
from briefing_app.errors import BriefingError
from briefing_app.ingest.page_pictures import picture_page
from briefing_app.language import _
from briefing_app.ui.dialogs.page import PageDialog
from briefing_app.ui.reading import Reading
from briefing_app.ui.session import Session
from briefing_app.ui.source import SourcePane
from briefing_app.ui.tasks import Cancelled, Report, TaskRunner


class Pages(QObject):
    """Opens the page of the words that are selected or outlined, or else of the paragraph that is read."""

    told = Signal(str)
    crashed = Signal(object)
    shown = Signal(object)  # PagePicture

    def __init__(
        self,
        session: Session,
        tasks: TaskRunner,
        reading: Reading,
        source: SourcePane,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window
        self._reading, self._source = reading, source
        self._open: PageDialog | None = None  # what is drawn for another is drawn too late

    def show(self) -> None:
        version = self._reading.version
        if version is None or not self._source.has_pages:
            self.told.emit(_("Only a PDF has pages that can be shown."))
            return
        document = self._session.briefing.document(version.document)
        span = self._source.selection() or self._source.current_span()
        dialog = PageDialog(document.title, self._window)
        draw = partial(
            picture_page,
            self._session.store.original(version.id),
            document.file_name,
            start=_page(version, span or Span(self._source.place(), self._source.place() + 1)),
            quote=quote_at(version.text, span) if span else Quote(""),
        )
        self._ask(dialog, draw, None, sought=span is not None)
        dialog.page_wanted.connect(lambda page: self._ask(dialog, draw, page, sought=False))
        self._open = dialog
        dialog.exec()
        self._open = None
        dialog.deleteLater()

    def _ask(self, dialog: PageDialog, draw: "_Draw", page: int | None, *, sought: bool) -> None:
        """Have a page drawn, and show it in the dialog if that is still open."""

        def waited(report: Report) -> PagePicture:
            return draw(page=page, waiting=partial(report, 0, 0))

        def done(picture: PagePicture) -> None:
            if self._open is dialog:
                dialog.show_picture(picture, sought=sought)
                self.shown.emit(picture)

        cancel = self._tasks.start(waited, done=done, failed=partial(self._fail, dialog))
        dialog.finished.connect(cancel)

    def _fail(self, dialog: PageDialog, error: Exception) -> None:
        if isinstance(error, BriefingError):
            if self._open is dialog:
                dialog.say(error.sentence)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)


_Draw = partial[PagePicture]


def _page(version: Version, span: Span) -> int:
    """Return the page on which the paragraph of a span begins."""
    return version.blocks[version.paragraph_at(span.start) - 1].page or 1
