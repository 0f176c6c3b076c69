"""Who is in a document: its actors, and where each is named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefing_app.extraction.lexicon import Form

OF_WHAT = re.compile(r" (?:of|for|in|on|to|against|de|del)\b")


BODIES = frozenset({"company", "union", "group", "armed", "bloc"})


def head_of(name: str) -> str:
    """Return the word of a name that says what it is: "Mission" of "United Nations Support Mission in Libya"."""
    words = OF_WHAT.split(name, maxsplit=1)[0].split()
    return words[-1] if words else name


@dataclass(frozen=True)
class Actor:
    """Somebody who may negotiate, under the name by which the document calls them best."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """A name in a paragraph, by its tokens, and whose it is."""

    start: int
    end: int
    actor: int
    form: Form


@dataclass(frozen=True)
class Cast:
    actors: tuple[Actor, ...]
    hits: Mapping[tuple[int, int], Hit]  # by paragraph and token

    @cached_property
    def by_head(self) -> Mapping[str, int]:
        """Return the one actor in whose longer name each noun is the head: "guild" of the Writers Guild of America."""
        found: dict[str, set[int]] = {}
        named = {hit.actor for hit in self.hits.values()}  # not who was joined to another
        for number in sorted(named):
            actor = self.actors[number]
            for name in (actor.name, *actor.aliases):
                if " " in name:
                    found.setdefault(head_of(name).lower(), set()).add(number)
        return {head: min(several) for head, several in found.items() if len(several) == 1}

    def number_of(self, name: str) -> int | None:
        """Return the actor whom the document names by this name, if any."""
        return next((n for n in self.first_named if self.actors[n].name == name), None)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Return the names of those who are no state and nobody's country: no person is called by one."""
        return frozenset(each.name for each in self.actors if each.kind in BODIES)

    @cached_property
    def first_named(self) -> Mapping[int, tuple[int, int]]:
        """Return where each actor is named first, by paragraph and token."""
        first: dict[int, tuple[int, int]] = {}
        for place in sorted(self.hits):
            first.setdefault(self.hits[place].actor, place)
        return first

    @cached_property
    def only_armed(self) -> int | None:
        """Return the one armed side that the text names; nobody where it names several."""
        armed = {hit.actor for hit in self.hits.values() if self.actors[hit.actor].kind == "armed"}
        return armed.pop() if len(armed) == 1 else None


@dataclass
class CastBuilder:
    """Collects actors while a document is gone through once."""

    names: dict[str, int] = field(default_factory=dict[str, int])
    kinds: list[str] = field(default_factory=list[str])
    labels: list[str] = field(default_factory=list[str])
    aliases: list[dict[str, None]] = field(default_factory=list[dict[str, None]])
    hits: dict[tuple[int, int], Hit] = field(default_factory=dict[tuple[int, int], Hit])
    described: set[int] = field(default_factory=set[int])  # countries by what they are, no body

    def actor(self, name: str, kind: str) -> int:
        """Return the number of the actor of this name; a new one where there is none."""
        if name not in self.names:
            self.names[name] = len(self.labels)
            self.labels.append(name)
            self.kinds.append(kind)
            self.aliases.append({})
        return self.names[name]

    def call(self, actor: int, alias: str) -> None:
        """Know an actor by another name; the full stop of a sentence is none of it, as that of "U.S." is."""
        if alias.count(".") == 1:
            alias = alias.removesuffix(".")
        self.names.setdefault(alias, actor)
        if alias != self.labels[actor]:
            self.aliases[actor][alias] = None

    def mark(self, paragraph: int, hit: Hit) -> None:
        for token in range(hit.start, hit.end):
            self.hits[paragraph, token] = hit

    def join(self, actor: int, other: int, form: Form | None = None) -> None:
        """Make an actor's names another's, who bears them from now on; by itself it is nobody any more."""
        for key, hit in list(self.hits.items()):
            if hit.actor == actor:
                self.hits[key] = Hit(hit.start, hit.end, other, form or hit.form)
        for alias in (self.labels[actor], *self.aliases[actor]):
            self.names[alias] = other
            self.call(other, alias)
        self.kinds[actor] = "world"  # which is never taken in as a second side

    def build(self) -> Cast:
        actors = tuple(
            Actor(label, kind, tuple(aliases))
            for label, kind, aliases in zip(self.labels, self.kinds, self.aliases, strict=True)
        )
        return Cast(actors, self.hits)
