"""The choice of an issue, and of a second one where two fit."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from briefing_app.domain.issue import Issue, IssueId
from briefing_app.language import _


class IssueBoxes(QWidget):
    """Two boxes beside each other: the issue, and “and also”."""

    def __init__(self, issues: Sequence[Issue], chosen: Sequence[IssueId]) -> None:
        super().__init__()
        self._rest = tuple(chosen[2:])
        self._first, self._second = QComboBox(), QComboBox()
        self._second.addItem(_("no second issue"), None)
        for issue in issues:
            self._first.addItem(issue.label, issue.id)
            self._second.addItem(_("and {issue}").format(issue=issue.label), issue.id)
        for box, which in zip((self._first, self._second), chosen, strict=False):
            box.setCurrentIndex(box.findData(which))
        self._second.setAccessibleName(_("Second issue"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for box in (self._first, self._second):
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            layout.addWidget(box, 1)
        self.setFocusProxy(self._first)

    def chosen(self) -> tuple[IssueId, ...]:
        """Return the issues, the best first, each once."""
        both = (self._first.currentData(), self._second.currentData())
        return tuple(
            dict.fromkeys(IssueId(each) for each in (*both, *self._rest) if each is not None)
        )
