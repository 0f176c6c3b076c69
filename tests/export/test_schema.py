"""The published schema of the JSON form."""

import importlib.util
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from briefing_app.export.archive import Archive
from briefing_app.export.options import ExportOptions
from briefing_app.export.to_json import json_form
from tests.export.builders import istanbul, only_notes, saying

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "docs" / "briefing.schema.json"


def form_of(dossier) -> dict:
    archive = Archive(tuple((version, b"original") for version in dossier.versions().values()))
    return json.loads(json_form(dossier.briefing(), dossier.versions(), ExportOptions(), archive))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_schema_is_that_of_the_types():
    spec = importlib.util.spec_from_file_location("schema", ROOT / "tools" / "schema.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert SCHEMA.read_text("utf-8") == tool.schema(), "run tools/schema.py"


@pytest.mark.parametrize("dossier", [istanbul(), only_notes(), saying("</x> 😀")])
def test_what_is_written_is_valid(validator: Draft202012Validator, dossier):
    validator.validate(form_of(dossier))


def test_what_is_not_of_the_form_is_not_valid(validator: Draft202012Validator):
    form = form_of(istanbul())
    form["positions"][0]["stance"] = "shouts"
    with pytest.raises(ValidationError, match="shouts"):
        validator.validate(form)
    form = form_of(istanbul())
    del form["outcomes"][0]["claim"]
    with pytest.raises(ValidationError, match="claim"):
        validator.validate(form)
