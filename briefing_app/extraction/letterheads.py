"""Who stands in capitals above what they issue, and may be named so nowhere else: "FRONT FOR THE DIGNITY OF ORLANA"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing_app.extraction.cast import CastBuilder, Hit, head_of
from briefing_app.extraction.definitions import as_in_a_story
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.speaking import is_issued

FIRST = 3  # lines in which a letterhead stands
FEWEST, MOST = 3, 12  # words of a body's name
# What a letterhead's body may be; a ministry's state is told elsewhere.
KINDS = ("armed", "union", "group")
OF_HEADLINES = frozenset({"a", "an", "at", "on", "with", "by", "from", "as", "is", "are", "over"})
OF_STATE = re.compile(
    r"^(?:(?:PRESIDENCY|GOVERNMENT|PARLIAMENT|EMBASSY|MINISTRY|OFFICE)\b[A-Z ,&]*? OF (?:THE )?)?"
    r"(?:REPUBLIC|KINGDOM|SULTANATE|PRINCIPALITY) OF (?:THE )?(?P<name>[A-ZÀ-Ý]{3,})\s*(?:$|[,–—-])"
)


def mark_letterheads(paragraphs: Sequence[Paragraph], lexicon: Lexicon, cast: CastBuilder) -> None:
    """Find the state or the body that the first lines of a text name in capitals, and mark it wherever it is named.

    A body is only looked for above what is somebody's own text; a report may have its headline in capitals too.
    """
    own = is_issued(paragraphs)
    for paragraph in paragraphs[:FIRST]:
        if not paragraph.text.isupper():
            continue
        if state := _state(paragraph, lexicon):
            _mark(paragraphs, cast, cast.actor(state, "state"), state, article=False)
        elif own and (kind := _kind_of_body(paragraph, lexicon, cast)):
            name = as_in_a_story(paragraph.text)
            actor = cast.actor(name, kind)
            cast.mark(paragraph.number, Hit(0, len(paragraph.doc), actor, "name"))
            _mark(paragraphs, cast, actor, head_of(name), article=True)


def _state(paragraph: Paragraph, lexicon: Lexicon) -> str:
    """Return the state of a letterhead that is in no atlas."""
    match = OF_STATE.search(paragraph.text)
    name = match["name"].title() if match is not None else ""
    return "" if name in lexicon.names else name


def _kind_of_body(paragraph: Paragraph, lexicon: Lexicon, cast: CastBuilder) -> str:
    """Return of what kind a line's body is, by the word for what it is; nothing where it names none, or a known one."""
    words = paragraph.text.split()
    if not FEWEST <= len(words) <= MOST or not all(each.isalpha() for each in words):
        return ""
    known = (paragraph.number, 0) in cast.hits or paragraph.text in lexicon.names
    if known or not _is_a_name(words):
        return ""
    head = head_of(as_in_a_story(paragraph.text)).lower()
    return next((kind for kind in KINDS if head in lexicon.suffixes[kind]), "")


def _is_a_name(words: Sequence[str]) -> bool:
    """Tell whether capitals can be a name and no headline, which has other small words: "BACKS A UNION"."""
    told = [each.lower() for each in words]
    after_the = all(
        before in {"of", "for", "and"} for before, each in pairwise(told) if each == "the"
    )
    return after_the and not OF_HEADLINES.intersection(told)


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
