"""Whose document it is: the one who says "we" in a statement, a briefing or a joint communiqué."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing_app.extraction.cast import CastBuilder, Hit
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.quotations import quotations
from briefing_app.extraction.who import Who

STATEMENT = re.compile(
    r"\b(?<!in a )(?:statement|press call|read-?out|briefing to|remarks|communiqu[eé]|declaration|press release"
    r"|open letter|appeal|proclamation|message|joint text|agreement between|memorandum of"
    r"|(?<!to )(?<!will )address (?:by|to|of))\b",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"\b(?:joint communiqu[eé]|communiqu[eé] of|agreement between|joint declaration|have agreed as follows"
    r"|hereby agree)\b",
    re.IGNORECASE,
)
ENVOY = re.compile(
    r"\b((?:UN |United Nations )?(?:Deputy )?Special (?:Envoy|Representative|Adviser)"
    r"|(?:by|from) (?:the )?(?:Mediator|Facilitator))",
    re.IGNORECASE,
)
BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?", re.IGNORECASE)
LONGEST = 40  # tokens of a line that says whose a text is
BESIDE = 3  # words between "G7" and "statement"
OFTEN = 3  # times "we" or "our"
OFFICE = re.compile(  # of the United States, where no country stands beside it
    r"\b(?:by|from) (?:the )?(?:(?:Vice )?President|(?:White House )?Press Secretary"
    r"|NSC|National Security|Secretary of State|Senior Administration Officials?)\b"
)
AMERICAN = re.compile(r"\b(?:White House|Americans?|administration|United States)\b", re.IGNORECASE)
ABOUT = re.compile(r"\b(?:on|regarding|about|concerning|following|after|in)\b")
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|us)\b")
EUROPEAN = re.compile(r"\bby the (?:EU )?High Representative\b(?! for (?!Foreign))")
FELLOW = re.compile(r"\bfellow (?P<people>[A-Z]\w+)")
RARELY = 60  # words in which somebody who speaks for himself says "we" once
APART = frozenset({"with", "to", "by", "against"})  # "by Chad, to Niger"
SIGNED = 6  # last lines among which those sign who speak


def issuer_of(reading: Reading, cast: CastBuilder) -> Who | None:
    """Return who issues the document; None for a story that somebody else tells."""
    head = _letterhead(reading)
    if head is not None:
        return head
    opening = [each for each in reading.paragraphs[:3] if len(each.doc) <= LONGEST]
    title = " ".join(each.text for each in opening)[:600]
    if JOINT.search(title) or JOINT.search(reading.text[:1500]):
        return Who(joint=True)
    if not STATEMENT.search(" ".join(each.text for each in opening[:2])[:300]):
        return _signed(reading)
    if not any(WE.search(each.text) for each in reading.paragraphs):
        return _named(reading, opening[:1], cast)
    if STATEMENT.search(opening[0].text) and EUROPEAN.search(opening[0].text):
        return Who((cast.actor("European Union", "bloc"),), person=True)
    envoy = _described(title, cast) if ENVOY.search(opening[0].text) else None
    first = envoy or _of_a_people(reading) or _we(reading) or _named(reading, opening[:1], cast)
    return (
        first
        or _described(title, cast)
        or _named(reading, opening[1:], cast)
        or _below(reading, opening)
        or _signed(reading)
    )


def _letterhead(reading: Reading) -> Who | None:
    """Return whose name fills one of the first lines of a text that says "we"."""
    if sum(len(WE.findall(each.text)) for each in reading.paragraphs) < OFTEN:
        return None
    for paragraph in reading.paragraphs[:3]:
        hit = reading.cast.hits.get((paragraph.number, len(paragraph.doc) - 1))
        if hit is not None and hit.end - hit.start >= len(paragraph.doc) - 1:
            return Who((hit.actor,))
    return None


def _below(reading: Reading, opening: Sequence[Paragraph]) -> Who | None:
    """Read "by the President of Chad" on a line of its own, below what it is."""
    for paragraph in opening[1:]:
        if paragraph.text.lower().startswith(("by ", "from ", "of ")) and _is_a_line(paragraph):
            return _last_in(reading, paragraph)
    return None


def _signed(reading: Reading) -> Who | None:
    """Return who signs a text that says "we"; several do so together."""
    lines = [each for each in reading.paragraphs[-SIGNED:] if _is_a_line(each)]
    signers = dict.fromkeys(
        signer.actors for each in lines if (signer := _last_in(reading, each)) is not None
    )
    # A country in the last lines is where that was, more often than who signs.
    signers = [each for each in signers if reading.cast.actors[each[0]].kind != "state"]
    words = sum(len(each.doc) for each in reading.paragraphs)
    enough = max(OFTEN, words / RARELY)  # a live report, too, says "we" now and then
    if not signers or sum(1 for _each in _own(WE, reading.text)) < enough:
        return None
    return Who(joint=True) if len(signers) > 1 else Who(signers[0])


def _of_a_people(reading: Reading) -> Who | None:
    """Return whose people a speaker calls his own: "fellow Ukrainians"."""
    numbers = {each.name: number for number, each in enumerate(reading.cast.actors)}
    for fellow in _own(FELLOW, reading.text):
        name = reading.lexicon.names.get(fellow["people"].removesuffix("s"))
        if name is not None and name.owner in numbers:
            return Who((numbers[name.owner],), person=True)
    return None


def _own(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Find what a text says itself, outside what it quotes."""
    quoted = quotations(text, 0, len(text))
    starts = [start for start, _end in quoted]
    for match in pattern.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or match.start() >= quoted[before][1]:
            yield match


def _is_a_line(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph only names somebody: no sentence, no day and place, no list of who reported it."""
    told = any(
        each.tag_ in {"VBD", "VBP", "VBZ", "MD"} or each.ent_type_ == "DATE"
        for each in paragraph.doc
    )
    return not told and paragraph.text[:1] != "(" and paragraph.text[-1:] not in {".", "!", "?"}


def _last_in(reading: Reading, paragraph: Paragraph) -> Who | None:
    hits = [
        hit
        for token in paragraph.doc
        if (hit := reading.hit(paragraph, token)) is not None and hit.form != "demonym"
    ]
    return Who((hits[-1].actor,)) if hits else None


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


def _named(reading: Reading, opening: Sequence[Paragraph], cast: CastBuilder) -> Who | None:
    for paragraph in opening:
        match = STATEMENT.search(paragraph.text)
        hits = [
            hit
            for token in paragraph.doc
            if (hit := reading.cast.hits.get((paragraph.number, token.i)))
        ]
        if match is None:
            continue
        by = BY.search(paragraph.text, match.end())
        about = ABOUT.search(paragraph.text, by.end() if by else match.end())
        limit = about.start() if about else len(paragraph.text)
        after = [
            hit
            for hit in hits
            if by is not None and by.end() - 1 <= paragraph.doc[hit.start].idx < limit
        ]
        word = next(each.i for each in paragraph.doc if each.idx + len(each) > match.start())
        before = [hit for hit in hits if 0 <= word - hit.end < BESIDE]
        if not (before or after) and OFFICE.search(paragraph.text):
            return _american(reading, cast)
        alone = hits if about is None and len({hit.actor for hit in hits}) == 1 else []
        if chosen := [*before[:1], *_listed(paragraph, after), *alone]:
            first = chosen[0].actor
            together = [each.actor for each in chosen] if chosen[0] in after else [first]
            return Who(tuple(dict.fromkeys(together)), person=chosen[0].form == "person")
    return None


def _listed(paragraph: Paragraph, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Return the names that one list joins: "of Kenya, Peru and Norway", "by the Emir of Qatar and Chad"."""
    hits = list(dict.fromkeys(hits))
    joined = hits[:1]
    for before, behind in pairwise(hits):
        between = paragraph.doc[before.end : behind.start]
        if not any(each.dep_ == "cc" or each.text == "," for each in between[:1]):
            break
        if any(each.lower_ in APART for each in between):
            break
        joined.append(behind)
    return joined


def _american(reading: Reading, cast: CastBuilder) -> Who | None:
    """Return the United States, whose offices sign without naming it."""
    if AMERICAN.search(reading.text) is None:
        return None
    return Who((cast.actor("United States", "state"),), person=True)


def _described(title: str, cast: CastBuilder) -> Who | None:
    """Name an issuer who is only described: "Remarks by the Special Envoy for Libya"."""
    match = ENVOY.search(title)
    if match is None:
        return None
    actor = cast.actor("United Nations", "world")
    cast.call(actor, match[1])
    cast.kinds[actor] = "mediator"
    return Who((actor,), person=True)
