"""No text, however odd, breaks extraction; and what it proposes is always the text's own words."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.proposals import Proposals
from briefing_app.extraction import extract
from tests.extraction.conftest import TODAY

SLOW = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FIELD = """Russia Ukraine Chile the a both sides agreed refused to will not sign deal truce by Friday 30 prisoners
“ ” " ( ) , . ; - said that it they he rejects offer proposal demanded if unless talks without agreement
on no date was set 😀"""
WORDS = st.sampled_from([*FIELD.split(), "\n", "\n\n"])


def check(text: str, told: Proposals) -> None:
    names = {party.name for party in told.parties}
    for position in told.positions:
        assert {position.party, *position.also_party} <= names
        assert position.issues
        assert position.claim == " ".join(position.claim.split())
        for span in (position.span, *position.also):
            assert text[span.start : span.end].strip()
        assert position.condition is None or position.condition in text
    for outcome in told.outcomes:
        assert set(outcome.responsible) <= names
        assert outcome.issues
        for span in (outcome.span, *outcome.also):
            assert text[span.start : span.end].strip()
        assert outcome.due is None or outcome.due.text in text


@SLOW
@given(st.text(max_size=400))
def test_any_text(propose_all, text):
    check(text, propose_all(text))


@SLOW
@given(st.lists(WORDS, max_size=80).map(" ".join))
def test_any_jumble_of_the_fields_words(propose_all, text):
    check(text, propose_all(text))


ODD = {
    "nothing": "",
    "blank": " \n\t\n ",
    "one word": "Russia",
    "quotation marks": '“"”’' * 200,
    "quotations only": "“We go.”\n" * 60,
    "no full stop": "russia and ukraine agreed to swap prisoners " * 60,
    "nested": "Russia said that " * 80 + "it would go.",
    "of of of": "the minister of " * 120 + "Russia said no.",
    "joined": "Russia " + "and Chile " * 200 + "agreed.",
    "capitals": "RUSSIA AND UKRAINE AGREED TO A TRUCE. " * 30,
    "controls": "Russia\x00 re\x1bjected\u202e it.\x0c" * 20,
    "brackets": "(" * 300 + ")" * 300,
    "digits": "1,000 " * 400,
    "a long word": "x" * 20_000,
    "astral": "😀𝔸𐍈 Russia 😀 rejected 😀 it. " * 20,
    "other scripts": "俄罗斯和乌克兰 روسيا Россия " * 40,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts(propose_all, text):
    check(text, propose_all(text))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_million_characters_of_noise(propose_all):
    text = (
        "Russia agreed to free 30 prisoners , said the minister of Chile “ and no date \n" * 13_000
    )
    check(text, propose_all(text))


class UnwantedError(Exception):
    pass


@pytest.mark.parametrize("asked", [1, 100, 300, 500])
def test_it_can_be_ended_at_any_stage(parser, issues, asked):
    text = "Peru and Chile met.\n" + "Peru refused to free 30 sailors by Friday.\n" * 40
    calls = 0

    def report(_step, _steps):
        nonlocal calls
        calls += 1
        if calls == asked:
            raise UnwantedError

    with pytest.raises(UnwantedError):
        extract(text, (), date=TODAY, issues=issues, parser=parser, report=report)


def test_what_is_told_many_times_is_one_position(propose):
    told = propose("Peru and Chile met.\n" + "Peru refused to free the sailors.\n" * 400)
    assert len(told.positions) == 1
    assert len(told.positions[0].also) == 399


def test_the_same_text_proposes_the_same(propose_all):
    text = "Peru and Chile met. Peru refused to sign. The two sides agreed to free 30 sailors by Friday."
    assert propose_all(text) == propose_all(text)


def test_only_english_is_read(propose_all):
    told = propose_all("La Russie a refusé.", language="fr")
    assert told.refusal
    assert (told.parties, told.positions, told.outcomes) == ((), (), ())


def test_the_model_is_loaded_late():
    code = "import briefing_app.extraction, sys; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_long_text_in_no_language_is_refused_at_once(propose_all):
    refused = propose_all("a@b," * 10_000, language="")
    assert "cannot be told" in refused.refusal
