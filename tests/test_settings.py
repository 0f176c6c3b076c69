import json

from briefing_app.settings import Settings, load_settings, save_settings


def test_what_is_saved_is_loaded(tmp_path):
    chosen = Settings(
        theme="dark",
        text_scale=1.2,
        recent_dossiers=("a", "b"),
        briefing_tab=3,
        exports={"a": {"out": "b", "issues": [1]}},
    )
    save_settings(chosen, tmp_path / "new folder" / "settings.json")
    assert load_settings(tmp_path / "new folder" / "settings.json") == chosen


def test_nothing_there_is_the_defaults(tmp_path):
    assert load_settings(tmp_path / "none.json") == Settings()


def test_what_is_unknown_or_of_the_wrong_kind_is_left_out(tmp_path):
    file = tmp_path / "settings.json"
    stored = {"theme": 7, "text_scale": 2, "author": "A. N.", "colour": "red", "pane_sizes": [1, 2]}
    file.write_text(json.dumps(stored), "utf-8")
    assert load_settings(file) == Settings(text_scale=2.0, author="A. N.", pane_sizes=(1, 2))


def test_a_broken_file_is_the_defaults(tmp_path):
    file = tmp_path / "settings.json"
    for broken in (b"{", b"[]", b"\xff\xfe", b""):
        file.write_bytes(broken)
        assert load_settings(file) == Settings()
