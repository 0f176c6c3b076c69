"""Who a text speaks for that says "we" and names nobody as its author."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefing_app.extraction.quotations import quotations
from briefing_app.extraction.who import Who

if TYPE_CHECKING:
    from briefing_app.extraction.cast import Hit
    from briefing_app.extraction.mentions import Reading
    from briefing_app.extraction.parsing import Paragraph

ABOUT_WHOM = frozenset({"with", "on", "about", "between", "regarding", "following", "after", "to"})
SPEAKING_WITH = frozenset({"interview", "scrum", "conversation"})  # whose words a text is
FIRST_LINES, IN_A_TITLE = 6, 3  # lines above a text, and points for who is named there
CLEARLY = 1.5  # times as many points as the next one
RARELY = 60  # words in which somebody who speaks for himself says "we" once
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|us)\b")
RELEASE = re.compile(
    r"\b(?:press (?:release|note|statement)|news release|for immediate release|response to (?:a )?media quer(?:y|ies)"
    r"|statement no\b|statement on behalf of)",
    re.IGNORECASE,
)
OFTEN = 3  # times "we" or "our"
LONGEST = 40  # tokens of a line that says whose a text is


def is_issued(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a text is somebody's own: it says "we" now and then, or that it is a press release."""
    lines = (each for each in paragraphs[:FIRST_LINES] if len(each.doc) <= LONGEST)
    released = any(RELEASE.search(each.text) for each in lines)
    return released or sum(len(WE.findall(each.text)) for each in paragraphs) >= OFTEN


def says_we(reading: Reading) -> bool:
    """Tell whether a text says "we" all through it; a live report, too, does so now and then."""
    words = sum(len(each.doc) for each in reading.paragraphs)
    return sum(1 for _each in own_words(WE, reading.text)) >= max(OFTEN, words / RARELY)


def own_words(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Find what a text says itself, outside what it quotes."""
    quoted = quotations(text, 0, len(text))
    starts = [start for start, _end in quoted]
    for match in pattern.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or match.start() >= quoted[before][1]:
            yield match


def speaking_for(reading: Reading) -> Who | None:
    """Return for whom a text speaks that says "we" all through it: who is in its first lines, and acts most in it."""
    if not says_we(reading):
        return None
    above = Counter[int]()
    for paragraph in reading.paragraphs[:FIRST_LINES]:
        if len(paragraph.doc) > LONGEST or WE.search(paragraph.text):
            break
        for hit in unaddressed(reading, paragraph):
            above[hit.actor] += 1 if hit.form == "capital" else IN_A_TITLE
    above.update(_acting(reading, reading.paragraphs))
    above.subtract(_met_by_us(reading))
    return _clearest(reading, above)


def _met_by_us(reading: Reading) -> Counter[int]:
    """Count who stands beside "we" in a sentence, and does not act in it: the others."""
    others = Counter[int]()
    for paragraph in reading.each_paragraph():
        for sentence in paragraph.doc.sents:
            if not any(each.lower_ in {"we", "our", "us"} for each in sentence):
                continue
            hits = dict.fromkeys(
                reading.cast.hits.get((paragraph.number, each.i)) for each in sentence
            )
            others.update(
                hit.actor
                for hit in hits
                if hit is not None and paragraph.doc[hit.end - 1].dep_ != "nsubj"
            )
    return others


def side_of(reading: Reading, paragraphs: Iterable[Paragraph]) -> Who | None:
    """Return for whom somebody speaks, by who acts in what they say; None where it is not clear."""
    return _clearest(reading, _acting(reading, paragraphs))


def _acting(reading: Reading, paragraphs: Iterable[Paragraph]) -> Counter[int]:
    hits = {
        (paragraph.number, hit.start): hit
        for paragraph in paragraphs
        for token in paragraph.doc
        if (hit := reading.cast.hits.get((paragraph.number, token.i))) is not None
        and paragraph.doc[hit.end - 1].dep_ == "nsubj"
    }
    return Counter(hit.actor for hit in hits.values())


def _clearest(reading: Reading, points: Counter[int]) -> Who | None:
    actors = reading.cast.actors
    likely = [each for each in points.most_common() if actors[each[0]].kind != "world"][:2]
    if not likely or likely[0][1] < IN_A_TITLE:
        return None
    clear = len(likely) == 1 or likely[0][1] > CLEARLY * likely[1][1]
    return Who((likely[0][0],)) if clear else None


def unaddressed(reading: Reading, paragraph: Paragraph) -> Iterator[Hit]:
    """Return who is named in a line, up to those that are spoken with or about."""
    for token in paragraph.doc:
        if token.lower_ in ABOUT_WHOM and not (token.i and token.nbor(-1).lower_ in SPEAKING_WITH):
            return
        hit = reading.cast.hits.get((paragraph.number, token.i))
        if hit is not None and token.i == hit.start and (not token.i or token.nbor(-1).text != "-"):
            yield hit
