import pytest

from briefing_app.operations.history import undo
from briefing_app.operations.importing import ImportResult, import_document
from tests.store.builders import STORY, a_dossier, an_ingested


@pytest.fixture
def store(tmp_path):
    with a_dossier(tmp_path) as store:
        yield store


def test_an_import_is_one_named_entry(store):
    imported = import_document(store, an_ingested())
    assert imported.result is ImportResult.IMPORTED
    assert imported.changes.name == "Import Talks end without a ceasefire 🕊"
    assert store.document(imported.document).version == imported.version
    assert len(store.history()) == 1
    undo(store)
    assert store.documents() == ()


def test_the_same_bytes_are_already_there_whatever_their_name(store):
    first = import_document(store, an_ingested(file_name="a.txt"))
    again = import_document(store, an_ingested(file_name="b.txt", url="x:1", title="Other"))
    assert again.result is ImportResult.ALREADY_THERE
    assert (again.document, again.version) == (first.document, first.version)
    assert not again.changes
    assert len(store.documents()) == 1


@pytest.mark.parametrize(
    ("known", "newer"),
    [
        ({"url": "https://x.org/1"}, {"url": "https://x.org/1", "title": "Something else"}),
        ({"file_name": "a.txt"}, {"file_name": "a.txt", "title": "Talks end with a ceasefire"}),
    ],
    ids=["same address", "same file name and a title alike"],
)
def test_a_newer_text_is_a_new_version(store, known, newer):
    first = import_document(store, an_ingested(**known))
    second = import_document(store, an_ingested(STORY + " More.", **newer))
    assert second.result is ImportResult.NEW_VERSION
    assert second.document == first.document
    document = store.document(first.document)
    assert (document.versions, document.version) == (2, second.version)
    assert document.words == len(STORY.split()) + 1
    assert store.version(first.version).text == STORY
    assert store.version(second.version).number == 2
    undo(store)
    assert store.document(first.document).version == first.version


@pytest.mark.parametrize(
    "other",
    [{"file_name": "a.txt", "title": "Grain"}, {"file_name": "b.txt"}, {"url": "https://x.org/2"}],
)
def test_another_text_is_another_document(store, other):
    import_document(store, an_ingested(file_name="a.txt", url="https://x.org/1"))
    second = import_document(store, an_ingested(STORY + " More.", **other))
    assert second.result is ImportResult.IMPORTED
    assert len(store.documents()) == 2


def test_a_page_saved_again_with_the_same_text_is_already_there(store):
    first = import_document(store, an_ingested(url="x:1", original=b"<p>1"))
    again = import_document(store, an_ingested(url="x:1", original=b"<p>2"))
    assert again.result is ImportResult.ALREADY_THERE
    assert again.version == first.version
