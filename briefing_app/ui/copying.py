"""Copying what is in the briefing and in the text, plain and as rich text, each quote with its source."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from briefing_app.domain.citing import style_of
from briefing_app.domain.evidence import Span
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.position import Position
from briefing_app.export.clips import Clip, entries_clip, quote_clip, row_clip
from briefing_app.language import _
from briefing_app.settings import Settings
from briefing_app.ui.briefing.details import entry_of
from briefing_app.ui.items import Item
from briefing_app.ui.reading import Reading
from briefing_app.ui.session import Session


class Copying(QObject):
    """Puts clips on the clipboard, cited in the style that the settings name."""

    told = Signal(str)

    def __init__(
        self, session: Session, reading: Reading, settings: Callable[[], Settings], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._reading, self._settings = session, reading, settings

    def copy_selection(self, span: Span) -> None:
        """Copy the words of the text that is read, with their source."""
        version = self._reading.version
        assert version is not None
        document = self._session.briefing.document(version.document)
        exact, spot = version.text[span.start : span.end], version.spot_at(span.start)
        self._put(quote_clip(document, exact, spot, style_of(self._settings().citations)))

    def copy_entries(self, items: Sequence[Item]) -> None:
        """Copy a cell of the matrix or an outcome."""
        briefing, style = self._session.briefing, style_of(self._settings().citations)
        found = (entry_of(briefing, item) for item in items)
        entries = [each for each in found if isinstance(each, (Position, Outcome))]
        if entries:
            self._put(entries_clip(briefing, entries, style))

    def copy_row(self, issue: str, cells: Sequence[tuple[str, Sequence[Item]]]) -> None:
        """Copy a row of the matrix as a table."""
        briefing, style = self._session.briefing, style_of(self._settings().citations)
        held = [(party, self._positions(items)) for party, items in cells]
        self._put(row_clip(briefing, issue, held, style))

    def _positions(self, items: Sequence[Item]) -> list[Position]:
        found = (entry_of(self._session.briefing, item) for item in items)
        return [each for each in found if isinstance(each, Position)]

    def _put(self, clip: Clip) -> None:
        data = QMimeData()
        data.setText(clip.plain)
        data.setHtml(clip.rich)
        QGuiApplication.clipboard().setMimeData(data)
        self.told.emit(_("Copied with its source."))
