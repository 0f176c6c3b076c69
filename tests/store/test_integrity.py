import pytest

from briefing_app.domain.annotation import Colour
from briefing_app.operations.annotating import add_annotation
from briefing_app.operations.checking import check
from briefing_app.store.errors import DamagedError
from tests.store.builders import a_document, a_dossier, evidence_at


@pytest.fixture
def store(tmp_path):
    with a_dossier(tmp_path) as store:
        evidence = evidence_at(store, a_document(store), "Russia rejected")
        add_annotation(store, evidence, colour=Colour.BLUE)
        yield store


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (
            "UPDATE originals SET bytes = CAST('Tulks' AS BLOB)",
            "The original of “Talks end without a ceasefire 🕊” is not what was imported.",
        ),
        (
            "UPDATE texts SET text = text || '.'",
            "The text of “Talks end without a ceasefire 🕊” is not what was imported.",
        ),
        (
            "UPDATE evidence SET exact = 'Russia accepted'",
            "“Russia accepted” is not what Talks end without a ceasefire 🕊 says there.",
        ),
    ],
)
def test_each_kind_of_damage_is_named(store, damage, sentence):
    assert check(store) == ()
    with store.operation("Damage") as operation:
        operation.db.execute(damage)
    assert sentence in check(store)


def test_a_row_that_rests_on_nothing_is_named(store):
    with store.operation("Damage") as operation:
        operation.db.conn.commit()
        operation.db.execute("PRAGMA foreign_keys = OFF")
        operation.db.execute("DELETE FROM versions")
        operation.db.execute("BEGIN")
    assert "A row of evidence rests on something that is not there." in check(store)


def test_a_search_that_misses_words_is_named_and_not_backed_up(tmp_path):
    store = a_dossier(tmp_path)
    a_document(store)
    with store.operation("Damage") as operation:
        operation.db.execute("DELETE FROM block_search_docsize")
    assert "The search does not find everything." in check(store)
    with pytest.raises(DamagedError, match=r"“Talks\.dossier” is damaged"):
        store.close()
    assert list((tmp_path / "Talks.backups").iterdir()) == []
    assert [file.name for file in tmp_path.glob("*.dossier*")] == ["Talks.dossier"]
