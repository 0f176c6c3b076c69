"""Names that were taken for two actors' and are one's: an acronym and its words, a long name and its beginning."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing_app.extraction.cast import CastBuilder, head_of
from briefing_app.extraction.lexicon import Lexicon

GOVERNED = frozenset(
    {
        "Federation",
        "Republic",
        "Kingdom",
        "State",
        "Region",
        "Government",
        "Administration",
        "Authority",
        "National",
        "Regional",
        "Autonomous",
        "Provincial",
        "Union",
        "Islands",
    }
)
OTHER_HALF = {"North": "South", "South": "North", "East": "West", "West": "East"}


def unite_names(cast: CastBuilder, lexicon: Lexicon) -> None:
    """Join what only this text names to the actor whose name it is in another form."""
    known = {name.owner for name in lexicon.names.values()}
    for actor, label in enumerate(cast.labels):
        others = [] if label in known else sorted(set(_others(actor, label, known, cast)))
        if len(others) == 1:
            cast.join(actor, others[0])


def _others(actor: int, label: str, known: Collection[str], cast: CastBuilder) -> Iterator[int]:
    """Return whose name a label may be: an alias, the words before an "of", the half of a divided country."""
    for other, name in enumerate(cast.labels):
        if other == actor or not _is_named(other, cast):
            continue
        part = " " in label and name.startswith(f"{label} of ")
        half = _is_half(label, name, {*known, *cast.labels})
        short = cast.kinds[other] == "company" and name.startswith(f"{label} ")  # "Anglo"
        names = (name, *cast.aliases[other])
        head = any(" " in each and head_of(each) == label for each in names)
        if label in names or part or half or short or head or _is_ruled(label, name):
            yield other


def _is_ruled(label: str, name: str) -> bool:
    """Tell whether a name says only how a place is governed: "Telmar Federation", "Tirana Regional Government"."""
    place, _space, rest = name.partition(" ")
    return label == place and bool(rest) and GOVERNED.issuperset(rest.split())


def _is_half(label: str, name: str, names: Collection[str]) -> bool:
    """Tell whether "the North" is North Korea; it is not North Macedonia, as there is none of the South."""
    half, _space, country = name.partition(" ")
    return half == label and f"{OTHER_HALF.get(label)} {country}" in names


def _is_named(actor: int, cast: CastBuilder) -> bool:
    return any(hit.actor == actor for hit in cast.hits.values())
