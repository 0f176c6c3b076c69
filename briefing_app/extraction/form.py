"""Proposals in the guidelines' file form, as the command line prints and the scorer reads them."""

import datetime as dt
from typing import Any

from briefing_app.domain.evidence import Span
from briefing_app.domain.outcome import Due, Quantity
from briefing_app.domain.proposals import Proposals, ProposedOutcome, ProposedPosition


def as_json(name: str, date: dt.date | None, text: str, proposals: Proposals) -> dict[str, Any]:
    """Return the proposals of one document as plain lists and dictionaries."""
    form: dict[str, Any] = {
        "document": name,
        "date": date.isoformat() if date else None,
        "parties": [
            {"name": p.name, "aliases": list(p.aliases), "role": p.role.value}
            for p in proposals.parties
        ],
        "positions": [_position(each, text) for each in proposals.positions],
        "outcomes": [_outcome(each, text) for each in proposals.outcomes],
    }
    return {**form, "refusal": proposals.refusal} if proposals.refusal else form


def _position(position: ProposedPosition, text: str) -> dict[str, Any]:
    return {
        "party": position.party,
        "also_party": list(position.also_party),
        "stance": position.stance.value,
        "issues": list(position.issues),
        "claim": position.claim,
        "channel": position.channel.value,
        "speaker": position.speaker,
        "condition": position.condition,
        "background": position.background,
        **_place(position.span, text),
        "also": [_place(each, text) for each in position.also],
        "why": position.why,
    }


def _outcome(outcome: ProposedOutcome, text: str) -> dict[str, Any]:
    return {
        "status": outcome.status.value,
        "issues": list(outcome.issues),
        "claim": outcome.claim,
        "responsible": list(outcome.responsible),
        "quantity": [_quantity(each) for each in outcome.quantities],
        "due": _due(outcome.due),
        **_place(outcome.span, text),
        "also": [_place(each, text) for each in outcome.also],
        "why": outcome.why,
    }


def _place(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": text[span.start : span.end]}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    value = int(quantity.value) if quantity.value == int(quantity.value) else quantity.value
    return {"value": value, "unit": quantity.unit or None, "qualifier": quantity.qualifier or None}


def _due(due: Due | None) -> dict[str, Any] | None:
    if due is None:
        return None
    if due.none_set:
        return {"text": due.text, "none_set": True}
    dated = {"earliest": due.earliest, "latest": due.latest}
    if not any(dated.values()):
        return {"text": due.text}
    return {
        "text": due.text,
        **{key: day.isoformat() if day else None for key, day in dated.items()},
    }
