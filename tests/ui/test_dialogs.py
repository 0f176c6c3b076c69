import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel

from briefing_app.domain.evidence import Evidence, Span, VersionId, quote_at
from briefing_app.domain.issue import IssueId
from briefing_app.domain.outcome import Due, Quantity
from briefing_app.ui.actions import SPECS, all_shortcut_words
from briefing_app.ui.dialogs.document import DocumentDialog
from briefing_app.ui.dialogs.notices import shortcuts_dialog
from briefing_app.ui.dialogs.outcome import (
    OutcomeDialog,
    new_outcome,
    read_quantities,
    write_quantities,
)
from briefing_app.ui.dialogs.parties import PartiesDialog
from briefing_app.ui.dialogs.party_list import PartyList
from briefing_app.ui.dialogs.position import PositionDialog, new_position
from briefing_app.ui.dossiers import in_use_box
from tests.export.builders import istanbul
from tests.ingest.samples import docx, word_paragraph

TEXT = "Russia offered a pause."


@pytest.fixture
def evidence():
    return Evidence(VersionId(1), Span(0, 6), quote_at(TEXT, Span(0, 6)))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("6,000 bodies", (Quantity(6000, "bodies"),)),
        ("at least 1,000 prisoners; 339", (Quantity(1000, "prisoners", "at least"), Quantity(339))),
        ("2.5 billion euros", (Quantity(2.5, "billion euros"),)),
        ("", ()),
    ],
)
def test_quantities_are_read_as_a_person_writes_them(written, read):
    assert read_quantities(written) == read


@given(st.lists(st.integers(0, 10**12), max_size=4), st.sampled_from(["", "bodies", "US dollars"]))
def test_quantities_that_are_written_are_read_again(values, unit):
    quantities = tuple(Quantity(float(value), unit) for value in values)
    assert read_quantities(write_quantities(quantities)) == quantities


def test_a_quantity_without_a_number_is_said():
    with pytest.raises(ValueError, match="many"):
        read_quantities("many")


def test_a_position_needs_a_party_and_a_claim(qtbot, evidence):
    dialog = PositionDialog(istanbul().briefing(), new_position(evidence, IssueId(1)), None)
    qtbot.addWidget(dialog)
    assert dialog.problem()
    dialog._party.setCurrentText("Türkiye")
    assert not dialog.problem()
    dialog._claim.setPlainText(" ")
    assert dialog.problem()


def test_a_position_comes_back_as_it_was(qtbot):
    briefing = istanbul().briefing()
    for position in briefing.positions:
        dialog = PositionDialog(briefing, position.content, None)
        qtbot.addWidget(dialog)
        draft = dialog.draft()
        assert draft.of(position.content.party) == position.content
        assert draft.party == briefing.party(position.content.party).name


def test_who_else_holds_a_position_is_ticked_and_never_its_party(qtbot, evidence):
    briefing = istanbul().briefing()
    ukraine, russia = (party.id for party in briefing.columns)
    content = replace(new_position(evidence, IssueId(1)), party=ukraine, also_party=(russia,))
    dialog = PositionDialog(briefing, content, None)
    qtbot.addWidget(dialog)
    assert dialog.draft().of(ukraine).holders == (ukraine, russia)
    assert dialog.draft().of(russia).holders == (russia,)


def test_an_outcome_comes_back_as_it_was(qtbot):
    briefing = istanbul().briefing()
    for outcome in briefing.outcomes:
        dialog = OutcomeDialog(briefing, outcome.content, None)
        qtbot.addWidget(dialog)
        content = dialog.content()
        assert set(content.responsible) == set(outcome.content.responsible)
        assert (content.claim, content.status, content.due) == (
            outcome.content.claim,
            outcome.content.status,
            outcome.content.due,
        )


def test_an_outcomes_only_account_follows_what_was_written(qtbot, evidence):
    dialog = OutcomeDialog(istanbul().briefing(), new_outcome(evidence, IssueId(1)), None)
    qtbot.addWidget(dialog)
    dialog._quantities.setText("6,000 bodies")
    dialog._latest.setText("2025-06-30")
    content = dialog.content()
    assert content.due == Due("", None, dt.date(2025, 6, 30))
    assert content.accounts[0].quantities == (Quantity(6000, "bodies"),)
    dialog._earliest.setText("2025-07-30")
    assert dialog.problem()


def test_a_party_is_renamed_ordered_and_merged(qtbot, window):
    session = window._session
    dialog = PartiesDialog(session, window._appearance.theme)
    qtbot.addWidget(dialog)
    first = session.store.parties()[0]
    dialog._name.setText("The First Side")
    dialog._name.editingFinished.emit()
    assert session.store.parties()[0].name == "The First Side"
    dialog.list.move_chosen(1)
    assert session.store.parties()[1].id == first.id
    dialog.add.click()
    assert session.store.parties()[-1].name == "New party"
    dialog._other.setCurrentIndex(dialog._other.findData(first.id))
    count = len(session.store.parties())
    dialog._merge.click()
    assert len(session.store.parties()) == count - 1
    for _ in range(4):
        session.undo()
    assert session.store.parties()[0] == first


def test_every_shortcut_is_told(qtbot):
    dialog = shortcuts_dialog(None)
    qtbot.addWidget(dialog)
    told = {label.text() for label in dialog.findChildren(QLabel)}
    for act, spec in SPECS.items():
        if spec.menu:
            assert set(all_shortcut_words(act)) <= told, act


def test_in_an_editor_the_keyboard_comes_to_close_last(qtbot, window):
    dialog = PartiesDialog(window._session, window._appearance.theme)
    qtbot.addWidget(dialog)
    chain, widget = [], dialog.list
    for _ in range(200):
        chain.append(widget)
        widget = widget.nextInFocusChain()
    order = [dialog.list, dialog.down, dialog._name, dialog._merge, dialog.leave]
    places = [chain.index(each) for each in order]
    assert places == sorted(places)


def test_a_dossier_in_use_is_left_alone_unless_asked_for(qtbot):
    box, anyway = in_use_box("“a.dossier” is already open.", None)
    qtbot.addWidget(box)
    assert box.defaultButton() is not anyway
    assert box.escapeButton() is box.defaultButton()


def test_the_details_say_what_was_resolved_in_the_file(qtbot, window, tmp_path):
    changed = '<w:p><w:ins w:author="Jane"><w:r><w:t>New.</w:t></w:r></w:ins></w:p>'
    file = tmp_path / "letter.docx"
    file.write_bytes(docx(word_paragraph("Une lettre", "Title") + changed))
    with qtbot.waitSignal(window._tasks.idle, timeout=20_000):
        window._documents.add([file])
    document = window._reading.document
    dialog = DocumentDialog(window._session.briefing.document(document), None)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(window._tasks.idle, timeout=20_000):
        window._importing.find_remark(document, dialog.add_remark)
    assert dialog._remark.text() == "letter.docx · DOCX · 3 words\n1 tracked change accepted."
    dialog._fields.url.setText(" https://example.org/1 ")
    dialog._fields.author.setText("Jane\u202eSmith")
    told = dialog.particulars()
    assert (told.url, told.author) == ("https://example.org/1", "JaneSmith")


def test_ticked_parties_come_first_in_their_order(qtbot):
    briefing = istanbul().briefing()
    ukraine, russia = (party.id for party in briefing.columns)
    for chosen in ((russia,), (russia, ukraine), ()):
        box = PartyList(briefing, chosen)
        qtbot.addWidget(box)
        assert box.chosen() == chosen
        assert box.item(0).text() == ("Russia" if chosen else "Ukraine")
