"""The window's edges: the header with the search field, the footer, and the notice that passes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from briefing_app.language import _, format_number, ngettext
from briefing_app.ui.actions import Act, shortcut_words
from briefing_app.ui.labels import ElidedLabel, plain_label, plain_tip, push_button

_NOTICE_MS = 6000
_NOTICE_GAP = 12
_MOST_SENTENCES = 8

Offered = tuple[str, Callable[[], object]]  # a button's words, and what it does


class Header(QFrame):
    """The dossier's name, the search field that opens the palette, and the two things done most."""

    menu_wanted = Signal()
    palette_wanted = Signal()
    add_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.menu_button = push_button("☰", quiet=True)
        self.menu_button.setAccessibleName(_("Menu"))
        self.menu_button.setToolTip(_("Menu ({keys})").format(keys=shortcut_words(Act.MENU)))
        self._title = ElidedLabel(name="dossier_title", bold=True)
        self._summary = ElidedLabel(name="dossier_summary")
        self._search = _SearchField()
        self._add = push_button(_("Add documents…"))
        self._export = push_button(_("Export briefing"), primary=True)
        self.menu_button.clicked.connect(self.menu_wanted)
        self._search.clicked.connect(self.palette_wanted)
        self._add.clicked.connect(self.add_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._lay_out()

    @property
    def search_field(self) -> QWidget:
        return self._search

    def enable(self, *, there_is_one: bool) -> None:
        """Offer what needs a dossier only while there is one."""
        for button in (self._search, self._add, self._export):
            button.setEnabled(there_is_one)
        if not there_is_one:
            self._title.clear()
            self._summary.clear()

    def show_dossier(self, title: str, documents: int, proposals: int) -> None:
        self._title.setText(title)
        self._title.setToolTip(plain_tip(title))
        told = ngettext("{count} document", "{count} documents", documents)
        to_review = ngettext("{count} proposal to review", "{count} proposals to review", proposals)
        parts = [told.format(count=format_number(documents))]
        if proposals:
            parts.append(to_review.format(count=format_number(proposals)))
        self._summary.setText(" · ".join(parts))
        self._export.setEnabled(documents > 0)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 7, 16, 7)
        line.setSpacing(10)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(self.menu_button)
        line.addWidget(self._title)
        line.addWidget(self._summary, 3)
        line.addWidget(self._search, 4)
        line.addStretch(1)
        line.addWidget(self._add)
        line.addWidget(self._export)


class _SearchField(QPushButton):
    """Looks like a field and opens the palette, where the words are typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search_field")
        self.setMaximumWidth(420)
        self.setMinimumWidth(150)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(_("Search this dossier, or type a command"))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 8, 0)
        words = ElidedLabel(_("Search this dossier, or type a command"), soft=True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(words, 1)
        line.addWidget(
            plain_label(shortcut_words(Act.PALETTE), key=True), 0, Qt.AlignmentFlag.AlignVCenter
        )


class Footer(QFrame):
    """Where the reader is, that all is saved, how work goes on, and the keys of the review."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setMinimumHeight(28)
        self._there_is_one = False
        self._place, self._saved = plain_label(), plain_label(_("Saved"))
        self._work, self._bar = plain_label(), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._cancel = push_button(_("Cancel"), quiet=True, small=True)
        self._offline = plain_label(_("Offline · nothing leaves this computer"))
        self._cancel.clicked.connect(self.cancel_wanted)
        self._keys = _keys_line()
        self._lay_out()
        self.show_work("", 0, 0)
        self.show_place(0, 0)

    def enable(self, *, there_is_one: bool) -> None:
        """Say that all is saved only where there is a dossier to save."""
        self._there_is_one = there_is_one
        self._make_room()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def _make_room(self) -> None:
        """Leave the keys away where they would be cut off, and "Saved" where the progress would be."""
        others = (self._place, self._work, self._bar, self._cancel, self._offline)
        taken = sum(each.sizeHint().width() + 16 for each in others if not each.isHidden()) + 32
        with_saved = taken + self._saved.sizeHint().width() + 16
        self._saved.setVisible(self._there_is_one and with_saved <= self.width())
        self._keys.setVisible(with_saved + self._keys.sizeHint().width() <= self.width())

    def show_place(self, paragraph: int, of: int) -> None:
        self._place.setText(
            _("¶{paragraph} of {of}").format(paragraph=paragraph, of=of) if of else ""
        )
        self._place.setVisible(of > 0)

    def show_work(self, words: str, step: int, steps: int, *, cancellable: bool = True) -> None:
        """Show work that goes on; no words where it is done. With no steps nobody knows how long it takes."""
        for widget in (self._work, self._bar):
            widget.setVisible(bool(words))
        self._cancel.setVisible(bool(words) and cancellable)
        self._work.setText(words)
        self._bar.setRange(0, steps)
        self._bar.setValue(step)
        self._make_room()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(16)
        for widget in (self._place, self._saved, self._work, self._bar, self._cancel):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self._keys)
        line.addWidget(self._offline)


def _keys_line() -> QWidget:
    inside = QWidget()
    line = QHBoxLayout(inside)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(5)
    groups = (
        ((Act.NEXT, Act.PREVIOUS), _("next, previous proposal")),
        ((Act.ACCEPT,), _("accept")),
        ((Act.EDIT,), _("edit")),
        ((Act.DISMISS,), _("dismiss")),
        ((Act.UNDO,), _("undo")),
    )
    for acts, words in groups:
        for act in acts:
            key = "U" if act is Act.UNDO else shortcut_words(act)
            line.addWidget(plain_label(key, key=True), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(plain_label(words))
        line.addSpacing(6)
    return inside


class Notice(QFrame):
    """A sentence that passes by over a pane, with a button where there is something to do about it.

    Standing at the pane's top, it holds what must be read: each sentence stays until all are closed.
    """

    def __init__(self, parent: QWidget, over: QWidget, *, at_top: bool = False) -> None:
        super().__init__(parent)
        self._window, self._over, self._at_top = parent, over, at_top
        self.setObjectName("notice")
        self._told: list[str] = []
        self._words = plain_label(wrap=False)
        self._button = push_button("")
        self._press: Callable[[], object] | None = None
        self._close = push_button("✕")
        self._close.setAccessibleName(_("Close"))
        self._button.clicked.connect(self._do)
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 7, 8, 7)
        line.addWidget(self._words, 1)
        line.addWidget(self._button)
        line.addWidget(self._close)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def tell(self, words: str, *, offer: Offered | None = None) -> None:
        """Show a sentence, in place of the last one or, where it must be read, below it."""
        self._press = offer[1] if offer else None
        self._button.setText(offer[0] if offer else "")
        self._button.setVisible(offer is not None)
        earlier = self._told if self._at_top and self.isVisible() else []
        self._told = [*(each for each in earlier if each != words), words]
        self._words.setText("\n".join(self._told[-_MOST_SENTENCES:]))
        self.place()
        self.show()
        self.raise_()
        self.setAccessibleName(self._words.text())
        if not self._at_top:
            self._timer.start(_NOTICE_MS)

    def _do(self) -> None:
        self.hide()
        if self._press is not None:
            self._press()

    def place(self) -> None:
        """Stand in the middle of the pane that it is over, at its foot or its top, and never leave the window."""
        window = self._window
        room = window.width() - 48
        self._words.setWordWrap(False)
        self._words.setWordWrap(self.sizeHint().width() > room)
        width = min(self.sizeHint().width(), room)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        middle = self._over.mapTo(window, self._over.rect().center()).x()
        left = max(24, min(middle - width // 2, window.width() - width - 24))
        over = self._over.mapTo(window, self._over.rect().topLeft()).y()
        bottom = over + self._over.height() - _NOTICE_GAP - height
        self.setGeometry(left, over + _NOTICE_GAP if self._at_top else bottom, width, height)
