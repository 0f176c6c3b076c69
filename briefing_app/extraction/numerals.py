"""Numbers as a text writes them: "6,000", "1.5 million", "twenty-five", "18bn", "a dozen", "a third"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing_app.extraction.tokens import Token

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
GLUED = re.compile(r"(\d+(?:\.\d+)?)(m|mn|bn|tn)")
PRICED = re.compile(
    r"[a-z]{1,3}\$?(?=\d)"
)  # a currency's letters before its number: "CHF130", "R60,000"
NAMING = re.compile(r"[A-Z]\d{1,2}")  # "G20", "M23"
WHOLE = frozenset({"dozen", "hundred"})  # which may stand for a number with "a" alone
ARTICLES = frozenset({"a", "an", "another"})
GROUP, LEADING = re.compile(r"\d{3}"), re.compile(r"[1-9]\d{0,2}")
THOUSAND = 1000
TENS, HUNDRED, TEN = 20, 100, 10
AND_A_HALF = re.compile(r"and a half\b|- and - a - half\b")
PAIR = frozenset({"couple", "pair"})
SEVERAL = frozenset({"several", "few"})
LONGEST = 18  # digits: nothing negotiated is counted higher


def read_numeral(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[float | None, int]:
    """Read a number in digits or words; return it with how many tokens it took."""
    if shared := _fraction(tokens, at, lexicon):
        return shared
    value, used = _rough(tokens, at, lexicon) or (_first(tokens, at, lexicon), 1)
    while value is not None and at + used < len(tokens):
        value, more = _goes_on(value, tokens, (at, at + used), lexicon)
        if not more:
            break
        used += more
    return value, used + _repeated(value, tokens, at + used, lexicon)


def _goes_on(
    value: float, tokens: Sequence[Token], place: tuple[int, int], lexicon: Lexicon
) -> tuple[float, int]:
    """Return what a number is with what stands behind it, and how many tokens that takes; none where it is whole."""
    first, at = place
    word = tokens[at].lower_.rstrip(".")
    if GROUP.fullmatch(word) and at == first + 1 and LEADING.fullmatch(tokens[first].text):
        return value * THOUSAND + float(word), 1  # "1 500 nurses"
    if word in lexicon.multiples and (word != "m" or _is_million(tokens, first, at, lexicon)):
        return value * lexicon.multiples[word], 1
    if _takes_ones(value) and lexicon.numbers.get(word, TEN) < TEN:
        return value + lexicon.numbers[word], 1
    if word == "-" and _takes_ones(value) and _is_ones(tokens, at + 1, lexicon):
        return value, 1
    if half := AND_A_HALF.match(" ".join(each.lower_ for each in tokens[at : at + 6])):
        return value + 0.5, len(half[0].split())
    if tokens[at - 1].lower_ == "hundred":
        return _with_tens(value, tokens, at, lexicon)
    return value, 0


def _with_tens(
    value: float, tokens: Sequence[Token], at: int, lexicon: Lexicon
) -> tuple[float, int]:
    """Add what is below a hundred: "one hundred and fifty"; but "one hundred and two hundred" are two numbers."""
    joined = int(tokens[at].lower_ == "and")
    words = [each.lower_ for each in tokens[at + joined : at + joined + 2]]
    further = lexicon.numbers.get(words[0]) if words else None
    if further is None or words[1:] == ["hundred"]:
        return value, 0
    return value + further, joined + 1


def _rough(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Read "half a million", "several hundred", "hundreds of thousands": the least that the words can mean."""
    words = [each.lower_ for each in tokens[at : at + 3]]
    if words[0] == "half" and words[1:2] == ["a"] and words[-1] in lexicon.multiples:
        return lexicon.multiples[words[-1]] / 2, 3
    if words[0] in PAIR and words[1:2] == ["of"]:
        return 2.0, 1
    if words[0] in SEVERAL and words[1:2] and words[1] in lexicon.multiples:
        return float(lexicon.multiples[words[1]]), 2
    value = lexicon.roughly.get(words[0])
    if value is None or words[1:2] != ["of"]:
        return None
    further = lexicon.roughly.get(words[-1], 0)
    return (float(value * further), 3) if further else (float(value), 1)


def _fraction(
    tokens: Sequence[Token], at: int, lexicon: Lexicon
) -> tuple[float | None, int] | None:
    """Read "a third", "three quarters", in hundredths; "a third round" and "the third quarter" are ordinals."""
    words = [each.lower_ for each in tokens[at : at + 3] if each.text != "-"]
    used = 3 if tokens[at + 1 : at + 2] and tokens[at + 1].text == "-" else 2
    parts = lexicon.fractions.get(words[1].rstrip("s")) if words[1:] else None
    number = 1 if words[0] == "a" else lexicon.numbers.get(words[0])
    if parts is None or number is None or number >= parts or (number > 1) != words[1].endswith("s"):
        return None
    behind = tokens[at + used].pos_ if at + used < len(tokens) else ""
    counted = behind in {"NOUN", "PROPN", "ADJ", "NUM"}
    return (None if counted else round(100 * number / parts, 1)), used


def _repeated(value: float | None, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return how many tokens say a number once more, as treaties do: "sixty (60) days"."""
    mark = [each.text for each in tokens[at : at + 3 : 2]] == ["(", ")"]
    return 3 if value is not None and mark and _first(tokens, at + 1, lexicon) == value else 0


def multiple_of(token: Token, lexicon: Lexicon) -> tuple[float, float]:
    """Return a number's first part where it is in digits, and what it is taken times: "7bn", "7 million"."""
    word, behind = token.lower_, token.doc[token.i + 1 : token.i + 2].text.lower()
    if glued := GLUED.fullmatch(word):
        return float(glued[1]), lexicon.multiples[glued[2]]
    value = float(word.replace(",", "")) if DIGITS.fullmatch(word) else lexicon.numbers.get(word, 0)
    return value, lexicon.multiples.get(behind, 1)


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
    if word in ARTICLES and _lasts(tokens, at, lexicon):
        return 1.0
    article = at > 0 and tokens[at - 1].lower_ == "a"
    return float(lexicon.multiples[word]) if word in WHOLE and article else None


def _lasts(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether an article counts how long something lasts: "renewed for a year", "extended by another month"."""
    led, unit = (
        tokens[each].lower_ if 0 <= each < len(tokens) else "" for each in (at - 1, at + 1)
    )
    passing = unit in {"hour", "day"}  # "left for another day", "flew for an hour"
    return unit in lexicon.units["lasting"] and (led == "by" or (led == "for" and not passing))


def _is_million(tokens: Sequence[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Tell whether "m" stands for a million and not for metres: "£40m", "3m tonnes"."""
    glued = not tokens[at - 1].whitespace_
    before = tokens[first - 1] if first > 0 else tokens[first]
    priced = before.pos_ == "SYM" or before.text in lexicon.currencies
    counting = at + 1 < len(tokens) and tokens[at + 1].pos_ == "NOUN"
    return glued and (priced or counting)


def _takes_ones(value: float) -> bool:
    return value % HUNDRED >= TENS and value % TEN == 0


def _is_ones(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    return at < len(tokens) and lexicon.numbers.get(tokens[at].lower_, TEN) < TEN
