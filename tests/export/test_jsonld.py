"""Web Annotations, held against the rules of the standard's model and vocabulary."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from briefing_app.domain.document import Version
from briefing_app.domain.evidence import VersionId
from briefing_app.export.options import ExportOptions
from briefing_app.export.to_jsonld import jsonld
from tests.export.builders import Dossier, istanbul, saying

OPTIONS = ExportOptions(author="A. Analyst")
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
# The terms of http://www.w3.org/ns/anno.jsonld that are used here, by the class that they may stand in.
TERMS = {
    "AnnotationCollection": {"@context", "id", "type", "label", "creator", "total", "first"},
    "AnnotationPage": {"id", "type", "startIndex", "items"},
    "Annotation": {
        "id", "type", "motivation", "creator", "created", "modified", "generator", "generated",
        "stylesheet", "body", "target",
    },
    "TextualBody": {"type", "purpose", "format", "value"},
    "SpecificResource": {"type", "source", "state", "selector", "styleClass"},
    "Text": {"id", "type", "format", "language", "label", "via"},
    "TimeState": {"type", "sourceDate"},
    "TextPositionSelector": {"type", "start", "end"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "CssStylesheet": {"type", "value"},
    "Person": {"type", "name"},
    "Software": {"type", "name"},
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
IRI = re.compile(r"urn:(uuid:[0-9a-f-]{36}|sha256:[0-9a-f]{64})")


def written(dossier: Dossier) -> dict[str, Any]:
    content = jsonld(dossier.briefing(), dossier.versions().values(), OPTIONS)
    return json.loads(content)


def items(dossier: Dossier) -> list[dict[str, Any]]:
    return written(dossier)["first"]["items"]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def objects(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [each for item in value for each in objects(item)]
    if isinstance(value, dict):
        return [value, *(each for item in value.values() for each in objects(item))]
    return []


def selector(target: dict[str, Any], kind: str) -> dict[str, Any]:
    (found,) = (each for each in target["selector"] if each["type"] == kind)
    return found


def test_the_annotations_are_as_they_were_read(golden):
    content = jsonld(istanbul().briefing(), istanbul().versions().values(), OPTIONS)
    golden("istanbul.jsonld", content.decode())


def test_the_collection_counts_its_items():
    collection = written(istanbul())
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == len(collection["first"]["items"]) == 3 + 5 + 4
    assert collection["first"]["startIndex"] == 0
    assert "first" not in written(Dossier("Nothing yet"))


@pytest.mark.parametrize("dossier", [istanbul(), saying("😀 </x>")])
def test_every_object_is_of_a_class_and_has_only_its_terms(dossier: Dossier):
    for each in objects(written(dossier)):
        assert set(each) <= TERMS[each["type"]]
        for key in ("created", "modified", "generated", "sourceDate"):
            assert key not in each or MOMENT.fullmatch(each[key])
        assert "id" not in each or IRI.fullmatch(each["id"])


def test_an_annotation_has_what_it_must_have():
    names = [each["id"] for each in items(istanbul())]
    assert len(names) == len(set(names))
    for each in items(istanbul()):
        assert set(listed(each["motivation"])) <= MOTIVATIONS
        assert listed(each["target"])
        for body in each.get("body", []):
            assert body["value"]
            assert body["purpose"] in MOTIVATIONS


def test_positions_count_code_points_of_the_very_text_that_is_named():
    texts = {f"urn:sha256:{v.text_sha256}": v.text for v in istanbul().versions().values()}
    for each in items(istanbul()):
        for target in listed(each["target"]):
            place = selector(target, "TextPositionSelector")
            quote = selector(target, "TextQuoteSelector")
            text = texts[target["source"]["id"]]
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text[: place["start"]].endswith(quote.get("prefix", ""))


def test_a_quote_behind_signs_that_are_two_units_of_utf_16_stands_where_it_stands():
    dossier = Dossier()
    story = dossier.document("A story")
    dossier.annotate(dossier.quote(story, "🕊️👩‍👩‍👧 e\u0301 ש"), "first")
    dossier.annotate(dossier.quote(story, "rejected"), "second")
    second = items(dossier)[1]["target"]
    assert selector(second, "TextPositionSelector")["start"] == len("🕊️👩‍👩‍👧 e\u0301 ש") + 1


def test_a_note_has_its_words_its_tags_and_its_colour():
    first = items(istanbul())[0]
    assert first["motivation"] == ["highlighting", "commenting", "tagging"]
    assert [body["value"] for body in first["body"][1:]] == ["verify", "for lead"]
    assert first["body"][0]["format"] == "text/markdown"
    assert first["target"]["styleClass"] == "yellow"
    assert ".yellow {" in first["stylesheet"]["value"]
    assert items(istanbul())[1]["motivation"] == ["highlighting", "tagging"]


def test_a_position_is_a_classification_of_all_its_words():
    demands = items(istanbul())[3]
    assert demands["motivation"] == ["classifying", "describing", "tagging"]
    assert [body["value"] for body in demands["body"]] == [
        "a complete, unconditional ceasefire for at least 30 days",
        "Party/Ukraine",
        "Stance/Demands",
        "Issue/Ceasefire, truce or pause",
    ]
    assert len(demands["target"]) == 2


def test_names_stay_whatever_is_edited():
    edited = istanbul()
    edited.annotations[0] = replace(edited.annotations[0], note="other", tags=())
    assert [each["id"] for each in items(edited)] == [each["id"] for each in items(istanbul())]


def test_words_of_an_older_version_name_that_version():
    dossier = istanbul()
    briefing = dossier.briefing()
    older = Version(**{**vars(dossier.versions()[1]), "id": VersionId(9), "text_sha256": "f" * 64})
    mark = briefing.annotations[0]
    moved = replace(mark, evidence=replace(mark.evidence, version=VersionId(9)))
    briefing = replace(briefing, annotations=(moved,))
    content = json.loads(jsonld(briefing, [*dossier.versions().values(), older], OPTIONS))
    assert content["first"]["items"][0]["target"]["source"]["id"] == "urn:sha256:" + "f" * 64
