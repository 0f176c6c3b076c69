import datetime as dt
from concurrent.futures import ThreadPoolExecutor

from briefing_app import language, paths
from briefing_app.domain.labels import STANCES
from briefing_app.domain.position import Stance
from tests.made_up import load_tool, write_pseudo


def test_the_template_holds_every_sentence(tmp_path):
    """`make catalogue` was run after the last sentence was written."""
    fresh = tmp_path / "briefing.pot"
    load_tool().write_template(fresh)
    assert fresh.read_text("utf-8") == (paths.resources() / "i18n" / "briefing.pot").read_text(
        "utf-8"
    )


def test_a_sentence_is_said_in_the_language_chosen(made_up_language):
    assert language._("Demands") == "⟦Demands⟧"
    assert language.ngettext("{count} note", "{count} notes", 2) == "⟦{count} notes⟧"


def test_an_unknown_language_is_english(tmp_path):
    language.use("tlh", tmp_path)
    assert language._("Demands") == "Demands"
    language.use("en", tmp_path)


def test_a_window_without_words_of_a_language_is_not_half_in_it():
    language.use("fr", paths.resources() / "i18n")
    try:
        assert language.format_long_date(dt.date(2025, 6, 3)) == "3 June 2025"
    finally:
        language.use("en", paths.resources() / "i18n")


def test_days_numbers_and_lists_are_written_as_a_person_does():
    assert language.format_date(dt.date(2025, 6, 3)) == "3 Jun 2025"
    assert language.format_long_date(dt.date(2025, 6, 3)) == "3 June 2025"
    assert language.format_number(6000) == "6,000"
    assert language.format_number(-1e20) == "-100,000,000,000,000,000,000"
    assert language.format_number(1e308) == "1E308"
    assert language.format_list(["Russia", "Ukraine", "Türkiye"]) == "Russia, Ukraine and Türkiye"


def test_the_labels_are_translated_when_they_are_shown(made_up_language):
    assert STANCES[Stance.REJECTS].text == "✕ ⟦Rejects⟧"


def test_what_is_written_for_another_is_in_their_language_in_this_thread_alone(tmp_path):
    write_pseudo(tmp_path)
    with language.written_in("xx", tmp_path):
        assert (language._("Demands"), language.tag()) == ("⟦Demands⟧", "xx")
        with ThreadPoolExecutor(1) as elsewhere:
            assert elsewhere.submit(language._, "Demands").result() == "Demands"
    assert (language._("Demands"), language.tag()) == ("Demands", "en")


def test_the_languages_that_there_are_have_names(tmp_path):
    write_pseudo(tmp_path)
    assert language.available(tmp_path) == ("en", "xx")
    assert language.available(tmp_path / "none") == ("en",)
    assert [language.name_of(tag) for tag in ("en", "fr", "pt_BR")] == [
        "English",
        "français",
        "português (Brasil)",
    ]
