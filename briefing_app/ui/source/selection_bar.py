"""The small bar that comes up beside selected words."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from briefing_app.domain.annotation import Colour
from briefing_app.language import _
from briefing_app.ui.source.dots import COLOURS, ColourDot, colour_word
from briefing_app.ui.source.keys import is_override
from briefing_app.ui.source.page import Page

_GAP = 8  # between the bar and the words, and between the bar and the pane's edge


class SelectionBar(QFrame):
    """Offers what can be made of a selection."""

    highlight_chosen = Signal(object)  # Colour
    note_chosen = Signal()
    position_chosen = Signal()
    outcome_chosen = Signal()
    citation_chosen = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self.setObjectName("selection_bar")
        self.setAccessibleName(_("What to make of the selected words"))
        self._dots = [self._dot(colour) for colour in COLOURS]
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        self._row.setContentsMargins(4, 0, 4, 0)
        self._dot_holder = QWidget()
        self._dot_holder.setLayout(self._row)
        self._parts: list[QWidget] = [self._dot_holder, *self._buttons()]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 4, 4, 4)
        self._grid.setSpacing(0)
        self._order(Colour.YELLOW)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=24, offset=QPointF(0, 6))
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
        self.hide()

    @property
    def colour(self) -> Colour:
        """The colour used last."""
        return self._dots[0].colour

    def set_page(self, page: Page) -> None:
        theme, size = page.theme, round(12 * page.scale)
        for dot in self._dots:
            dot.set_page(page, ring=theme.paper)
        self.setStyleSheet(
            f"#selection_bar {{ background: {theme.ink}; border-radius: 8px; }}"
            "#selection_bar QWidget { background: transparent; }"
            f"#selection_bar QPushButton {{ color: {theme.paper}; font-size: {size}px; border: 0;"
            f" border-left: 1px solid {theme.soft}; border-radius: 0; padding: 4px 9px; }}"
            "#selection_bar QPushButton[first='true'] { border-left: 0; }"
            f"#selection_bar QPushButton:hover, #selection_bar QPushButton:focus"
            f" {{ text-decoration: underline; font-weight: 600; }}"
        )

    def show_near(self, first: QRect, last: QRect) -> None:
        """Come up above the first line of the selection, or else below its last, always whole."""
        room = self._pane.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        self._arrange(room.width())
        size = self.sizeHint()
        top = first.top() - size.height() - _GAP
        if top < room.top():
            top = last.bottom() + _GAP
        centre = (first if top < first.top() else last).center().x()
        self.setGeometry(_inside(QRect(QPoint(centre - size.width() // 2, top), size), room))
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent, /) -> bool:
        if is_override(event, Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def _buttons(self) -> list[QWidget]:
        table = (
            (_("Note"), self.note_chosen),
            (_("Position…"), self.position_chosen),
            (_("Outcome…"), self.outcome_chosen),
            (_("Copy with citation"), self.citation_chosen),
        )
        buttons: list[QWidget] = []
        for text, chosen in table:
            button = QPushButton(text)
            button.clicked.connect(chosen.emit)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            buttons.append(button)
        return buttons

    def _dot(self, colour: Colour) -> ColourDot:
        name = _("Highlight: {colour}").format(colour=colour_word(colour).lower())
        dot = ColourDot(colour, name)
        dot.clicked.connect(lambda: self._choose(colour))
        return dot

    def _choose(self, colour: Colour) -> None:
        self._order(colour)
        self.highlight_chosen.emit(colour)

    def _order(self, first: Colour) -> None:
        """Put the colour used last before the others."""
        self._dots.sort(key=lambda dot: dot.colour is not first)
        for dot in self._dots:
            self._row.removeWidget(dot)
        for dot in self._dots:
            self._row.addWidget(dot)

    def _arrange(self, width: int) -> None:
        """Set the parts in as few rows as the width allows."""
        for part in self._parts:
            self._grid.removeWidget(part)
        row, column, used = 0, 0, 8
        for part in self._parts:
            part.ensurePolished()
            wanted = part.sizeHint().width()
            if column and used + wanted > width:
                row, column, used = row + 1, 0, 8
            part.setProperty("first", column == 0)
            part.style().polish(part)
            self._grid.addWidget(part, row, column)
            column, used = column + 1, used + wanted
        self._grid.activate()


def _inside(area: QRect, room: QRect) -> QRect:
    """Move an area so that all of it lies within a room, and make it smaller where it must be."""
    size = area.size().boundedTo(QSize(room.width(), room.height()))
    left = min(max(area.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(area.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)
