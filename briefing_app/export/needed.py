"""What of the words a template prints: the rest need not be carried to it."""

from collections.abc import Iterator
from dataclasses import replace

from briefing_app.export.drawings import Drawings
from briefing_app.export.essentials import Essentials, Totals
from briefing_app.export.matrix import Matrix
from briefing_app.export.options import Template
from briefing_app.export.sources import Reference
from briefing_app.export.templates import PARTS
from briefing_app.export.words import Words

_NO_ESSENTIALS = Essentials(Matrix((), ()), (), (), (), (), Totals(0, 0, 0, 0), ())


def needed(words: Words, template: Template) -> Words:
    """Leave out what the template's parts do not print."""
    parts = PARTS[template]
    drawn = bool({"glance", "timeline"} & set(parts))
    return replace(
        words,
        positions=words.positions if "positions" in parts else Matrix((), ()),
        outcomes=words.outcomes if "outcomes" in parts else (),
        notes=words.notes if "notes" in parts else (),
        evidence=words.evidence if "evidence" in parts else (),
        drawings=words.drawings if drawn else Drawings(),
        essentials=words.essentials if "essentials" in parts else _NO_ESSENTIALS,
        references=tuple(_references(words, parts)),
    )


def _references(words: Words, parts: tuple[str, ...]) -> Iterator[Reference]:
    if "references" in parts:
        yield from words.references
    elif "essentials" in parts:
        cited = set(_cited(words.essentials))
        yield from (each for each in words.references if each.number in cited)


def _cited(essentials: Essentials) -> Iterator[int]:
    for row in essentials.positions.rows:
        for cell in row.cells:
            for entry in cell.entries:
                yield from entry.numbers
    for holder in essentials.holders:
        for held in holder.held:
            yield from held.entry.numbers
    for told in (*essentials.agreed, *essentials.due, *essentials.open):
        yield from told.item.numbers
