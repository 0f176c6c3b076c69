"""JSON: everything of the Briefing, in the words of the glossary. The form is told in docs/json.md."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import DocumentId, Version
from briefing_app.export.options import ExportOptions

FORM = 1  # raised when a reader of the older form could misread the newer


def json_form(
    briefing: Briefing, versions: Mapping[DocumentId, Version], options: ExportOptions
) -> bytes:
    """Write the Briefing as UTF-8 JSON; parties and issues are named by their ids throughout."""
    form = {
        "form": FORM,
        "title": options.title or briefing.title,
        "author": options.author,
        "made": briefing.made.isoformat(),
        "confirmed_only": options.confirmed_only,
        "columns": [party.id for party in briefing.columns],
        "parties": _plain(briefing.parties),
        "issues": _plain(briefing.issues),
        "rows": [_row(row) for row in _plain(briefing.rows)],
        "positions": [_flat(position) for position in _plain(briefing.positions)],
        "outcomes": [_flat(outcome) for outcome in _plain(briefing.outcomes)],
        "annotations": _plain(briefing.annotations),
        "citations": [_citation(citation) for citation in _plain(briefing.citations)],
        "documents": [_document(briefing, versions, each.id) for each in briefing.documents],
    }
    return (json.dumps(form, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _plain(value: object) -> Any:  # noqa: ANN401 (whatever JSON has for it)
    """Turn domain objects into what JSON has: objects, lists, text, numbers; days as ISO 8601."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _flat(reviewed: dict[str, Any]) -> dict[str, Any]:
    """Lift a position's or outcome's content beside its id and review."""
    return {"id": reviewed["id"], "review": reviewed["review"], **reviewed["content"]}


def _row(row: dict[str, Any]) -> dict[str, Any]:
    cells = [
        cell | {"positions": [each["id"] for each in cell["positions"]]} for cell in row["cells"]
    ]
    return {"issue": row["issue"]["id"], "cells": cells}


def _citation(citation: dict[str, Any]) -> dict[str, Any]:
    return citation | {"evidence": citation["evidence"]["id"]}


def _document(
    briefing: Briefing, versions: Mapping[DocumentId, Version], document: DocumentId
) -> dict[str, Any]:
    """Describe a document and, where its text is at hand, which text its newest version is."""
    version = versions.get(document)
    text = {"text_sha256": version.text_sha256} if version else {}
    return _plain(briefing.document(document)) | text
