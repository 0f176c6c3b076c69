"""What the export asks before it writes: the form, how it looks, what it covers; and how that comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from briefing_app import paths
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import DocumentId, Version
from briefing_app.domain.issue import IssueId
from briefing_app.domain.party import PartyId
from briefing_app.domain.review import Review
from briefing_app.domain.scope import Scope
from briefing_app.errors import BriefingError
from briefing_app.export import rendered
from briefing_app.export.logo import read_logo
from briefing_app.export.options import ExportOptions, Paper, Template
from briefing_app.language import N_, _, available, name_of
from briefing_app.ui.dialogs.form import DayField, FormDialog, choice_box
from briefing_app.ui.dialogs.preview import Preview
from briefing_app.ui.dialogs.several import SeveralButton
from briefing_app.ui.labels import plain_label, push_button
from briefing_app.ui.tasks import Report, TaskRunner

FORMS = {
    ".pdf": N_("PDF"),
    ".html": N_("Web page"),
    ".md": N_("Markdown"),
    ".json": N_("JSON"),
}

_TEMPLATES = {
    Template.FULL: N_("Full briefing"),
    Template.ONE_PAGE: N_("Note of one page"),
    Template.POSITIONS: N_("Positions, as a poster"),
    Template.OUTCOMES: N_("Outcomes, with room to write"),
    Template.EVIDENCE: N_("Evidence annex"),
}
_PAPERS = {
    Paper.A4: N_("A4"),
    Paper.LETTER: N_("Letter"),
    Paper.A3: N_("A3"),
    Paper.TABLOID: N_("Tabloid"),
}


@dataclass(frozen=True)
class ExportWish:
    """Where to write the briefing, and how. The logo is a file's path, empty for none."""

    path: Path
    options: ExportOptions
    logo: str = ""


@dataclass(frozen=True)
class Material:
    """What is there to be exported."""

    briefing: Briefing
    versions: Mapping[DocumentId, Version]


class ExportDialog(FormDialog):
    """Asks where the briefing goes and how it is written, and shows the pages beside."""

    def __init__(self, material: Material, wish: ExportWish, parent: QWidget | None) -> None:
        super().__init__(_("Export briefing"), parent, ok=_("Export"))
        self._material, self._tasks = material, TaskRunner(self)
        self._make_fields(wish)
        self._add_fields()
        self.preview = Preview(self._tasks)
        self._lay_out_beside()
        self._listen()
        self.preview.crashed.connect(_rise)
        self.finished.connect(self._tasks.stop)
        self._show_preview()

    @classmethod
    def ask(
        cls, material: Material, wish: ExportWish, parent: QWidget | None = None
    ) -> ExportWish | None:
        """Show the dialog; None where the reader cancelled."""
        dialog = cls(material, wish, parent)
        return dialog.wish() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def wish(self) -> ExportWish:
        """Return what is chosen; a logo that cannot be read is left out of the options."""
        title = self._title.text().strip()
        options = ExportOptions(
            title="" if title == self._material.briefing.title else title,
            author=self._author.text().strip(),
            language=self._language.currentData(),
            scope=self._scope(),
            template=Template(self._template.currentData()),
            paper=Paper(self._paper.currentData()),
            classification=self._classification.text().strip(),
            footer=self._footer.text().strip(),
            watermark=self._watermark.text().strip(),
        )
        logo = self._logo.text().strip()
        try:
            options = replace(options, logo=read_logo(Path(logo)) if logo else b"")
        except BriefingError:
            logo = logo.strip()
        return ExportWish(Path(self._path.text().strip()).expanduser(), options, logo)

    def problem(self) -> str:
        path, logo = self.wish().path, self._logo.text().strip()
        if path.suffix.lower() not in FORMS:
            return _("The file’s name must end in {endings}.").format(endings=", ".join(FORMS))
        if not path.parent.is_dir():
            return _("There is no folder {folder}.").format(folder=path.parent)
        try:
            if logo:
                read_logo(Path(logo))
        except BriefingError as error:
            return error.sentence
        return self._since.problem() or self._until.problem()

    def _make_fields(self, wish: ExportWish) -> None:
        options, briefing = wish.options, self._material.briefing
        scope = options.scope
        self._path, self._logo = QLineEdit(str(wish.path)), QLineEdit(wish.logo)
        self._template = choice_box(_worded(_TEMPLATES), options.template)
        self._paper = choice_box(_worded(_PAPERS), options.paper)
        self._title = QLineEdit(options.title or briefing.title)
        self._author = QLineEdit(options.author)
        self._classification = QLineEdit(options.classification)
        self._footer, self._watermark = QLineEdit(options.footer), QLineEdit(options.watermark)
        self._language = _language_box(options.language)
        held = {row.issue.id for row in briefing.rows}
        held |= {issue for each in briefing.outcomes for issue in each.content.issues}
        self._issues = SeveralButton(
            _("All issues"), {i.id: i.label for i in briefing.issues if i.id in held}, scope.issues
        )
        self._parties = SeveralButton(
            _("All parties"), {p.id: p.name for p in briefing.parties}, scope.parties
        )
        self._documents = SeveralButton(
            _("All documents"), {d.id: d.title for d in briefing.documents}, scope.documents
        )
        self._since, self._until = DayField(scope.since), DayField(scope.until)
        self._confirmed_only = QCheckBox(_("Only what I confirmed"))
        self._confirmed_only.setChecked(scope.confirmed_only)
        self._notes = QCheckBox(_("With my notes"))
        self._notes.setChecked(scope.notes)

    def _add_fields(self) -> None:
        self.add_field(_("File"), self._with_browse(self._path, _("File"), self._browse))
        for name, field in (
            (_("Briefing"), self._template),
            (_("Paper"), self._paper),
            (_("Title"), self._title),
            (_("Author"), self._author),
            (_("Issues"), self._issues),
            (_("Parties"), self._parties),
            (_("Documents"), self._documents),
            (_("From"), self._since),
            (_("Until"), self._until),
        ):
            self.add_field(name, field)
        for box in (self._confirmed_only, self._notes):
            self.add_field("", box)
            box.setAccessibleName(box.text())
        self.form.addRow("", plain_label(_hint(self._material.briefing), wrap=True, soft=True))
        for name, field in (
            (_("Classification"), self._classification),
            (_("Footer"), self._footer),
            (_("Watermark"), self._watermark),
            (_("Logo"), self._with_browse(self._logo, _("Logo"), self._browse_logo)),
        ):
            self.add_field(name, field)
        if self._language.count() > 1:
            self.add_field(_("Headings in"), self._language)

    def _with_browse(self, field: QLineEdit, name: str, browse: object) -> QWidget:
        button = push_button(_("Choose…"))
        button.setAutoDefault(False)  # Return in the field beside it means to export
        button.clicked.connect(browse)
        where = QWidget()
        line = QHBoxLayout(where)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(field, 1)
        line.addWidget(button)
        where.setFocusProxy(field)
        field.setAccessibleName(name)
        return where

    def _lay_out_beside(self) -> None:
        self.whole.removeItem(self.form)
        inside = QWidget()
        inside.setLayout(self.form)
        fields = QScrollArea()
        fields.setObjectName("export_fields")
        fields.setFrameShape(QFrame.Shape.NoFrame)
        fields.setWidgetResizable(True)
        fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fields.setWidget(inside)
        beside = QHBoxLayout()
        beside.setSpacing(18)
        beside.addWidget(fields, 4)
        beside.addWidget(self.preview, 5)
        self.whole.insertLayout(0, beside, 1)
        self.setMinimumSize(800, 520)
        self.resize(1060, 740)

    def _listen(self) -> None:
        for line in (
            self._path, self._title, self._author, self._classification, self._footer,
            self._watermark, self._logo, self._since, self._until,
        ):  # fmt: skip
            line.textChanged.connect(self._show_preview)
        for box in (self._template, self._paper, self._language):
            box.currentIndexChanged.connect(self._show_preview)
        for button in (self._issues, self._parties, self._documents):
            button.changed.connect(self._show_preview)
        for box in (self._confirmed_only, self._notes):
            box.toggled.connect(self._show_preview)

    def _show_preview(self) -> None:
        """Show the PDF as it will be; other forms have its words and none of its pages."""
        if self._since.problem() or self._until.problem():
            return
        wish, material = self.wish(), self._material
        self._template.setEnabled(wish.path.suffix.lower() == ".pdf")
        self._paper.setEnabled(wish.path.suffix.lower() == ".pdf")
        if wish.path.suffix.lower() != ".pdf":
            self.preview.say(_("Pages are shown of a PDF; the other forms have its words."))
            return

        def make(report: Report) -> bytes:
            return rendered(
                material.briefing,
                material.versions,
                ".pdf",
                wish.options,
                waiting=lambda: report(0, 1),
            )

        self.preview.show_made(make)

    def _scope(self) -> Scope:
        broken = bool(self._since.problem() or self._until.problem())
        return Scope(
            issues=tuple(map(IssueId, self._issues.chosen())),
            parties=tuple(map(PartyId, self._parties.chosen())),
            documents=tuple(map(DocumentId, self._documents.chosen())),
            since=None if broken else self._since.day(),
            until=None if broken else self._until.day(),
            confirmed_only=self._confirmed_only.isChecked(),
            notes=self._notes.isChecked(),
        )

    def _browse(self) -> None:
        filters = ";;".join(f"{_(words)} (*{ending})" for ending, words in FORMS.items())
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Export briefing"), self._path.text(), filters
        )
        if chosen:
            self._path.setText(chosen)

    def _browse_logo(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Logo"), self._logo.text(), "PNG, JPEG (*.png *.jpg *.jpeg)"
        )
        if chosen:
            self._logo.setText(chosen)


def _worded(words: Mapping[Template, str] | Mapping[Paper, str]) -> dict[Template | Paper, str]:
    return {value: _(word) for value, word in words.items()}


def _language_box(chosen: str) -> QComboBox:
    box = QComboBox()
    for each in available(paths.resources() / "i18n"):
        box.addItem(name_of(each), each)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _rise(error: Exception) -> None:
    """Let a fault of ours reach the one who tells it."""
    raise error


def _hint(briefing: Briefing) -> str:
    entries = (*briefing.positions, *briefing.outcomes)
    proposals = sum(entry.review is Review.PROPOSED for entry in entries)
    if not proposals:
        return _("Everything in this dossier has been reviewed.")
    return _("{count} proposals are not reviewed yet; the export marks them as proposed.").format(
        count=proposals
    )
