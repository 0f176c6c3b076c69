"""Whom "the rebels", "the army" or "the union" stand for in one document."""

from __future__ import annotations

from collections import Counter

from briefing_app.extraction.cast import CastBuilder
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.principals import principals_of

OFFICES = frozenset(
    {
        "ministry",
        "parliament",
        "delegation",
        "cabinet",
        "presidency",
        "ministers",
        "embassy",
        "chancellery",
    }
)
ENOUGH = 2  # a common noun that comes up less often names nobody


def link_classes(reading: Reading, cast: CastBuilder) -> None:
    """Bind common nouns to the one actor of their kind, or let them be an actor of their own."""
    named: dict[str, Counter[int]] = {}
    bare: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for paragraph in reading.paragraphs:
        for token in paragraph.doc:
            if (
                token.pos_ != "NOUN"
                or token.dep_ == "compound"
                or not (kind := reading.class_of(token))
            ):
                continue
            lemma = token.lemma_.lower()
            principals = principals_of(reading, paragraph, token)
            if principals:
                named.setdefault(kind, Counter()).update(principals[:1])
                named.setdefault(lemma, Counter()).update(principals[:1])
            elif (
                any(each.lower_ in {"the", "both"} for each in token.children)
                or token.tag_ == "NNS"
            ):
                bare[lemma] += 1
                spelled.setdefault(lemma, token.text.lower())
    for lemma, count in bare.items():
        kind = next(kind for kind, words in reading.lexicon.classes.items() if lemma in words)
        actor = _actor_for(lemma, kind, named, cast)
        if (
            actor is None
            and count >= ENOUGH
            and (kind in {"armed", "union", "company"} or lemma == "government")
            and lemma
            not in {"front", "movement", "worker", "driver", "fighter", "owner", "operator"}
        ):
            actor = cast.actor(f"the {spelled[lemma]}", kind)
        if actor is not None:
            reading.classes[lemma] = actor
    _link_offices(reading)
    reading.forget()


def _link_offices(reading: Reading) -> None:
    """Let "the ministry" be the one whose ministry was named, where only one side's was."""
    owners: dict[str, set[int]] = {}
    for paragraph in reading.paragraphs:
        for token in paragraph.doc:
            lemma = token.lemma_.lower()
            if token.pos_ == "NOUN" and lemma in OFFICES and lemma not in reading.classes:
                owners.setdefault(lemma, set()).update(principals_of(reading, paragraph, token))
    reading.classes |= {lemma: min(each) for lemma, each in owners.items() if len(each) == 1}


def _actor_for(
    lemma: str, kind: str, named: dict[str, Counter[int]], cast: CastBuilder
) -> int | None:
    """Return the actor of a kind that the document names most."""
    counts = Counter(hit.actor for hit in cast.hits.values())
    of_kind = [actor for actor, each in enumerate(cast.kinds) if each == kind]
    if kind == "armed" and not of_kind:
        of_kind = [
            actor for actor, each in enumerate(cast.kinds) if each == "group" and counts[actor] > 1
        ]
        of_kind = of_kind if len(of_kind) == 1 else []
    if kind != "state" and of_kind:
        return max(of_kind, key=lambda actor: (counts[actor], -actor))
    owners = named.get(lemma) or named.get(kind)
    if owners and kind in {"state", "armed"}:
        return owners.most_common(1)[0][0]
    return None
