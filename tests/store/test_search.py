import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.evidence import Span
from briefing_app.operations.documents import remove_document
from briefing_app.operations.history import undo
from briefing_app.operations.searching import search
from tests.store.builders import STORY, a_document, a_dossier


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with a_dossier(tmp_path_factory.mktemp("dossier")) as store:
        a_document(store)
        a_document(store, "Ceasefire of the Kurils\n\nThe ceasefire near Ōsaka holds. No talks.")
        yield store


def found(store, query):
    return sorted((hit.document, hit.paragraph) for hit in search(store, query))


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("ceasefire", [(1, 1), (1, 2), (2, 1), (2, 2)]),
        ("CEASEFIRE russia", [(1, 2)]),
        ("osaka", [(2, 2)]),
        ("Ōsaka", [(2, 2)]),
        ("cease", [(1, 1), (1, 2), (2, 1), (2, 2)]),
        ("cease holds", []),
        ('"no talks"', [(2, 2)]),
        ('"talks no"', []),
        ("“no talks”", [(2, 2)]),
        ('"no tal"', []),
        ('russia "unconditional ceasefire"', [(1, 2)]),
        ("Ukraine’s", [(1, 2)]),
        ("6,000 bodies", [(1, 3)]),
        ("ceasefire OR nothing", []),
        ("NEAR ceasefire", [(2, 2)]),
        ("ceasefire*", [(1, 1), (1, 2), (2, 1), (2, 2)]),
        ("text:ceasefire", []),
        ("", []),
        ('"', []),
        ("* AND (", []),
        ("🕊", []),
    ],
)
def test_what_a_person_types_is_found(store, query, hits):
    assert found(store, query) == hits


def test_a_hit_shows_where_and_what(store):
    (hit,) = search(store, "6,000 bodies")
    assert hit.span == Span(STORY.index("The sides"), len(STORY))
    assert ("".join(part for part, _match in hit.snippet)).startswith("The sides agreed to")
    assert [part for part, match in hit.snippet if match] == ["6,000", "bodies"]


def test_no_more_than_wanted(store):
    assert len(search(store, "ceasefire", limit=3)) == 3


@given(query=st.text(st.characters(blacklist_categories=("Cs",))))
@settings(max_examples=300, deadline=None)
def test_anything_can_be_searched_for(store, query):
    assert isinstance(search(store, query), tuple)


@given(query=st.text("\"*()^:-+{}AND ORNEAR'“”.,\\;%_\x00"))
@settings(max_examples=300, deadline=None)
def test_operators_are_only_words(store, query):
    assert isinstance(search(store, query), tuple)


def test_only_the_newest_texts_are_searched(tmp_path):
    with a_dossier(tmp_path) as store:
        a_document(store, "One old word", url="x:1")
        document = a_document(store, "One new word", url="x:1")
        assert [hit.version for hit in search(store, "word")] == [document.version]
        assert not search(store, "old")
        remove_document(store, document.id)
        assert not search(store, "word")
        undo(store)
        assert len(search(store, "new")) == 1
