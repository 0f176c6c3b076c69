"""Whose document it is: the one who says "we" in a statement, a briefing or a joint communiqué."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.extraction.cast import CastBuilder
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.who import Who

STATEMENT = re.compile(
    r"\b(?:statement|remarks|communiqu[eé]|declaration|press release|open letter|appeal|proclamation|message"
    r"|joint text|agreement between|memorandum of)\b",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"\b(?:joint communiqu[eé]|communiqu[eé] of|agreement between|joint declaration|have agreed as follows"
    r"|hereby agree)\b",
    re.IGNORECASE,
)
ENVOY = re.compile(
    r"\b(?:by|from) (?:the )?((?:UN |United Nations )?Special (?:Envoy|Representative|Adviser)|Mediator|Facilitator)",
    re.IGNORECASE,
)
BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?", re.IGNORECASE)
WE = re.compile(r"\b(?:we|our|I|us)\b")


def issuer_of(reading: Reading, cast: CastBuilder) -> Who | None:
    """Return who issues the document; None for a story that somebody else tells."""
    opening = reading.paragraphs[:3]
    title = " ".join(each.doc.text for each in opening)[:600]
    if JOINT.search(title) or JOINT.search(reading.text[:1500]):
        return Who(joint=True)
    if not STATEMENT.search(" ".join(each.doc.text for each in opening[:2])[:300]):
        return None
    if not any(WE.search(each.doc.text) for each in reading.paragraphs):
        return _named(reading, opening[:1])
    return _we(reading) or _described(title, cast) or _named(reading, opening[:2])


def _we(reading: Reading) -> Who | None:
    """Read "We, the President of France, the Chancellor of Germany and ..., met"."""
    for paragraph in reading.paragraphs[:4]:
        doc = paragraph.doc
        for token in doc:
            if token.lower_ == "we" and token.i + 1 < len(doc) and token.nbor(1).text == ",":
                verb = next(
                    (
                        each
                        for each in doc[token.i :]
                        if each.tag_ in {"VBD", "VBP"} and each.pos_ == "VERB"
                    ),
                    doc[-1],
                )
                hits = (
                    reading.cast.hits.get((paragraph.number, i)) for i in range(token.i, verb.i)
                )
                actors = tuple(dict.fromkeys(hit.actor for hit in hits if hit is not None))
                if actors:
                    return Who(actors)
    return None


def _named(reading: Reading, opening: Sequence[Paragraph]) -> Who | None:
    for paragraph in opening:
        match = STATEMENT.search(paragraph.doc.text)
        hits = [
            hit
            for token in paragraph.doc
            if (hit := reading.cast.hits.get((paragraph.number, token.i)))
        ]
        if match is None or not hits:
            continue
        by = BY.search(paragraph.doc.text, match.end())
        after = [
            hit for hit in hits if by is not None and paragraph.doc[hit.start].idx >= by.end() - 1
        ]
        before = [hit for hit in hits if paragraph.doc[hit.start].idx < match.start()]
        chosen = (before or after or hits)[0]
        return Who((chosen.actor,), person=chosen.form == "person")
    return None


def _described(title: str, cast: CastBuilder) -> Who | None:
    """Name an issuer who is only described: "Remarks by the Special Envoy for Libya"."""
    match = ENVOY.search(title)
    if match is None:
        return None
    actor = cast.actor("United Nations", "world")
    cast.call(actor, match[1])
    cast.kinds[actor] = "mediator"
    return Who((actor,), person=True)
