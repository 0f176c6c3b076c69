"""What the export asks before it writes: the form, the title, and whether proposals go in."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from briefing_app.domain.citing import STYLES, CitationStyle, style_of
from briefing_app.export.forms import FORMS
from briefing_app.export.options import ExportOptions, Paper
from briefing_app.language import N_, _, tag
from briefing_app.settings import Settings
from briefing_app.ui.dialogs.form import FormDialog, choice_box
from briefing_app.ui.labels import plain_label, push_button

_PAPERS = {Paper.A4: N_("A4"), Paper.LETTER: N_("Letter")}


@dataclass(frozen=True)
class ExportWish:
    """Where to write the briefing, and how."""

    path: Path
    options: ExportOptions


class ExportDialog(FormDialog):
    """Asks where the briefing goes and how it is written."""

    def __init__(
        self, title: str, settings: Settings, proposals: int, parent: QWidget | None
    ) -> None:
        super().__init__(_("Export briefing"), parent, ok=_("Export"))
        self.setMinimumWidth(560)
        folder = Path(settings.export_folder) if settings.export_folder else Path.home()
        self._path = QLineEdit(str(folder / f"{_file_name(title)}.pdf"))
        self._title, self._author = QLineEdit(title), QLineEdit(settings.author)
        self._paper = choice_box({paper: _(word) for paper, word in _PAPERS.items()})
        self._citations = choice_box(
            {style: _(word) for style, word in STYLES.items()}, style_of(settings.citations)
        )
        self._confirmed_only = QCheckBox(_("Only what I confirmed"))
        self._confirmed_only.setChecked(settings.export_confirmed_only)
        self._hint = plain_label(_hint(proposals), wrap=True, soft=True)
        self._add_fields()

    @classmethod
    def ask(
        cls, title: str, settings: Settings, proposals: int, parent: QWidget | None = None
    ) -> ExportWish | None:
        """Show the dialog; None where the reader cancelled."""
        dialog = cls(title, settings, proposals, parent)
        return dialog.wish() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def wish(self) -> ExportWish:
        return ExportWish(
            Path(self._path.text().strip()).expanduser(),
            ExportOptions(
                title=self._title.text().strip(),
                author=self._author.text().strip(),
                paper=Paper(self._paper.currentData()),
                confirmed_only=self._confirmed_only.isChecked(),
                language=tag(),
                citations=CitationStyle(self._citations.currentData()),
            ),
        )

    def problem(self) -> str:
        path = self.wish().path
        if path.suffix.lower() not in FORMS:
            return _("The file’s name must end in {endings}.").format(endings=", ".join(FORMS))
        if not path.parent.is_dir():
            return _("There is no folder {folder}.").format(folder=path.parent)
        return ""

    def _add_fields(self) -> None:
        browse = push_button(_("Choose…"))
        browse.setAutoDefault(False)  # Return in the field beside it means to export
        browse.clicked.connect(self._browse)
        where = QWidget()
        line = QHBoxLayout(where)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._path, 1)
        line.addWidget(browse)
        where.setFocusProxy(self._path)
        self._path.setAccessibleName(_("File"))
        self.add_field(_("File"), where)
        self.add_field(_("Title"), self._title)
        self.add_field(_("Author"), self._author)
        self.add_field(_("Paper"), self._paper)
        self.add_field(_("Citations"), self._citations)
        self.add_field("", self._confirmed_only)
        self._confirmed_only.setAccessibleName(self._confirmed_only.text())
        self.form.addRow("", self._hint)

    def _browse(self) -> None:
        filters = ";;".join(f"{_(form.name)} (*{ending})" for ending, form in FORMS.items())
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Export briefing"), self._path.text(), filters
        )
        if chosen:
            self._path.setText(chosen)


def _file_name(title: str) -> str:
    """Make a title into a file's name that every system takes."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    return " ".join(kept.split())[:80] or _("Briefing")


def _hint(proposals: int) -> str:
    if not proposals:
        return _("Everything in this dossier has been reviewed.")
    return _("{count} proposals are not reviewed yet; the export marks them as proposed.").format(
        count=proposals
    )
