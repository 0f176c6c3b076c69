"""Taking over what was marked elsewhere."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.annotation import Colour
from briefing_app.domain.evidence import says_so
from briefing_app.domain.foreign import ForeignMark
from briefing_app.errors import BriefingError
from briefing_app.export import ExportOptions
from briefing_app.operations.annotating import add_annotation
from briefing_app.operations.documents import remove_document
from briefing_app.operations.dossiers import new_dossier
from briefing_app.operations.exporting import export_briefing
from briefing_app.operations.taking_marks import MarksTaken, read_marks, take_marks
from briefing_app.store import Store, open_store
from tests.store.builders import STORY, a_document, a_dossier, evidence_at


@pytest.fixture
def store(tmp_path: Path):
    with a_dossier(tmp_path) as opened:
        yield opened


def taken_from(store: Store, path: Path) -> MarksTaken:
    return take_marks(store, read_marks(path))


def hypothesis_row(exact: str, prefix: str = "", suffix: str = "", **more: object) -> dict:
    """Make an annotation as the service of Hypothesis answers with."""
    quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
    place = {"type": "TextPositionSelector", "start": 4, "end": 4 + len(exact)}
    path = {"type": "RangeSelector", "startContainer": "/p[2]", "startOffset": 0}
    return {
        "id": "x1",
        "created": "2025-06-03T09:00:00.000000+00:00",
        "updated": "2025-06-04T09:00:00.000000+00:00",
        "user": "acct:someone@hypothes.is",
        "uri": "https://news.example/story",
        "text": "*who* says so?",
        "tags": ["verify", "β"],
        "group": "__world__",
        "document": {"title": ["Talks end without a ceasefire"]},
        "target": [{"source": "https://news.example/story", "selector": [path, place, quote]}],
        **more,
    }


def written(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), "utf-8")
    return path


def test_notes_go_to_another_dossier_and_come_back_equal(store: Store, tmp_path: Path):
    document = a_document(store)
    add_annotation(
        store,
        evidence_at(store, document, "🕊"),
        colour=Colour.PINK,
        note="**dove**",
        tags=("sign",),
    )
    add_annotation(store, evidence_at(store, document, "agreed to exchange"), colour=Colour.BLUE)
    export_briefing(store, tmp_path / "notes.jsonld", ExportOptions(author="A. Analyst"))
    new_dossier(tmp_path / "other.dossier", title="Another's")
    with open_store(tmp_path / "other.dossier") as other:
        a_document(other, title="The same text under another title")
        taken = taken_from(other, tmp_path / "notes.jsonld")
        assert (taken.taken, taken.known, taken.lost) == (2, 0, ())
        for mine, theirs in zip(store.annotations(), other.annotations(), strict=True):
            assert (mine.evidence.span, mine.evidence.quote) == (
                theirs.evidence.span,
                theirs.evidence.quote,
            )
            assert (mine.note, mine.tags, mine.colour) == (theirs.note, theirs.tags, theirs.colour)
            assert mine.created.replace(microsecond=0) == theirs.created
        again = taken_from(other, tmp_path / "notes.jsonld")
        assert (again.taken, again.known) == (0, 2)
        other.undo()
        assert other.annotations() == ()


@pytest.mark.parametrize("wrapping", ["rows", "annotations", None])
def test_what_hypothesis_exports_is_read(store: Store, tmp_path: Path, wrapping: str | None):
    document = a_document(store, url="https://news.example/story")
    rows = [hypothesis_row("Russia rejected an unconditional ceasefire", suffix=", Ukraine’s")]
    path = written(tmp_path / "h.json", {wrapping: rows, "total": 1} if wrapping else rows)
    assert taken_from(store, path).taken == 1
    (annotation,) = store.annotations()
    assert says_so(store.version(document.version).text, annotation.evidence)
    assert annotation.evidence.quote.exact == "Russia rejected an unconditional ceasefire"
    assert (annotation.note, annotation.tags) == ("*who* says so?", ("verify", "β"))
    assert annotation.modified.day == 4


def test_a_mark_is_put_where_its_words_are_and_nowhere_else(store: Store, tmp_path: Path):
    a_document(store, url="https://news.example/story")
    rows = [
        hypothesis_row("bodies"),  # too short to be sure of, with nothing beside it
        hypothesis_row("bodies", prefix="exchange 6,000 "),
        hypothesis_row("words that this text does not have at all"),
    ]
    taken = taken_from(store, written(tmp_path / "h.json", rows))
    assert taken.taken == 1
    assert taken.lost == ("bodies", "words that this text does not have at all")


def test_a_document_that_is_removed_while_marks_are_placed_gets_none(store: Store, tmp_path: Path):
    document = a_document(store, url="https://news.example/story")
    path = written(tmp_path / "h.json", [hypothesis_row("bodies", prefix="exchange 6,000 ")])
    brought = read_marks(path)

    def marks_of_a_slow_file() -> Iterator[ForeignMark]:
        yield from brought.marks
        remove_document(store, document.id)

    taken = take_marks(store, replace(brought, marks=marks_of_a_slow_file()))
    assert (taken.taken, taken.known, taken.lost) == (0, 0, ())
    assert store.annotations() == ()
    assert store.problems() == ()


def test_words_that_stand_in_two_documents_are_in_neither_for_sure(store: Store, tmp_path: Path):
    a_document(store)
    a_document(store, STORY + "\n\nMore.", title="Told again")
    row = hypothesis_row("The sides agreed to exchange 6,000 bodies", document={}, uri="https://x")
    row["target"][0]["source"] = "https://x"
    path = written(tmp_path / "h.json", [row])
    assert taken_from(store, path).lost == ("The sides agreed to exchange 6,000 bodies",)
    row["document"] = {"title": ["Told again"]}
    assert taken_from(store, written(path, [row])).taken == 1


def test_a_single_annotation_of_the_standard_with_a_body_of_words_is_read(
    store: Store, tmp_path: Path
):
    a_document(store)
    annotation = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "bodyValue": "A comment",
        "target": {
            "source": "http://example.org/page",
            "selector": {
                "type": "FragmentSelector",
                "value": "p2",
                "refinedBy": {
                    "type": "TextQuoteSelector",
                    "exact": "demanded a summit by the end of June",
                },
            },
        },
    }
    assert taken_from(store, written(tmp_path / "a.jsonld", annotation)).taken == 1
    assert store.annotations()[0].note == "A comment"


@pytest.mark.parametrize(
    "value", [{}, [], "x", 5, None, {"first": 3}, {"items": [{"target": [5, {"selector": 7}]}]}]
)
def test_a_file_without_annotations_is_refused(store: Store, tmp_path: Path, value: object):
    with pytest.raises(BriefingError, match="has nothing in it"):
        taken_from(store, written(tmp_path / "x.json", value))
    assert store.history() == ()


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"[" * 99_999, b"{"])
def test_what_is_no_json_is_refused(store: Store, tmp_path: Path, content: bytes):
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(BriefingError, match="has nothing in it"):
        taken_from(store, tmp_path / "x.json")


def test_odd_values_do_no_harm(store: Store, tmp_path: Path):
    a_document(store, url="https://news.example/story")
    row = hypothesis_row(
        "Russia rejected an unconditional ceasefire",
        text=5,
        tags=[1, "ok", None],
        created="yesterday",
        updated=7,
        document=[],
    )
    row["target"][0]["selector"][1]["start"] = "four"
    row["target"][0]["styleClass"] = ["mauve"]
    taken_from(store, written(tmp_path / "x.json", [row]))
    assert (store.annotations()[0].note, store.annotations()[0].tags) == ("", ("ok",))


def test_a_project_brings_its_texts_and_marks_as_one_step_each(store: Store, tmp_path: Path):
    document = a_document(store)
    add_annotation(
        store,
        evidence_at(store, document, "agreed to exchange"),
        colour=Colour.YELLOW,
        note="when?",
        tags=("ask",),
    )
    export_briefing(store, tmp_path / "talks.qdpx", ExportOptions())
    assert taken_from(store, tmp_path / "talks.qdpx").known == 1  # the text is there already
    assert len(store.documents()) == 1
    new_dossier(tmp_path / "other.dossier", title="Another's")
    with open_store(tmp_path / "other.dossier") as other:
        taken = taken_from(other, tmp_path / "talks.qdpx")
        assert (taken.taken, taken.lost) == (1, ())
        assert taken.words == "1 document was added; 1 annotation was taken over."
        (theirs,) = other.documents()
        assert theirs.title == document.title
        (annotation,) = other.annotations()
        assert (annotation.evidence.quote.exact, annotation.note, annotation.tags) == (
            "agreed to exchange",
            "when?",
            ("ask",),
        )
        assert other.problems() == ()
        assert [entry.name for entry in other.history()] == [
            f"Import {document.title}",
            "Take over marks of talks.qdpx",
        ]
