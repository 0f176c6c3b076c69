"""Taking drawings out of the window, as pictures."""

from collections.abc import Callable
from itertools import chain, count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing_app.errors import BriefingError
from briefing_app.export.writing import write_whole
from briefing_app.language import _
from briefing_app.settings import Settings
from briefing_app.ui.briefing.glance.pictures import Picture
from briefing_app.ui.export_memory import file_name
from briefing_app.ui.tasks import Cancelled, Report, TaskRunner
from briefing_app.ui.theme import Theme

T = TypeVar("T")


class Picturing(QObject):
    """Copies and saves pictures, always in the light theme: they go onto slides and paper."""

    told = Signal(str)
    failed = Signal(str)
    progressed = Signal(str, int, int)
    crashed = Signal(object)

    def __init__(
        self, light: Theme, settings: Callable[[], Settings], tasks: TaskRunner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._light, self._settings = light, settings
        self._tasks, self._window = tasks, window
        self._cancel: Callable[[], None] | None = None

    def copy(self, picture: Picture) -> None:
        self._start(lambda: picture.image(self._light), self._put)

    def save(self, picture: Picture) -> None:
        """Write it where the reader wishes, as PNG or SVG by the ending of the name, else by the kind chosen."""
        folder = Path(self._settings().export_folder or Path.home())
        name = file_name(f"{picture.title} - {picture.name}")
        kinds = {_("Picture (*.png)"): ".png", _("Drawing (*.svg)"): ".svg"}
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, _("Save picture"), str(folder / name), ";;".join(kinds)
        )
        if chosen:
            path = Path(chosen)
            if path.suffix.lower() not in kinds.values():
                path = _free(path, kinds.get(kind, ".png"))
            made = picture.svg if path.suffix.lower() == ".svg" else picture.png
            self._start(
                lambda: write_whole(path, made(self._light)),
                lambda _result: self.told.emit(
                    _("The picture was saved to {path}").format(path=path)
                ),
            )

    def cancel(self) -> None:
        if self._cancel is not None:
            self._cancel()

    def _start(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Draw on the worker thread: a large picture takes seconds."""
        self.progressed.emit(_("Drawing the picture…"), 0, 0)

        def finish(result: T) -> None:
            self.progressed.emit("", 0, 0)
            done(result)

        def begin(report: Report) -> T:
            report(0, 0)
            return work()

        self._cancel = self._tasks.start(begin, done=finish, failed=self._fail)

    def _put(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(_("The picture was copied."))

    def _fail(self, error: Exception) -> None:
        self.progressed.emit("", 0, 0)
        if isinstance(error, BriefingError):
            self.failed.emit(error.sentence)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)


def _free(path: Path, ending: str) -> Path:
    """Give a path an ending that nobody was asked about: what is there already stays."""
    wanted = path.with_name(path.name + ending)
    others = (path.with_name(f"{path.name} {number}{ending}") for number in count(2))
    return next(each for each in chain([wanted], others) if not each.exists())
