"""Names that were taken for two actors' and are one's: an acronym and its words, a long name and its beginning."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.extraction.cast import CastBuilder
from briefing_app.extraction.lexicon import Lexicon

HALVES = frozenset({"North", "South", "East", "West"})  # of a country: "the North" is North Korea


def unite_names(cast: CastBuilder, lexicon: Lexicon) -> None:
    """Join what only this text names to the actor whose name it is in another form."""
    known = {name.owner for name in lexicon.names.values()}
    for actor, label in enumerate(cast.labels):
        others = [] if label in known else sorted(set(_others(actor, label, cast)))
        if len(others) == 1:
            cast.join(actor, others[0])


def _others(actor: int, label: str, cast: CastBuilder) -> Iterator[int]:
    """Return whose name a label may be: an alias, the words before an "of", the half of a divided country."""
    for other, name in enumerate(cast.labels):
        if other == actor or not _is_named(other, cast):
            continue
        part = " " in label and name.startswith(f"{label} of ")
        half = label in HALVES and name.startswith(f"{label} ")
        if label in cast.aliases[other] or part or half:
            yield other


def _is_named(actor: int, cast: CastBuilder) -> bool:
    return any(hit.actor == actor for hit in cast.hits.values())
