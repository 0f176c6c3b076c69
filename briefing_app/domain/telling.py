"""What the words of a telling are about, so that two sources' tellings of one thing can be known to be alike."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from types import MappingProxyType

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})[a-z]*\b|"
    rf"\b(?:{_MONTHS})[a-z]*\.? \d{{1,2}}\b(?:,? \d{{4}})?|\b(?:19|20)\d\d\b|\b\d{{1,2}}[:.]\d\d\b"
)
_ENDINGS = ("ings", "ing", "ed", "es", "s", "e")
_SHORTEST = 3  # letters that a word keeps when it loses its ending
_OF_TALKS = frozenset(
    {"round", "session", "day", "time", "talk", "meet"}
)  # a third round is no third swap


@dataclass(frozen=True)
class Vocabulary:
    """What the words of a language mean for being alike. All words are stems."""

    empty: frozenset[str]
    same: Mapping[str, str]  # a stem, and the one that stands for it
    prolonging: frozenset[str]
    ordinals: Mapping[str, int]
    numbers: Mapping[str, int]


@dataclass(frozen=True)
class Telling:
    """What words are about: the stems that say something, the names and numbers in them, and which time it is.

    Parties are apart, by their ids: each may be called by many names.
    """

    about: frozenset[str]
    parties: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    prolongs: bool = False
    ordinals: frozenset[int] = frozenset()

    def likeness(self, other: "Telling") -> float:
        """Return how much of what both say is the same: 0 where they tell of different things, 1 where all is."""
        if self.prolongs is not other.prolongs or self.ordinals != other.ordinals:
            return 0.0
        if _part(self.names, other.names) or _part(self.numbers, other.numbers):
            return 0.0
        said, others = self.about | self.numbers, other.about | other.numbers
        return (
            2 * len(said & others) / (len(said) + len(others)) if self.about & other.about else 0.0
        )

    def same_parties(self, other: "Telling", *, but: Iterable[int] = ()) -> bool:
        """Tell whether one of the two names no party that the other does not."""
        named, others = self.parties.difference(but), other.parties.difference(but)
        return named <= others or others <= named

    def shared(self, other: "Telling") -> int:
        return len(self.about & other.about)

    def within(self, other: "Telling") -> bool:
        """Tell whether one of the two only says less."""
        said, others = self.about | self.numbers, other.about | other.numbers
        return said <= others or others <= said


def telling_of(
    words: str,
    vocabulary: Vocabulary,
    *,
    parties: Mapping[str, int | None] = MappingProxyType({}),
    counted: Iterable[float] = (),
) -> Telling:
    """Read what words are about, leaving out dates, and what is counted anyway.

    `parties` says by stem whose name a word belongs to; None where it tells nobody in particular.
    """
    about, names, numbers, named = set[str](), set[str](), set[float](), set[int | None]()
    tokens = _tokens(words)
    stems = stems_of(words)
    titled = 2 * sum(token[0].isupper() for token in tokens) > len(tokens)  # a headline's words
    for place, (token, word) in enumerate(zip(tokens, stems, strict=True)):
        great = token[0].isupper()
        if token[0].isdecimal():
            numbers.add(_number(token))
        elif word in vocabulary.numbers:  # but "the two sides" count nothing
            alone = vocabulary.empty.isdisjoint(stems[place + 1 : place + 2])
            numbers |= {vocabulary.numbers[word]} if alone else set()
        elif word in parties and (great or parties[word] is None):
            named.add(parties[word])
        elif word not in vocabulary.empty:
            is_name = great and place > 0 and not titled
            (names if is_name else about).add(word if is_name else vocabulary.same.get(word, word))
    ordinals, of_talks = _ordinals(stems, vocabulary)
    said = about - set(vocabulary.ordinals) - vocabulary.prolonging
    return Telling(
        about=frozenset(said or about),
        parties=frozenset(each for each in named if each is not None),
        names=frozenset(names),
        numbers=frozenset(numbers - set(counted)) | of_talks,
        prolongs=not vocabulary.prolonging.isdisjoint(stems),
        ordinals=ordinals - {1},  # "the first swap" is the swap
    )


@lru_cache(maxsize=50_000)
def stems_of(words: str) -> tuple[str, ...]:
    """Return the stems of a telling's words in their order, those of dates left out."""
    return tuple(stem(token) for token in _tokens(words))


def _tokens(words: str) -> list[str]:
    return _TOKEN.findall(_DATE.sub(" ", words))


@lru_cache(
    maxsize=50_000
)  # the words of a dossier's names and claims, each compared thousands of times
def stem(word: str) -> str:
    """Write a word as it is compared: without its ending, its possessive and its case."""
    plain = re.sub(r"['’]s?$", "", word.casefold())
    if plain.endswith("ies") and len(plain) > _SHORTEST + 2:
        return plain[:-3] + "y"
    for ending in _ENDINGS:
        if plain.endswith(ending) and not plain.endswith("ss"):
            rest = plain.removesuffix(ending)
            if len(rest) >= _SHORTEST:
                return _single(rest)
    return plain


def _single(rest: str) -> str:
    """Take back the letter that an ending doubled: "swapp" is "swap"."""
    doubled = rest[-1] == rest[-2] and rest[-1] not in "lsaeiou"
    return rest[:-1] if doubled else rest


def _number(token: str) -> float:
    """Read a number, its thousands parted or not; of what is none, such as 3.4.5, the beginning."""
    whole = re.sub(r"[.,](?=\d{3}(?!\d))", "", token).replace(",", ".")
    return float(".".join(whole.split(".")[:2]))


def _ordinals(
    stems: Sequence[str], vocabulary: Vocabulary
) -> tuple[frozenset[int], frozenset[int]]:
    """Return which time it is of what is told, and which round of talks."""
    told = {True: set[int](), False: set[int]()}
    for word, following in zip_longest(stems, stems[1:], fillvalue=""):
        if word in vocabulary.ordinals:
            told[following in _OF_TALKS].add(vocabulary.ordinals[word])
    return frozenset(told[False]), frozenset(told[True])


def _part(one: frozenset[object], other: frozenset[object]) -> bool:
    """Tell whether both say something, and nothing of it is the same."""
    return bool(one and other) and one.isdisjoint(other)
