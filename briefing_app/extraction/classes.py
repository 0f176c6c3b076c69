"""Whom "the rebels", "the army" or "the union" stand for in one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.extraction.cast import CastBuilder
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.principals import principals_of
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.trees import SUBJECTS

if TYPE_CHECKING:
    from briefing_app.extraction.parsing import Paragraph

RULING = frozenset(
    {"government", "army", "military", "regime", "junta", "authority", "administration"}
)
FAR = 3  # times as often
ENOUGH = 2  # a common noun that comes up less often names nobody


@dataclass
class Uses:
    """How a document uses its common nouns: whose they are, or how often nobody's, by lemma and kind."""

    owned: dict[str, Counter[int]] = field(default_factory=dict[str, Counter[int]])
    bare: Counter[str] = field(default_factory=Counter[str])
    spelled: dict[str, str] = field(default_factory=dict[str, str])


def link_classes(reading: Reading, cast: CastBuilder) -> None:
    """Bind common nouns to the one actor of their kind, or let them be an actor of their own."""
    uses = _uses(reading)
    names = reading.lexicon.actors
    for lemma, count in uses.bare.items():
        kind = next(kind for kind, words in reading.lexicon.classes.items() if lemma in words)
        actor = _actor_for(lemma, kind, uses, cast)
        enough = 1 if lemma == "government" and "state" not in cast.kinds else ENOUGH
        if actor is None and count >= enough and lemma in names["sides_of_their_own"]:
            actor = cast.actor(f"the {uses.spelled[lemma]}", kind)
        if actor is not None:
            reading.classes[lemma] = actor
    _link_offices(reading)
    reading.forget()


def _only_ruler(states: list[int], counts: Counter[int]) -> int | None:
    """Return the one state of a document, or the one that is named far more often than any other."""
    ranked = sorted(states, key=lambda actor: -counts[actor])
    alone = len(ranked) == 1 or (len(ranked) > 1 and counts[ranked[0]] > FAR * counts[ranked[1]])
    return ranked[0] if alone and counts[ranked[0]] > 1 else None


def _uses(reading: Reading) -> Uses:
    uses = Uses()
    for paragraph, token in _nouns(reading):
        kind, lemma = reading.class_of(token), token.lemma_.lower()
        if not kind:
            continue
        if token.dep_ == "compound":
            _count_before(reading, paragraph, token, uses)
            continue
        principals = principals_of(reading, paragraph, token)
        for key in (kind, lemma) if principals else ():
            uses.owned.setdefault(key, Counter())[principals[0]] += 1
        bare = token.dep_ in SUBJECTS and not any(each.dep_ == "det" for each in token.children)
        definite = (
            token.tag_ == "NNS"
            or bare
            or any(each.lower_ in {"the", "both"} for each in token.children)
        )
        if not principals and definite:
            uses.bare[lemma] += 1
            uses.spelled.setdefault(lemma, token.text.lower())
    return uses


def _count_before(reading: Reading, paragraph: Paragraph, token: Token, uses: Uses) -> None:
    """Count whose it is that stands before another noun: "the Congolese government spokeswoman"."""
    hit = reading.hit(paragraph, token.nbor(-1)) if token.i else None
    if hit is not None and hit.form == "demonym":
        uses.owned.setdefault(token.lemma_.lower(), Counter())[hit.actor] += 1


def _nouns(reading: Reading) -> Iterator[tuple[Paragraph, Token]]:
    for paragraph in reading.each_paragraph():
        yield from (
            (paragraph, token)
            for token in paragraph.doc
            if token.pos_ == "NOUN" or _stands_alone(token)
        )


def _stands_alone(token: Token) -> bool:
    """Tell whether a noun is only written like a name: "The Government maintains"."""
    if token.pos_ != "PROPN" or token.i == 0 or token.nbor(-1).lower_ != "the":
        return False
    return token.i + 1 == len(token.doc) or token.nbor(1).pos_ != "PROPN"


def _link_offices(reading: Reading) -> None:
    """Let "the ministry" be the one whose ministry was named, where only one side's was."""
    owners: dict[str, set[int]] = {}
    tokens = ((paragraph, each) for paragraph in reading.each_paragraph() for each in paragraph.doc)
    for paragraph, token in tokens:
        lemma = token.lemma_.lower()
        if lemma in reading.lexicon.actors["offices"] and lemma not in reading.classes:
            owners.setdefault(lemma, set()).update(principals_of(reading, paragraph, token))
    reading.classes |= {lemma: min(each) for lemma, each in owners.items() if len(each) == 1}


def _actor_for(lemma: str, kind: str, uses: Uses, cast: CastBuilder) -> int | None:
    """Return the actor of a kind that the document names most, or whose the noun mostly is."""
    counts = Counter(hit.actor for hit in cast.hits.values())
    of_kind = [
        actor
        for actor, each in enumerate(cast.kinds)
        if each == kind and actor not in cast.described
    ]
    if kind == "armed" and not of_kind:
        groups = [
            actor for actor, each in enumerate(cast.kinds) if each == "group" and counts[actor] > 1
        ]
        of_kind = groups if len(groups) == 1 else []
    if kind != "state" and of_kind:
        return max(of_kind, key=lambda actor: (counts[actor], -actor))
    if kind == "state" and lemma in RULING and (ruler := _only_ruler(of_kind, counts)) is not None:
        return ruler
    owners = uses.owned.get(lemma) or uses.owned.get(kind)
    return owners.most_common(1)[0][0] if owners and kind in {"state", "armed"} else None
