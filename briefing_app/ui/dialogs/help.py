"""Help: what is read, what is not, how it is kept safe, and how much of that holds on this computer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from briefing_app.language import N_, _
from briefing_app.safety import Restraint, sentence
from briefing_app.ui.actions import Act, shortcut_words
from briefing_app.ui.dialogs.notices import TellingDialog
from briefing_app.ui.labels import plain_label

_READ = (
    (
        N_("PDF"),
        N_("the text in reading order; its pages are cited and can be shown; no scanned pages"),
    ),
    (
        N_("Word (DOCX), OpenDocument (ODT)"),
        N_("headings and lists with their numbers, tables, quotations and notes"),
    ),
    (N_("Rich text (RTF)"), N_("paragraphs, lists and tables")),
    (N_("Books (EPUB)"), N_("the chapters in their order")),
    (N_("Mails (EML, MSG)"), N_("the words; what is attached is named and never opened")),
    (N_("Web pages (HTML, MHT)"), N_("the main text of a page that was saved")),
    (N_("Markdown, plain text"), N_("as it stands, in any encoding")),
    (
        N_("Folders, ZIP archives"),
        N_("the documents in them, each by itself; links are not followed"),
    ),
)
_NOT_READ = (
    N_("Pages that are pictures: run text recognition on them first."),
    N_("What a password protects: save it without one first."),
    N_(
        "Numbers that a web page’s style sheet gives its lists, and those in letters other than Latin."
    ),
    N_("Recordings, programs, and whatever is attached to or embedded in a document."),
)
_KEPT_SAFE = (
    N_(
        "Plain text is taken as it stands. Everything else is read in a process of its own, which is given the "
        "document’s bytes and can answer with text alone. Whatever becomes of it, the window goes on. An archive "
        "is unpacked before that, with its bytes counted."
    ),
    N_(
        "Nothing that a document asks for is loaded: no picture, style, template or address, from a network or from "
        "the disk. No link is followed, and nothing in a document is run."
    ),
    N_(
        "What is too large, nested too deep or takes too long is refused with the reason, and the other files are read."
    ),
    N_(
        "The original bytes are kept in the dossier and can be saved again. Briefing itself never opens them with "
        "another program. A briefing is typeset as PDF in a process of the same kind."
    ),
)


class HelpDialog(TellingDialog):
    """Tells all this; what holds on this computer is added once it was found out."""

    def __init__(self, parent: QWidget | None) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(8)
        self._holds = QGridLayout()
        self._holds.setVerticalSpacing(4)
        self._pending = plain_label(_("Being tried…"), soft=True)
        self._holds.addWidget(self._pending)
        self._lay_out()
        super().__init__(_("What is read, and how it is kept safe"), inside, parent)
        self.resize(640, min(760, self.screen().availableGeometry().height() - 60))

    def show_safety(self, holds: Mapping[Restraint, bool]) -> None:
        """Say of each restraint whether it holds here."""
        self._pending.hide()
        for number, (restraint, held) in enumerate(holds.items()):
            words = f"{'✓' if held else '✗'}  {sentence(restraint, holds=held)}"
            self._holds.addWidget(plain_label(words, wrap=True), *divmod(number, 2))
        whole = _("All of this was tried just now, and holds.")
        part = _(
            "What is marked ✗ was tried just now and does not hold here; on newer Linux systems all of it does."
        )
        told = plain_label(whole if all(holds.values()) else part, wrap=True, soft=True)
        self._holds.addWidget(told, self._holds.rowCount(), 0, 1, 2)

    def _lay_out(self) -> None:
        self._add(_("What is read"), _kinds())
        self._add(_("What is not read"), _sentences(_NOT_READ))
        self._add(_("How it is kept safe"), _sentences(_KEPT_SAFE))
        self._add(_("What reads a document, on this computer"), self._holds)
        keys = _("{keys} lists the keyboard shortcuts.").format(keys=shortcut_words(Act.SHORTCUTS))
        self._column.addSpacing(10)
        self._column.addWidget(plain_label(keys, soft=True))
        self._column.addStretch(1)

    def _add(self, heading: str, section: QLayout) -> None:
        label = plain_label(heading.upper(), heading=True)
        label.setContentsMargins(0, 10 if self._column.count() else 0, 0, 0)
        self._column.addWidget(label)
        self._column.addLayout(section)


def _kinds() -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    top = Qt.AlignmentFlag.AlignTop
    for row, (kind, what) in enumerate(_READ):
        grid.addWidget(plain_label(_(kind)), row, 0, top)
        grid.addWidget(plain_label(_(what), wrap=True, soft=True), row, 1, top)
    return grid


def _sentences(sentences: Sequence[str]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    for each in sentences:
        column.addWidget(plain_label(_(each), wrap=True))
    return column
