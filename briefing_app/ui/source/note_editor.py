"""The card in which a note is written: saved as it is written, with nothing to confirm."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.annotation import Annotation, Colour
from briefing_app.language import _
from briefing_app.ui.labels import push_button
from briefing_app.ui.source.dots import COLOURS, ColourDot, colour_word
from briefing_app.ui.source.keys import is_override
from briefing_app.ui.source.page import Page

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAUSE = 800  # milliseconds after the last keystroke
_WIDTH, _HEIGHT = 320, 208
_GAP = 8

Content = tuple[str, tuple[str, ...], Colour]


class NoteEditor(QFrame):
    note_changed = Signal(int, str, object, object)  # annotation, note, tags, Colour
    removal_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self.setObjectName("note_editor")
        self.setAccessibleName(_("Note"))
        self._annotation: int | None = None
        self._kept: Content = ("", (), Colour.YELLOW)
        self._note = QPlainTextEdit()
        self._tags = QLineEdit()
        self._dots = [ColourDot(colour, colour_word(colour)) for colour in COLOURS]
        self._group = QButtonGroup(self)
        self._remove = push_button(_("Delete"), quiet=True)
        self._done = push_button(_("Done"))
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self._note.setPlaceholderText(_("Write a note. Markdown works."))
        self._note.setAccessibleName(_("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setAcceptDrops(False)
        self._tags.setPlaceholderText(_("Tags, separated by commas"))
        self._tags.setAccessibleName(_("Tags, separated by commas"))
        row = QHBoxLayout()
        row.setSpacing(2)
        for dot in self._dots:
            dot.setCheckable(True)
            self._group.addButton(dot)
            row.addWidget(dot)
        row.addStretch()
        row.addWidget(self._remove)
        row.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._note)
        column.addWidget(self._tags)
        column.addLayout(row)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=24, offset=QPointF(0, 6))
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.save)
        self._note.textChanged.connect(self._notice_typing)
        self._tags.textEdited.connect(self._notice_typing)
        self._group.buttonClicked.connect(self.save)
        self._remove.clicked.connect(self._ask_for_removal)
        self._done.clicked.connect(self.close_note)
        for field in (self._note, self._tags):
            field.installEventFilter(self)

    def set_page(self, page: Page) -> None:
        for dot in self._dots:
            dot.set_page(page, ring=page.theme.ink)
        self.setStyleSheet(
            f"#note_editor {{ background: {page.theme.paper}; border: 1px solid {page.theme.line};"
            " border-radius: 10px; }"
        )
        self.resize(round(_WIDTH * max(1.0, page.scale)), round(_HEIGHT * max(1.0, page.scale)))

    @property
    def annotation(self) -> int | None:
        """The annotation whose note is open."""
        return self._annotation

    def open_note(self, annotation: Annotation, beside: QRect) -> None:
        """Open a note beside its words, once what was open is saved."""
        self.close_note()
        self._annotation = annotation.id
        self._note.setPlainText(annotation.note)
        self._tags.setText(", ".join(annotation.tags))
        chosen = next(dot for dot in self._dots if dot.colour is annotation.colour)
        chosen.setChecked(True)
        self._kept = (annotation.note, annotation.tags, annotation.colour)
        self._timer.stop()
        self.stand_beside(beside)
        self.show()
        self.raise_()
        self._note.moveCursor(self._note.textCursor().MoveOperation.End)
        self._note.setFocus()

    def stand_beside(self, words: QRect) -> None:
        """Stand below the words, or else above them, inside the pane."""
        room = self._pane.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        size = self.size().boundedTo(QSize(room.width(), room.height()))
        top = words.bottom() + _GAP
        if top + size.height() > room.bottom() and words.top() - size.height() > room.top():
            top = words.top() - size.height() - _GAP
        top = min(max(top, room.top()), room.bottom() - size.height())
        left = min(max(words.left(), room.left()), room.right() - size.width())
        self.setGeometry(QRect(QPoint(left, top), size))

    def save(self) -> None:
        """Tell of what was written since the last time."""
        self._timer.stop()
        content = (self._note.toPlainText(), self._written_tags(), self._colour())
        if self._annotation is None or content == self._kept:
            return
        self._kept = content
        self.note_changed.emit(self._annotation, *content)

    def close_note(self) -> None:
        """Close, and keep what was written."""
        if self._annotation is None:
            return
        self.save()
        self._dismiss()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        elif is_override(event, Qt.Key.Key_Escape, *_RETURNS) and _closes(event):
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and _closes(event):
            self.close_note()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if _closes(event):
            self.close_note()
        else:
            super().keyPressEvent(event)

    def _notice_typing(self) -> None:
        self._timer.start()

    def _ask_for_removal(self) -> None:
        annotation = self._annotation
        self._timer.stop()
        self._dismiss()
        if annotation is not None:
            self.removal_wanted.emit(annotation)

    def _dismiss(self) -> None:
        self._annotation = None
        self.hide()
        self.closed.emit()

    def _colour(self) -> Colour:
        return next(dot.colour for dot in self._dots if dot.isChecked())

    def _written_tags(self) -> tuple[str, ...]:
        tags = (tag.strip() for tag in self._tags.text().split(","))
        return tuple(dict.fromkeys(tag for tag in tags if tag))


def _closes(event: QEvent) -> bool:
    """Tell whether a key says that a note is done: Escape, or Return with Ctrl, which alone begins a line."""
    if not isinstance(event, QKeyEvent):
        return False
    is_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Escape or (event.key() in _RETURNS and bool(is_ctrl))
