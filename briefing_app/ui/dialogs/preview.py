"""The preview of an export: the PDF itself, page by page, made anew whenever something is chosen otherwise."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from briefing_app.errors import BriefingError
from briefing_app.export.pages import Picture, count_pages, picture_of
from briefing_app.language import _
from briefing_app.ui.labels import plain_label, push_button
from briefing_app.ui.tasks import Cancelled, Report, TaskRunner

PATIENCE = 250  # milliseconds without a further choice, before the pages are set
_MARGIN = 16

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class _Made:
    pdf: bytes
    pages: int


class Preview(QWidget):
    """Shows a page of what `show_made` has made; an outdated making is cancelled."""

    crashed = Signal(object)  # an error that is ours

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__()
        self._tasks = tasks
        self._make: Callable[[Report], bytes] | None = None
        self._made: _Made | None = None
        self._page = 0
        self._choice = 0  # counts them: what was begun for an earlier one is outdated
        self._is_setting = False
        self._cancels = list[Callable[[], None]]()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._begin)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(PATIENCE)
        self._redraw.timeout.connect(self._draw)
        self._lay_out()

    def show_made(self, make: Callable[[Report], bytes]) -> None:
        """Show the PDF that is made by this, once no other choice follows at once."""
        self._outdate()
        self._make, self._is_setting = make, True
        self._say_where()
        self._patience.start()

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of pages."""
        self._outdate()
        self._patience.stop()
        self._made, self._is_setting = None, False
        self._sheet.setPixmap(QPixmap())
        self._sheet.setText(sentence)
        self._say_where()

    def stop(self) -> None:
        """Make nothing any more, also not what was chosen a moment ago, and wait for what is being made."""
        self._outdate()
        self._patience.stop()
        self._redraw.stop()
        self._tasks.stop()

    def turn(self, pages: int) -> None:
        """Turn so many pages forward, or back."""
        if self._made is not None:
            self._page = max(0, min(self._page + pages, self._made.pages - 1))
            self._scroll.verticalScrollBar().setValue(0)
            self._draw()

    @property
    def pages(self) -> int:
        """How many pages there are; none while nothing is made."""
        return self._made.pages if self._made else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 300)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._redraw.start()

    def _lay_out(self) -> None:
        self._sheet = QLabel()
        self._sheet.setTextFormat(Qt.TextFormat.PlainText)
        self._sheet.setWordWrap(True)
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sheet.setObjectName("preview_sheet")
        self._sheet.setAccessibleName(_("Preview"))
        self._scroll = QScrollArea()
        self._scroll.setObjectName("preview")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._sheet)
        self._scroll.setAccessibleName(_("Preview"))
        self._state = plain_label(soft=True)
        self._where = plain_label(soft=True)
        self._back, self._on = push_button("‹"), push_button("›")
        for button, name, by in (
            (self._back, _("Previous page"), -1),
            (self._on, _("Next page"), 1),
        ):
            button.setAutoDefault(False)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda *_args, by=by: self.turn(by))
        below = QHBoxLayout()
        below.addWidget(self._state, 1)
        below.addWidget(self._back)
        below.addWidget(self._where)
        below.addWidget(self._on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(below)
        self._say_where()

    def _begin(self) -> None:
        make = self._make
        if make is None:
            return

        def work(report: Report) -> _Made:
            pdf = make(report)
            return _Made(pdf, count_pages(pdf))

        self._start(work, self._take)

    def _start(self, work: Callable[[Report], T], done: Callable[[T], None]) -> None:
        """Do something for the present choice; once there is another, nobody hears of it."""
        choice = self._choice

        def if_wanted(then: Callable[[R], None]) -> Callable[[R], None]:
            return lambda result: then(result) if self._choice == choice else None

        cancel = self._tasks.start(work, done=if_wanted(done), failed=if_wanted(self._fail))
        self._cancels.append(cancel)

    def _outdate(self) -> None:
        self._choice += 1
        for cancel in self._cancels:
            cancel()
        self._cancels.clear()

    def _take(self, made: _Made) -> None:
        self._made, self._page = made, min(self._page, made.pages - 1)
        self._is_setting = False
        self._draw()

    def _draw(self) -> None:
        if self._made is None:
            return
        pdf, page, ratio = self._made.pdf, self._page, self.devicePixelRatioF()
        width = int((self._scroll.viewport().width() - 2 * _MARGIN) * ratio)
        self._start(
            lambda _report: picture_of(pdf, page, max(width, 200)),
            lambda picture: self._show(picture, ratio),
        )

    def _show(self, picture: Picture, ratio: float) -> None:
        image = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB32,
        )
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(pixmap)
        self._say_where()

    def _say_where(self) -> None:
        made = self._made
        self._state.setText(_("Setting the pages…") if self._is_setting else "")
        self._where.setText(
            _("{page} of {pages}").format(page=self._page + 1, pages=made.pages) if made else ""
        )
        self._back.setEnabled(made is not None and self._page > 0)
        self._on.setEnabled(made is not None and self._page + 1 < made.pages)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, BriefingError):
            self.say(error.sentence)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)
