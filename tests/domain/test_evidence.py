import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.evidence import Evidence, Span, VersionId, quote_at, says_so


@given(st.text(min_size=1), st.data())
def test_a_quote_is_the_text_at_its_span(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    quote = quote_at(text, span)
    assert quote.exact == text[span.start : span.end]
    assert (quote.prefix + quote.exact + quote.suffix) in text
    assert says_so(text, Evidence(VersionId(1), span, quote))


@pytest.mark.parametrize("borders", [(0, 0), (3, 2), (-1, 4)])
def test_a_span_is_never_empty_or_turned_round(borders):
    with pytest.raises(ValueError, match="not a span"):
        Span(*borders)


def test_a_quote_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="outside"):
        quote_at("short", Span(2, 9))


def test_spans_that_only_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 5).contains(Span(3, 5))
