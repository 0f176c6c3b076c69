"""The head of the matrix: each party by its colour and name."""

from PySide6.QtCore import (
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QPainter,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QWidget,
)

from briefing_app.ui.briefing.matrix_cells import PAD
from briefing_app.ui.briefing.matrix_model import MatrixModel
from briefing_app.ui.briefing.painting import (
    MARGIN_X,
    Look,
)


class PartyHeader(QHeaderView):
    """Names the parties, each with its dot."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look = look
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N802, N803 (Qt's)
        size = super().sectionSizeFromContents(logicalIndex)
        return QSize(size.width(), round(34 * self.look.scale))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 (Qt's)
        theme, model = self.look.theme, self.model()
        painter.fillRect(rect, QColor(theme.panel))
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), QColor(theme.line))
        left = rect.left() + PAD + MARGIN_X
        if logicalIndex > 0 and isinstance(model, MatrixModel):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.party(model.matrix.columns[logicalIndex - 1].colour)))
            painter.drawEllipse(QRect(left, rect.center().y() - 4, 9, 9))
            left += 17
        painter.setFont(self.look.label_font)
        painter.setPen(QColor(theme.ink))
        room = rect.right() - left - 4
        name = painter.fontMetrics().elidedText(
            str(model.headerData(logicalIndex, Qt.Orientation.Horizontal)),
            Qt.TextElideMode.ElideRight,
            room,
        )
        painter.drawText(
            QRect(left, rect.top(), room, rect.height()), int(Qt.AlignmentFlag.AlignVCenter), name
        )
