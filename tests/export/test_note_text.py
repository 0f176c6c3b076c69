import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.export.note_text import NoteBlock, Piece, note_blocks


def shapes(note: str) -> list[tuple[str, str, str]]:
    return [
        (block.kind, block.sign, "".join(piece.text for piece in block.pieces))
        for block in note_blocks(note)
    ]


def test_paragraphs_headings_quotations_and_code():
    note = "# Head\n\nOne\ntwo\n\n> said\n\n    code <b>"
    assert shapes(note) == [
        ("heading", "", "Head"),
        ("paragraph", "", "One\ntwo"),
        ("quotation", "", "said"),
        ("code", "", "code <b>"),
    ]


def test_items_keep_their_signs_and_depth():
    blocks = note_blocks("1. first\n2. second\n\n    - deep\n\nlast")
    assert [(block.sign, block.level) for block in blocks if block.kind == "item"] == [
        ("1.", 1),
        ("2.", 1),
        ("•", 2),
    ]
    assert blocks[-1] == NoteBlock("paragraph", (Piece("last"),))


def test_styles():
    pieces = note_blocks("a *b* **c** `d`")[0].pieces
    assert [(piece.text, piece.style) for piece in pieces if piece.style] == [
        ("b", "emphasis"),
        ("c", "strong"),
        ("d", "code"),
    ]


def test_an_address_is_printed_once():
    assert shapes("[here](https://x.example) <https://y.example>") == [
        ("paragraph", "", "here (https://x.example) https://y.example")
    ]


@pytest.mark.parametrize(
    "note",
    [
        "<script>alert(1)</script>",
        '<img src="file:///etc/passwd">',
        "<div>\n\nraw\n\n</div>",
        "&lt;b&gt; &amp; &copy;",
    ],
)
def test_html_in_a_note_is_words(note: str):
    assert "".join(words for _kind, _sign, words in shapes(note)).replace("\n", "") in {
        note.replace("\n", ""),
        "<b> & ©",
    }


def test_a_picture_is_not_looked_for():
    assert shapes("![a map](file:///map.png)") == [("paragraph", "", "![a map](file:///map.png)")]


@given(st.text(max_size=200))
def test_any_note_can_be_read(note: str):
    for block in note_blocks(note):
        assert any(piece.text.strip() for piece in block.pieces)


@given(st.lists(st.text("abcdefghijklmnop", min_size=1), min_size=1, max_size=20))
def test_no_word_is_lost(said: list[str]):
    assert " ".join(words for _kind, _sign, words in shapes(" ".join(said))) == " ".join(said)
