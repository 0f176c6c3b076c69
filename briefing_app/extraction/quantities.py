"""How many or how much: numbers with what they count. Ages, dates and clock times are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing_app.domain.outcome import Quantity
from briefing_app.extraction.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

QUALIFIERS = {
    "at least": "at least", "no fewer than": "at least", "not fewer than": "at least", "no less than": "at least", "more than": "more than",
    "over": "more than", "about": "about", "around": "about", "some": "about", "roughly": "about", "nearly": "about", "almost": "about",
    "approximately": "about", "up to": "up to", "as many as": "up to", "no more than": "up to", "under": "under", "fewer than": "under",
    "less than": "under", "further": "further", "another": "further", "additional": "further",
}  # fmt: skip
PLAIN = 10  # a number below it counts something only with its unit
AGE_BEFORE = re.compile(
    r"(?:under|over|aged?|age of|older than|younger than)(?: the age of)?\s*$", re.IGNORECASE
)
NO_UNIT = frozenset(
    {
        "point",
        "annex",
        "article",
        "resolution",
        "chapter",
        "phase",
        "paragraph",
        "year",
        "day",
        "side",
        "party",
        "country",
        "leader",
        "delegation",
        "issue",
        "matter",
        "thing",
        "man",
        "round",
        "other",
    }
)
CURRENCIES = {
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "US$": "US dollars",
    "A$": "Australian dollars",
}


def quantities(
    tokens: Sequence[Token], lexicon: Lexicon, busy: Sequence[tuple[int, int]] = ()
) -> tuple[Quantity, ...]:
    """Return what is counted among some tokens, outside the stretches (offsets) that are dates."""
    return tuple(dict.fromkeys(_find(tokens, lexicon.numbers, lexicon.multiples, busy)))


def _find(
    tokens: Sequence[Token],
    numbers: Mapping[str, int],
    multiples: Mapping[str, int],
    busy: Sequence[tuple[int, int]],
) -> Iterator[Quantity]:
    at = 0
    while at < len(tokens):
        value, used = read_number(tokens, at, numbers, multiples)
        if value is None:
            at += 1
            continue
        token = tokens[at]
        if not any(a <= token.idx < b for a, b in busy) and not _is_no_quantity(tokens, at, used):
            unit = _unit(tokens, at, used)
            if (unit or value >= PLAIN) and not (
                unit and value < PLAIN and unit.split()[-1].rstrip("s") in NO_UNIT
            ):
                yield Quantity(value, unit, _qualifier(token))
        at += used


def read_number(
    tokens: Sequence[Token], at: int, numbers: Mapping[str, int], multiples: Mapping[str, int]
) -> tuple[float | None, int]:
    """Read a number in digits or words; return it with how many tokens it took."""
    total, part, used = 0.0, None, 0
    while at + used < len(tokens):
        word = tokens[at + used].lower_.rstrip(".")
        digits = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", word)
        glued = re.fullmatch(r"(\d+(?:\.\d+)?)(m|bn)", word)
        if digits and part is None:
            part = float(word.replace(",", ""))
        elif glued and part is None:
            part = float(glued[1]) * multiples[glued[2]]
        elif word in numbers and (
            part is None or (part % 10 == 0 and 20 <= part < 100 and numbers[word] < 10)
        ):
            part = (part or 0) + numbers[word]
        elif word in multiples and part is not None and word not in {"m"}:
            part *= multiples[word]
        elif (
            word in multiples
            and part is None
            and word in {"dozen", "hundred"}
            and at > 0
            and tokens[at - 1].lower_ == "a"
        ):
            part = float(multiples[word])
        elif not (
            word == "-"
            and part is not None
            and at + used + 1 < len(tokens)
            and tokens[at + used + 1].lower_ in numbers
            and part % 10 == 0
            and 20 <= part < 100
        ):
            break
        used += 1
    return (total + part, used) if part is not None else (None, max(used, 1))


def _is_no_quantity(tokens: Sequence[Token], at: int, used: int) -> bool:
    token, last = tokens[at], tokens[at + used - 1]
    before = token.doc.text[max(0, token.idx - 24) : token.idx]
    if AGE_BEFORE.search(before) and not re.search(r"(?:over|under) $", before, re.IGNORECASE):
        return True
    after = token.doc.text[last.idx + len(last) : last.idx + len(last) + 14].lower()
    if re.match(
        r"[\s-]*(?:years?[\s-]old|st\b|nd\b|rd\b|th\b|:\d|\.\d|a\.?m|p\.?m|\+)", after
    ) or before.endswith(":"):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", token.text) or (
        token.lower_ == "one" and after[:1] not in {"-"} and token.dep_ != "nummod"
    ):
        return True
    return bool(
        re.search(
            r"\b(?:points?|article|annex|resolution|phase|chapter|no\.?|number|under) $",
            before,
            re.IGNORECASE,
        )
    )


def _unit(tokens: Sequence[Token], at: int, used: int) -> str:
    token, after = tokens[at], at + used
    doc = token.doc
    symbol = doc[token.i - 1].text if token.i else ""
    if symbol in CURRENCIES:
        return CURRENCIES[symbol]
    rest = [doc[i] for i in range(tokens[after - 1].i + 1, min(len(doc), tokens[after - 1].i + 7))]
    words: list[str] = []
    for each in rest:
        if each.text == "-" and not words:
            continue
        if each.lower_ in {"per", "cent", "%", "percent"}:
            return "per cent"
        if each.pos_ in {"NOUN", "PROPN"} or (
            each.pos_ in {"ADJ", "VERB"} and each.tag_ in {"JJ", "VBN", "VBG"}
        ):
            words.append(each.text)
            if each.pos_ == "NOUN" and not (
                each.i + 1 < len(doc) and each.nbor(1).pos_ == "NOUN" and each.dep_ == "compound"
            ):
                return " ".join(words)
        elif each.lower_ == "of" and not words:
            continue
        else:
            break
    if words:
        return " ".join(words)
    return (
        token.head.text
        if token.dep_ == "nummod" and token.head.pos_ == "NOUN"
        else _counted(tokens, at)
    )


def _counted(tokens: Sequence[Token], at: int) -> str:
    """Find what "numbering 86" counts: the subject of it."""
    token = tokens[at]
    if token.head.lemma_ in {"number", "total"} and token.head.head.pos_ == "NOUN":
        return token.head.head.text
    return ""


def _qualifier(token: Token) -> str:
    before = token.doc.text[max(0, token.idx - 16) : token.idx].lower().rstrip()
    return next(
        (
            short
            for words, short in sorted(QUALIFIERS.items(), key=lambda item: -len(item[0]))
            if re.search(rf"(?:^|\W){words}$", before)
        ),
        "",
    )
