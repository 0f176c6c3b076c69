from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.document import BlockKind
from briefing_app.ingest.paragraphs import blocks_of, is_wrapped

STORY = "Both sides agreed to a limited prisoner swap after an hour of talks."
WRAPPED = """Talks end in Geneva

The Ukrainian delegation pushed again for a complete and unconditional
ceasefire to halt the fighting for at least thirty days, which Russian
negotiators rejected.

Dear reader,
this is short.
"""


def told(text: str) -> list[tuple[str, str]]:
    return [(b.kind.value, text[b.span.start : b.span.end]) for b in blocks_of(text)]


def test_without_blank_lines_each_line_is_a_paragraph():
    assert told(f"{STORY}\n  {STORY} \n") == [("paragraph", STORY), ("paragraph", STORY)]


def test_wrapped_lines_are_one_paragraph():
    kinds, texts = zip(*told(WRAPPED), strict=True)
    assert kinds == ("heading", "paragraph", "paragraph", "paragraph")
    assert texts[1].startswith("The Ukrainian")
    assert texts[1].endswith("negotiators rejected.")


def test_lines_that_a_width_ended_are_told_from_those_that_were_meant():
    story = WRAPPED.split("\n")[2:5]
    assert is_wrapped(story)
    assert not is_wrapped(story[:1])
    assert not is_wrapped(
        [*story, "They left.", "Then they came back to the table, and stayed there."]
    )
    assert not is_wrapped(["Ministry of Foreign Affairs", "1 Main Street", "Geneva"])
    assert not is_wrapped([STORY * 3, STORY * 3])


def test_long_lines_beneath_each_other_stay_apart():
    long = STORY * 3
    assert len(told(f"Title\n\n{long}\n{long}\n\n{long}")) == 4


def test_a_sentence_that_is_broken_off_runs_on_however_long_its_lines_are():
    long = f"{STORY[:-1]}, and refused a demand of the Government to hand over the airport, and"
    assert len(long) > 100
    assert told(f"Title\n\n{long}\nleft the talks.\n\n{long}.\nand more.") == [
        ("heading", "Title"),
        ("paragraph", f"{long}\nleft the talks."),
        ("paragraph", f"{long}."),
        ("paragraph", "and more."),
    ]


def test_lists_are_told_by_their_marks():
    text = "They agree:\n\n1. A truce begins.\n2. Prisoners go free.\n\n(a) all sick\n\n• bodies\n- aid"
    assert [kind for kind, _ in told(text)] == ["paragraph", *["list_item"] * 5]


def test_initials_and_years_are_no_lists():
    text = f"J. D. Vance left.\n\n2025 was a hard year.\n\n{STORY}"
    assert BlockKind.LIST_ITEM not in {block.kind for block in blocks_of(text)}


def test_headings_are_short_and_do_not_end():
    head = "JOINT COMMUNIQUÉ\n\nNadi, Fiji, 30 June 2022\n\nWhat was agreed"
    text = f"{head}\n\n{STORY}\n\nQUESTION: Will they meet?\n\n{STORY}"
    kinds = [kind for kind, _ in told(text)]
    assert kinds == ["heading", "paragraph", "heading", "paragraph", "paragraph", "paragraph"]
    assert [b.level for b in blocks_of(text) if b.kind is BlockKind.HEADING] == [1, 2]


def test_a_last_short_line_is_no_heading():
    assert told(f"{STORY}\n\nJane Doe")[-1] == ("paragraph", "Jane Doe")


@settings(deadline=None)
@given(st.text(st.sampled_from("aA1.-•( \n\t\u3000é🕊\u2028")))
def test_blocks_are_trimmed_ordered_and_hold_every_word(text: str):
    blocks, end, outside = blocks_of(text), 0, ""
    for block in blocks:
        words = text[block.span.start : block.span.end]
        assert block.span.start >= end
        assert words == words.strip()
        outside += text[end : block.span.start]
        end = block.span.end
    assert not (outside + text[end:]).strip()


def test_a_question_before_the_press_is_no_heading():
    text = f"Press conference\n\n{STORY}\n\nQ (Coast Radio): Will Carrow accept that?\n\n{STORY}"
    assert [kind for kind, _words in told(text)] == [
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
    ]
