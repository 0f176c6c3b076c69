"""The parties that persons speak for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing_app.extraction import trees
from briefing_app.extraction.cast import CastBuilder, Hit
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.persons import Person, people_in
from briefing_app.extraction.principals import OTHERS, principals_of
from briefing_app.extraction.tokens import Token

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon

LEADING = frozenset({"lead", "head", "chair", "represent", "command", "run"})
GENDERS = {
    "mrs": "f",
    "mrs.": "f",
    "ms": "f",
    "ms.": "f",
    "lady": "f",
    "princess": "f",
    "mr": "m",
    "mr.": "m",
    "sir": "m",
    "lord": "m",
    "king": "m",
    "prince": "m",
}
OF_STATES = frozenset(
    {
        "minister",
        "general",
        "colonel",
        "president",
        "premier",
        "gen.",
        "col.",
        "marshal",
        "admiral",
        "king",
    }
)


def add_people(reading: Reading, cast: CastBuilder) -> None:
    """Mark every person whose principal the text tells, at each place where their name or surname stands."""
    story = sorted(reading.paragraphs, key=lambda each: each.heading)  # a headline tells least
    everyone = [each for paragraph in story for each in people_in(paragraph, reading)]
    reading.genders |= {
        each.surname: GENDERS[title]
        for each in everyone
        for title in each.titles
        if title in GENDERS
    }
    owners = _known_surnames(story, cast)
    _mark(reading, cast, owners)
    for owner_of in (_told_owner, _governing_owner, _guessed_owner):
        if owner_of is _guessed_owner:  # a transcript writes "Mr ALDOUS" of whom it told before
            owners |= {surname.upper(): owner for surname, owner in owners.items()}
            _mark(reading, cast, owners)
        for person in everyone:
            owner = owner_of(person, reading) if person.surname not in owners else None
            if owner is not None:
                owners[person.surname] = owner
        _mark(reading, cast, owners)
    for person in everyone:
        if person.surname in owners:
            cast.call(owners[person.surname], person.name)


def _known_surnames(story: Sequence[Paragraph], cast: CastBuilder) -> dict[str, int]:
    """Return the surnames of those whom the lexicon knows by a longer name: "Mazloum Abdi", then "Abdi"."""
    return {
        paragraph.doc[hit.end - 1].text: hit.actor
        for paragraph in story
        for token in paragraph.doc
        if (hit := cast.hits.get((paragraph.number, token.i))) is not None
        and hit.form == "person"
        and hit.end - hit.start > 1
    }


def _mark(reading: Reading, cast: CastBuilder, owners: dict[str, int]) -> None:
    for paragraph in reading.each_paragraph():
        for token in paragraph.doc:
            known = cast.hits.get((paragraph.number, token.i))
            told = known is None or known.form == "person"
            if token.text in owners and told and _is_name(token, reading.lexicon):
                cast.mark(paragraph.number, Hit(token.i, token.i + 1, owners[token.text], "person"))
                cast.call(owners[token.text], token.text)
    reading.forget()


def _is_name(word: Token, lexicon: Lexicon) -> bool:
    """Tell whether a surname is meant as one: "Mrs May", not the month."""
    before = word.nbor(-1).lower_ if word.i else ""
    return word.lower_ not in lexicon.actors["no_names"] or before in lexicon.actors["titles"]


def _told_owner(person: Person, reading: Reading) -> int | None:
    """Return whose word a person's is, where the words beside the name say so."""
    before = _owner_before(person, reading)
    if before is not None:
        return before
    nouns = [person.head.head] if person.head.dep_ in {"appos", "compound", "nmod"} else []
    nouns += [each for each in person.head.children if each.dep_ in {"appos", "prep"}]
    for noun in nouns:
        owner = _owner_in(person, noun, reading)
        if owner is not None:
            return owner
    beside = _told_beside(person, reading)
    beside = beside if beside is not None else _leads(person, reading)
    return beside if beside is not None else _heads(person, reading)


def _governing_owner(person: Person, reading: Reading) -> int | None:
    """Return the one government of the text, whose "Information Minister Rola Ghandour" can only be.

    A "Trade Commissioner" is the European Union's, where the text names it and no other union of states.
    """
    if person.titles[-1:] == ("commissioner",):
        return _union_of(person, reading)
    actors, doc = reading.lexicon.actors, person.paragraph.doc
    office = doc[person.start - 2].lower_ if person.start > 1 else ""
    governing = actors["governing"].intersection(person.titles[-1:])
    # A union, too, has secretaries: it is their office that tells.
    governs = governing and (person.titles[-1] == "minister" or office in actors["portfolios"])
    return reading.classes.get("government") if governs else None


def _union_of(commissioner: Person, reading: Reading) -> int | None:
    office = commissioner.paragraph.doc[max(0, commissioner.start - 2)].lower_
    unions = {n for n in reading.cast.first_named if reading.cast.actors[n].kind == "bloc"}
    european = reading.cast.number_of("European Union")
    return (
        european
        if office in reading.lexicon.actors["portfolios"] and unions == {european}
        else None
    )


def _leads(person: Person, reading: Reading) -> int | None:
    """Read "its delegation, led by the former inspector Amal Doreth"."""
    by = person.head.head
    led = by.head if by.dep_ == "agent" else None
    if led is None or led.lemma_ not in LEADING or led.dep_ not in {"acl", "relcl"}:
        return None
    found = reading.who(person.paragraph, led.head).actors
    return found[0] if found else None


def _heads(person: Person, reading: Reading) -> int | None:
    """Read "Rui Pinto leads the team of Timor-Leste" and "Bakhit, who headed the army's team,"."""
    relative = trees.child(person.head, "relcl")
    leading = person.head.head if person.head.dep_ == "nsubj" else relative
    led = trees.child(leading, "dobj") if leading is not None else None
    if leading is None or led is None or leading.lemma_ not in LEADING:
        return None
    found = reading.who(person.paragraph, led).actors
    return found[0] if len(found) == 1 else None


def _owner_before(person: Person, reading: Reading) -> int | None:
    """Read "Russian President Vladimir Putin" and "Quessant's foreign minister, Luc Arnaud" backward."""
    titles, agents = reading.lexicon.actors["titles"], reading.lexicon.actors["agents"]
    for i in range(person.start - 1, max(person.head.sent.start, person.start - 8) - 1, -1):
        token, hit = person.paragraph.doc[i], reading.cast.hits.get((person.paragraph.number, i))
        others = any(
            each.lemma_.lower() in OTHERS for each in person.paragraph.doc[i : person.start]
        )
        if hit is not None:
            owned = person.paragraph.doc[hit.end].text in {"'s", "'"} and others
            return hit.actor if hit.form != "person" and not owned else None
        word = token.lower_
        if word == "whose" and person.paragraph.doc[i - 1 if i else 0].text == ",":
            before = reading.cast.hits.get((person.paragraph.number, i - 2))
            return before.actor if before is not None else None  # "D66, whose leader Jan Kuipers"
        if word in reading.classes:
            return reading.classes[word]
        if word in {"its", "their", "his", "her"}:
            if others:
                return None  # "his counterpart Rauf Mammadli" is the other side's
            found = reading.who(person.paragraph, token).actors
            return found[0] if found else None
        if (
            word not in titles
            and token.lemma_.lower() not in agents
            and word not in {"'s", "of", "the", "-", "'", ","}
            and token.pos_ not in {"ADJ", "NOUN", "PROPN"}
        ):
            break
    return None


def _owner_in(person: Person, noun: Token, reading: Reading) -> int | None:
    if noun.dep_ != "prep":
        found = reading.alone(person.paragraph, noun).actors
        return found[0] if found else None
    inner = trees.child(noun, "pobj")
    hit = (
        reading.hit(person.paragraph, inner)
        if inner is not None and noun.lower_ in {"of", "for", "from"}
        else None
    )
    return hit.actor if hit is not None and hit.form != "person" else None


def _told_beside(person: Person, reading: Reading) -> int | None:
    """Return the principal in brackets, or behind a comma: "Kolb (Peru)", "Kolb, the Greek Cypriot leader,"."""
    doc = person.paragraph.doc
    if person.end + 1 < len(doc) and doc[person.end].text == "(":
        hit = reading.cast.hits.get((person.paragraph.number, person.end + 1))
        alone = hit is not None and hit.end < len(doc) and doc[hit.end].text == ")"
        return hit.actor if hit is not None and alone else None
    if person.end + 1 >= len(doc) or doc[person.end].text != ",":
        return None
    for i in range(person.end + 1, min(len(doc), person.end + 10)):
        if doc[i].text in {",", "."}:
            break
        if doc[i].lemma_ in LEADING and doc[i].pos_ == "VERB":
            return _led(person, i, reading)
        if doc[i].lemma_.lower() in reading.lexicon.actors["agents"]:
            hits = (
                reading.cast.hits.get((person.paragraph.number, k)) for k in range(person.end, i)
            )
            beside = [hit.actor for hit in hits if hit is not None]
            found = beside[:1] or list(principals_of(reading, person.paragraph, doc[i]))
            if found:
                return found[0]
    return None


def _led(person: Person, verb: int, reading: Reading) -> int | None:
    """Return who is led: "Cuesta, the commander who leads the rebel team"."""
    doc = person.paragraph.doc
    for i in range(verb + 1, min(len(doc), verb + 7)):
        hit = reading.cast.hits.get((person.paragraph.number, i))
        if hit is not None and hit.form != "person":
            return hit.actor
        if doc[i].lemma_.lower() in reading.classes:
            return reading.classes[doc[i].lemma_.lower()]
        if doc[i].text in {",", "."}:
            break
    return None


def _guessed_owner(person: Person, reading: Reading) -> int | None:
    """Return the party that was speaking just before somebody comes in without a description."""
    own = _content_subject(person, reading)
    if own is not None:
        return own
    speaks = (
        person.head.dep_ == "nsubj" and person.head.head.lemma_ in reading.lexicon.speech["verbs"]
    )
    if not speaks and not (person.titles and person.head.dep_ in {"nsubj", "appos", "ROOT"}):
        return None
    of_state = bool(OF_STATES.intersection(person.titles))
    spoken: list[tuple[int, float]] = []
    for number in range(max(0, person.paragraph.number - 2), person.paragraph.number + 1):
        for each in reading.mentions(reading.paragraphs[number]):
            if number == person.paragraph.number and each.token >= person.start:
                break
            fits = len(each.who.actors) == 1 and (
                not of_state
                or reading.cast.actors[each.who.actors[0]].kind
                in {"state", "seat", "armed", "government"}
            )
            if fits:
                definite = not any(
                    x.lower_ in {"a", "an", "one"}
                    for x in reading.paragraphs[number].doc[each.token].children
                )
                spoken.append(
                    (
                        each.who.actors[0],
                        4.0 if each.who.person and definite else 2.0 if each.subject else 1.0,
                    )
                )
    return _weightiest(spoken)


def _content_subject(person: Person, reading: Reading) -> int | None:
    """Take a speaker for the side whose will they tell: "Haniyeh said Hamas would not retreat"."""
    name = person.head.head if person.head.dep_ == "appos" else person.head
    verb = name.head
    clause = trees.child(verb, "ccomp")
    if name.dep_ != "nsubj" or verb.lemma_ not in reading.lexicon.speech["verbs"] or clause is None:
        return None
    subject = trees.child(clause, "nsubj")
    willed = (
        trees.modal_of(clause) in {"will", "would"}
        or clause.lemma_ in reading.lexicon.verbs
        or clause.lemma_ in reading.lexicon.adjectives
    )
    hit = reading.hit(person.paragraph, subject) if subject is not None and willed else None
    return hit.actor if hit is not None and hit.form != "person" else None


def _weightiest(spoken: list[tuple[int, float]]) -> int | None:
    """Return the actor that comes up most, the later counting more."""
    scores: dict[int, float] = {}
    for place, (actor, weight) in enumerate(reversed(spoken)):
        scores[actor] = scores.get(actor, 0.0) + weight * 0.6**place
    return max(scores, key=lambda actor: scores[actor]) if scores else None
