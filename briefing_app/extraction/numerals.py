"""Numbers as a text writes them: "6,000", "1.5 million", "twenty-five", "18bn", "a dozen", "half a million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing_app.extraction.lexicon import Lexicon

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
GLUED = re.compile(r"(\d+(?:\.\d+)?)(m|mn|bn|tn)")
PRICED = re.compile(
    r"[a-z]{1,3}\$?(?=\d)"
)  # a currency's letters before its number: "CHF130", "R60,000"
NAMING = re.compile(r"[A-Z]\d{1,2}")  # "G20", "M23"
WHOLE = frozenset({"dozen", "hundred"})  # which may stand for a number with "a" alone
TENS, HUNDRED, TEN = 20, 100, 10
SEVERAL = frozenset({"several", "few"})
LONGEST = 18  # digits: nothing negotiated is counted higher


def read_numeral(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[float | None, int]:
    """Read a number in digits or words; return it with how many tokens it took."""
    rough = _rough(tokens, at, lexicon)
    if rough is not None:
        return rough
    value, used = _first(tokens, at, lexicon), 1
    while value is not None and at + used < len(tokens):
        word = tokens[at + used].lower_.rstrip(".")
        if word in lexicon.multiples and (word != "m" or _is_million(tokens, at, at + used)):
            value *= lexicon.multiples[word]
        elif _takes_ones(value) and lexicon.numbers.get(word, TEN) < TEN:
            value += lexicon.numbers[word]
        elif not (word == "-" and _takes_ones(value) and _is_ones(tokens, at + used + 1, lexicon)):
            break
        used += 1
    return value, used


def _rough(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Read "half a million", "several hundred", "hundreds of thousands": the least that the words can mean."""
    words = [each.lower_ for each in tokens[at : at + 3]]
    if words[0] == "half" and words[1:2] == ["a"] and words[-1] in lexicon.multiples:
        return lexicon.multiples[words[-1]] / 2, 3
    if words[0] in SEVERAL and words[1:2] and words[1] in lexicon.multiples:
        return float(lexicon.multiples[words[1]]), 2
    value = lexicon.roughly.get(words[0])
    if value is None or words[1:2] != ["of"]:
        return None
    further = lexicon.roughly.get(words[-1], 0)
    return (float(value * further), 3) if further else (float(value), 1)


def is_rough(token: Token, lexicon: Lexicon) -> bool:
    return token.lower_ in SEVERAL or token.lower_ in lexicon.roughly


def _first(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> float | None:
    word = tokens[at].lower_.rstrip(".")
    if NAMING.fullmatch(tokens[at].text):
        return None
    word = PRICED.sub("", word) if tokens[at].text[0].isupper() else word
    if len(word) <= LONGEST and DIGITS.fullmatch(word):
        return float(word.replace(",", ""))
    if len(word) <= LONGEST and (glued := GLUED.fullmatch(word)):
        return float(glued[1]) * lexicon.multiples[glued[2]]
    if word in lexicon.numbers:
        return float(lexicon.numbers[word])
    article = at > 0 and tokens[at - 1].lower_ == "a"
    return float(lexicon.multiples[word]) if word in WHOLE and article else None


def _is_million(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Tell whether "m" stands for a million and not for metres: "£40m", "3m tonnes"."""
    glued = not tokens[at - 1].whitespace_
    priced = first > 0 and tokens[first - 1].pos_ == "SYM"
    counting = at + 1 < len(tokens) and tokens[at + 1].pos_ == "NOUN"
    return glued and (priced or counting)


def _takes_ones(value: float) -> bool:
    return TENS <= value < HUNDRED and value % TEN == 0


def _is_ones(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    return at < len(tokens) and lexicon.numbers.get(tokens[at].lower_, TEN) < TEN
