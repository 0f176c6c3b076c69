"""In the made-up language every word on the screen that is not the reader's own stands in ⟦brackets⟧."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from briefing_app.domain.evidence import Evidence, Span, VersionId, quote_at
from briefing_app.domain.issue import IssueId
from briefing_app.operations.import_files import FileResult, FileState
from briefing_app.safety import Restraint
from briefing_app.settings import Settings
from briefing_app.ui.dialogs.document import DocumentDialog, Pasted, PasteDialog
from briefing_app.ui.dialogs.export import ExportDialog, Material
from briefing_app.ui.dialogs.help import HelpDialog
from briefing_app.ui.dialogs.import_report import ImportReportDialog
from briefing_app.ui.dialogs.issues import IssuesDialog
from briefing_app.ui.dialogs.new_files import NewFilesDialog
from briefing_app.ui.dialogs.notices import HistoryDialog, about_dialog, shortcuts_dialog
from briefing_app.ui.dialogs.outcome import OutcomeDialog, new_outcome
from briefing_app.ui.dialogs.parties import PartiesDialog
from briefing_app.ui.dialogs.position import PositionDialog, new_position
from briefing_app.ui.export_memory import remembered_wish
from briefing_app.ui.source import SourcePane
from tests.export.builders import istanbul

TEXT = "Words of a text that a reader selected."


def words_of(widget: QWidget):
    """Yield every text that a widget and all in it show or say."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield each.toolTip()
        yield each.accessibleName()
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        if isinstance(each, QLineEdit | QPlainTextEdit):
            yield each.placeholderText()
        if isinstance(each, QTabBar):
            yield from (each.tabText(tab) for tab in range(each.count()))
    for action in widget.findChildren(QAction):
        yield action.text()


def forgotten(widget: QWidget, *own: str) -> list[str]:
    """List the texts that are in no language: neither translated, nor the reader's own, nor keys or signs."""
    return sorted(
        {
            words
            for words in words_of(widget)
            if any(letter.isalpha() for letter in words)
            and "⟦" not in words
            and not any(words in each or each in words for each in own)
            and QKeySequence(words).toString() != words
        }
    )


def told_help() -> HelpDialog:
    dialog = HelpDialog(None)
    dialog.show_safety({each: each is not Restraint.MEMORY for each in Restraint})
    return dialog


def evidence() -> Evidence:
    span = Span(0, 5)
    return Evidence(VersionId(1), span, quote_at(TEXT, span))


@pytest.mark.usefixtures("made_up_language")
def test_no_sentence_of_the_window_was_forgotten(window):
    briefing = window._session.briefing
    own = [
        "Scroll Left",  # of the tab bar, which is Qt's own and never shows them
        "Scroll Right",
        briefing.title,
        *(document.title for document in briefing.documents),
        *(party.name for party in briefing.parties),
        *(i.label for i in briefing.issues),
    ]
    window.briefing.set_current(window.briefing.to_review()[0])
    entry = window.briefing._detail
    claims = [p.content.claim for p in briefing.positions]
    reasons = [p.content.why for p in briefing.positions]
    assert forgotten(window, *own, *claims, *reasons, "Briefing") == []
    assert entry.isVisible()


@pytest.mark.usefixtures("made_up_language")
def test_no_sentence_of_the_dialogs_was_forgotten(qtbot, window):
    session = window._session
    briefing = istanbul().briefing()
    own = [
        briefing.title,
        TEXT[:5],
        *(party.name for party in briefing.parties),
        *(party.name for party in session.briefing.parties),
    ]
    dialogs = [
        PositionDialog(briefing, new_position(evidence(), IssueId(1)), None),
        OutcomeDialog(briefing, new_outcome(evidence(), IssueId(1)), None),
        DocumentDialog(briefing.documents[0], None),
        PasteDialog(Pasted(TEXT), None),
        NewFilesDialog(Path("/in"), [Path("/in/" + TEXT[:5])], None),
        ImportReportDialog([FileResult(TEXT[:5], FileState.SKIPPED, "⟦It is hidden.⟧")], None),
        ExportDialog(Material(briefing, dict), remembered_wish(Settings(), Path("x"), "T"), None),
        HistoryDialog(None),
        shortcuts_dialog(None),
        told_help(),
        about_dialog("1", "briefing.log", None),
        PartiesDialog(session, window._appearance.theme),
        IssuesDialog(session),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert "⟦" in dialog.windowTitle()
        assert forgotten(dialog, *own) == [], type(dialog).__name__
        dialog.reject()  # the pages that it was making are waited for, as when a reader leaves it


@pytest.mark.usefixtures("made_up_language")
def test_no_sentence_of_the_source_pane_was_forgotten(qtbot):
    pane = SourcePane()
    qtbot.addWidget(pane)
    dossier = istanbul()
    version = dossier.versions()[dossier.documents[0].id]
    pane.show_version(dossier.documents[0], version)
    assert forgotten(pane, dossier.documents[0].title) == []


def test_closed_lists_are_shown_in_words(qtbot):
    dialog = PositionDialog(istanbul().briefing(), new_position(evidence(), IssueId(1)), None)
    qtbot.addWidget(dialog)
    words = [box.itemText(0) for box in dialog.findChildren(QComboBox)]
    assert "▲ Demands" in words
    assert "own words" in words


def test_a_day_is_read_as_it_is_written(qtbot):
    dialog = DocumentDialog(istanbul().documents[0], None)
    qtbot.addWidget(dialog)
    dialog._fields.date.setText("2025-02-30")
    assert "2025-02-30" in dialog.problem()
    dialog._fields.date.setText("2025-02-28")
    assert dialog.problem() == ""
    assert dialog.particulars().date == dt.date(2025, 2, 28)
