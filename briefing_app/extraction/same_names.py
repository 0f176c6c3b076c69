"""Names that were taken for two actors' and are one's: an acronym and its words, a long name and its beginning."""

from __future__ import annotations

from collections.abc import Collection

from briefing_app.extraction.cast import CastBuilder, head_of
from briefing_app.extraction.lexicon import Lexicon

GOVERNED = frozenset({
    "Federation", "Republic", "Kingdom", "State", "Region", "Government", "Administration", "Authority", "National",
    "Regional", "Autonomous", "Provincial", "Union", "Islands",
})  # fmt: skip
OTHER_HALF = {"North": "South", "South": "North", "East": "West", "West": "East"}


def unite_names(cast: CastBuilder, lexicon: Lexicon) -> None:
    """Join what only this text names to the actor whose name it is in another form."""
    known = lexicon.owners
    names = {*known, *cast.labels}
    named = {hit.actor for hit in cast.hits.values()}
    for actor, label in enumerate(cast.labels):
        if label in known:
            continue
        body = label.lower() in lexicon.bodies
        others = [
            other
            for other in named - {actor}
            if _is_anothers(label, other, names, cast) or (body and _is_head(label, other, cast))
        ]
        if len(others) == 1:
            cast.join(actor, others[0])
            named.discard(actor)


def _is_anothers(label: str, other: int, names: Collection[str], cast: CastBuilder) -> bool:
    """Tell whether a label is another's name: an alias, the words before an "of", the half of a divided country."""
    name = cast.labels[other]
    if label in cast.aliases[other]:
        return True
    if not name.startswith(label):
        return False
    part = " " in label and name.startswith(f"{label} of ")
    short = cast.kinds[other] == "company" and name.startswith(f"{label} ")  # "Anglo"
    return part or short or _is_ruled(label, name) or _is_half(label, name, names)


def _is_head(label: str, other: int, cast: CastBuilder) -> bool:
    """Tell whether a label is what a longer name calls its bearer: "the Front" for the Liberation of the Azgar."""
    names = (cast.labels[other], *cast.aliases[other])
    return any(" " in each and head_of(each) == label for each in names)


def _is_ruled(label: str, name: str) -> bool:
    """Tell whether a name says only how a place is governed: "Telmar Federation", "Tirana Regional Government"."""
    place, _space, rest = name.partition(" ")
    return label == place and bool(rest) and GOVERNED.issuperset(rest.split())


def _is_half(label: str, name: str, names: Collection[str]) -> bool:
    """Tell whether "the North" is North Korea; it is not North Macedonia, as there is none of the South."""
    half, _space, country = name.partition(" ")
    return half == label and f"{OTHER_HALF.get(label)} {country}" in names
