"""What the dialogs share: a form with its buttons, and fields for the glossary's closed lists."""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing_app.language import _
from briefing_app.ui.labels import plain_label

Choice = TypeVar("Choice", bound=StrEnum)


class FormDialog(QDialog):
    """A title, fields one below the other, and OK and Cancel under them."""

    def __init__(self, title: str, parent: QWidget | None = None, *, ok: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self.form = QFormLayout()
        set_up_form(self.form)
        self.wrong = plain_label(wrap=True, wrong=True)
        self.wrong.hide()
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.ok = self.buttons.addButton(ok or _("Save"), role)
        self.ok.setProperty("primary", True)
        self.buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(22, 20, 22, 18)
        self.whole.setSpacing(14)
        self.whole.addLayout(self.form)
        self.whole.addWidget(self.wrong)

    def setVisible(self, visible: bool, /) -> None:  # noqa: FBT001, N802 (Qt's)
        """Add the buttons below all fields only now, so that Tab comes to them last."""
        if self.buttons.parent() is None:
            self.whole.addWidget(self.buttons)
            self.ok.setDefault(True)
        super().setVisible(visible)

    def quote(self, words: str) -> None:
        """Show above the fields the words that all this is about."""
        label = plain_label(f"“{words}”", wrap=True, name="dialog_quote")
        label.setAccessibleName(_("The words"))
        self.whole.insertWidget(0, label)

    def add_field(self, name: str, field: QWidget) -> None:
        """Add a field under its name, which a screen reader says as well."""
        add_field(self.form, name, field)

    def accept(self) -> None:
        """Close with OK, unless something is wrong, which is then said above the buttons."""
        problem = self.problem()
        if problem:
            self.wrong.setText(problem)
            self.wrong.show()
            return
        super().accept()

    def problem(self) -> str:
        """Say what is still missing, in a sentence; empty where nothing is."""
        return ""


def set_up_form(form: QFormLayout) -> None:
    """Give a form the measures of all."""
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(14)
    form.setVerticalSpacing(9)


def add_field(form: QFormLayout, name: str, field: QWidget) -> None:
    """Add a field under its name, which a screen reader says as well."""
    field.setAccessibleName(name)
    form.addRow(plain_label(name), field)


def beside(*fields: QWidget) -> QWidget:
    """Put fields into one row of a form, for which a small screen has no two."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for field in fields:
        layout.addWidget(field)
    row.setFocusProxy(fields[0])
    return row


def choice_box(words: Mapping[Choice, str], chosen: Choice | None = None) -> QComboBox:
    """Make a box of a closed list's words; its data are the list's values."""
    box = QComboBox()
    for value, word in words.items():
        box.addItem(word, value)
    if chosen is not None:
        box.setCurrentIndex(box.findData(chosen))
    return box


def name_box(names: Iterable[str], chosen: str = "") -> QComboBox:
    """Make a box of names in which a new one can be typed."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(list(names))
    box.setCurrentText(chosen)
    return box


class TextBox(QPlainTextEdit):
    """Some lines of plain text; `edited` once it is left with other words than it was entered with."""

    edited = Signal()

    def __init__(self, text: str, *, lines: int = 3) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 26)
        self.document().setModified(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.document().isModified():
            self.document().setModified(False)
            self.edited.emit()


class DayField(QLineEdit):
    """A day typed as 2025-06-03, or left empty."""

    def __init__(self, day: dt.date | None) -> None:
        super().__init__(day.isoformat() if day else "")
        self.setPlaceholderText(_("YYYY-MM-DD, or empty"))

    def day(self) -> dt.date | None:
        return dt.date.fromisoformat(self.text().strip()) if self.text().strip() else None

    def problem(self) -> str:
        try:
            self.day()
        except ValueError:
            return _("“{text}” is not a day. Write it as 2025-06-03, or leave it empty.").format(
                text=self.text().strip()
            )
        return ""
