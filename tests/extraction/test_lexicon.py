import tomllib

import pytest

from briefing_app.domain.outcome import Status
from briefing_app.domain.position import Stance
from briefing_app.extraction.lexicon import load_lexicon
from briefing_app.paths import resources


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon()


def test_every_stance_has_a_cue(lexicon):
    cues = [
        cue
        for table in (lexicon.verbs, lexicon.adjectives, lexicon.idioms)
        for each in table.values()
        for cue in each
    ]
    assert {cue.stance for cue in cues} | {Stance.ACCEPTS_PARTLY} == set(Stance)


def test_outcomes_are_kept_by_status(lexicon):
    statuses = {status.value for status in Status}
    assert {kind for kind in lexicon.outcomes if kind in statuses} >= {
        "agreed",
        "deferred",
        "withdrawn",
        "scheduled",
        "done",
    }


def test_topic_words_belong_to_shipped_issues(lexicon):
    keys = {
        row["key"]
        for row in tomllib.loads((resources() / "issues.toml").read_text("utf-8"))["issue"]
    }
    assert set(lexicon.topics) <= keys


@pytest.mark.parametrize(
    ("name", "owner", "form"),
    [
        ("Kyiv", "Ukraine", "capital"),
        ("Ukrainian", "Ukraine", "demonym"),
        ("U.S.", "United States", "name"),
        ("DRC", "Democratic Republic of the Congo", "name"),
        ("Myanmar", "Myanmar", "name"),
        ("Brussels", "European Union", "capital"),
        ("Houthi", "Houthis", "name"),
    ],
)
def test_a_name_tells_whose_it_is(lexicon, name, owner, form):
    assert (lexicon.names[name].owner, lexicon.names[name].form) == (owner, form)


def test_words_are_lemmas_in_lower_case(lexicon):
    for words in (lexicon.verbs, lexicon.adjectives, lexicon.nouns, lexicon.idioms, lexicon.topics):
        assert all(word == word.lower() for word in words)


def test_two_particles_are_taken_together(propose):
    told = propose("Peru held out for a share. Chile pushed back against the plan.")
    assert [(p.party, p.stance.value) for p in told.positions] == [
        ("Peru", "demands"),
        ("Chile", "rejects"),
    ]
