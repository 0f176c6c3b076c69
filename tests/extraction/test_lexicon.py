import tomllib
from itertools import chain

import pytest
from babel import Locale

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
        ("Knesset", "Israel", "name"),
        ("La Moneda", "Chile", "capital"),
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


@pytest.fixture(scope="module")
def owners():
    """Who bears each spelling in the data, as it stands there."""
    territories = Locale("en").territories
    folder = resources() / "lexicon"
    countries = tomllib.loads((folder / "countries.toml").read_text("utf-8"))
    tables = tomllib.loads((folder / "organisations.toml").read_text("utf-8"))
    leaders = tables.pop("leaders")
    found: dict[str, set[str]] = {}
    for code, forms in countries.items():
        for each in (territories[code], *chain.from_iterable(forms.values())):
            found.setdefault(each, set()).add(territories[code])
    for owner, forms in chain.from_iterable(table.items() for table in tables.values()):
        for each in (owner, *chain.from_iterable(forms.values())):
            found.setdefault(each, set()).add(owner)
    for owner, people in leaders.items():
        whose = territories[owner] if owner in countries else owner
        assert whose in found, f"nobody is called {owner}"
        for each in people:
            found.setdefault(each, set()).add(whose)
    return found


def test_no_name_is_two_owners(owners):
    assert {name: whose for name, whose in owners.items() if len(whose) > 1} == {}


@pytest.mark.parametrize(
    "word",
    ["Fact", "Model", "Mend", "Basic", "Bart", "Alba", "Into", "MR", "CMA", "Prospect", "FSB"],
)
def test_an_ordinary_word_or_first_name_is_nobody(lexicon, word):
    assert word not in lexicon.names


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("SPLM-IO", "SPLM"),
        ("SLM-AW", "SLM-MM"),
        ("NSCN-K", "NSCN-IM"),
        ("Sanaa", "Yemen"),
        ("Tripoli", "Libya"),
        ("Abkhaz", "Georgia"),
        ("Turkish Cypriot", "Cyprus"),
        ("Republic of Congo", "Congo"),
        ("Abbas Araghchi", "Abbas"),
    ],
)
def test_opponents_and_namesakes_are_kept_apart(lexicon, name, other):
    assert lexicon.names[name].owner != lexicon.names[other].owner


@pytest.mark.parametrize("name", ["Mubarak", "Abdi", "Munir", "Abdul Salam", "Hadi"])
def test_a_name_that_many_bear_is_nobodys(lexicon, name):
    assert name not in lexicon.names
