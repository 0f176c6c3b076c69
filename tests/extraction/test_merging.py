"""What is told twice is proposed once."""

from briefing_app.domain.evidence import Span
from briefing_app.domain.outcome import Status
from briefing_app.domain.proposals import ProposedOutcome
from briefing_app.extraction.merging import merge_outcomes


def pledge(start: int, end: int, claim: str) -> ProposedOutcome:
    return ProposedOutcome(Status.PLEDGED, ("tariffs",), Span(start, end), claim)


def test_what_is_only_alike_does_not_end_up_in_the_words_of_another():
    """The third is alike to the first, and stands in the words of the second."""
    told = [
        pledge(0, 40, "suspend tariffs on Chinese goods"),
        pledge(100, 140, "hold back"),
        pledge(100, 180, "suspend tariffs on Chinese goods that take effect on Sunday"),
    ]
    found = merge_outcomes([(each, False) for each in told])
    assert [each.span.start for each in found] == [0, 100]


def test_an_alike_telling_is_another_of_the_same():
    told = [
        pledge(0, 40, "suspend tariffs on Chinese goods"),
        pledge(100, 180, "suspend tariffs on Chinese goods"),
    ]
    [found] = merge_outcomes([(each, False) for each in told])
    assert {found.span, *found.also} == {each.span for each in told}
