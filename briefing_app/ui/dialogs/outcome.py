"""An outcome made or corrected by hand."""

import re
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.evidence import Evidence
from briefing_app.domain.issue import IssueId
from briefing_app.domain.labels import STATUSES
from briefing_app.domain.outcome import Account, Due, OutcomeContent, Quantity, Status
from briefing_app.language import _
from briefing_app.ui.dialogs.form import DayField, FormDialog, TextBox, choice_box
from briefing_app.ui.dialogs.issue_boxes import IssueBoxes
from briefing_app.ui.dialogs.party_list import PartyList

_QUANTITY = re.compile(
    r"(?P<qualifier>[^\d]*?)\s*(?P<value>\d[\d,\u202f\u00a0 ]*(?:\.\d+)?)\s*(?P<unit>.*)"
)


def read_quantities(written: str) -> tuple[Quantity, ...]:
    """Read “at least 6,000 bodies; 339 children”. Raises ValueError at a part without a number."""
    quantities: list[Quantity] = []
    for part in filter(None, (each.strip() for each in written.split(";"))):
        found = _QUANTITY.fullmatch(part)
        if found is None:
            raise ValueError(part)
        number = float(re.sub(r"[^\d.]", "", found["value"]))
        quantities.append(Quantity(number, found["unit"].strip(), found["qualifier"].strip()))
    return tuple(quantities)


def write_quantities(quantities: tuple[Quantity, ...]) -> str:
    parts = (" ".join(filter(None, (q.qualifier, f"{q.value:,.15g}", q.unit))) for q in quantities)
    return "; ".join(parts)


class OutcomeDialog(FormDialog):
    """Asks what came of the talks, who must act, how many and by when."""

    def __init__(self, briefing: Briefing, content: OutcomeContent, parent: QWidget | None) -> None:
        super().__init__(_("Outcome"), parent)
        self.setMinimumWidth(600)
        self._content = content
        due = content.due or Due()
        self._status = choice_box({s: label.text for s, label in STATUSES.items()}, content.status)
        self._claim = TextBox(content.claim)
        self._issues = IssueBoxes(briefing.issues, content.issues)
        self._parties = PartyList(briefing, content.responsible)
        self._quantities = QLineEdit(write_quantities(content.quantities))
        self._quantities.setPlaceholderText(_("at least 6,000 bodies; 339 children"))
        self._due_text = QLineEdit(due.text)
        self._due_text.setPlaceholderText(_("the text’s own words: by the end of June"))
        self._earliest, self._latest = DayField(due.earliest), DayField(due.latest)
        self._none_set = QCheckBox(_("The text says that no date is set"))
        self._none_set.setChecked(due.none_set)
        self._add_fields()

    @classmethod
    def ask(
        cls, briefing: Briefing, content: OutcomeContent, parent: QWidget | None = None
    ) -> OutcomeContent | None:
        """Show the dialog; None where the reader cancelled."""
        dialog = cls(briefing, content, parent)
        return dialog.content() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def content(self) -> OutcomeContent:
        """Return the outcome as written; a single account follows what the outcome says."""
        changed = replace(
            self._content,
            claim=self._claim.toPlainText().strip(),
            status=Status(self._status.currentData()),
            issues=self._issues.chosen(),
            responsible=self._parties.chosen(),
            quantities=read_quantities(self._quantities.text()),
            due=self._due(),
        )
        if len(changed.accounts) > 1:
            return changed
        accounts = tuple(
            replace(only, status=changed.status, quantities=changed.quantities, due=changed.due)
            for only in changed.accounts
        )
        return replace(changed, accounts=accounts)

    def problem(self) -> str:
        if not self._claim.toPlainText().strip():
            return _("Say what came of it, in a few words.")
        try:
            read_quantities(self._quantities.text())
        except ValueError as error:
            return _("“{part}” has no number in it.").format(part=error)
        wrong = self._earliest.problem() or self._latest.problem()
        if wrong:
            return wrong
        earliest, latest = self._earliest.day(), self._latest.day()
        if earliest and latest and latest < earliest:
            return _("The latest day is before the earliest.")
        return ""

    def _add_fields(self) -> None:
        self.quote(self._content.accounts[0].evidence.quote.exact)
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Outcome"), self._claim),
            (_("Status"), self._status),
            (_("Issue"), self._issues),
            (_("Who must act"), self._parties),
            (_("How many"), self._quantities),
            (_("By when"), self._due_text),
            (_("Earliest"), self._earliest),
            (_("Latest"), self._latest),
            ("", self._none_set),
        )
        for name, field in fields:
            self.add_field(name, field)
        self._none_set.setAccessibleName(self._none_set.text())
        self._claim.setFocus()

    def _due(self) -> Due | None:
        due = Due(
            self._due_text.text().strip(),
            self._earliest.day(),
            self._latest.day(),
            self._none_set.isChecked(),
        )
        return None if due == Due() else due


def new_outcome(evidence: Evidence, issue: IssueId) -> OutcomeContent:
    """Begin an outcome on words the reader selected."""
    return OutcomeContent(
        claim=evidence.quote.exact,
        status=Status.AGREED,
        issues=(issue,),
        accounts=(Account(Status.AGREED, evidence),),
    )
