"""The shipped words by which tellings, and names, are known to be alike."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefing_app.domain.party import Party
from briefing_app.domain.telling import Vocabulary, stem
from briefing_app.extraction.lexicon import load_lexicon
from briefing_app.paths import resources


@dataclass(frozen=True)
class Alike:
    vocabulary: Vocabulary
    principals: frozenset[str]  # what follows a state's name where its government is meant
    contrasts: frozenset[str]  # what makes two of parties with otherwise alike names
    states: Mapping[str, str]  # an official name, in lower case, and whose it is


@lru_cache(maxsize=1)
def load_alike() -> Alike:
    told = tomllib.loads((resources() / "alike.toml").read_text("utf-8"))
    words = told["words"]
    same = {stem(word): stem(group[0]) for group in words["same"] for word in group}
    vocabulary = Vocabulary(
        empty=_stems(words["empty"]),
        same=same,
        prolonging=_stems(words["prolonging"]),
        ordinals=_numbered(words["ordinals"]),
        numbers=_numbered(words["numbers"]),
    )
    return Alike(
        vocabulary,
        principals=frozenset(told["principals"]),
        contrasts=frozenset(told["contrasts"]),
        states=told["states"],
    )


def party_stems(parties: Iterable[Party]) -> dict[str, int | None]:
    """Return whose name each stem belongs to, those of peoples and capitals too; None where it tells nobody."""
    found = dict[str, int | None]()
    for party in parties:
        for each, tells in _stems_of(party.name, party.aliases).items():
            own = party.id if tells else None
            found[each] = own if found.get(each, own) == own else None
    return found


@lru_cache(maxsize=20_000)  # asked of every party of a dossier for each document that is read
def _stems_of(name: str, aliases: tuple[str, ...]) -> Mapping[str, bool]:
    """Return the stems of all names of a party's, each with whether it is only written with a capital."""
    known, called = load_lexicon().names, {name, *aliases}
    owners = {known[each].owner for each in called if each in known}
    called.update(*(_names_of()[owner] for owner in owners))
    found = dict[str, bool]()
    for word in {word for each in called for word in each.split()}:
        found[stem(word)] = found.get(stem(word), True) and word[0].isupper()
    return found


@lru_cache(maxsize=1)
def _names_of() -> Mapping[str, frozenset[str]]:
    """Return the known names by whose they are."""
    names = defaultdict[str, set[str]](set)
    for name, whose in load_lexicon().names.items():
        names[whose.owner].add(name)
    return {owner: frozenset(own) for owner, own in names.items()}


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


def _numbered(table: dict[str, Any]) -> dict[str, int]:
    return {stem(word): number for word, number in table.items()}
