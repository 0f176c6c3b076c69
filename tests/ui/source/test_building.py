import sys
import unicodedata

from briefing_app.ui.source.building import may_read_right_to_left, reads_right_to_left


def test_no_letter_that_reads_from_right_to_left_is_overlooked():
    letters = [
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.bidirectional(character) in ("R", "AL")
    ]
    assert len(letters) > 1000
    assert all(map(may_read_right_to_left, letters))
    assert all(map(reads_right_to_left, letters))


def test_a_text_of_other_letters_need_not_be_looked_through():
    assert not may_read_right_to_left("Le cessez-le-feu – 停火, прекращение огня 🕊")
