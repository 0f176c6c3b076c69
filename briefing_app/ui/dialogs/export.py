"""The export's dialog: what is asked before it is written, and beside it how that comes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QWidget

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import DocumentId, Version
from briefing_app.export import rendered
from briefing_app.language import _
from briefing_app.ui.dialogs.export_fields import ExportFields, ExportWish
from briefing_app.ui.dialogs.form import FormDialog
from briefing_app.ui.dialogs.preview import Preview
from briefing_app.ui.tasks import Report, TaskRunner


@dataclass(frozen=True)
class Material:
    """What is there to be exported; to read the versions takes long, so it is left to another thread."""

    briefing: Briefing
    versions: Callable[[], Mapping[DocumentId, Version]]


class ExportDialog(FormDialog):
    """Asks where the briefing goes and how it is written, and shows the pages beside."""

    def __init__(self, material: Material, wish: ExportWish, parent: QWidget | None) -> None:
        super().__init__(_("Export briefing"), parent, ok=_("Export"))
        self._material = material
        self.fields = ExportFields(material.briefing, wish)
        self.preview = Preview(TaskRunner(self))
        self._lay_out_beside()
        self.fields.changed.connect(self._show_preview)
        self.preview.crashed.connect(_rise)
        self.finished.connect(self.preview.stop)
        self._show_preview()

    @classmethod
    def ask(
        cls, material: Material, wish: ExportWish, parent: QWidget | None = None
    ) -> ExportWish | None:
        """Show the dialog; None where the reader cancelled."""
        dialog = cls(material, wish, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()  # it holds the PDF that it showed
        return dialog.wish() if accepted else None

    def wish(self) -> ExportWish:
        return self.fields.wish()

    def problem(self) -> str:
        return self.fields.problem()

    def _lay_out_beside(self) -> None:
        self.whole.removeItem(self.form)  # its fields stand in a pane of their own
        fields = QScrollArea()
        fields.setObjectName("export_fields")
        fields.setFrameShape(QFrame.Shape.NoFrame)
        fields.setWidgetResizable(True)
        fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fields.setWidget(self.fields)
        bar = fields.verticalScrollBar().sizeHint().width()
        fields.setMinimumWidth(self.fields.minimumSizeHint().width() + bar)
        beside = QHBoxLayout()
        beside.setSpacing(18)
        beside.addWidget(fields, 4)
        beside.addWidget(self.preview, 5)
        self.whole.insertLayout(0, beside, 1)
        self.setMinimumSize(760, 480)
        room = self.screen().availableSize() - QSize(20, 50)  # the window's own frame
        self.resize(QSize(1060, 740).boundedTo(room))

    def _show_preview(self) -> None:
        """Show the PDF as it will be; other forms have its words and none of its pages."""
        if not self.fields.is_complete():
            return
        wish, material = self.wish(), self._material
        has_pages = wish.path.suffix.lower() == ".pdf"
        self.fields.offer_pages(there_are=has_pages)
        if not has_pages:
            self.preview.say(_("Pages are shown of a PDF; the other forms have its words."))
            return

        def make(report: Report) -> bytes:
            return rendered(
                material.briefing,
                material.versions(),
                ".pdf",
                wish.options,
                waiting=lambda: report(0, 1),
            )

        self.preview.show_made(make)


def _rise(error: Exception) -> None:
    """Let a fault of ours reach the one who tells it."""
    raise error
