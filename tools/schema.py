"""Writes docs/briefing.schema.json: the JSON form of a dossier as a JSON Schema, from the types that it is read by."""

import json
import sys
from pathlib import Path

import msgspec

from briefing_app.export.json_form import FORM, DossierForm

SCHEMA = Path(__file__).resolve().parent.parent / "docs" / "briefing.schema.json"


def schema() -> str:
    made = msgspec.json.schema(DossierForm)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:briefing:form:{FORM}",
        "title": "A dossier of Briefing",
        "description": "What the keys hold: docs/json.md",
    }
    return json.dumps(head | made, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(schema(), "utf-8")
    sys.exit(0)
