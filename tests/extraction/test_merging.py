"""What is told twice is proposed once."""

import datetime as dt
from dataclasses import replace

from briefing_app.domain.evidence import Span
from briefing_app.domain.outcome import Due, Status
from briefing_app.domain.proposals import ProposedOutcome
from briefing_app.extraction.joining import joined_outcomes
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


def test_the_same_promise_for_two_days_is_two():
    days = [Due("by May", latest=dt.date(2025, 5, 31)), Due("in June", latest=dt.date(2025, 6, 30))]
    told = [
        replace(pledge(start, start + 40, "suspend tariffs on Chinese goods"), due=due)
        for start, due in zip((0, 100), days, strict=True)
    ]
    assert len(merge_outcomes([(each, False) for each in told])) == len(days)


TEXT = "It will cut the levy by May and end it"


def both(*told: ProposedOutcome) -> list[ProposedOutcome]:
    return [each for each, _heading in joined_outcomes([(each, False) for each in told], TEXT)]


def test_two_verbs_of_one_sentence_tell_one_outcome():
    due = Due("by May", latest=dt.date(2025, 5, 31))
    [found] = both(replace(pledge(0, 27, "cut the levy by May"), due=due), pledge(32, 38, "end it"))
    assert (found.claim, found.due) == ("cut the levy by May and end it", due)
    assert TEXT[found.span.start : found.span.end] == TEXT


def test_two_verbs_with_a_day_of_their_own_tell_two():
    days = [Due("by May", latest=dt.date(2025, 5, 31)), Due("in June", latest=dt.date(2025, 6, 30))]
    told = [pledge(0, 27, "cut the levy by May"), pledge(32, 38, "end it")]
    found = both(*(replace(each, due=due) for each, due in zip(told, days, strict=True)))
    assert [each.due for each in found] == days


def test_what_two_sides_promise_is_two_outcomes():
    told = [pledge(0, 27, "cut the levy by May"), pledge(32, 38, "end it")]
    sides = [("Peru",), ("Chile",)]
    pairs = zip(told, sides, strict=True)
    assert len(both(*(replace(each, responsible=side) for each, side in pairs))) == len(told)
