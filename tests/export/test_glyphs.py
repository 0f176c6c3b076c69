from pathlib import Path

import fontpkg_literata
import fontpkg_noto_sans
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.export.glyphs import by_number, clusters, font_characters, unshown

LITERATA = fontpkg_literata.ROOT / "files" / "Literata[opsz,wght].ttf"
NOTO = fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf"


@pytest.mark.parametrize("file", [LITERATA, NOTO])
def test_the_reading_fonts_know_latin_greek_and_cyrillic(file: Path):
    known = font_characters(file)
    assert set(map(ord, "Aézß–—’“”¶Αωйїґ")) <= known
    assert not set(map(ord, "中あ한")) & known


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
def test_what_is_no_font_has_no_characters(data: bytes, tmp_path: Path):
    file = tmp_path / "font.ttf"
    file.write_bytes(data)
    assert not font_characters(file)


def test_a_font_cut_short_is_no_fault(tmp_path: Path):
    whole = LITERATA.read_bytes()
    for length in (3, 12, 40, 300, 5_000):
        (tmp_path / "cut.ttf").write_bytes(whole[:length])
        assert font_characters(tmp_path / "cut.ttf") <= font_characters(LITERATA)


@given(st.text())
def test_letters_and_their_marks_are_the_whole_text(text: str):
    assert "".join(clusters(text)) == text


def test_a_letter_and_its_mark_must_be_of_one_font():
    fonts = [frozenset({ord("e")}), frozenset({0x301})]
    assert unshown("e\u0301", fonts)
    assert not unshown("e", fonts)
    assert not unshown("e\u0301", [*fonts, frozenset({ord("e"), 0x301})])


def test_joiners_and_variants_need_no_font():
    assert not unshown("a\u200d\ufe0f", [frozenset({ord("a")})])
    assert by_number("\U0001f54a\ufe0f") == "[U+1F54A]"
