"""The field's vocabulary, read from `resources/lexicon/*.toml`: a new cue word is a change of data."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from pathlib import Path
from typing import Any, Literal

from briefing_app.domain.position import Stance
from briefing_app.extraction.date_words import DatePatterns, date_patterns
from briefing_app.paths import resources

LONG = 4  # letters of an acronym that some papers write as a word
Words = Mapping[str, frozenset[str]]
Form = Literal["name", "capital", "demonym", "person"]


@dataclass(frozen=True)
class Cue:
    """A word that shows a stance, with what must stand beside it."""

    word: str
    stance: Stance
    particles: frozenset[str] = frozenset()
    negated: Stance | None = None
    objects: frozenset[str] = frozenset()
    needs: str = ""  # "any" complement, or one that asks another ("demand")
    denied: bool = False  # of an idiom: its object must be denied
    sure: bool = False  # in words that the classifier misreads: it is not asked


@dataclass(frozen=True)
class Name:
    """A name that is known beforehand, whose it is, and whether it is a seat, a person or an adjective."""

    owner: str
    kind: str
    form: Form


@dataclass(frozen=True)
class Lexicon:
    verbs: Mapping[str, tuple[Cue, ...]]
    adjectives: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, Cue]
    idioms: Mapping[str, tuple[Cue, ...]]  # by verb; a cue's objects hold the one noun
    modal: Words
    condition_marks: frozenset[str]
    condition_phrases: tuple[str, ...]  # the longest first
    outcomes: Mapping[str, Words]
    outcome_verbs: Mapping[str, Mapping[str, frozenset[str]]]  # by kind: verb -> its particles
    speech: Words
    actors: Words
    classes: Words
    suffixes: Words
    collectives: Words  # by name: the adjectives before "countries"
    mediation: Words
    places: Words
    names: Mapping[str, Name]
    topics: Words
    dates: DatePatterns
    numbers: Mapping[str, int]
    multiples: Mapping[str, int]
    roughly: Mapping[str, int]
    fractions: Mapping[str, int]
    qualifiers: Mapping[str, str]
    currencies: Mapping[str, str]
    units: Words
    roles: Mapping[str, float]  # what each trait says for an actor as a party

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Return what those who may be a party are called by the last word of their names: "council", "front"."""
        return frozenset[str]().union(*self.suffixes.values())

    @cached_property
    def owners(self) -> frozenset[str]:
        """Return all whose names are known beforehand, under the name that they are shown by."""
        return frozenset(name.owner for name in self.names.values())


@lru_cache(maxsize=2)
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Read the vocabulary that is shipped, or the one in a folder."""
    folder = folder or resources() / "lexicon"
    read = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml")}
    stances, outcomes, actors = read["stances"], read["outcomes"], read["actors"]
    conditions = stances["conditions"]
    return Lexicon(
        verbs=_cues(stances["verbs"]),
        adjectives=_cues(stances["adjectives"]),
        nouns={word: cue for word, (cue, *_) in _cues(stances["nouns"]).items()},
        idioms=_idioms(stances["idioms"]),
        modal=_words(stances["modal"]),
        condition_marks=frozenset(conditions["marks"]),
        condition_phrases=tuple(sorted(conditions["phrases"], key=len, reverse=True)),
        outcomes={kind: _words(table) for kind, table in outcomes.items()},
        outcome_verbs={
            kind: _particles(table.get("verbs", ())) for kind, table in outcomes.items()
        },
        speech=_words(read["speech"]),
        actors=_words(actors),
        classes=_words(actors["classes"]),
        suffixes=_words(actors["names"]),
        collectives=_words(actors["collectives"]),
        mediation=_words(actors["mediation"]),
        places=_words(actors["places"]),
        names=_names(read["countries"], read["organisations"]),
        topics=_words(read["topics"]),
        dates=date_patterns(read["times"]),
        numbers=read["times"]["numbers"],
        multiples=read["times"]["multiples"],
        roughly=read["times"]["roughly"],
        fractions=read["times"]["fractions"],
        qualifiers=read["times"]["qualifiers"],
        currencies=read["times"]["currencies"],
        units=_words(read["times"]["units"]),
        roles=read["roles"],
    )


def _words(table: Mapping[str, Any]) -> Words:
    """Keep the lists of a table, as sets."""
    return {key: frozenset(each) for key, each in table.items() if isinstance(each, list)}


def _split(pattern: str) -> tuple[str, frozenset[str]]:
    """Take "call for|on" apart into its word and its particles; "push back on|against" takes two of them."""
    word, *particles = pattern.split(" ")
    choices = product(*(each.split("|") for each in particles))
    return word, frozenset(" ".join(each) for each in choices) if particles else frozenset()


def _particles(patterns: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pattern in patterns:
        word, particles = _split(pattern)
        found[word] = found.get(word, frozenset()) | (particles or frozenset([""]))
    return found


def _cues(tables: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for table in tables:
        for pattern in table["words"]:
            word, particles = _split(pattern)
            cue = Cue(
                word=word,
                stance=Stance(table["stance"]),
                particles=particles,
                negated=Stance(table["negated"]) if table.get("negated") else None,
                objects=frozenset(table.get("objects", ())),
                needs=table.get("needs", ""),
                sure=table.get("sure", False),
            )
            found[word] = (*found.get(word, ()), cue)
    return found


def _idioms(tables: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for table in tables:
        for pattern in table["words"]:
            verb, _, noun = pattern.partition(" ")
            denied = noun.startswith("-")
            words = frozenset(noun.removeprefix("-").split())
            cue = Cue(
                word=verb,
                stance=Stance(table["stance"]),
                objects=words,
                denied=denied,
                sure=table.get("sure", False),
            )
            found[verb] = (*found.get(verb, ()), cue)
    return found


def _names(countries: Mapping[str, Any], organisations: Mapping[str, Any]) -> dict[str, Name]:
    """Gather every name that is known beforehand: states from CLDR by their code, the rest from the data."""
    from babel import Locale  # noqa: PLC0415 (slow to import, needed once)

    territories = Locale("en").territories
    found: dict[str, Name] = {}
    for code, forms in countries.items():
        own = _plain(territories[code])
        found |= _spelled(own, "state", "name", [own, *forms.get("also", ())])
        found |= _spelled(own, "state", "capital", forms.get("capitals", ()))
        found |= _spelled(own, "state", "demonym", forms.get("demonyms", ()))
    for kind, table in organisations.items():
        for name, forms in table.items() if kind != "leaders" else ():
            found |= _spelled(name, kind, "name", [name, *forms.get("also", ())])
            found |= _spelled(name, kind, "capital", forms.get("seats", ()))
            found |= _spelled(name, kind, "demonym", forms.get("demonyms", ()))
    kinds = {name.owner: name.kind for name in found.values()}
    for code, people in organisations["leaders"].items():
        owner = _plain(territories[code]) if code in countries else code
        found |= _spelled(owner, kinds.get(owner, "group"), "person", people)
    return found


def _spelled(owner: str, kind: str, form: Form, spellings: Iterable[str]) -> dict[str, Name]:
    """Return a name by each of its spellings, also as a letterhead or a bulletin has it."""
    bare = [_bare(spelling) for spelling in spellings]
    whole = kind in {
        "state",
        "armed",
        "bloc",
    }  # as those who sit at a table are written in a bulletin
    loud = [
        each.upper() for each in bare if " " in each or "/" in each or (whole and len(each) >= LONG)
    ]
    return {each: Name(owner, kind, form) for each in (*loud, *bare)}


def _plain(name: str) -> str:
    """Write CLDR's name as news does: "Myanmar", "Hong Kong", "Palestine"."""
    plain = name.split(" (", maxsplit=1)[0].split(" - ", maxsplit=1)[0].replace("&", "and")
    return {
        "Congo": "Democratic Republic of the Congo",
        "Palestinian Territories": "Palestinian Authority",
        "Türkiye": "Turkey",
    }.get(plain, plain)


def _bare(name: str) -> str:
    return name.removeprefix("the ").replace("’", "'")
