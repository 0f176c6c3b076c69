"""Who stands in capitals above what they issue, and may be named so nowhere else: "FRONT FOR THE DIGNITY OF ORLANA"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.extraction.cast import CastBuilder, Hit, head_of
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.speaking import OFTEN, WE

FIRST = 3  # lines in which a letterhead stands
FEWEST, MOST = 3, 12  # words of a body's name
BODIES = (
    "armed",
    "union",
    "group",
)  # kinds that a letterhead may be of; a ministry's state is told elsewhere
SMALL = frozenset({"of", "for", "the", "and", "in", "to"})
OF_STATE = re.compile(
    r"\b(?:REPUBLIC|KINGDOM|SULTANATE|PRINCIPALITY) OF (?:THE )?(?P<name>[A-ZÀ-Ý]{3,})\s*(?:$|[,–—-])"
)


def mark_letterheads(paragraphs: Sequence[Paragraph], lexicon: Lexicon, cast: CastBuilder) -> None:
    """Find the state or the body that the first lines of a text name in capitals, and mark it wherever it is named.

    A body is only looked for above a text that says "we"; a report may have its headline in capitals too.
    """
    own = sum(len(WE.findall(each.text)) for each in paragraphs) >= OFTEN
    for paragraph in paragraphs[:FIRST]:
        if not paragraph.text.isupper():
            continue
        if state := _state(paragraph, lexicon):
            _mark(paragraphs, cast, cast.actor(state, "state"), state, article=False)
        elif own and (kind := _kind_of_body(paragraph, lexicon)):
            name = _written(paragraph.text)
            actor = cast.actor(name, kind)
            cast.mark(paragraph.number, Hit(0, len(paragraph.doc), actor, "name"))
            _mark(paragraphs, cast, actor, head_of(name), article=True)


def _state(paragraph: Paragraph, lexicon: Lexicon) -> str:
    """Return the state of a letterhead that is in no atlas."""
    match = OF_STATE.search(paragraph.text)
    name = match["name"].title() if match is not None else ""
    return "" if name in lexicon.names else name


def _kind_of_body(paragraph: Paragraph, lexicon: Lexicon) -> str:
    """Return of what kind a line's body is, by the word for what it is; nothing where it names none, or a known one."""
    words = paragraph.text.split()
    if not FEWEST <= len(words) <= MOST or not all(each.isalpha() for each in words):
        return ""
    if paragraph.text in lexicon.names:
        return ""
    head = head_of(_written(paragraph.text)).lower()
    return next((kind for kind in BODIES if head in lexicon.suffixes[kind]), "")


def _written(name: str) -> str:
    """Write capitals as a story does: "Front for the Dignity of Orlana"."""
    words = [each.lower() for each in name.split()]
    return " ".join(each if each in SMALL else each.capitalize() for each in words)


def _mark(
    paragraphs: Sequence[Paragraph], cast: CastBuilder, actor: int, word: str, *, article: bool
) -> None:
    """Mark a word wherever it stands alone for the actor, behind an article or not."""
    for paragraph in paragraphs:
        for token in paragraph.doc:
            alone = not (token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN")
            before = token.i > 0 and token.nbor(-1).lower_ == "the"
            if token.text in {word, word.upper()} and alone and before is article:
                cast.mark(paragraph.number, Hit(token.i, token.i + 1, actor, "name"))
