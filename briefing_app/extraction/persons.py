"""Persons: names that are somebody's, by a title before them or as the model knows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.proper_names import runs
from briefing_app.extraction.tokens import Token

if TYPE_CHECKING:
    from briefing_app.extraction.mentions import Reading

NAME_PARTS = 4
SURNAMES = frozenset(
    {
        "king",
        "prince",
        "princess",
        "lord",
        "lady",
        "major",
        "chief",
        "judge",
        "pope",
        "sir",
        "general",
    }
)  # or parts of other names, where nothing makes titles of them
MODIFIERS = frozenset(
    {
        "foreign",
        "trade",
        "defence",
        "defense",
        "finance",
        "interior",
        "prime",
        "vice",
        "deputy",
        "chief",
    }
)


@dataclass(frozen=True)
class Person:
    """A person's name in a paragraph, by its tokens, without and with titles."""

    paragraph: Paragraph
    start: int
    end: int
    titles: tuple[str, ...]

    @property
    def head(self) -> Token:
        return self.paragraph.doc[self.end - 1]

    @property
    def name(self) -> str:
        return self.paragraph.doc[self.start : self.end].text

    @property
    def surname(self) -> str:
        return self.head.text


def people_in(paragraph: Paragraph, reading: Reading) -> Iterator[Person]:
    """Find the persons that a paragraph names, with their titles; none of whom the lexicon knows."""
    if paragraph.text.isupper():
        return
    for start, end in runs(paragraph.doc, reading.lexicon):
        first, titles = _behind_titles(paragraph, start, end, reading)
        person = Person(paragraph, first, end, titles)
        if first < end and end - first <= NAME_PARTS and _is_person(person, reading):
            yield person


def _behind_titles(
    paragraph: Paragraph, start: int, end: int, reading: Reading
) -> tuple[int, tuple[str, ...]]:
    """Return where the name begins in a run of proper names, and the titles before it.

    What an office is for belongs to it, in "ABG Attorney General Ezra Kiris" or "Education Secretary Fiona Rattray".
    """
    known = reading.lexicon.actors["titles"]
    words = [paragraph.doc[i].lower_ for i in range(start, end)]
    inner = [
        n
        for n, word in enumerate(words[:-1])
        if word in known
        and (n == 0 or word not in SURNAMES or words[n - 1] in known | {"attorney"})
    ]
    last = max(inner, default=-1)
    first = start + last + 1
    while first < end and _is_before_name(paragraph, first, reading):
        first += 1
    return first, tuple(word for word in words[: last + 1] if word in known)


def _is_before_name(paragraph: Paragraph, token: int, reading: Reading) -> bool:
    hit = reading.cast.hits.get((paragraph.number, token))
    return hit is not None and hit.form != "person"


def _is_person(person: Person, reading: Reading) -> bool:
    doc, titles = person.paragraph.doc, reading.lexicon.actors["titles"]
    tokens = doc[person.start : person.end]
    if (
        any(
            (person.paragraph.number, t.i) in reading.cast.hits or t.lower_ in titles
            for t in tokens
        )
        or not person.head.is_alpha
    ):
        return False
    if (
        person.end < len(doc)
        and doc[person.end].text in {"-", "al"}
        and not doc[person.end - 1].whitespace_
    ):
        return False
    return bool(set(person.titles) - MODIFIERS) or (
        len(tokens) > 1
        and any(t.ent_type_ == "PERSON" for t in tokens)
        and tokens[0].text not in reading.cast.bodies  # "Gazprom Neft", where Gazprom acts
    )
