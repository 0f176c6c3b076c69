"""An issue's trigger: what it hits, and that none, whoever wrote it, keeps anybody waiting."""

import time
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing_app import triggers
from briefing_app.operations.default_issues import default_issues
from briefing_app.triggers import BadTriggerError, SlowTriggerError, check, found

WORDS = "The delegations agreed to exchange all prisoners, and to return the bodies of six thousand soldiers. "
HARD = (WORDS * 40, "a" * 5000 + "!", "ab " * 2000, "\n" * 3000)
SOON = triggers._PATIENCE * triggers._SECONDS  # as often, and as long, as one may take

HOSTILE = [
    r"(a+)+$",
    r"(?:a|aa)+$",
    r"(.*a){20}#",
    r"(?=(\w+ ?)+#)",
    r"(?:(?:\w|\w\w)+ )+#",
    r"(\w+\s?)*$",
    r"(?:(?:(?:a{1,1000}){1,1000}){1,1000})b",
    r"(?:prisoners wounded agreed){e}",
    r"(?b)(?:bodies soldiers agreed){e<=20}",
    r".*.*.*.*.*.*#",
    "a" * 2000,
    r"((((a{0,60000}){0,60000}){0,60000}){0,60000})z",
]
NO_EXPRESSIONS = ["(a", "*", "(?R)?x", "(a(?1)?b)", "(?P<n>a(?&n)?)", "a" * 2001, "(" * 2000]
VAST = [
    "a{1000000}",
    "(?:[ab]{1000}){1000,}",
    r"(?x)\w{10000 00}",
    "(?V1ix:a{1#}\n000000})",
    "a{000000000001000000}",
]
COUNTED = [r"\d{4}-\d{2}-\d{2}", r"\w{3,12} prisoners?", "grain|wheat{1,3}"]


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Let no test use up the time of another."""
    triggers._search.cache_clear()


def outcome_of(trigger: str) -> str:
    """Take a trigger and look for it in texts that are hard, as one that does not end would."""
    with suppress(BadTriggerError, SlowTriggerError):
        check(trigger, issue="Grain")
    for text in HARD:
        try:
            found(trigger, text, issue="Grain")
        except SlowTriggerError as refused:
            return refused.sentence
    return ""


@pytest.mark.parametrize("trigger", [*HOSTILE, *NO_EXPRESSIONS], ids=lambda each: each[:30])
def test_a_hostile_trigger_keeps_nobody_waiting(trigger: str):
    begun = time.thread_time()
    outcome_of(trigger)
    assert time.thread_time() - begun < SOON


@pytest.mark.parametrize("trigger", VAST)
def test_a_trigger_that_repeats_too_often_is_refused_before_it_takes_memory(trigger: str):
    with pytest.raises(BadTriggerError, match=r"repeats something too often|is spaced out"):
        check(trigger, issue="Grain")


@pytest.mark.parametrize("trigger", COUNTED)
def test_a_trigger_may_count(trigger: str):
    check(trigger, issue="Grain")


_ATOMS = st.sampled_from(["a", "b", r"\w", ".", r"\s", "[ab]", "a?", r"\b", "(?=a)", "$", "ab", ""])
_COUNTS = st.sampled_from(["", "*", "+", "?", "{0,99}", "*?", "{2,}"])
_TRIGGERS = st.recursive(
    st.tuples(_ATOMS, _COUNTS).map("".join),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map("|".join),
        st.tuples(st.sampled_from(["(", "(?:", "(?=", "(?!"]), inner, st.just(")"), _COUNTS).map(
            "".join
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(_TRIGGERS)
@example("(?:(?:a|aa)+b?)+$")
def test_no_trigger_keeps_anybody_waiting(trigger: str):
    begun = time.thread_time()
    outcome_of(trigger)
    assert time.thread_time() - begun < SOON


def test_what_takes_too_long_names_its_issue_once_and_is_soon_told_again():
    with pytest.raises(SlowTriggerError) as refused:
        check(r"(?:a|aa)+$", issue="Grain\nexports")
    assert refused.value.sentence == (
        "Looking for the words by which “Grain exports” is recognised takes too long; write them more simply."
    )
    begun = time.thread_time()
    for _time in range(50):
        with pytest.raises(SlowTriggerError):
            found(r"(?:a|aa)+$", "a" * 5000 + "!", issue="Grain")
    assert time.thread_time() - begun < SOON


def test_the_shipped_triggers_never_take_long():
    for issue in default_issues():
        check(issue.trigger, issue=issue.label)
        for _time in range(20):
            found(issue.trigger, WORDS * 100, issue=issue.label)


@pytest.mark.parametrize("trigger", NO_EXPRESSIONS, ids=lambda each: each[:30])
def test_what_is_no_expression_is_refused_and_finds_nothing(trigger: str):
    with pytest.raises(BadTriggerError, match="“Grain” is recognised are not a regular expression"):
        check(trigger, issue="Grain")
    assert found(trigger, "aaa", issue="Grain") == []


def test_words_are_found_from_their_beginning_in_any_case():
    assert found("cease-?fires?|truce", "A Ceasefire, or TRUCES; an untruce.", issue="") == [
        "Ceasefire",
        "TRUCE",
    ]
    assert found("перем", "Перемирие", issue="") == ["Перем"]
    assert found("port|", "an airport", issue="") == []
    assert found("", "words", issue="") == []
    check("", issue="Grain")


def test_a_busy_machine_is_no_fault_of_the_trigger(monkeypatch: pytest.MonkeyPatch):
    """The clock ran out while other programs had the processor."""
    search = triggers._search("truce")
    assert not isinstance(search, str)
    looked: list[str] = []

    class Busy:
        def finditer(self, text: str, *, timeout: float) -> list[str]:
            looked.append(text)
            if len(looked) == 1:
                raise TimeoutError
            return []

    monkeypatch.setattr(search, "_pattern", Busy())
    assert found("truce", "A truce.", issue="Ceasefire") == []
    assert len(looked) == 2
