"""A dossier written as JSON and made again of it."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing_app.domain.annotation import Colour
from briefing_app.domain.evidence import Evidence, Span, quote_at
from briefing_app.domain.outcome import Account, Due, Quantity, Status
from briefing_app.domain.party import Role
from briefing_app.domain.scope import Scope
from briefing_app.errors import BriefingError
from briefing_app.export import ExportOptions
from briefing_app.operations.annotating import add_annotation
from briefing_app.operations.exporting import export_briefing
from briefing_app.operations.issues import add_issue
from briefing_app.operations.outcomes import add_outcome, tick_outcome
from briefing_app.operations.parties import add_party
from briefing_app.operations.positions import add_position
from briefing_app.operations.restoring import new_from
from briefing_app.operations.reviewing import dismiss_position
from briefing_app.store import Store, open_store
from tests.store.builders import (
    STORY,
    a_document,
    a_dossier,
    a_party,
    a_position,
    an_outcome,
    evidence_at,
)

NEWER = STORY.replace("6,000", "12,000") + "\n\nملاحظة 👩‍👩‍👧 e\u0301nd."


@pytest.fixture
def full(tmp_path: Path):
    """A dossier with something of everything, an older version that is quoted, and gaps in its numbers."""
    with a_dossier(tmp_path) as store:
        story = a_document(
            store, file_name="story.txt", publisher="A wire", url="https://x.example"
        )
        old = evidence_at(store, story, "exchange 6,000 bodies")
        a_party(store, "Nobody", role=Role.HOST)
        russia = a_party(store, "Russia", aliases=("Moscow", "the Kremlin"))
        ukraine = a_party(store, "Ukraine")
        new = a_document(store, NEWER, file_name="story.txt", title=story.title, url=story.url)
        assert new.versions == 2
        rejected = evidence_at(store, new, "Russia rejected an unconditional ceasefire")
        add_position(
            store,
            a_position(
                store,
                russia.id,
                rejected,
                condition="=1+1",
                background=True,
                also_party=(ukraine.id,),
            ),
        )
        add_position(store, a_position(store, ukraine.id, evidence_at(store, new, "a summit")))
        dismiss_position(store, store.positions()[1].id)
        accounts = (
            Account(Status.AGREED, old, (Quantity(6000, "bodies", "about"),)),
            Account(Status.PLEDGED, evidence_at(store, new, "12,000 bodies"), (Quantity(12000),)),
        )
        due = Due("by the end of June", None, dt.date(2025, 6, 30))
        content = an_outcome(
            store,
            old,
            accounts=accounts,
            responsible=(ukraine.id, russia.id),
            due=due,
            why="agreed to",
        )
        add_outcome(store, content)
        tick_outcome(store, store.outcomes()[0].id, ticked=True)
        mark = evidence_at(store, new, "👩‍👩‍👧")
        add_annotation(store, mark, colour=Colour.PINK, note="*why?*", tags=("β", "verify"))
        yield store


def written(store: Store, path: Path, **options: Any) -> dict[str, Any]:
    export_briefing(store, path, ExportOptions(scope=Scope(**options)))
    return json.loads(path.read_text("utf-8"))


def nameless(form: dict[str, Any]) -> dict[str, Any]:
    """Give a form with names where it has numbers, which every dossier gives anew."""
    parties = {each["id"]: each["name"] for each in form["parties"]}
    issues = {each["id"]: each["key"] for each in form["issues"]}
    documents = {each["id"]: each["content_sha256"] for each in form["documents"]}
    versions = {each["id"]: each["text_sha256"] for each in form["versions"]}
    named = {"party": parties, "issue": issues, "document": documents, "version": versions}
    lists = {"columns": parties, "responsible": parties, "issues": issues}

    def walk(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            kept = {k: v for k, v in value.items() if k not in {"id", "made"}}
            if "paragraph" in kept:  # a citation: its evidence by number
                del kept["evidence"]
            return {k: walk(v, k) for k, v in kept.items()}
        if isinstance(value, list):
            return [walk(each, key) for each in value]
        if isinstance(value, int) and not isinstance(value, bool):
            return {**named, **lists}.get(key, {}).get(value, value)
        return value

    for row in form["rows"]:
        for cell in row["cells"]:
            cell["positions"] = len(cell["positions"])
    return walk(form)


def test_a_dossier_made_of_its_export_is_equal(full: Store, tmp_path: Path):
    before = written(full, tmp_path / "before.json")
    new_from(tmp_path / "again.dossier", tmp_path / "before.json")
    with open_store(tmp_path / "again.dossier") as again:
        assert again.problems() == ()
        after = written(again, tmp_path / "after.json")
        originals = [original for _version, original in again.versions()]
    assert nameless(after) == nameless(before)
    assert originals == [STORY.encode(), NEWER.encode()]
    assert len(before["dismissed"]["positions"]) == 1
    assert (
        sorted(path.name for path in tmp_path.iterdir() if path.is_dir() and path.name[0] == ".")
        == []
    )


def test_an_export_of_the_first_form_is_taken_over(full: Store, tmp_path: Path):
    form = written(full, tmp_path / "x.json") | {"form": 1}
    for position in form["positions"]:
        del position["also_party"]
    (tmp_path / "x.json").write_text(json.dumps(form), "utf-8")
    new_from(tmp_path / "again.dossier", tmp_path / "x.json")
    with open_store(tmp_path / "again.dossier") as again:
        assert [len(each.content.holders) for each in again.positions()] == [1]


def test_what_was_taken_over_can_be_undone_as_one(full: Store, tmp_path: Path):
    written(full, tmp_path / "x.json")
    new_from(tmp_path / "again.dossier", tmp_path / "x.json", title="Another title")
    with open_store(tmp_path / "again.dossier") as again:
        assert again.title == "Another title"
        assert [entry.name for entry in again.history()] == ["Take over x.json"]
        again.undo()
        assert again.documents() == ()


def test_an_export_of_what_is_confirmed_has_nothing_that_was_dismissed(full: Store, tmp_path: Path):
    form = written(full, tmp_path / "x.json", confirmed_only=True)
    assert form["dismissed"] == {"positions": [], "outcomes": []}
    assert len(form["versions"]) == 2


def test_an_empty_dossier_goes_there_and_back(tmp_path: Path):
    with a_dossier(tmp_path) as store:
        add_party(store, "Russia")
        add_issue(store, label="Ports")
        written(store, tmp_path / "x.json")
    new_from(tmp_path / "again.dossier", tmp_path / "x.json")
    with open_store(tmp_path / "again.dossier") as again:
        assert again.issues()[-1].label == "Ports"
        assert again.title == "Talks"


def _quote(form: dict[str, Any]) -> None:
    form["positions"][0]["evidence"][0]["quote"]["exact"] = "words that nobody said"


def _party(form: dict[str, Any]) -> None:
    form["positions"][0]["party"] = 99


def _text(form: dict[str, Any]) -> None:
    form["versions"][0]["text"] += "!"


def _original(form: dict[str, Any]) -> None:
    form["versions"][0]["original"] = "AAAA"


def _block(form: dict[str, Any]) -> None:
    form["versions"][0]["blocks"][-1]["span"]["end"] = 10**9


def _twice(form: dict[str, Any]) -> None:
    form["issues"][1]["key"] = form["issues"][0]["key"]


def _unfounded(form: dict[str, Any]) -> None:
    form["outcomes"][0]["accounts"] = []


def _stance(form: dict[str, Any]) -> None:
    form["positions"][0]["stance"] = "shouts"


def _orphan(form: dict[str, Any]) -> None:
    del form["versions"][1]


def _ordinal(form: dict[str, Any]) -> None:
    form["parties"][0]["ordinal"] = 2**63


def _imported(form: dict[str, Any]) -> None:
    form["versions"][0]["added"] = "0001-01-01T00:00:00+14:00"


def _marked(form: dict[str, Any]) -> None:
    form["annotations"][0]["created"] = "0001-01-01T00:00:00+14:00"


def _together(form: dict[str, Any]) -> None:
    form["positions"][0]["also_party"] = [99]


_SPOILT = [
    *(_quote, _party, _text, _original, _block, _twice, _unfounded, _stance, _orphan, _ordinal),
    *(_imported, _marked, _together),
]


@pytest.mark.parametrize("spoil", _SPOILT)
def test_what_does_not_hold_together_is_refused_whole(
    full: Store, tmp_path: Path, spoil: Callable[[dict[str, Any]], None]
):
    form = written(full, tmp_path / "x.json")
    spoil(form)
    (tmp_path / "x.json").write_text(json.dumps(form), "utf-8")
    with pytest.raises(BriefingError, match=r"“x\.json” is not a whole export"):
        new_from(tmp_path / "again.dossier", tmp_path / "x.json")
    assert not list(tmp_path.glob("again*"))


@pytest.mark.parametrize(
    ("trigger", "sentence"),
    [
        ("(truce", "is recognised are not a regular expression: missing )"),
        ("(?:a|aa)+$", "is recognised takes too long"),
        ("(?R)?x", "it refers to itself"),
    ],
)
def test_a_trigger_that_could_not_be_looked_for_is_refused_by_its_issue(
    full: Store, tmp_path: Path, trigger: str, sentence: str
):
    form = written(full, tmp_path / "x.json")
    form["issues"][0]["trigger"] = trigger
    (tmp_path / "x.json").write_text(json.dumps(form), "utf-8")
    with pytest.raises(BriefingError) as refused:
        new_from(tmp_path / "again.dossier", tmp_path / "x.json")
    assert form["issues"][0]["label"] in refused.value.sentence
    assert sentence in refused.value.sentence
    assert not list(tmp_path.glob("again*"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not a whole export"),
        (b"\xff\xfe{}", "is not a whole export"),
        (b'{"form": 1}', "is not a whole export"),
        (b"[" * 100_000, "is not a whole export"),
        (b'{"form": 3}', "was written by a newer version"),
    ],
)
def test_another_file_is_refused_with_a_sentence(tmp_path: Path, content: bytes, sentence: str):
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(BriefingError, match=sentence):
        new_from(tmp_path / "again.dossier", tmp_path / "x.json")


def test_a_briefing_without_its_texts_is_refused(full: Store, tmp_path: Path):
    form = written(full, tmp_path / "x.json")
    form["versions"] = []
    (tmp_path / "x.json").write_text(json.dumps(form), "utf-8")
    with pytest.raises(BriefingError, match="has no texts in it"):
        new_from(tmp_path / "again.dossier", tmp_path / "x.json")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("Talks.dossier", "already there"),
        ("no/such/x.dossier", "there is no folder"),
        (f"{'a' * 300}.dossier", "cannot be read or written"),
    ],
)
def test_a_dossier_is_not_made_where_it_cannot_be(
    full: Store, tmp_path: Path, path: str, sentence: str
):
    written(full, tmp_path / "x.json")
    with pytest.raises(BriefingError, match=sentence):
        new_from(tmp_path / path, tmp_path / "x.json")


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path):
    with pytest.raises(BriefingError, match="could not be read"):
        new_from(tmp_path / "a.dossier", tmp_path / "none.json")


def test_evidence_of_an_older_version_keeps_it(full: Store, tmp_path: Path):
    written(full, tmp_path / "x.json")
    new_from(tmp_path / "again.dossier", tmp_path / "x.json")
    with open_store(tmp_path / "again.dossier") as again:
        (outcome,) = again.outcomes()
        old, new = (again.version(a.evidence.version) for a in outcome.content.accounts)
        assert (old.number, new.number) == (1, 2)
        span = outcome.content.accounts[0].evidence.span
        assert quote_at(old.text, Span(span.start, span.end)).exact == "exchange 6,000 bodies"
        assert isinstance(outcome.content.accounts[0].evidence, Evidence)
