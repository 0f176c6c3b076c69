"""Whose document it is: the one who says "we" in a statement, a briefing or a joint communiqué."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing_app.extraction.cast import CastBuilder, Hit
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.speaking import (
    FIRST_LINES,
    LONGEST,
    WE,
    is_issued,
    own_words,
    says_we,
    speaking_for,
    unaddressed,
)
from briefing_app.extraction.who import Who

STATEMENT = re.compile(
    r"\b(?<!in a )(?:statement|press call|read-?out|briefing to|remarks|communiqu[eé]|declaration|press release"
    r"|open letter|appeal|proclamation|message|joint text|agreement between|memorandum of"
    r"|(?<!to )(?<!will )address (?:by|to|of)|['’]s (?:phone )?(?:call|meeting|conversation) with)\b",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    r"\b(?:press (?:briefing|conference|encounter|note)|(?:noon|background) briefing|transcript|interview with"
    r"|explanation of vote)\b",
    re.IGNORECASE,
)
IN_CAPITALS = re.compile(
    r"\b(?:REPUBLIC|KINGDOM|GOVERNMENT|PRESIDENCY|MINISTRY) OF (?:THE )?(?P<name>[A-Z]{3,})\b"
)
JOINT = re.compile(
    r"\b(?:joint communiqu[eé]|communiqu[eé] of|agreement between|joint declaration|have agreed as follows"
    r"|hereby agree)\b",
    re.IGNORECASE,
)
ENVOY = re.compile(
    r"\b((?:UN |United Nations )?(?:Deputy )?Special (?:Envoy|Representative|Adviser)"
    r"|(?:the )?Secretary-General(?:'s|’s) Personal Envoy|Spokesperson for the Secretary-General"
    r"|(?:by|from) (?:the )?(?:Mediator|Facilitator))",
    re.IGNORECASE,
)
BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?", re.IGNORECASE)
BESIDE = 3  # words between "G7" and "statement"
ATTRIBUTED = re.compile(
    r"\battributable to (?:the )?(?:(?:Principal |Acting )?(?:Deputy )?Spokesperson|Press Secretary)\b"
)
OFFICE = re.compile(  # of the United States, where no country stands beside it
    r"\b(?:by|from) (?:the )?(?:(?:Vice )?President|(?:White House )?Press Secretary"
    r"|NSC|National Security|Secretary of State|Senior Administration Officials?)\b"
)
AMERICAN = re.compile(
    r"\b(?:Secretary of State|White House|Americans?|administration|United States)\b", re.IGNORECASE
)
ABOUT = re.compile(r"\b(?:on|regarding|about|concerning|following|after|in|with|between)\b")
EUROPEAN = re.compile(r"\bby the (?:EU )?High Representative\b(?! for (?!Foreign))")
TITLE = re.compile(
    r"\b(?:statement|intervention|submission|remarks|speech|address|declaration|communiqu[eé])\b",
    re.IGNORECASE,
)
ON_BEHALF = re.compile(r"\bon behalf of (?:the )?", re.IGNORECASE)
FELLOW = re.compile(r"\bfellow (?P<people>[A-Z]\w+)")
APART = frozenset({"with", "to", "by", "against"})  # "by Chad, to Niger"
SIGNED = 6  # last lines among which those sign who speak


def issuer_of(reading: Reading, cast: CastBuilder) -> Who | None:
    """Return who issues the document; None for a story that somebody else tells."""
    return _told(reading, cast) or speaking_for(reading)


def _told(reading: Reading, cast: CastBuilder) -> Who | None:
    """Return who is said to issue it: in its letterhead, its title, or where it is signed."""
    head = _letterhead(reading) or _in_capitals(reading, cast)
    if head is not None:
        return head
    opening = [each for each in reading.paragraphs[:FIRST_LINES] if len(each.doc) <= LONGEST]
    title = " ".join(each.text for each in opening[:3])[:600]
    if JOINT.search(title) or JOINT.search(reading.text[:1500]):
        return Who(joint=True)
    if (group := _on_behalf(reading, opening[:2])) is not None:
        return group
    heading = " ".join(each.text for each in opening[:2])[:300]
    if not (STATEMENT.search(heading) or (SPOKEN.search(heading) and says_we(reading))):
        return _signed(reading)
    if not any(WE.search(each.text) for each in reading.paragraphs):
        return _named(reading, opening[:1], cast)
    if STATEMENT.search(opening[0].text) and EUROPEAN.search(opening[0].text):
        return Who((cast.actor("European Union", "bloc"),), person=True)
    envoy = _described(title, cast) if ENVOY.search(opening[0].text) else None
    if any(ATTRIBUTED.search(each.text) for each in opening) and (
        american := _american(reading, cast)
    ):
        return american
    first = envoy or _of_a_people(reading) or _we(reading) or _named(reading, opening[:1], cast)
    return (
        first
        or _described(title, cast)
        or _named(reading, opening[1:], cast)
        or _below(reading, opening)
        or _signed(reading)
    )


def _on_behalf(reading: Reading, opening: Sequence[Paragraph]) -> Who | None:
    """Return for whom a title says that somebody speaks: "Statement by Kenya on behalf of the African Group"."""
    for paragraph in opening:
        match = ON_BEHALF.search(paragraph.text)
        title = TITLE.search(paragraph.text) and not WE.search(paragraph.text)
        if match is None or not title or not says_we(reading):
            continue
        behind = [
            hit
            for token in paragraph.doc
            if (hit := reading.cast.hits.get((paragraph.number, token.i))) is not None
            and token.idx >= match.end()
        ]
        at_once = behind and paragraph.doc[behind[0].start].idx == match.end()
        if at_once and (named := _listed(paragraph, behind)):
            return Who(tuple(dict.fromkeys(each.actor for each in named)))
    return None


def _letterhead(reading: Reading) -> Who | None:
    """Return whose name fills one of the first lines of somebody's own text: "Government of India"."""
    if not is_issued(reading.paragraphs):
        return None
    for paragraph in reading.paragraphs[:3]:
        hit = reading.cast.hits.get((paragraph.number, len(paragraph.doc) - 1))
        if hit is None:
            continue
        before = [each.lower_ for each in paragraph.doc[: hit.start]]
        if len(before) <= 1 or (before[0] == "government" and set(before[1:]) <= {"of", "the"}):
            return Who((hit.actor,))
    return None


def _in_capitals(reading: Reading, cast: CastBuilder) -> Who | None:
    """Return whose state's name stands in capitals above a text that says "we": "REPUBLIC OF TAVARU"."""
    for paragraph in reading.paragraphs[:2]:
        match = IN_CAPITALS.search(paragraph.text)
        if match is not None and match["name"].title() in cast.names and says_we(reading):
            return Who((cast.names[match["name"].title()],))
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
    if not signers or not says_we(reading):
        return None
    return Who(joint=True) if len(signers) > 1 else Who(signers[0])


def _of_a_people(reading: Reading) -> Who | None:
    """Return whose people a speaker calls his own: "fellow Ukrainians"."""
    numbers = {each.name: number for number, each in enumerate(reading.cast.actors)}
    for fellow in own_words(FELLOW, reading.text):
        name = reading.lexicon.names.get(fellow["people"].removesuffix("s"))
        if name is not None and name.owner in numbers:
            return Who((numbers[name.owner],), person=True)
    return None


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
            if token.lower_ != "we" or token.i + 1 == len(doc) or token.nbor(1).text != ",":
                continue
            hits = (reading.cast.hits.get((paragraph.number, i)) for i in range(token.i, len(doc)))
            named = _listed(paragraph, [hit for hit in hits if hit is not None])
            if named:
                return Who(tuple(dict.fromkeys(hit.actor for hit in named)))
    return None


def _named(reading: Reading, opening: Sequence[Paragraph], cast: CastBuilder) -> Who | None:
    for paragraph in opening:
        match = STATEMENT.search(paragraph.text) or SPOKEN.search(paragraph.text)
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
        word = next(each.i for each in paragraph.doc if each.end > match.start())
        before = [hit for hit in hits if 0 <= word - hit.end < BESIDE]
        if not (before or after) and OFFICE.search(paragraph.text):
            return _american(reading, cast)
        alone = hits if about is None and len({hit.actor for hit in hits}) == 1 else []
        alone = [each for each in alone if each in unaddressed(reading, paragraph)]
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
        if any(each.lower_ in APART or each.pos_ == "VERB" for each in between):
            break  # "and Peru, call on Chile"
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
