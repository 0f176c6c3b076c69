"""The bar at the top of the pane in which words are looked for in the open text."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from briefing_app.domain.evidence import Span
from briefing_app.language import _, format_number
from briefing_app.ui.labels import plain_label, push_button
from briefing_app.ui.source.finding import Finder
from briefing_app.ui.source.keys import is_override

_PAUSE = 120  # milliseconds after the last keystroke


class FindBar(QFrame):
    found = Signal(object, object)  # all hits, and the current one or None
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._finder = Finder("", ())
        self._hits: list[Span] = []
        self._current = 0
        self._from = 0  # the code point from which the first hit is looked for
        self._words = QLineEdit()
        self._words.setPlaceholderText(_("Find in this text"))
        self._words.setAccessibleName(_("Find in this text"))
        self._count = plain_label(soft=True)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._timer.timeout.connect(self._search)
        self._words.textEdited.connect(self._notice_typing)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self._count)
        for text, name, act in (
            ("↑", _("Previous"), self.previous),
            ("↓", _("Next"), self.next),
            ("✕", _("Close"), self.close_bar),
        ):
            button = push_button(text, quiet=True)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(act)
            row.addWidget(button)

    def set_finder(self, finder: Finder) -> None:
        """Search another text from now on, for the same words where the bar is open."""
        self._finder, self._from = finder, 0
        if self.isVisible():
            self._search()

    def open_at(self, offset: int) -> None:
        """Come up, ready for words to be typed; the first hit is the next after a code point."""
        self._from = offset
        self.show()
        self._words.setFocus()
        self._words.selectAll()
        if self._words.text():
            self._search()

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def close_bar(self) -> None:
        self._timer.stop()
        self.hide()
        self._hits = []
        self.found.emit([], None)
        self.closed.emit()

    def event(self, event: QEvent, /) -> bool:
        if is_override(event, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _notice_typing(self) -> None:
        self._timer.start()

    def _step(self, by: int) -> None:
        if self._timer.isActive():
            self._search()  # what was just typed comes first
        elif self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._tell()

    def _search(self) -> None:
        self._timer.stop()
        self._hits = self._finder.find(self._words.text())
        after = (number for number, hit in enumerate(self._hits) if hit.start >= self._from)
        self._current = next(after, 0)
        self._tell()

    def _tell(self) -> None:
        self._count.setText(self._counted())
        self.found.emit(self._hits, self._hits[self._current] if self._hits else None)

    def _counted(self) -> str:
        if not self._words.text().strip():
            return ""
        if not self._hits:
            return _("not found")
        return _("{number} of {count}").format(
            number=format_number(self._current + 1), count=format_number(len(self._hits))
        )
