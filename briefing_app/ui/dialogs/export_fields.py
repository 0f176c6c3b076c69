"""The fields of the export: the file, which briefing, how it looks, and how much of the dossier it covers."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from briefing_app import paths
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.citing import STYLES, CitationStyle
from briefing_app.domain.document import DocumentId
from briefing_app.domain.issue import IssueId
from briefing_app.domain.party import PartyId
from briefing_app.domain.review import Review
from briefing_app.domain.scope import Scope
from briefing_app.errors import BriefingError
from briefing_app.export.forms import FORMS
from briefing_app.export.logo import read_logo
from briefing_app.export.options import ExportOptions, Paper, Template
from briefing_app.language import N_, _, available, name_of
from briefing_app.ui.dialogs.form import DayField, add_field, choice_box, set_up_form
from briefing_app.ui.dialogs.several import SeveralButton
from briefing_app.ui.labels import plain_label, push_button

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


class ExportFields(QWidget):
    """Asks for a wish; `changed` at every touch."""

    changed = Signal()

    def __init__(self, briefing: Briefing, wish: ExportWish) -> None:
        super().__init__()
        self._briefing = briefing
        self.form = QFormLayout(self)
        set_up_form(self.form)
        self._make_fields(wish)
        self._add_fields()
        self._listen()

    def wish(self) -> ExportWish:
        """Return what is chosen; a logo that cannot be read is left out of the options."""
        title = self._title.text().strip()
        options = ExportOptions(
            title="" if title == self._briefing.title else title,
            author=self._author.text().strip(),
            language=self._language.currentData(),
            scope=self._scope(),
            template=Template(self._template.currentData()),
            paper=Paper(self._paper.currentData()),
            classification=self._classification.text().strip(),
            footer=self._footer.text().strip(),
            watermark=self._watermark.text().strip(),
            citations=CitationStyle(self._citations.currentData()),
        )
        logo = self._logo.text().strip()
        with suppress(BriefingError):
            options = replace(options, logo=read_logo(_path_of(self._logo)) if logo else b"")
        return ExportWish(_path_of(self._path), options, logo)

    def is_complete(self) -> bool:
        """Tell whether the days are days."""
        return not (self._since.problem() or self._until.problem())

    def offer_pages(self, *, there_are: bool) -> None:
        """Let what only pages have be chosen, or not."""
        self._template.setEnabled(there_are)
        self._paper.setEnabled(there_are)

    def problem(self) -> str:
        path = _path_of(self._path)
        if path.suffix.lower() not in FORMS:
            return _("The file’s name must end in {endings}.").format(endings=", ".join(FORMS))
        if not path.parent.is_dir():
            return _("There is no folder {folder}.").format(folder=path.parent)
        try:
            if self._logo.text().strip():
                read_logo(_path_of(self._logo))
        except BriefingError as error:
            return error.sentence
        return self._since.problem() or self._until.problem()

    def _make_fields(self, wish: ExportWish) -> None:
        options, briefing = wish.options, self._briefing
        scope = options.scope
        self._path, self._logo = QLineEdit(str(wish.path)), QLineEdit(wish.logo)
        self._template = choice_box(_worded(_TEMPLATES), options.template)
        self._paper = choice_box(_worded(_PAPERS), options.paper)
        self._citations = choice_box(_worded(STYLES), options.citations)
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
        add_field(self.form, _("File"), self._with_browse(self._path, _("File"), self._browse))
        for name, field in (
            (_("Briefing"), self._template),
            (_("Paper"), self._paper),
            (_("Title"), self._title),
            (_("Author"), self._author),
            (_("Citations"), self._citations),
            (_("Headings in"), self._language),
            (_("Issues"), self._issues),
            (_("Parties"), self._parties),
            (_("Documents"), self._documents),
            (_("From"), self._since),
            (_("Until"), self._until),
        ):
            add_field(self.form, name, field)
        for box in (self._confirmed_only, self._notes):
            add_field(self.form, "", box)
            box.setAccessibleName(box.text())
        self.form.addRow("", plain_label(_hint(self._briefing), wrap=True, soft=True))
        for name, field in (
            (_("Classification"), self._classification),
            (_("Footer"), self._footer),
            (_("Watermark"), self._watermark),
            (_("Logo"), self._with_browse(self._logo, _("Logo"), self._browse_logo)),
        ):
            add_field(self.form, name, field)

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

    def _listen(self) -> None:
        for line in (
            self._path, self._title, self._author, self._classification, self._footer,
            self._watermark, self._logo, self._since, self._until,
        ):  # fmt: skip
            line.textChanged.connect(self.changed)
        for box in (self._template, self._paper, self._citations, self._language):
            box.currentIndexChanged.connect(self.changed)
        for button in (self._issues, self._parties, self._documents):
            button.changed.connect(self.changed)
        for box in (self._confirmed_only, self._notes):
            box.toggled.connect(self.changed)

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
        filters = ";;".join(f"{_(form.name)} (*{ending})" for ending, form in FORMS.items())
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


def _path_of(field: QLineEdit) -> Path:
    """Read a path; one that begins with a home which nobody has stays as it is, as while it is typed."""
    return Path(os.path.expanduser(field.text().strip()))  # noqa: PTH111 (Path's own raises for such a home)


_Chosen = TypeVar("_Chosen", Template, Paper, CitationStyle)


def _worded(words: Mapping[_Chosen, str]) -> dict[_Chosen, str]:
    return {value: _(word) for value, word in words.items()}


def _language_box(chosen: str) -> QComboBox:
    box = QComboBox()
    for each in available(paths.resources() / "i18n"):
        box.addItem(name_of(each), each)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _hint(briefing: Briefing) -> str:
    entries = (*briefing.positions, *briefing.outcomes)
    proposals = sum(entry.review is Review.PROPOSED for entry in entries)
    if not proposals:
        return _("Everything in this dossier has been reviewed.")
    return _("{count} proposals are not reviewed yet; the export marks them as proposed.").format(
        count=proposals
    )
