"""The words that say that no date is set: "no timeline was given", "its next meeting has not been scheduled"."""

import re
from collections.abc import Iterator, Sequence

SETTLED = (
    "set|fixed|given|agreed|announced|scheduled|named|shared|provided|specified|mentioned|disclosed"
    "|decided|put|settled|found"
)
PLANNED = "scheduled|planned|fixed|set|announced|arranged|pencilled in|slated|called|convened"
MEETINGS = "rounds?|meetings?|sessions?|talks|negotiations?|discussions?|summits?"
BEEN = r"(?:has|have|had|was|were|is|are) (?:yet )?(?:been )?(?:yet )?"
NOT_BEEN = r"(?:(?:has|have|had) (?:not|n't) (?:yet )?been|(?:has|have) yet to be|(?:was|were) (?:not|n't|never))"
WORDS = r"[\w'’-]+ "


def undated_pattern(nouns: Sequence[str]) -> re.Pattern[str]:
    """Compile what to look for, from the words for a date: "date", "timetable"."""
    date = rf"(?:{'|'.join(nouns)})"
    phrases = "|".join([*_no_date(date), *_nobody_says(date), *_no_meeting()])
    # Said once in front, where a word begins is what most places fail by, and not thirty times over.
    return re.compile(rf"\b(?=\w)(?:{phrases})", re.IGNORECASE)


def _no_date(date: str) -> Iterator[str]:
    done = rf"(?:has |have |had |was |were |is |are )?(?:yet )?(?:been )?(?:yet )?(?:{SETTLED})\b"
    when = r"(?: for when [\w' ]+| for (?:the |an? |its |their )?[\w' ]+)?"
    yield rf"\bno (?:\w+[ ,]){{0,3}}{date}s?\b(?: (?:for [\w' ]{{1,60}}? )?{done})?{when}"
    yield rf"\bwithout (?:setting |giving |fixing |naming |agreeing (?:on )?)?(?:a|any) (?:\w+ )?{date}\b"
    on_it = r"(?:agreement|understanding|consensus|decision|compromise)"
    yield rf"\bno {on_it}\b[^.;]{{0,40}}? (?:on|about) (?:the|a|any) {date}\b"
    verbs = "(?:set|give|given|fix|fixed|name|named|announce|announced|agree|agreed|say|said|provide|provided)"
    yield rf"\b(?:not|n't|never) {verbs}(?: on)? (?:a|any|the) (?:\w+ )?{date}\b"
    settled = rf"(?:{SETTLED}|pinned down|determined|confirmed)"
    yield rf"\b(?:the |a )?{date} (?:of|for) (?:{WORDS}){{1,6}}?{NOT_BEEN} {settled}\b"
    told = rf"(?:{settled}|communicated)"
    sometime = r"(?:(?:at a )?later\b(?: \w+)?|in due course|through [\w ]{1,20}channels)"
    later = rf"(?:shall|will|is to|are to) be {told} {sometime}"
    yield rf"\b(?:the |a |its )?{date}s?(?: (?:of|for) (?:{WORDS}){{1,18}}?| ){later}"
    pinned = r"(?:set|fixed|agreed|announced|scheduled|decided|determined|confirmed|named)\b"
    unfixed = rf"(?:is|are|has|have|remains?|was|were) (?:still |yet )*to be {pinned}"
    yield rf"\b(?:the |a |its )?{date}s?(?: (?:of|for) (?:{WORDS}){{1,8}}?| ){unfixed}"
    yield rf"\b(?:(?:on|at) )?(?:a |the )?{date}s? (?:still |yet )?to be {pinned}[^.;,]*"


def _nobody_says(date: str) -> Iterator[str]:
    yield r"\bneither (?:side|party|of them) (?:would|could|will) say when\b[^.;]*"
    yield r"\bno details (?:were|was|are|have been) (?:shared|given) on when\b[^.;]*"
    says = "(?:did|would|could|will) not (?:say|specify|indicate|disclose)"
    unsaid = rf"no word|not (?:yet )?(?:clear|known|said)|unclear|without saying|{says}"
    yield rf"\b(?:{unsaid}) (?:on )?when\b(?! (?:asked|pressed|reached|questioned|contacted)\b)[^.;,]*"
    names = r"(?:(?:would|could|will) (?:venture|name|give|put|set)|(?:has|have|had) (?:put|named|given|set)|had|has)"
    nobody = r"(?:no ?body|no one|neither (?:side|party))"
    yield rf"\b{nobody}\b[^.;,]{{0,40}}? {names} (?:a|any) {date}\b(?: on (?:it|them))?"


def _no_meeting() -> Iterator[str]:
    put_off = "put (?:off|back)|postponed|suspended|delayed|shelved|adjourned|deferred"
    yield rf"(?<=\b)(?:{put_off})\b[^.;]{{0,30}}\bindefinitely\b"
    yield rf"\bindefinitely (?:{put_off})\b"
    which = r"(?:further |new |next |fresh |full |other |more |direct )?"
    whose = rf"(?: (?:between|of|with|on) (?:{WORDS}){{1,8}}?| )"
    yield rf"\bno {which}(?:{MEETINGS}){whose}{BEEN}(?:{PLANNED})\b[^.;,]*"
    yield rf"\b(?:{which}(?:{MEETINGS}) )?{NOT_BEEN} (?:scheduled|pencilled in)\b"
    yield r"\b(?:is|are|was|were) (?:still |yet )to be (?:scheduled|timetabled|pencilled in)\b(?! to\b)"
    yield rf"\bno plans (?:yet )?for (?:a |an |any |another |the )?{which}(?:{MEETINGS})\b"
    yield rf"\bno {which}(?:{MEETINGS}){whose}(?:is |are )?(?:yet )?in the (?:diary|calendar)\b"
    yield r"\bnothing (?:has been|had been|was|is) (?:fixed|scheduled|pencilled in)(?=[.;,]|$)"
