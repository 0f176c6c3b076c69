"""Every phrase is read on Wednesday, 12 March 2025."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.extraction.dues import find_dues
from briefing_app.extraction.lexicon import load_lexicon

TODAY = dt.date(2025, 3, 12)
TIMES = load_lexicon().dates

DATED = [  # phrase, earliest, latest; "-" where there is none
    ("by 15 April", "-", "2025-04-15"),
    ("by April 15", "-", "2025-04-15"),
    ("by 15 April 2026", "-", "2026-04-15"),
    ("by April 15, 2026", "-", "2026-04-15"),
    ("by the 15th of April", "-", "2025-04-15"),
    ("before 1 May", "-", "2025-05-01"),
    ("until June 15", "-", "2025-06-15"),
    ("until 4 January", "-", "2026-01-04"),
    ("till Friday", "-", "2025-03-14"),
    ("not later than 15 August 2025", "-", "2025-08-15"),
    ("no later than 2 June", "-", "2025-06-02"),
    ("on or before 2 June", "-", "2025-06-02"),
    ("through December 28", "-", "2025-12-28"),
    ("on 7 May", "2025-05-07", "2025-05-07"),
    ("on May 7", "2025-05-07", "2025-05-07"),
    ("on Wednesday, 7 May", "2025-05-07", "2025-05-07"),
    ("on Sept. 9", "2025-09-09", "2025-09-09"),
    ("on Nov 20", "2025-11-20", "2025-11-20"),
    ("on 3 February", "2025-02-03", "2025-02-03"),
    ("on 30 December", "2025-12-30", "2025-12-30"),
    ("on the 1st of August", "2025-08-01", "2025-08-01"),
    ("from 20 March", "2025-03-20", "2025-03-20"),
    ("from 1 July 2026", "2026-07-01", "2026-07-01"),
    ("starting on 20 March", "2025-03-20", "2025-03-20"),
    ("as of 1 April", "2025-04-01", "2025-04-01"),
    ("at midnight", "2025-03-12", "2025-03-12"),
    ("on 2025-06-30", "2025-06-30", "2025-06-30"),
    ("from 12 to 16 September", "2025-09-12", "2025-09-16"),
    ("from June 20 to 30", "2025-06-20", "2025-06-30"),
    ("from June 20 to July 3", "2025-06-20", "2025-07-03"),
    ("from 28 April to 2 May", "2025-04-28", "2025-05-02"),
    ("between 3 and 5 May", "2025-05-03", "2025-05-05"),
    ("June 20-30", "2025-06-20", "2025-06-30"),
    ("from 30 December to 2 January", "2025-12-30", "2026-01-02"),
    ("by the end of June", "-", "2025-06-30"),
    ("by end of June", "-", "2025-06-30"),
    ("by end-June", "-", "2025-06-30"),
    ("at the end of June", "2025-06-30", "2025-06-30"),
    ("by the end of this month", "-", "2025-03-31"),
    ("by the end of the month", "-", "2025-03-31"),
    ("before the end of the month", "-", "2025-03-31"),
    ("by the end of next month", "-", "2025-04-30"),
    ("by the end of the week", "-", "2025-03-16"),
    ("by the end of next week", "-", "2025-03-23"),
    ("by the end of the year", "-", "2025-12-31"),
    ("until the end of the year", "-", "2025-12-31"),
    ("by the end of 2026", "-", "2026-12-31"),
    ("by the end of the quarter", "-", "2025-03-31"),
    ("before the end of its 2026 session", "-", "2026-12-31"),
    ("by year-end 2026, or by the close of 2026", "-", "2026-12-31"),
    ("in late June", "2025-06-21", "2025-06-30"),
    ("in early July", "2025-07-01", "2025-07-10"),
    ("in mid-July", "2025-07-11", "2025-07-20"),
    ("by mid-July", "-", "2025-07-20"),
    ("in April", "2025-04-01", "2025-04-30"),
    ("by April", "-", "2025-04-30"),
    ("in September 2026", "2026-09-01", "2026-09-30"),
    ("starting in September", "2025-09-01", "2025-09-30"),
    ("in the first quarter of 2026", "2026-01-01", "2026-03-31"),
    ("in the second half of 2025", "2025-07-01", "2025-12-31"),
    ("in the second half of May", "2025-05-16", "2025-05-31"),
    ("in the first half of February", "2025-02-01", "2025-02-15"),
    ("in the week of 14 July", "2025-07-14", "2025-07-20"),
    ("in the week beginning April 7", "2025-04-07", "2025-04-13"),
    ("this calendar year", "2025-01-01", "2025-12-31"),
    ("in the last week of April", "2025-04-24", "2025-04-30"),
    ("in the first week of May", "2025-05-01", "2025-05-07"),
    ("in the spring of 2026", "2026-03-01", "2026-05-31"),
    ("by autumn", "-", "2025-11-30"),
    ("by 2030", "-", "2030-12-31"),
    ("between April and June", "2025-04-01", "2025-06-30"),
    ("from November to February", "2025-11-01", "2026-02-28"),
    ("in June and July 2026", "2026-06-01", "2026-07-31"),
    ("in 2026-2028", "2026-01-01", "2028-12-31"),
    ("between 2026 and 2030", "2026-01-01", "2030-12-31"),
    ("on the first Monday of July", "2025-07-07", "2025-07-07"),
    ("by the last Friday in May", "-", "2025-05-30"),
    ("next week", "2025-03-17", "2025-03-23"),
    ("this week", "2025-03-10", "2025-03-16"),
    ("next month", "2025-04-01", "2025-04-30"),
    ("this month", "2025-03-01", "2025-03-31"),
    ("next year", "2026-01-01", "2026-12-31"),
    ("later this month", "2025-03-12", "2025-03-31"),
    ("tomorrow", "2025-03-13", "2025-03-13"),
    ("the day after tomorrow", "2025-03-14", "2025-03-14"),
    ("today", "2025-03-12", "2025-03-12"),
    ("on Friday", "2025-03-14", "2025-03-14"),
    ("by Monday", "-", "2025-03-17"),
    ("next Tuesday", "2025-03-18", "2025-03-18"),
    ("on Tuesday next week", "2025-03-18", "2025-03-18"),
    ("within 72 hours", "-", "2025-03-15"),
    ("within 72 hours of signing", "-", "2025-03-15"),
    ("within 48 hours", "-", "2025-03-14"),
    ("within a week", "-", "2025-03-19"),
    ("within two weeks", "-", "2025-03-26"),
    ("within thirty days of the signing", "-", "2025-04-11"),
    ("within ninety days", "-", "2025-06-10"),
    ("within six months", "-", "2025-09-12"),
    ("within one year", "-", "2026-03-12"),
    ("within 60 days", "-", "2025-05-11"),
    ("in the next ten days", "-", "2025-03-22"),
    ("in two weeks", "2025-03-26", "2025-03-26"),
    ("in three days' time", "2025-03-15", "2025-03-15"),
    ("two weeks from now", "2025-03-26", "2025-03-26"),
    ("by Christmas", "-", "2025-12-25"),
    ("by 10 May or, failing that, by the same date", "-", "2025-05-10"),
    ("beginning in September", "2025-09-01", "2025-09-30"),
    ("beginning Sept. 1", "2025-09-01", "2025-09-01"),
    ("at the beginning of September", "2025-09-01", "2025-09-10"),
    ("by the end of next June", "-", "2025-06-30"),
    ("on Monday week", "2025-03-24", "2025-03-24"),
    ("this evening", "2025-03-12", "2025-03-12"),
    ("by noon tomorrow", "-", "2025-03-13"),
    ("by close of business Friday", "-", "2025-03-14"),
    ("by midnight on Friday", "-", "2025-03-14"),
    ("before 5 pm on Monday", "-", "2025-03-17"),
    ("until 0600 GMT on 20 March", "-", "2025-03-20"),
    ("at noon on 20 March", "2025-03-20", "2025-03-20"),
    ("in about ten days", "2025-03-22", "2025-03-22"),
    ("to the autumn", "2025-09-01", "2025-11-30"),
    ("until the autumn", "-", "2025-11-30"),
    ("as soon as this summer", "2025-06-01", "2025-08-31"),
    ("on the 16th", "2025-03-16", "2025-03-16"),
    ("on the 4th", "2025-04-04", "2025-04-04"),
    ("from midnight on Sunday", "2025-03-16", "2025-03-16"),
    ("before the year is out", "-", "2025-12-31"),
    ("through 2029", "-", "2029-12-31"),
    ("before Christmas", "-", "2025-12-24"),
    ("before Saturday", "-", "2025-03-14"),
    ("before August", "-", "2025-07-31"),
    ("before 2031", "-", "2030-12-31"),
    ("before 10 July", "-", "2025-07-10"),
    ("before the end of June", "-", "2025-06-30"),
    ("by Easter", "-", "2025-04-20"),
    ("over the Easter weekend", "2025-04-19", "2025-04-20"),
    ("on Good Friday", "2025-04-18", "2025-04-18"),
    ("before Orthodox Easter 2025", "-", "2025-04-19"),
    ("within sixty (60) days of the signature of this Declaration", "-", "2025-05-11"),
    ("within twenty-five days", "-", "2025-04-06"),
    ("after 20 March or three days later", "2025-03-23", "2025-03-23"),
    ("on 20 March, and the rest a week after that", "2025-03-27", "2025-03-27"),
    ("on 20 March, and the rest within five days of that", "-", "2025-03-25"),
    ("if the talks of 2 April hold until then", "-", "2025-04-02"),
    ("on 2 April, and the rest the same evening", "2025-04-02", "2025-04-02"),
    ("on 2 April, and the rest on that day", "2025-04-02", "2025-04-02"),
    ("on this day", "2025-03-12", "2025-03-12"),
    ("in three to five weeks", "2025-04-02", "2025-04-16"),
    ("within two or three days", "-", "2025-03-15"),
    ("in the next two to three weeks", "-", "2025-04-02"),
    ("by mid-2027", "-", "2027-06-30"),
    ("by the middle of 2027", "-", "2027-06-30"),
    ("within ten to five days", "-", "2025-03-22"),
    ("late in 2027", "2027-08-31", "2027-12-31"),
    ("by the year's end", "-", "2025-12-31"),
    ("over the next fortnight", "2025-03-12", "2025-03-26"),
    ("over the coming ten days", "2025-03-12", "2025-03-22"),
    ("by those who were given two weeks to do so", "2025-03-12", "2025-03-26"),
]


def _day(written: str) -> dt.date | None:
    return None if written == "-" else dt.date.fromisoformat(written)


@pytest.mark.parametrize(("phrase", "earliest", "latest"), DATED, ids=[row[0] for row in DATED])
def test_a_date_is_counted_from_the_documents_own(phrase, earliest, latest):
    found = find_dues(f"The lists are to be handed over {phrase}.", TODAY, TIMES)
    dated = [each.due for each in found if each.due.latest is not None]
    assert dated, found
    assert (dated[-1].earliest, dated[-1].latest) == (_day(earliest), _day(latest))


NO_DATES = [
    "a ceasefire of 30 days",
    "for ten days",
    "soldiers under 25 years old",
    "those aged 18 to 25",
    "a 21-day pause",
    "the last five months",
    "three days ago",
    "they may sign it",
    "the march on the capital",
    "30,000 tonnes a year",
    "at 6 in the morning",
    "points 1 to 3",
    "on 31 February",
    "Resolution 2735",
    "a two-month truce",
    "in the days of the war",
    "a clash three days later",
    "what they had done by then",
    "talks for the first time in 30 years",
    "the biggest pay rise in 20 years",
]


@pytest.mark.parametrize("words", NO_DATES)
def test_lengths_ages_and_counts_are_no_dates(words):
    assert [each.due for each in find_dues(f"They spoke of {words}.", TODAY, TIMES)] == []


NONE_SET = [
    "No date was set for the exchange.",
    "no exact timeline was given for when this would happen",
    "No date has been fixed.",
    "No understanding could be reached on the date of the signing.",
    "They parted without setting a date.",
    "The note gave no date for the bridge.",
    "There was no word on when the ministers might gather again.",
    "It was not clear when it would happen.",
    "The summit has been put back indefinitely.",
    "No further session has been pencilled in.",
    "Nobody in Brussels would venture a date.",
    "No further meetings are planned.",
    "No new round has been scheduled.",
    "Neither side would say when the point would be taken up.",
    "They did not give a timetable.",
    "no deadline",
    "A date for the signing has yet to be pinned down.",
    "The date of the visit shall be fixed at a later stage.",
    "Nobody has put a date on it.",
    "No meeting between the two presidents has been set.",
    "Its next session has not been scheduled.",
    "The date of a second round of consultations is yet to be determined.",
    "A visit is planned on a date to be agreed.",
    "Its date will be communicated through diplomatic channels.",
    "He did not specify when the round would take place.",
    "There were no plans for another summit.",
    "There's no meeting of principals in the diary.",
    "A meeting on patrols is yet to be scheduled.",
    "A summit has been discussed, but nothing has been fixed.",
]


@pytest.mark.parametrize("words", NONE_SET)
def test_the_text_may_say_that_none_is_set(words):
    assert any(each.due.none_set for each in find_dues(words, TODAY, TIMES))


@pytest.mark.parametrize("words", ["in the coming days", "soon", "in due course", "within weeks"])
def test_a_vague_time_keeps_its_words_only(words):
    [phrase] = find_dues(f"An answer is expected {words}.", TODAY, TIMES)
    assert (phrase.due.text, phrase.due.earliest, phrase.due.latest, phrase.due.none_set) == (
        words,
        None,
        None,
        False,
    )


def test_days_from_what_may_never_come_have_no_date():
    [phrase] = find_dues("They go home within ten days of a signing.", TODAY, TIMES)
    assert (phrase.due.text, phrase.due.latest) == ("within ten days", None)


def test_the_same_date_may_be_that_of_the_paragraph_before():
    [earlier] = find_dues("They free twenty men on 2 April.", TODAY, TIMES)
    [phrase] = find_dues("On the same date the council meets.", TODAY, TIMES, earlier.due)
    assert phrase.due.latest == dt.date(2025, 4, 2)


def test_a_preposition_of_the_verb_is_none_of_the_dates():
    [phrase] = find_dues("The lists are handed over within ten days.", TODAY, TIMES)
    assert phrase.due.text == "within ten days"


def test_what_a_rise_is_backdated_to_is_no_deadline():
    assert find_dues("The rise is backdated to January.", TODAY, TIMES) == ()


def test_without_a_date_of_its_own_a_document_has_the_days_of_a_year_only():
    [known, vague] = find_dues("By 1 May 2026, or by the end of June.", None, TIMES)
    assert (known.due.text, known.due.latest) == ("By 1 May 2026", dt.date(2026, 5, 1))
    assert (vague.due.text, vague.due.latest) == ("by the end of June", None)


@pytest.mark.parametrize(
    "words",
    [
        "He would not specify when asked.",
        "Its date was to be put to a vote.",
        "The deadline was met, and nothing was fixed on the bridge.",
        "The meeting was still to be scheduled to begin.",
    ],
)
def test_not_everything_left_unsaid_is_a_date(words):
    assert not any(each.due.none_set for each in find_dues(words, TODAY, TIMES))


def test_the_day_of_a_meeting_that_was_is_no_deadline():
    [phrase] = find_dues("At Monday's talks they agreed to free men by Friday.", TODAY, TIMES)
    assert phrase.due.text == "by Friday"


def test_what_comes_every_week_from_a_day_begins_on_that_day():
    [phrase] = find_dues("It publishes its sales every week from March 19.", TODAY, TIMES)
    assert (phrase.due.text, phrase.due.latest) == ("from March 19", dt.date(2025, 3, 19))


def test_the_words_are_those_of_the_text():
    text = "Russia should answer by the end of June."
    [phrase] = find_dues(text, TODAY, TIMES)
    assert text[phrase.start : phrase.end] == phrase.due.text == "by the end of June"


@settings(deadline=None)
@given(st.text(max_size=200), st.dates())
def test_no_text_and_no_day_breaks_it(text, base):
    for phrase in find_dues(text, base, TIMES):
        assert 0 <= phrase.start < phrase.end <= len(text)


@settings(deadline=None)
@given(
    st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2090, 1, 1)),
    st.sampled_from([row[0] for row in DATED]),
)
def test_the_earliest_is_never_after_the_latest(base, phrase):
    for each in find_dues(f"to be done {phrase}", base, TIMES):
        if each.due.earliest and each.due.latest:
            assert each.due.earliest <= each.due.latest
