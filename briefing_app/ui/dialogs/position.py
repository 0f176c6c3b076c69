"""A position made or corrected by hand."""

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.evidence import Evidence
from briefing_app.domain.issue import IssueId
from briefing_app.domain.labels import CHANNELS, STANCES
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import Channel, PositionContent, Stance
from briefing_app.language import _
from briefing_app.ui.dialogs.form import (
    DayField,
    FormDialog,
    TextBox,
    beside,
    choice_box,
    name_box,
)
from briefing_app.ui.dialogs.issue_boxes import IssueBoxes
from briefing_app.ui.dialogs.party_list import PartyList

NOBODY = PartyId(0)


@dataclass(frozen=True)
class PositionDraft:
    """What the reader wrote: the party by its name, since it may be a new one."""

    party: str
    content: PositionContent

    def of(self, party: PartyId) -> PositionContent:
        others = tuple(each for each in self.content.also_party if each != party)
        return replace(self.content, party=party, also_party=others)


class PositionDialog(FormDialog):
    """Asks who holds what, on which issue."""

    def __init__(
        self, briefing: Briefing, content: PositionContent, parent: QWidget | None
    ) -> None:
        super().__init__(_("Position"), parent)
        self.setMinimumWidth(600)
        self._content = content
        names = {party.id: party.name for party in briefing.parties}
        self._party = name_box(names.values(), names.get(content.party, ""))
        self._together = PartyList(briefing, content.also_party, height=72)
        self._stance = choice_box({s: label.text for s, label in STANCES.items()}, content.stance)
        self._issues = IssueBoxes(briefing.issues, content.issues)
        self._claim = TextBox(content.claim)
        self._condition = QLineEdit(content.condition)
        self._speaker = name_box(["", *names.values()], content.speaker)
        self._channel = choice_box({c: _(word) for c, word in CHANNELS.items()}, content.channel)
        self._said_on = DayField(content.said_on)
        self._background = QCheckBox(_("Told as an earlier round’s, still held"))
        self._background.setChecked(content.background)
        self.quote(content.evidence[0].quote.exact)
        self._add_fields()

    @classmethod
    def ask(
        cls, briefing: Briefing, content: PositionContent, parent: QWidget | None = None
    ) -> PositionDraft | None:
        """Show the dialog; None where the reader cancelled."""
        dialog = cls(briefing, content, parent)
        return dialog.draft() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def draft(self) -> PositionDraft:
        content = replace(
            self._content,
            stance=Stance(self._stance.currentData()),
            issues=self._issues.chosen(),
            claim=self._claim.toPlainText().strip(),
            condition=self._condition.text().strip(),
            speaker=self._speaker.currentText().strip(),
            channel=Channel(self._channel.currentData()),
            said_on=self._said_on.day(),
            background=self._background.isChecked(),
            also_party=self._together.chosen(),
        )
        return PositionDraft(self._party.currentText().strip(), content)

    def problem(self) -> str:
        if not self._party.currentText().strip():
            return _("Say whose position it is.")
        if not self._claim.toPlainText().strip():
            return _("Say what the party holds, in a few words.")
        return self._said_on.problem()

    def _add_fields(self) -> None:
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Party"), self._party),
            (_("Together with"), self._together),
            (_("Stance"), self._stance),
            (_("Issue"), self._issues),
            (_("Claim"), self._claim),
            (_("Condition"), self._condition),
            (_("Said by"), self._speaker),
            (_("Channel"), self._channel),
            (_("Said on"), beside(self._said_on, self._background)),
        )
        for name, field in fields:
            self.add_field(name, field)
        self._said_on.setAccessibleName(_("Said on"))
        self._background.setAccessibleName(self._background.text())
        self._party.setFocus()


def new_position(evidence: Evidence, issue: IssueId) -> PositionContent:
    """Begin a position on words the reader selected."""
    return PositionContent(
        party=NOBODY,
        stance=Stance.DEMANDS,
        issues=(issue,),
        claim=evidence.quote.exact,
        evidence=(evidence,),
    )
