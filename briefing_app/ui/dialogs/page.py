"""A page of a PDF as it looks, with the words that were read from it marked."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.page import PagePicture, Rectangle
from briefing_app.language import _, format_number
from briefing_app.ui.labels import plain_label, push_button

_PIXELS = 3  # bytes of one
_MARK, _EDGE = QColor("#ffdf6b"), QColor("#b07d00")  # on paper, which is white in every theme
_AROUND = 1.5  # points between a mark's edge and its letters
_ABOVE = 120  # pixels that are seen above the first mark


class PageDialog(QDialog):
    """Shows one page after the other, as they are drawn elsewhere."""

    page_wanted = Signal(int)  # its number, from 1

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        room = self.screen().availableGeometry()
        self.resize(min(820, room.width() - 40), min(900, room.height() - 60))
        self._number = 1
        self._sheet, self._scroll = _Sheet(), QScrollArea()
        self._scroll.setWidget(self._sheet)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._said = plain_label(_("The page is being drawn…"), wrap=True, soft=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place = plain_label()
        self._before, self._after = push_button(_("Previous page")), push_button(_("Next page"))
        self._close = push_button(_("Close"), primary=True)
        self._before.clicked.connect(lambda: self._ask(self._number - 1))
        self._after.clicked.connect(lambda: self._ask(self._number + 1))
        self._close.clicked.connect(self.accept)
        self._lay_out()

    def show_picture(self, picture: PagePicture, *, sought: bool) -> None:
        """Show a page; where words were sought and are not on it, say so."""
        self._number = picture.number
        of = _("Page {page} of {pages}").format(
            page=format_number(picture.number), pages=format_number(picture.pages)
        )
        unfound = sought and not picture.marks
        self._place.setText(_("{page}; the words are not on it").format(page=of) if unfound else of)
        self._before.setEnabled(picture.number > 1)
        self._after.setEnabled(picture.number < picture.pages)
        self._sheet.show_picture(picture)
        self._sheet.setAccessibleName(self._place.text())
        self._stack.setCurrentIndex(1)
        self._scroll.verticalScrollBar().setValue(max(0, self._sheet.first_mark() - _ABOVE))

    def say(self, sentence: str) -> None:
        """Say why there is no picture."""
        self._said.setText(sentence)
        self._stack.setCurrentIndex(0)

    def _ask(self, number: int) -> None:
        for button in (self._before, self._after):
            button.setEnabled(False)
        self.page_wanted.emit(number)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self._said)
        self._stack.addWidget(self._scroll)
        last = QHBoxLayout()
        for button in (self._before, self._after):
            button.setEnabled(False)
            button.setAutoDefault(False)
            last.addWidget(button)
        last.addWidget(self._place)
        last.addStretch(1)
        last.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 14)
        whole.setSpacing(12)
        whole.addLayout(self._stack, 1)
        whole.addLayout(last)
        self._close.setFocus()


class _Sheet(QWidget):
    """The page, as wide as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._image, self._picture = QImage(), None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: PagePicture) -> None:
        self._picture: PagePicture | None = picture
        self._image = QImage(
            picture.pixels,
            picture.columns,
            picture.rows,
            _PIXELS * picture.columns,
            QImage.Format.Format_RGB888,
        ).copy()  # the bytes are Python's, and may go before it
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        picture = self._picture
        return round(width * picture.height / picture.width) if picture else 0

    def sizeHint(self) -> QSize:
        return QSize(self._image.width() // 2, self._image.height() // 2)

    def first_mark(self) -> int:
        """Return how far down the first mark is, in pixels of this widget."""
        picture = self._picture
        if picture is None or not picture.marks:
            return 0
        return round(picture.marks[0].top * self._scale(picture))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        picture = self._picture
        if picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = self._scale(picture)
        sheet = QRectF(0, 0, picture.width * scale, picture.height * scale)
        painter.drawImage(sheet, self._image)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        for mark in picture.marks:
            area = _scaled(mark, scale)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(area, _MARK)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(QPen(_EDGE, 1))
            painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _scale(self, picture: PagePicture) -> float:
        return self.width() / picture.width


def _scaled(mark: Rectangle, scale: float) -> QRectF:
    around = _AROUND
    return QRectF(
        (mark.left - around) * scale,
        mark.top * scale,
        (mark.right - mark.left + 2 * around) * scale,
        (mark.bottom - mark.top) * scale,
    )
