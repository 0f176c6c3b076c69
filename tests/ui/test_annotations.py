"""Taking over annotations in the window."""

import json

from PySide6.QtWidgets import QFileDialog

from briefing_app.ui.actions import Act


def hypothesis(path, *quotes):
    selectors = ({"type": "TextQuoteSelector", "exact": quote} for quote in quotes)
    rows = [{"uri": "x", "text": "a note", "target": [{"selector": [each]}]} for each in selectors]
    path.write_text(json.dumps({"rows": rows}), "utf-8")
    return path


def test_what_was_marked_elsewhere_is_shown_and_can_be_undone(qtbot, window, tmp_path, monkeypatch):
    path = hypothesis(
        tmp_path / "h.json", "Russia and Ukraine have wrapped up", "nowhere at all, ever"
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    with qtbot.waitSignal(window._taking_over.told) as told:
        window.actions_by_name[Act.ANNOTATIONS].trigger()
    assert told.args == ["1 annotation was taken over; 1 stands nowhere for certain."]
    assert [each.note for each in window._session.briefing.annotations] == ["a note"]
    window.actions_by_name[Act.UNDO].trigger()
    assert window._session.briefing.annotations == ()


def test_a_file_without_annotations_is_said_to_have_none(qtbot, window, tmp_path):
    (tmp_path / "x.json").write_text("{}", "utf-8")
    with qtbot.waitSignal(window._taking_over.failed) as failed:
        window._taking_over.take(tmp_path / "x.json")
    assert failed.args == ["“x.json” has nothing in it that Briefing can take over."]


def test_reading_what_takes_long_can_be_ended(qtbot, window, tmp_path):
    (tmp_path / "x.qdpx").write_bytes(b"PK")
    said = list[str]()
    window._taking_over.failed.connect(said.append)
    with qtbot.waitSignal(window._tasks.idle):
        window._taking_over.take(tmp_path / "x.qdpx")
        window._footer.cancel_wanted.emit()
    assert said == []
    assert window._session.briefing.annotations == ()
