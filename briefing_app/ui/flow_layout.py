"""A layout that sets widgets beside each other and goes on in the next line, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets that are hidden take no room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._right = gap, right
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        tall = sum(_height(line) for line in lines) + self._gap * max(0, len(lines) - 1)
        return tall + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        top = room.top()
        for line in self._lines(room.width()):
            left = room.left()
            if self._right:
                left += max(0, room.width() - self._width(line))
            for item in line:
                size = item.sizeHint().boundedTo(QSize(room.width(), item.sizeHint().height()))
                item.setGeometry(QRect(QPoint(left, top), size))
                left += size.width() + self._gap
            top += _height(line) + self._gap

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Share the items that are shown out to lines that fit."""
        lines: list[list[QLayoutItem]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            if lines and self._width([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _width(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self._gap * (len(line) - 1)


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)
