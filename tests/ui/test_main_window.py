"""The main job in the window, from the reading to the export, as a reader does it."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from briefing_app.domain.annotation import Colour
from briefing_app.domain.document import Particulars
from briefing_app.domain.evidence import Span
from briefing_app.domain.review import Review
from briefing_app.export.options import ExportOptions
from briefing_app.ingest import read_pasted
from briefing_app.operations.dossiers import new_dossier
from briefing_app.operations.importing import import_document
from briefing_app.store import open_store
from briefing_app.ui.actions import Act
from briefing_app.ui.dialogs.document import Pasted, PasteDialog
from briefing_app.ui.dialogs.export import ExportDialog
from briefing_app.ui.dialogs.export_fields import ExportWish
from briefing_app.ui.dialogs.outcome import OutcomeDialog
from briefing_app.ui.dialogs.position import PositionDialog, PositionDraft
from briefing_app.ui.items import Kind


def trigger(window, act):
    window.actions_by_name[act].trigger()


def briefing_of(window):
    return window._session.briefing


def reviews(window):
    briefing = briefing_of(window)
    return [entry.review for entry in (*briefing.positions, *briefing.outcomes)]


def test_the_first_look_shows_text_matrix_and_checklist(window):
    assert "Istanbul talks" in window.windowTitle()
    matrix = window.briefing._overview.matrix.model().matrix
    assert {"Russia", "Ukraine"} <= {column.name for column in matrix.columns}
    assert window._reading.version.text.startswith("Russia and Ukraine have wrapped up")
    assert len(window.briefing.to_review()) > 5


def test_a_cell_shows_its_words_and_there_is_a_way_back(qtbot, window):
    entries = [
        e
        for line in window.briefing._overview.matrix.model().matrix.lines
        for c in line.cells
        for e in c.entries
    ]
    with qtbot.waitSignal(window.source.span_shown):
        window.briefing._choose(entries[0])
    with qtbot.waitSignal(window.source.span_shown):
        window.briefing._choose(entries[1])
    assert window.source.current_span() == entries[1].evidence.span
    with qtbot.waitSignal(window.source.span_shown):
        trigger(window, Act.BACK)
    assert window.source.current_span() == entries[0].evidence.span


def test_proposals_are_reviewed_by_keys_and_undone(qtbot, window):
    before = reviews(window).count(Review.PROPOSED)
    qtbot.keyClick(window, Qt.Key.Key_J)
    first = window.briefing.current
    qtbot.keyClick(window, Qt.Key.Key_A)
    assert reviews(window).count(Review.CONFIRMED) == 1
    assert window.briefing.current not in (None, first)
    qtbot.keyClick(window, Qt.Key.Key_D)
    assert reviews(window).count(Review.PROPOSED) == before - 2
    qtbot.keyClick(window, Qt.Key.Key_U)
    qtbot.keyClick(window, Qt.Key.Key_U)
    assert reviews(window).count(Review.PROPOSED) == before


def test_words_are_highlighted_and_noted_and_found_again_after_a_restart(qtbot, window, example):
    span = Span(0, 18)
    window.source.highlight_wanted.emit(span, Colour.GREEN)
    (annotation,) = briefing_of(window).annotations
    window.source.note_changed.emit(annotation.id, "**who** says so?", ("verify",), Colour.GREEN)
    window._session.close()
    window.dossiers.open(example)
    (again,) = briefing_of(window).annotations
    assert again.evidence.quote.exact == "Russia and Ukraine"
    assert (again.note, again.tags, again.colour) == ("**who** says so?", ("verify",), Colour.GREEN)


def test_another_dossiers_first_document_is_shown_with_its_own_words(window, tmp_path):
    other = tmp_path / "other.dossier"
    new_dossier(other, title="Other talks")
    with open_store(other) as store:
        import_document(store, read_pasted("Norrland rejected the quota."))
    window.dossiers.open(other)
    assert window._reading.version.id == 1  # as the first dossier's
    assert window.source._view.toPlainText() == "Norrland rejected the quota."


def test_what_is_added_after_an_undo_is_shown_with_its_own_words(qtbot, window, tmp_path):
    new_dossier(tmp_path / "other.dossier", title="Other talks")
    window.dossiers.open(tmp_path / "other.dossier")
    for words in ("Norrland rejected the quota.", "Estmark accepted the quota."):
        with qtbot.waitSignal(window._tasks.idle, timeout=20_000):
            window._importing.add_pasted(Pasted(words))
        assert window.source._view.toPlainText() == words
        while briefing_of(window).documents:
            trigger(window, Act.UNDO)


def test_a_position_is_made_by_hand_for_a_new_party(monkeypatch, window):
    monkeypatch.setattr(
        PositionDialog,
        "ask",
        classmethod(lambda _cls, _briefing, content, _parent: PositionDraft("Türkiye", content)),
    )
    window.source.position_wanted.emit(Span(0, 40))
    (made,) = [p for p in briefing_of(window).positions if p.review is Review.CONFIRMED]
    assert briefing_of(window).party(made.content.party).name == "Türkiye"
    assert made.content.evidence[0].quote.exact == window._reading.version.text[:40]


def test_an_outcome_is_made_by_hand(monkeypatch, window):
    monkeypatch.setattr(
        OutcomeDialog, "ask", classmethod(lambda _cls, _briefing, content, _parent: content)
    )
    window.source.outcome_wanted.emit(Span(10, 60))
    (made,) = [o for o in briefing_of(window).outcomes if o.review is Review.CONFIRMED]
    assert made.content.claim == window._reading.version.text[10:60]


def test_a_dropped_file_is_read_and_its_proposals_come(qtbot, window, tmp_path):
    file = tmp_path / "2025-07-01 geneva.txt"
    file.write_text(
        "Talks in Geneva\n\nFrance rejected the ceasefire plan. Germany demanded the withdrawal "
        "of all troops from the border by 15 July.\n",
        "utf-8",
    )
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/remote.txt")])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window._tasks.idle, timeout=20_000):
        window.dropEvent(drop)
    assert "Geneva" in " ".join(document.title for document in briefing_of(window).documents)
    assert {"France", "Germany"} <= {party.name for party in briefing_of(window).parties}


def held(*urls: QUrl) -> QDragEnterEvent:
    mime = QMimeData()
    mime.setUrls(list(urls))
    held.mime = mime  # the event does not keep it
    return QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_while_files_are_held_over_the_window_it_says_where_they_would_go(window, tmp_path):
    window.dragEnterEvent(held(QUrl("https://example.org/remote.txt")))
    assert window.drop_hint.words == ""
    enter = held(QUrl.fromLocalFile(str(tmp_path / "a.txt")))
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert window.drop_hint.words == f"Drop to add to “{window._session.store.title}”"
    window.dragLeaveEvent(QDragLeaveEvent())
    assert window.drop_hint.words == ""


def test_a_pasted_text_is_added(monkeypatch, qtbot, window):
    pasted = Pasted("One paragraph of words.\n\nAnd another one.", Particulars("From the phone"))
    monkeypatch.setattr(PasteDialog, "ask", classmethod(lambda *_args: pasted))
    with qtbot.waitSignal(window._tasks.idle, timeout=20_000):
        trigger(window, Act.PASTE)
    assert "From the phone" in [document.title for document in briefing_of(window).documents]


def test_documents_are_looked_for_where_the_last_ones_were(monkeypatch, window, tmp_path):
    begun: list[str] = []

    def choose(_window, _title, folder, _kinds, *, options):
        assert options
        begun.append(folder)
        return [str(tmp_path / "picture.png")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    monkeypatch.setattr(window._documents, "add", lambda _paths: None)
    for _time in range(2):
        trigger(window, Act.ADD)
    assert begun == [str(Path.home()), str(tmp_path)]
    assert window.remembered().documents_folder == str(tmp_path)
    window._documents.folder = str(tmp_path / "gone")
    trigger(window, Act.ADD)
    assert begun[-1] == str(Path.home())


def test_tab_leaves_the_field_of_a_pasted_text(qtbot):
    dialog = PasteDialog(Pasted("Words."), None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog._text.setFocus()
    qtbot.keyClick(dialog._text, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog._fields.title
    assert dialog.pasted() == Pasted("Words.")


def test_what_cannot_be_read_is_said_in_one_sentence_and_changes_nothing(qtbot, window, tmp_path):
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    history = len(window._session.store.history())
    for path in (picture, tmp_path / "none.txt"):
        with qtbot.waitSignal(window._importing.failed, timeout=20_000) as failed:
            window._documents.add([path])
        assert failed.args[0].endswith(".")
        assert failed.args[0] in window.alert.words
    assert len(window._session.store.history()) == history


def test_a_broken_dossier_leaves_the_open_one_open(window, tmp_path):
    before = window._session.store.path
    broken = tmp_path / "broken.dossier"
    broken.write_bytes(before.read_bytes()[:5000])
    for path in (broken, tmp_path, tmp_path / "none.dossier"):
        assert not window.dossiers.open(path)
        assert path.name in window.alert.words
    assert window._session.store.path == before


def test_the_briefing_is_exported_as_pdf(monkeypatch, qtbot, window, tmp_path):
    out = tmp_path / "out.pdf"
    wish = ExportWish(out, ExportOptions(title="For the lead", author="A. N."))
    monkeypatch.setattr(ExportDialog, "ask", classmethod(lambda *_args: wish))
    with qtbot.waitSignal(window._tasks.idle, timeout=30_000):
        trigger(window, Act.EXPORT)
    document = pypdfium2.PdfDocument(out)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "For the lead" in text
    assert "Ukraine" in text
    assert window.settings.author == "A. N."
    assert window.settings.export_folder == str(tmp_path)


def test_removing_the_document_can_be_undone(window):
    trigger(window, Act.REMOVE)
    assert briefing_of(window).documents == ()
    assert window._reading.version is None
    trigger(window, Act.UNDO)
    assert len(briefing_of(window).documents) == 1
    assert window._reading.version is not None


def test_the_window_is_remembered(window):
    trigger(window, Act.SEPIA)
    trigger(window, Act.LARGER)
    trigger(window, Act.TIMELINE)
    remembered = window.remembered()
    assert (remembered.theme, remembered.text_scale, remembered.briefing_tab) == ("sepia", 1.1, 4)
    assert remembered.last_dossier == str(window._session.store.path)


def test_a_title_that_is_html_stays_words(window, qtbot):
    title = "<img src='/etc/passwd'><b>bold</b>"
    with qtbot.waitSignal(window._tasks.idle, timeout=20_000):
        window._importing.add_pasted(Pasted("Some words to read here.", Particulars(title)))
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or "<" not in label.text()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (880, 560)])
def test_the_panes_fit_the_window(window, size):
    window.resize(*size)
    panes = (window.library, window.source, window.briefing)
    assert sum(pane.width() for pane in panes) <= size[0]
    for button in window._header.findChildren(QPushButton):
        if button.isVisible():
            assert button.geometry().right() <= size[0]


def test_every_kind_of_item_can_be_chosen_in_the_text(qtbot, window):
    chosen = []
    window.briefing.set_current(None)
    for mark in (Kind.POSITION, Kind.OUTCOME):
        item = next(i for i in window.briefing.to_review() if i.kind is mark)
        window._reviewing.choose(item.kind, item.id)
        chosen.append(window.briefing.current)
    assert [item.kind for item in chosen] == [Kind.POSITION, Kind.OUTCOME]


def test_of_ten_files_the_one_that_cannot_be_read_is_still_said_at_the_end(qtbot, window, tmp_path):
    files = [tmp_path / f"{number}.txt" for number in range(9)]
    for file in files:
        file.write_text(f"Note {file.stem}\n\nNothing was said about the talks.\n", "utf-8")
    empty = tmp_path / "empty.txt"
    empty.touch()
    with qtbot.waitSignal(window._long_tasks.idle, timeout=30_000):
        window._documents.add([*files[:4], empty, *files[4:]])
    assert len(briefing_of(window).documents) == 10
    assert "empty.txt" in window.alert.words
    assert window.alert.isVisible()


def test_of_several_files_only_the_first_takes_the_readers_place(qtbot, window, tmp_path):
    files = [tmp_path / f"{name}.txt" for name in ("one", "two", "three")]
    for file in files:
        file.write_text(f"Note {file.stem}\n\nNothing was said about the talks.\n", "utf-8")
    with qtbot.waitSignal(window._long_tasks.idle, timeout=30_000):
        window._documents.add(files)
    assert window._reading.version.text.startswith("Note one")


def test_reading_for_proposals_ends_when_it_is_cancelled(qtbot, window, tmp_path):
    file = tmp_path / "long.txt"
    file.write_text("Norland rejected the plan of Sudra.\n\n" * 3000, "utf-8")
    with qtbot.waitSignal(window._importing.imported, timeout=20_000):
        window._documents.add([file])
    with qtbot.waitSignal(window._tasks.idle, timeout=20_000):
        window._footer.cancel_wanted.emit()
    assert len(briefing_of(window).documents) == 2
    assert "Norland" not in {party.name for party in briefing_of(window).parties}


def test_what_is_read_never_lands_in_another_dossier(qtbot, window, tmp_path):
    file = tmp_path / "late.txt"
    file.write_text("Norland rejected the plan of Sudra.\n\n" * 3000, "utf-8")
    other = tmp_path / "Other.dossier"
    new_dossier(other, title="Other")
    with qtbot.waitSignal(window._importing.imported, timeout=20_000):
        window._documents.add([file])
    with qtbot.waitSignal(window._tasks.idle, timeout=20_000):
        window.dossiers.open(other)
    assert briefing_of(window).documents == ()
    assert briefing_of(window).parties == ()


def test_in_the_smallest_window_with_the_largest_text_every_button_is_whole(qtbot, window):
    window.briefing.set_current(window.briefing.to_review()[0])
    window.resize(window.minimumSize())
    for _ in range(10):
        trigger(window, Act.LARGER)
    buttons = [b for b in window.findChildren(QPushButton) if b.isVisible() and b.text()]
    assert len(buttons) > 6
    qtbot.waitUntil(lambda: all(b.width() >= b.minimumSizeHint().width() for b in buttons))
    inside = window.rect()
    for button in buttons:
        corner = button.mapTo(window, button.rect().bottomRight())
        assert inside.contains(corner), button.text()


def test_without_a_dossier_the_window_says_so_and_offers_nothing_that_needs_one(window):
    window._session.close()
    shown = [label.text() for label in window.source.findChildren(QLabel) if label.isVisible()]
    assert "No dossier is open" in shown
    assert not [b for b in window.source.findChildren(QPushButton) if b.isVisible()]
    assert not window._footer._saved.isVisible()
    assert not window._footer._place.isVisible()


def test_the_dossier_that_was_open_before_is_one_click_away(window, example, tmp_path):
    other = tmp_path / "Other & more.dossier"
    new_dossier(other, title="Other")
    window.dossiers.open(other)
    (recent,) = window._overlays._recent.actions()
    assert example.stem in recent.text()
    recent.trigger()
    assert window._session.store.path == example


def test_the_palette_says_where_a_passage_stands(window):
    offers = window._overlays._palette._search("sick or seriously wounded")
    assert offers[0].beside.startswith("¶4")
    offers[0].choose()
    assert window._footer._place.text().startswith("¶")


@pytest.mark.parametrize("typed", ['"', "'; --", "* NEAR(", "🕊️", "OR", "(" * 40])
def test_the_palette_takes_whatever_is_typed(window, typed):
    palette = window._overlays._palette
    palette._field.setText(typed)
    palette._offer()
    assert palette._list.count() >= 1


def test_a_smaller_window_takes_its_room_from_the_text_and_the_briefing_alike(window):
    before = window.source.width(), window.briefing.width()
    window.resize(1100, 800)
    assert window.source.width() > 400
    assert window.briefing.width() < before[1]


def test_the_original_is_saved_where_the_reader_wishes(monkeypatch, qtbot, window, tmp_path):
    out, asked = tmp_path / "saved.txt", []

    def choose(_parent, _title, suggested, *_more):
        asked.append(suggested)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(window._documents.told):
        trigger(window, Act.ORIGINAL)
    assert out.read_bytes().startswith(b"Russia and Ukraine have wrapped up")
    assert asked[0].endswith("istanbul-2025-06-02.txt")
    out.unlink()
    out.mkdir()
    with qtbot.waitSignal(window._documents.failed):
        window.library.original_wanted.emit(window._reading.document)
