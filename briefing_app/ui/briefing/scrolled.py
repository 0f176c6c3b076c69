"""A page of views below each other that are as high as what they show: what scrolls is the page."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_AROUND = 48  # pixels in sight above and below what is scrolled to


class ScrolledPage(QScrollArea):
    def __init__(self, widgets: Sequence[QWidget], *, side: int) -> None:
        super().__init__()
        self._inside, self._scale = QWidget(), 1.0
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(side, 0, side, 16)
        column.setSpacing(8)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_text_scale(self, scale: float) -> None:
        self._scale = scale

    def bring_into_sight(self, view: QWidget, area: QRect) -> None:
        """Scroll to a part of one of the views: to its head, where not all of it fits."""
        self._settle()
        above, around = view.mapTo(self._inside, QPoint()).y(), round(_AROUND * self._scale)
        self.ensureVisible(0, above + area.bottom(), 0, around)
        self.ensureVisible(0, above + area.top(), 0, around)

    def bring_to_top(self, widget: QWidget) -> None:
        self._settle()
        self.verticalScrollBar().setValue(widget.mapTo(self._inside, QPoint()).y())

    def scroll_on(self, pixels: int) -> None:
        self._settle()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _settle(self) -> None:
        """Let views that have just been filled take their heights, so that there is something to scroll."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
