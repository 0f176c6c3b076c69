"""The parties of a dossier by every name they go by."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from briefing_app.domain.party import Party, PartyId, Role
from briefing_app.domain.proposals import ProposedParty
from briefing_app.domain.review import Review
from briefing_app.extraction.lexicon import load_lexicon
from briefing_app.operations.alike import load_alike
from briefing_app.operations.parties import next_colour
from briefing_app.store.journal import Recording
from briefing_app.store.parties import insert_party, update_party

_BRACKETED = re.compile(r"(.+?)\s*\(([^()]+)\)")
_LONG = 9  # letters from which on a name may be mistyped and still be known
_LONG_WORD = 7
_COMMON = ("agents", "papers", "offices", "joint", "sources", "sides_of_their_own")
_ACRONYM = 3  # letters from which on initials tell somebody


class PartyNames:
    """Finds parties again, and proposes those that are new to the dossier."""

    def __init__(self, operation: Recording, parties: Sequence[Party]) -> None:
        self._operation = operation
        self._parties = {party.id: party for party in parties}
        self._ids: dict[str, PartyId] = {}
        # What the reader has confirmed is called as they say.
        for party in sorted(parties, key=lambda each: each.review is Review.PROPOSED):
            self._learn(party)

    @property
    def all(self) -> Sequence[Party]:
        """All parties of the dossier, those that were just met among them."""
        return tuple(self._parties.values())

    def meet(self, proposed: ProposedParty) -> PartyId:
        """Return the party that has one of these names, with the names that are new to it."""
        names = tuple(_spelled_out((proposed.name, *proposed.aliases)))
        found = self._find(names)
        if found is None:
            return self._insert(proposed, names)
        party = self._parties[found]
        fresh = {_fold(name): name for name in names if _fold(name) not in self._ids}
        if fresh:
            self._keep(replace(party, aliases=(*party.aliases, *fresh.values())))
        return found

    def id_of(self, name: str) -> PartyId:
        """Return the party of this name, proposed where there was none."""
        return self.meet(ProposedParty(name, Role.PARTY))

    def _find(self, names: Sequence[str]) -> PartyId | None:
        """Find the party of these names: by the first as it stands, by what it means, then by the others."""
        first = names[0]
        known = self._ids.get(_fold(first))
        if known is not None and (not _is_common(first) or self._is_named(known, first)):
            return known
        for alike in _ways(first):
            found = {each.id for each in self._parties.values() if _is_called(each, first, alike)}
            if len(found) == 1:
                return found.pop()
        others = {self._ids[_fold(name)] for name in names[1:] if self._tells(first, name)}
        return others.pop() if len(others) == 1 else None

    def _is_named(self, party: PartyId, name: str) -> bool:
        """Tell whether a party is called so and no better, or by the reader: one that is only "the Union"."""
        known = self._parties[party]
        return _fold(known.name) == _fold(name) or known.review is not Review.PROPOSED

    def _tells(self, first: str, name: str) -> bool:
        """Tell whether another name shows who it is: "the Government" does not, nor does one of a party's contrast."""
        known = self._ids.get(_fold(name))
        if known is None or name.islower() or _is_common(name):
            return False
        party = self._parties[known]
        if party.review is not Review.PROPOSED:
            return True
        elsewhere = _state(first) != "" and _state(first) != _state(party.name)
        return not elsewhere and not contrary(first, party.name)

    def _insert(self, proposed: ProposedParty, names: Sequence[str]) -> PartyId:
        others = dict.fromkeys(
            name for name in names[1:] if name != names[0] and _fold(name) not in self._ids
        )
        party = Party(
            id=PartyId(0),
            name=names[0],
            aliases=tuple(others),
            role=proposed.role,
            colour=next_colour(self._parties.values()),
            review=Review.PROPOSED,
        )
        stored = replace(party, id=insert_party(self._operation.db, party))
        self._parties[stored.id] = stored
        self._learn(stored)
        return stored.id

    def _keep(self, party: Party) -> None:
        update_party(self._operation.db, party)
        self._parties[party.id] = party
        self._learn(party)

    def _learn(self, party: Party) -> None:
        own = _fold(party.name)
        if own not in self._ids or not self._is_named(self._ids[own], party.name):
            self._ids[own] = party.id  # its own name, which to the one before is only another
        for name in party.aliases:
            self._ids.setdefault(_fold(name), party.id)


def contrary(one: str, other: str) -> bool:
    """Tell whether two names are surely not one party's: two states', or a government's and its opposition's."""
    states = [_state(one), _state(other)]
    if all(states):
        return states[0] != states[1]
    if one.isupper() or other.isupper():  # initials do not say
        return False
    contrasts = load_alike().contrasts
    return contrasts & set(_fold(one).split()) != contrasts & set(_fold(other).split())


def _ways(name: str) -> Iterator[Callable[[str, str], bool]]:
    """Go through the ways in which a name may be another's; all parties are asked for each."""
    if _state(name):
        yield _same_state
    yield _shortened
    if len(name) >= _LONG:
        yield _mistyped


def _is_called(party: Party, name: str, alike: Callable[[str, str], bool]) -> bool:
    called = any(alike(name, each) for each in (party.name, *party.aliases))
    return called and not contrary(name, party.name)  # few are called so: that is asked first


def _same_state(one: str, other: str) -> bool:
    """Tell whether both stand for one state: Kyiv, the Ukrainian government."""
    return _state(one) == _state(other)


def _shortened(one: str, other: str) -> bool:
    """Tell whether one has the other's initials: RSF, the Rapid Support Forces."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not (short.isupper() and short.isalpha() and len(short) >= _ACRONYM):
        return False
    return short == "".join(word[0] for word in re.split(r"[\s-]+", long) if word[:1].isupper())


def _mistyped(one: str, other: str) -> bool:
    """Tell whether a long name differs from another by one letter of a long word; none is then another state's."""
    if min(len(one), len(other)) < _LONG:
        return False
    words, others = _fold(one).split(), _fold(other).split()
    if len(words) != len(others):
        return False
    pairs = [(word, each) for word, each in zip(words, others, strict=True) if word != each]
    if len(pairs) != 1:
        return False
    word, each = pairs[0]
    known = _state(word) and _state(each) and _state(word) != _state(each)
    return (
        not known
        and word[0] == each[0]
        and (word + each).isalpha()
        and min(len(word), len(each)) >= _LONG_WORD
        and OSA.distance(word, each) == 1
    )


@lru_cache(maxsize=20_000)
def _state(name: str) -> str:
    """Return whose name the lexicon says that it is, itself or as its government's; empty where it does not."""
    known, words = _known(), _fold(name).split()
    if " ".join(words) in known:
        return known[" ".join(words)]
    while words and words[-1] in load_alike().principals:
        words = words[:-1]
    if words[1:2] == ["of"] and words[0] in load_alike().principals:
        words = _fold(" ".join(words[2:])).split()
    return known.get(" ".join(words), "")


@lru_cache(maxsize=20_000)
def _is_common(name: str) -> bool:
    """Tell whether a name is of common nouns alone, which in every document may be another's: "THE COUNCIL"."""
    lexicon = load_lexicon()
    nouns = frozenset[str]().union(
        *(lexicon.actors[each] for each in _COMMON), *lexicon.classes.values()
    )
    return all(word in nouns or word.removesuffix("s") in nouns for word in _fold(name).split())


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    shipped = {_fold(name): whose.owner for name, whose in load_lexicon().names.items()}
    return {**shipped, **load_alike().states}


def _spelled_out(names: Iterable[str]) -> Iterator[str]:
    """Take names apart that bring their short form in brackets."""
    for name in names:
        bracketed = _BRACKETED.fullmatch(name)
        yield from bracketed.groups() if bracketed else (name,)


@lru_cache(maxsize=20_000)
def _fold(name: str) -> str:
    """Write a name as it is compared: any case, either apostrophe, with or without its article."""
    words = name.replace("’", "'").casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
