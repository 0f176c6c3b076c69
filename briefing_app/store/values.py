"""What outcomes and accounts have of values: quantities and due dates, as JSON."""

import json
from datetime import date
from typing import Any

from briefing_app.domain.outcome import Due, Quantity


def quantities_json(quantities: tuple[Quantity, ...]) -> str:
    return json.dumps(
        [[each.value, each.unit, each.qualifier] for each in quantities], ensure_ascii=False
    )


def quantities_of(stored: str) -> tuple[Quantity, ...]:
    return tuple(Quantity(*each) for each in json.loads(stored))


def due_json(due: Due | None) -> str | None:
    if due is None:
        return None
    fields = {
        "text": due.text,
        "earliest": due.earliest and due.earliest.isoformat(),
        "latest": due.latest and due.latest.isoformat(),
        "none_set": due.none_set,
    }
    return json.dumps(fields, ensure_ascii=False)


def due_of(stored: str | None) -> Due | None:
    if stored is None:
        return None
    fields = json.loads(stored)
    return Due(
        text=fields["text"],
        earliest=_day(fields["earliest"]),
        latest=_day(fields["latest"]),
        none_set=fields["none_set"],
    )


def _day(stored: Any) -> date | None:  # noqa: ANN401 (of JSON)
    return date.fromisoformat(stored) if stored else None
