"""The editor of issues: names, the words by which they are recognised, and their order."""

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from briefing_app.domain.issue import Issue, IssueId
from briefing_app.language import _
from briefing_app.operations.issues import add_issue, change_issue, order_issues, remove_issue
from briefing_app.ui.dialogs.form import TextBox
from briefing_app.ui.dialogs.listing import ListEditor
from briefing_app.ui.labels import plain_label
from briefing_app.ui.session import Session


class IssuesDialog(ListEditor):
    """Edits the issues of the open dossier."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(_("Issues"), parent)
        self._session = session
        self._label, self._group = QLineEdit(), QLineEdit()
        self._trigger = TextBox("", lines=7)
        self._wrong = plain_label(wrap=True, wrong=True)
        self._place_fields()
        self.list.currentItemChanged.connect(lambda *_args: self._show())
        self.list.ordered.connect(self._order)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self._label.editingFinished.connect(self._save)
        self._group.editingFinished.connect(self._save)
        self._trigger.edited.connect(self._save)
        self.finished.connect(lambda *_args: self._save())
        session.failed.connect(self._wrong.setText)
        self._fill()
        self.list.setCurrentRow(0)

    def _place_fields(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Name"), self._label),
            (_("Group"), self._group),
            (_("Recognised by (a regular expression; words parted by |)"), self._trigger),
        )
        for name, field in fields:
            field.setAccessibleName(name)
            form.addRow(plain_label(name), field)
        self.side.addLayout(form)
        self.side.addWidget(self._wrong)
        self.setTabOrder(self._trigger, self.leave)

    def _issue(self) -> Issue | None:
        return next((i for i in self._session.store.issues() if i.id == self.list.chosen()), None)

    def _fill(self, chosen: int | None = None) -> None:
        kept = chosen or self.list.chosen()
        self.list.fill([(issue.id, issue.label) for issue in self._session.store.issues()], kept)
        self._show()

    def _show(self) -> None:
        issue = self._issue()
        for field in (self._label, self._group, self._trigger):
            field.setEnabled(issue is not None)
        if issue is not None:
            self._wrong.clear()
            self._label.setText(issue.label)
            self._group.setText(issue.group)
            self._trigger.setPlainText(issue.trigger)

    def _save(self) -> None:
        issue = self._issue()
        if issue is None or not self._label.text().strip():
            return
        changed = replace(
            issue,
            label=self._label.text().strip(),
            group=self._group.text().strip(),
            trigger=self._trigger.toPlainText().strip(),
        )
        if changed != issue and self._session.do(lambda store: change_issue(store, changed)):
            self._fill()

    def _add(self) -> None:
        self._save()
        before = {issue.id for issue in self._session.store.issues()}
        self._session.do(lambda store: add_issue(store, label=_("New issue")))
        added = next((i.id for i in self._session.store.issues() if i.id not in before), None)
        self._fill(added)
        self._label.setFocus()
        self._label.selectAll()

    def _remove(self) -> None:
        issue = self._issue()
        if issue is not None and self._session.do(lambda store: remove_issue(store, issue.id)):
            self._fill()

    def _order(self, ids: list[int]) -> None:
        self._session.do(lambda store: order_issues(store, [IssueId(each) for each in ids]))
