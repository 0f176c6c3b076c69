"""Who is only described: a country's rebels or opposition, who are not the country, and countries by what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefing_app.extraction.cast import CastBuilder, Hit
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.tokens import Span, Token

Described = tuple[int, int, str, str]  # first token, the one behind the last, name and kind

FURTHEST = 4  # tokens from a country's adjective to the noun that it describes
MINDED = re.compile(
    r"(?:anti|pro)-\w+|[\w-]+-(?:producing|exporting|importing)"
)  # "anti-whaling nations"
NARROWING = frozenset({
    "west", "east", "north", "south", "central", "western", "eastern", "northern", "southern", "sub", "saharan", "non",
})  # fmt: skip
SINGULAR = frozenset({"opposition", "resistance"})  # which are one body as they stand


def mark_described(paragraphs: Sequence[Paragraph], lexicon: Lexicon, cast: CastBuilder) -> None:
    """Mark "Syrian rebels" and "developing countries"; the rebels are the armed group that the text names, if one."""
    named = cast.build().only_armed
    groups = _several_groups(paragraphs, lexicon, cast)
    for paragraph in paragraphs:
        for start, end, name, kind in (
            *_opponents(paragraph, lexicon, cast),
            *_countries(paragraph, lexicon, cast),
            *(groups.get(paragraph.number, ())),
        ):
            actor = named if kind == "armed" and named is not None else cast.actor(name, kind)
            cast.call(actor, name)
            cast.call(actor, paragraph.doc[start:end].text)
            if kind == "bloc":
                cast.described.add(actor)
            cast.mark(paragraph.number, Hit(start, end, actor, "name"))


def _several_groups(
    paragraphs: Sequence[Paragraph], lexicon: Lexicon, cast: CastBuilder
) -> Mapping[int, Sequence[Described]]:
    """Find "rebel groups" and "opposition parties" by paragraph, where the text names none of them."""
    found = {each.number: list(_groups(each, lexicon, cast)) for each in paragraphs}
    told = Counter(kind for several in found.values() for *_place, kind in several)
    told["armed"] += sum(
        token.tag_ == "NNS" and _opposes(token, lexicon)
        for each in paragraphs
        for token in each.doc
    )
    unnamed = {kind for kind, count in told.items() if count > 1 and kind not in cast.kinds}
    return {
        number: [each for each in several if each[-1] in unnamed]
        for number, several in found.items()
    }


def _groups(paragraph: Paragraph, lexicon: Lexicon, cast: CastBuilder) -> Iterator[Described]:
    for token in paragraph.doc[1:]:
        word, place = token.nbor(-1), (paragraph.number, token.i - 1)
        if token.tag_ != "NNS" or token.lemma_.lower() not in lexicon.actors["groups"]:
            continue
        if word.head.i != token.i or place in cast.hits:
            continue
        lemma = word.lemma_.lower()
        if lemma in lexicon.actors["opponents"] or lemma == "armed":
            kind = "armed" if lemma in lexicon.classes["armed"] or lemma == "armed" else "group"
            yield token.i - 1, token.i + 1, f"{word.lower_} {token.lower_}", kind


def _opponents(paragraph: Paragraph, lexicon: Lexicon, cast: CastBuilder) -> Iterator[Described]:
    """Find a country's adjective before those who fight or oppose it: "Syrian armed opposition leaders"."""
    doc = paragraph.doc
    for token in doc:
        hit = cast.hits.get((paragraph.number, token.i))
        if hit is None or hit.form != "demonym" or cast.kinds[hit.actor] != "state":
            continue
        if token.i != hit.end - 1 or token.head.i <= token.i:
            continue
        words = doc[hit.end : min(token.head.i + 1, hit.end + FURTHEST)]
        opposing = next((each for each in words if _opposes(each, lexicon)), None)
        if opposing is not None and not any(each.is_punct for each in words):
            kind = "armed" if opposing.lemma_.lower() in lexicon.classes["armed"] else "group"
            yield (
                hit.start,
                opposing.i + 1,
                f"{doc[hit.start : hit.end].text} {_several(opposing)}",
                kind,
            )


def _opposes(token: Token, lexicon: Lexicon) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "ADJ"} and (
        token.lemma_.lower() in lexicon.actors["opponents"]
    )


def _several(noun: Token) -> str:
    word = noun.lower_
    return word if word in SINGULAR or word.endswith("s") else f"{word}s"


def _countries(paragraph: Paragraph, lexicon: Lexicon, cast: CastBuilder) -> Iterator[Described]:
    """Find the countries that negotiate together by what they are: "rich nations", "small island states"."""
    doc = paragraph.doc
    for token in doc[1:]:
        lands = token.tag_ == "NNS" and token.lemma_.lower() in lexicon.actors["lands"]
        if not lands or (paragraph.number, token.i) in cast.hits:
            continue
        for back in (3, 2, 1):  # "least-developed nations" are not developed ones
            start = max(0, token.i - back)
            name = _collective(doc[start : token.i], lexicon)
            if name is not None:
                yield start, token.i + 1, name, "bloc"
                break


def _collective(words: Span, lexicon: Lexicon) -> str | None:
    """Return what countries are called that some words describe; "West African states" are not all African ones."""
    told, before = words.text.lower(), words.doc[words.start - 1] if words.start else None
    if before is not None and (before.lower_ in NARROWING or before.text == "-"):
        return None
    if MINDED.fullmatch(told):
        return f"{words.text[0].lower()}{words.text[1:]} countries"
    return next((name for name, kinds in lexicon.collectives.items() if told in kinds), None)
