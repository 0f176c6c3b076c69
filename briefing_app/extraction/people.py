"""Persons and the parties they speak for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.extraction import trees
from briefing_app.extraction.cast import CastBuilder, Hit, runs
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class _Person:
    paragraph: Paragraph
    start: int
    end: int
    name: str  # without titles

    @property
    def head(self) -> Token:
        return self.paragraph.doc[self.end - 1]


def add_people(reading: Reading, cast: CastBuilder) -> None:
    """Mark every person whose principal the text tells, at each place where their name or surname stands."""
    owners: dict[str, int] = {}
    everyone = [each for paragraph in reading.paragraphs for each in _people(paragraph, reading)]
    for person in everyone:
        if person.name.split()[-1] in owners:
            continue
        owner = _told_owner(person, reading)
        if owner is not None:
            owners[person.name.split()[-1]] = owner
    for person in everyone:
        surname = person.name.split()[-1]
        owner = owners.get(surname)
        if owner is None:
            owner = _guessed_owner(person, reading)
            if owner is None:
                continue
            owners[surname] = owner
        cast.call(owner, person.name)
    for paragraph in reading.paragraphs:
        for token in paragraph.doc:
            known = cast.hits.get((paragraph.number, token.i))
            if (
                token.text in owners
                and token.pos_ in {"PROPN", "NOUN", "ADJ"}
                and (known is None or known.form == "person")
            ):
                hit = Hit(token.i, token.i + 1, owners[token.text], "person")
                cast.hits[paragraph.number, token.i] = hit
                cast.call(owners[token.text], token.text)
    reading.known.clear()
    reading.mentioned.clear()


def _people(paragraph: Paragraph, reading: Reading) -> Iterator[_Person]:
    titles = reading.lexicon.actors["titles"]
    for start, end in runs(paragraph.doc):
        first, titled = start, False
        while first < end and (
            paragraph.doc[first].lower_ in titles
            or (paragraph.number, first) in reading.cast.hits
            or paragraph.doc[first].lower_ in {"of", "the"}
        ):
            titled = titled or paragraph.doc[first].lower_ in titles
            first += 1
        last = end
        while last > first and (paragraph.number, last - 1) in reading.cast.hits:
            last -= 1
        if first >= last or paragraph.doc[last - 1].lower_ in titles:
            continue
        if not paragraph.doc[last - 1].is_alpha or any(
            (paragraph.number, i) in reading.cast.hits for i in range(first, last)
        ):
            continue
        named = (
            any(paragraph.doc[i].ent_type_ == "PERSON" for i in range(first, last))
            and last - first > 1
        )
        if (titled or named) and last - first <= 4 and not paragraph.doc[first:last].text.isupper():
            yield _Person(paragraph, first, last, paragraph.doc[first:last].text)


def _told_owner(person: _Person, reading: Reading) -> int | None:
    """Return whose word a person's is, where the words beside the name say so."""
    before = [
        reading.cast.hits.get((person.paragraph.number, i))
        for i in range(max(0, person.start - 4), person.start)
    ]
    sentence = person.head.sent
    titles = reading.lexicon.actors["titles"]
    for i in range(person.start - 1, max(sentence.start, person.start - 6) - 1, -1):
        token, hit = (
            person.paragraph.doc[i],
            before[i - person.start] if person.start - i <= len(before) else None,
        )
        if hit is not None:
            return hit.actor
        if (
            token.lower_ not in titles
            and not token.text[0].isupper()
            and token.lower_ not in {"'s", "of", "the", "-", "'"}
            and token.lemma_ not in reading.lexicon.actors["agents"]
        ):
            break
    nouns = [person.head.head] if person.head.dep_ in {"appos", "compound", "nmod"} else []
    nouns += [each for each in person.head.children if each.dep_ in {"appos", "prep"}]
    for noun in nouns:
        if noun.dep_ == "prep":
            inner = trees.child(noun, "pobj")
            if (
                noun.lower_ in {"of", "for", "from"}
                and inner is not None
                and (hit := reading.hit(person.paragraph, inner))
                and hit.form != "person"
            ):
                return hit.actor
            continue
        who = reading.who(person.paragraph, noun)
        if len(who.actors) >= 1:
            return who.actors[0]
    return _told_beside(person, reading)


def _told_beside(person: _Person, reading: Reading) -> int | None:
    """Return the principal in a description behind a comma: "Kolb, the Greek Cypriot leader,"."""
    doc = person.paragraph.doc
    if person.end + 1 >= len(doc) or doc[person.end].text != ",":
        return None
    for i in range(person.end + 1, min(len(doc), person.end + 10)):
        if doc[i].text in {",", "."}:
            break
        if doc[i].lemma_.lower() in reading.lexicon.actors["agents"]:
            found = reading.principals(person.paragraph, doc[i]) or _hits_between(
                person, reading, i
            )
            if found:
                return found[0]
    return None


def _hits_between(person: _Person, reading: Reading, end: int) -> tuple[int, ...]:
    each = (reading.cast.hits.get((person.paragraph.number, i)) for i in range(person.end, end))
    return tuple(hit.actor for hit in each if hit is not None)


def _guessed_owner(person: _Person, reading: Reading) -> int | None:
    """Return the party that was speaking just before a titled person comes in without a description."""
    paragraphs = reading.paragraphs
    for number in range(person.paragraph.number, max(-1, person.paragraph.number - 2), -1):
        earlier = [
            each
            for each in reading.mentions(paragraphs[number])
            if (number < person.paragraph.number or each.token < person.start)
            and len(each.who.actors) == 1
        ]
        speakers = [each for each in earlier if each.who.person or each.subject]
        if speakers or earlier:
            return (speakers or earlier)[-1].who.actors[0]
    return None
