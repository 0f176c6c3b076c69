"""What is seen while files are held over the window: that they may be let go, and where they go."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing_app.language import _
from briefing_app.ui.labels import plain_label

_BELOW = 104  # clear of the notice at the window's foot


class DropHint(QFrame):
    """A frame around the whole window, with one sentence at its foot; it takes no part in the dropping."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("drop_hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = plain_label("")
        self._words.setObjectName("drop_words")
        beneath = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, _BELOW)
        layout.addWidget(self._words, alignment=beneath)
        self.hide()

    def show_for(self, dossier: str) -> None:
        self._words.setText(_("Drop to add to “{dossier}”").format(dossier=dossier))
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    @property
    def words(self) -> str:
        """What is seen; empty where nothing is."""
        return self._words.text() if self.isVisible() else ""
