"""Where sentences begin: the parser's own guess goes wrong at quotation marks, so that it is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = (
    150  # tokens: a text without full stops is cut, as the work on a sentence grows with its square
)
CLOSERS = frozenset({'"', "'", ")", "]", "''"})
OPENERS = frozenset({'"', "'", "(", "[", "-"})
ABBREVIATIONS = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Prof|St|No|Nov|Dec|Oct|Sept?|Aug|Jul|Jun|Apr|Mar|Feb|Jan"
    r"|Hon|Cmdr|vs|[A-Z]|U\.S|U\.N|U\.K|E\.U)\."
)


def mark_sentences(doc: Doc) -> Doc:
    """Let a sentence begin behind a full stop or a semicolon, and nowhere else."""
    last = 0
    for token in doc[1:]:
        begins = _begins(doc, token) or token.i - last >= LONGEST
        token.is_sent_start = begins
        last = token.i if begins else last
    return doc


def _begins(doc: Doc, token: Token) -> bool:
    before = doc[token.i - 1]
    if token.is_space:
        return False
    if before.is_space and token.i > 1:  # two blanks, which the parser keeps as a word of their own
        return _stops(doc[token.i - 2]) and _opens(token)
    if before.text == ";":
        return True
    if not before.whitespace_ or (
        token.text in CLOSERS and token.text != '"' and not token.whitespace_
    ):
        return False
    closed = before.text in CLOSERS and token.i > 1
    return _stops(doc[token.i - 2] if closed else before) and _opens(token)


def _stops(token: Token) -> bool:
    """Tell whether a sentence ends here; an abbreviation's full stop ends none."""
    return token.text.endswith((".", "!", "?")) and ABBREVIATIONS.fullmatch(token.text) is None


def _opens(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.text in OPENERS
