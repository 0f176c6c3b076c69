from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.evidence import Span
from briefing_app.ui.items import Kind
from briefing_app.ui.source.marks import Cycle, Mark, MarkIndex

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda two: Span(two[0], sum(two)))


def mark(span: Span, number: int) -> Mark:
    return Mark(span, Kind.POSITION, "#ffffff", "#000000", number)


@given(st.lists(SPANS, max_size=30), SPANS)
def test_the_index_finds_what_a_look_at_all_marks_would(spans, window):
    marks = [mark(span, number) for number, span in enumerate(spans)]
    found = MarkIndex(marks).overlapping(window.start, window.end)
    assert {each.id for each in found} == {m.id for m in marks if m.span.overlaps(window)}
    assert [each.span.start for each in found] == sorted(each.span.start for each in found)


def test_the_innermost_mark_comes_first():
    outer, inner, beside = mark(Span(0, 30), 1), mark(Span(10, 15), 2), mark(Span(20, 25), 3)
    assert MarkIndex([outer, inner, beside]).at(12) == [inner, outer]
    assert MarkIndex([outer, inner, beside]).at(15) == [outer]


def test_a_click_elsewhere_begins_with_the_innermost_again():
    inner, outer, other = mark(Span(1, 2), 1), mark(Span(0, 3), 2), mark(Span(5, 6), 3)
    cycle = Cycle()
    chosen = [
        cycle.choose(marks)
        for marks in ([inner, outer], [inner, outer], [other], [], [inner, outer])
    ]
    assert chosen == [inner, outer, other, None, inner]
