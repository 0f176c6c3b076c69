"""The export dialog and its preview, what is remembered of an export, and exporting again."""

import datetime as dt
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from briefing_app import paths
from briefing_app.domain.scope import Scope
from briefing_app.export import ExportOptions
from briefing_app.export.options import Paper, Template
from briefing_app.settings import Settings, load_settings, save_settings
from briefing_app.ui.actions import Act
from briefing_app.ui.dialogs.export import ExportDialog, Material
from briefing_app.ui.dialogs.export_fields import ExportWish
from briefing_app.ui.export_memory import remembered_wish, remembering, was_exported
from tests.export.builders import Dossier, istanbul, many_issues

LOGO = paths.resources() / "icons" / "briefing.png"
DOSSIER = Path("talks.dossier")


def wish_for(folder: Path, title: str = "Talks") -> ExportWish:
    return remembered_wish(Settings(export_folder=str(folder)), DOSSIER, title)


@pytest.fixture
def dialog_of(qtbot, tmp_path):
    def make(dossier: Dossier, wish: ExportWish | None = None) -> ExportDialog:
        material = Material(dossier.briefing(), dossier.versions)
        dialog = ExportDialog(material, wish or wish_for(tmp_path), None)
        qtbot.addWidget(dialog, before_close_func=lambda d: d.preview.stop())
        return dialog

    return make


@pytest.fixture
def dialog(dialog_of):
    return dialog_of(istanbul())


def shown(qtbot, dialog: ExportDialog) -> None:
    """Wait until the pages of what is chosen stand there."""
    qtbot.waitUntil(lambda: dialog.preview._state.text() == "", timeout=20_000)


def test_an_export_needs_a_form_and_a_folder(dialog_of, tmp_path):
    dialog = dialog_of(istanbul(), wish_for(tmp_path, "Talks: a/b <c>"))
    assert dialog.wish().path == tmp_path / "Talks a b c.pdf"
    assert not dialog.problem()
    dialog.fields._path.setText(str(tmp_path / "out.doc"))
    assert ".pdf" in dialog.problem()
    dialog.fields._path.setText(str(tmp_path / "nowhere" / "out.pdf"))
    assert "nowhere" in dialog.problem()


def test_the_keyboard_begins_in_the_first_field_and_comes_to_the_buttons_last(qtbot, dialog):
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(dialog.fields._path.hasFocus)
    visited = [dialog.focusWidget()]
    for _ in range(40):
        dialog.focusNextChild()
        visited.append(dialog.focusWidget())
    accept = dialog.buttons.buttons()[0]
    fields = (
        dialog.fields._template,
        dialog.fields._issues,
        dialog.fields._confirmed_only,
        dialog.fields._logo,
    )
    places = [visited.index(each) for each in (*fields, accept)]
    assert places == sorted(places)


def test_return_in_a_field_means_ok_and_what_is_wrong_is_said(qtbot, dialog, tmp_path):
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.fields._path.setText(str(tmp_path / "out.doc"))
    qtbot.keyClick(dialog.fields._path, Qt.Key.Key_Return)
    assert ".pdf" in dialog.wrong.text()


def test_a_logo_that_is_none_is_said(dialog, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"<svg/>")
    dialog.fields._logo.setText(str(tmp_path / "logo.png"))
    assert "PNG or JPEG" in dialog.problem()
    dialog.fields._logo.setText(str(LOGO))
    assert not dialog.problem()
    assert dialog.wish().options.logo == LOGO.read_bytes()


def test_what_is_chosen_is_wished(dialog):
    dialog.fields._template.setCurrentIndex(dialog.fields._template.findData(Template.OUTCOMES))
    dialog.fields._paper.setCurrentIndex(dialog.fields._paper.findData(Paper.LETTER))
    dialog.fields._classification.setText(" Restricted ")
    dialog.fields._issues.list.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.fields._since.setText("2025-06-01")
    dialog.fields._notes.setChecked(False)
    options = dialog.wish().options
    assert (options.template, options.paper) == (Template.OUTCOMES, Paper.LETTER)
    assert options.classification == "Restricted"
    assert options.scope == Scope(issues=(2,), since=dt.date(2025, 6, 1), notes=False)
    assert dialog.fields._issues.text() == "1 of 4…"
    assert dialog.fields._parties.text() == "All parties…"


def test_everything_ticked_is_no_choice(dialog):
    for row in range(dialog.fields._parties.list.count()):
        dialog.fields._parties.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert dialog.wish().options.scope == Scope()


def test_every_document_ticked_means_those_too_that_come_later(dialog_of, tmp_path):
    dossier = istanbul()
    dialog = dialog_of(dossier)
    documents = dialog.fields._documents
    assert "also what is added later" in documents._told.text()
    for row in range(documents.list.count()):
        documents.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert documents.text() == "All documents…"
    settings = remembering(Settings(), DOSSIER, dialog.wish())
    dossier.quote(dossier.document("A later one"), "Words of it.")
    later = dialog_of(dossier, remembered_wish(settings, DOSSIER, "Talks"))
    assert later.fields._documents.text() == "All documents…"
    assert later.wish().options.scope == Scope()


def test_a_document_left_out_leaves_out_what_comes_later(dialog_of):
    dossier = istanbul()
    dialog = dialog_of(dossier)
    dialog.fields._documents.list.item(0).setCheckState(Qt.CheckState.Checked)
    settings = remembering(Settings(), DOSSIER, dialog.wish())
    dossier.quote(dossier.document("A later one"), "Words of it.")
    later = dialog_of(dossier, remembered_wish(settings, DOSSIER, "Talks"))
    assert later.fields._documents.text() == "1 of 4…"
    assert later.wish().options.scope == Scope(documents=(1,))


def test_the_language_of_the_headings_is_chosen_and_remembered(dialog):
    box = dialog.fields._language
    assert [box.itemText(row) for row in range(box.count())] == [
        "English", "العربية", "español", "français", "русский", "українська",
    ]  # fmt: skip
    box.setCurrentIndex(box.findData("uk"))
    settings = remembering(Settings(), DOSSIER, dialog.wish())
    assert remembered_wish(settings, Path("other.dossier"), "T").options.language == "uk"


def test_a_title_left_as_it_is_stays_the_dossiers(dialog):
    assert dialog.wish().options.title == ""
    dialog.fields._title.setText("For the lead")
    assert dialog.wish().options.title == "For the lead"


def test_the_preview_is_the_pdf_and_follows_what_is_chosen(qtbot, dialog_of):
    dialog = dialog_of(many_issues())
    with qtbot.waitExposed(dialog):
        dialog.show()
    shown(qtbot, dialog)
    whole = dialog.preview.pages
    assert whole > 4
    assert dialog.preview._sheet.pixmap().width() > 200
    dialog.preview.turn(+2)
    shown(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.preview._where.text() == f"3 of {whole}")
    dialog.fields._template.setCurrentIndex(dialog.fields._template.findData(Template.ONE_PAGE))
    qtbot.waitUntil(lambda: dialog.preview.pages == 1, timeout=20_000)
    shown(qtbot, dialog)
    assert dialog.preview._where.text() == "1 of 1"
    assert not dialog.preview._on.isEnabled()


def test_what_is_closed_before_its_pages_were_begun_sets_none(qtbot, dialog):
    with qtbot.waitExposed(dialog):
        dialog.show()
    preview = dialog.preview
    assert preview._patience.isActive()
    dialog.reject()
    assert not preview._patience.isActive()
    assert not preview._tasks._pending


def test_pages_of_an_earlier_choice_do_not_come_after_a_later_one(qtbot, dialog, tmp_path):
    with qtbot.waitExposed(dialog):
        dialog.show()
    shown(qtbot, dialog)
    preview, may_end = dialog.preview, threading.Event()
    earlier = preview._made.pdf

    def slow(_report):
        may_end.wait()
        return earlier

    preview.show_made(slow)
    qtbot.waitUntil(lambda: bool(dialog.preview._tasks._pending), timeout=5_000)
    preview._draw()  # as when the window's size changes meanwhile
    assert preview._state.text()
    dialog.fields._path.setText(str(tmp_path / "out.md"))
    with qtbot.waitSignal(dialog.preview._tasks.idle, timeout=5_000):
        may_end.set()
    assert preview.pages == 0
    assert "PDF" in preview._sheet.text()


def test_a_home_that_nobody_has_is_no_fault(dialog):
    dialog.fields._path.setText("~nobody-is-called-so/out.pdf")
    assert "~nobody-is-called-so" in dialog.problem()


def test_what_cannot_be_shown_as_pages_is_said(qtbot, dialog, tmp_path):
    dialog.fields._path.setText(str(tmp_path / "out.md"))
    assert "PDF" in dialog.preview._sheet.text()
    assert not dialog.fields._template.isEnabled()


def test_leaving_the_dialog_ends_what_is_being_set(qtbot, dialog):
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.preview._tasks._pending), timeout=5_000)
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.preview._tasks._pending)
    assert dialog.preview.pages == 0


def test_an_export_is_remembered_without_a_dossiers_words(tmp_path):
    options = ExportOptions(
        title="The secret title",
        author="A. N.",
        template=Template.ONE_PAGE,
        paper=Paper.LETTER,
        classification="Restricted",
        scope=Scope(issues=(3,), parties=(1,), since=dt.date(2025, 6, 1), notes=False),
        logo=LOGO.read_bytes(),
    )
    wish = ExportWish(tmp_path / "out.pdf", options, str(LOGO))
    save_settings(remembering(Settings(), DOSSIER, wish), tmp_path / "settings.json")
    kept = load_settings(tmp_path / "settings.json")
    assert "secret" not in (tmp_path / "settings.json").read_text("utf-8")
    assert remembered_wish(kept, DOSSIER, "T") == replace(
        wish, options=replace(options, title="", language="en")
    )
    assert was_exported(kept, DOSSIER)
    other = remembered_wish(kept, Path("other.dossier"), "Other")
    assert other.path == tmp_path / "Other.pdf"
    assert other.options.scope == Scope()
    assert other.options.classification == "Restricted"


@pytest.mark.parametrize("kept", [3, {"out": 7, "issues": "x", "since": "soon"}, {"issues": [1.5]}])
def test_settings_that_were_spoilt_are_no_harm(kept, tmp_path):
    spoilt = Settings(
        export_folder=str(tmp_path),
        export_logo=str(tmp_path / "gone.png"),
        export_look={"template": "gone", "paper": 3},
        exports={str(DOSSIER): kept},
    )
    wish = remembered_wish(spoilt, DOSSIER, "T")
    assert wish == ExportWish(tmp_path / "T.pdf", ExportOptions())
    assert not was_exported(spoilt, DOSSIER)


def test_one_key_exports_again(monkeypatch, qtbot, window, tmp_path):
    out, asked = tmp_path / "out.pdf", []
    options = ExportOptions(title="For the lead", template=Template.ONE_PAGE)
    monkeypatch.setattr(
        ExportDialog,
        "ask",
        classmethod(lambda *_args: asked.append(1) or ExportWish(out, options)),
    )
    for _time in range(2):
        with qtbot.waitSignal(window._tasks.idle, timeout=30_000):
            window.actions_by_name[Act.EXPORT_AGAIN].trigger()
        document = pypdfium2.PdfDocument(out.read_bytes())
        assert document.get_metadata_dict()["Title"] == "For the lead"
        out.unlink()
    assert asked == [1]
    assert was_exported(window.settings, window._session.store.path)


def test_a_dossier_that_was_moved_is_asked_about(monkeypatch, qtbot, window, tmp_path):
    asked = []
    monkeypatch.setattr(ExportDialog, "ask", classmethod(lambda *_args: asked.append(1)))
    moved = Path(shutil.copy(window._session.store.path, tmp_path / "moved.dossier"))
    assert window.dossiers.open(moved)
    window.actions_by_name[Act.EXPORT_AGAIN].trigger()
    assert asked == [1]
