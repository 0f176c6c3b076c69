"""Which date phrase belongs to which outcome."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.outcome import Due, Status
from briefing_app.domain.proposals import ProposedOutcome
from briefing_app.extraction import trees
from briefing_app.extraction.days import after
from briefing_app.extraction.dues import YEAR, Phrase
from briefing_app.extraction.later_dates import continued
from briefing_app.extraction.scenes import Finding
from briefing_app.extraction.tokens import Token

if TYPE_CHECKING:
    from briefing_app.extraction.cases import Case

UNDATED = frozenset({Status.NO_AGREEMENT, Status.REJECTED, Status.WITHDRAWN, Status.BREACHED})
HAPPENED = frozenset({Status.DONE, Status.BREACHED})
OPEN = frozenset(
    {Status.AGREED, Status.AGREED_PARTLY, Status.PLEDGED, Status.NO_AGREEMENT, Status.PROPOSED}
)
PROMISED = frozenset({Status.AGREED, Status.AGREED_PARTLY, Status.PLEDGED})
SETTLED = frozenset({Status.AGREED, Status.AGREED_PARTLY})
DEADLINES = ("no later than ", "not later than ", "by ", "until ", "within ", "before ")
STARTS = ("from ", "starting ", "beginning ", "as of ")
WEEKDAY = re.compile(r"^(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
OWED = re.compile(
    r"\b(?:due|should have|supposed to|obliged to|bound to|(?:was|were|had) to|(?:promised|agreed) to)\b[^.;,]*$"
)
OWED_NEAR = 90  # code points before a date in which it may be said that something was due
ASIDE = re.compile(r",? (?:which|who|with|the first|starting|beginning|from)\b", re.IGNORECASE)
LIKELY = ("by", "until", "within", "before", "no", "not", "from", "the last")
BACKGROUND = ("since", "of ")
FRONTED = 40  # code points before the verb where "By 5 May" still belongs to it, and "on Sunday" to what went before
SENTENCES = 2  # after an outcome, in which the text may still say that no date is set


def due_of(case: Case, found: Finding) -> Due | None:
    """Return the date phrase of an outcome: within its words, else a deadline later in its sentence."""
    doc, phrases = found.paragraph.doc, case.dues[found.paragraph.number]
    start, end = doc[found.first].idx, doc[found.end - 1].end
    inside = [
        each
        for each in phrases
        if (start <= each.start < end and (each.end <= end + 1 or each.due.none_set))
        or (each.start < start and _is_beside(found.head, each))
    ]
    behind = [each for each in phrases if end < each.start < found.head.sent.end_char]
    unset = [each for each in behind if each.due.none_set]
    if found.status in UNDATED:
        none = [each for each in inside + unset if each.due.none_set]
        missed = [each for each in inside if _is_missed(found, each)]
        return next((_worded(case, found, each) for each in none + missed), None)
    chosen = [each for each in inside if _belongs(case, found, each)]
    later = (
        []
        if found.needs_date
        else [
            each
            for each in behind
            if each.due.text.lower().startswith(DEADLINES)
            or ASIDE.match(found.paragraph.text[end : each.start])
        ]
    )
    chosen = chosen or sorted({*unset, *later}, key=lambda each: each.start)
    chosen = chosen or [each for each in inside if each.due.none_set]
    if not chosen and found.status in PROMISED and (told := continued(case, found)) is not None:
        chosen = [told]
    best = max(
        chosen,
        key=lambda each: (each.due.text.lower().startswith(LIKELY), each.start),
        default=None,
    )
    return _worded(case, found, best) if best is not None else None


def _belongs(case: Case, found: Finding, phrase: Phrase) -> bool:
    """Tell whether a phrase dates what is to be done, and not when it was agreed, nor what led up to it."""
    if phrase.due.text.lower().startswith(BACKGROUND) or _is_of_another(case, found, phrase):
        return False
    latest = phrase.due.latest
    if (
        found.status is not Status.DONE
        and latest is not None
        and case.date is not None
        and latest < case.date
    ):
        return False  # a list exchanged last month; nothing is due in the past
    concluding = case.reading.lexicon.outcomes["dated"]["concluding"]
    if WEEKDAY.search(phrase.due.text) and (
        found.head.lemma_ in concluding
        or (found.status in SETTLED and _is_when(found.head, phrase))
    ):
        return False  # "signed a truce on Friday", "the talks yielded late Wednesday an agreement"
    head = found.head.idx
    if phrase.due.text.lower().startswith((*DEADLINES, *STARTS)):
        return True
    return (
        phrase.start > head
        or phrase.start < head - FRONTED
        or _is_beside(found.head, phrase)
        or found.needs_date
        or found.status is Status.AGREED
    )


def _is_missed(found: Finding, phrase: Phrase) -> bool:
    """Tell whether a phrase is the day by which something broken was due: "which fell due in May"."""
    before = found.paragraph.text[max(0, phrase.start - OWED_NEAR) : phrase.start]
    return found.status is Status.BREACHED and OWED.search(before) is not None


def _is_when(head: Token, phrase: Phrase) -> bool:
    """Tell whether a day stands beside a past verb itself, and not beside what it tells of."""
    day = next((each for each in head.doc[head.i :] if each.idx >= phrase.start), None)
    return head.tag_ == "VBD" and day is not None and day.head.i == head.i


def _is_beside(head: Token, phrase: Phrase) -> bool:
    """Tell whether a phrase before a verb says when that is to be: "on 14 May ten are to be freed"."""
    first = next((each for each in head.sent if each.idx == phrase.start), None)
    verbs = (head, *(each for each in head.children if each.dep_ == "xcomp"))
    to_be = any(
        verb.tag_ == "VB" or any(each.tag_ in {"TO", "MD"} for each in verb.children)
        for verb in verbs
    )
    return first is not None and first.head == head and to_be


def _is_of_another(case: Case, found: Finding, phrase: Phrase) -> bool:
    """Tell whether a phrase dates something else: "six fishermen arrested in April", "following a raid on Sunday"."""
    doc = found.paragraph.doc
    first = next((each for each in doc[found.first :] if each.idx >= phrase.start), None)
    if first is None or phrase.due.text.lower().startswith(DEADLINES):
        return False
    dated = first.tag_ == "NNP" or WEEKDAY.search(phrase.due.text) is not None
    if found.head.lemma_ == "agree" and first.i == found.head.i + 1 and dated:
        return True  # "agreed Thursday to exchange", "agreed on Monday that"
    happened = case.reading.lexicon.outcomes["dated"]["happened"]
    for head, below in ((first, first), *trees.ancestors(first)):
        if head.i == found.head.i:
            return False
        if head.lower_ in {"following", "after"} and below.dep_ in {"pobj", "pcomp"}:
            return True
        if head.lemma_ in happened and head.dep_ in {"acl", "relcl", "amod"}:
            return True
    return False


def _worded(case: Case, found: Finding, phrase: Phrase) -> Due:
    offset = found.paragraph.offset
    due = replace(phrase.due, text=case.text[offset + phrase.start : offset + phrase.end])
    return _past(due, case.date) if found.status in HAPPENED else due


def _past(due: Due, date: dt.date | None) -> Due:
    """Take the day on which something was done, or should have been, for the last one of that name."""
    if date is None or due.latest is None or due.latest <= date or YEAR.search(due.text):
        return due
    return replace(
        due,
        earliest=_before(due.earliest, due.text) if due.earliest is not None else None,
        latest=_before(due.latest, due.text),
    )


def _before(day: dt.date, text: str) -> dt.date:
    """Return the same weekday a week earlier, or the same day a year earlier."""
    if WEEKDAY.search(text):
        return day - dt.timedelta(days=7)
    return after(day, -1, "year")


def with_unset(case: Case, outcome: ProposedOutcome) -> ProposedOutcome:
    """Give an outcome without a date the sentence after it that says there is none."""
    if outcome.due is not None or outcome.status not in OPEN:
        return outcome
    paragraphs = case.reading.paragraphs
    following = bisect_right(paragraphs, outcome.span.start, key=lambda each: each.offset)
    paragraph = paragraphs[following - 1]
    most = 0 if outcome.status is Status.NO_AGREEMENT else SENTENCES
    for phrase in case.dues[paragraph.number]:
        start = paragraph.offset + phrase.start
        near = outcome.span.end <= start and case.text.count(".", outcome.span.end, start) <= most
        if phrase.due.none_set and near:
            return replace(
                outcome, due=Due(case.text[start : paragraph.offset + phrase.end], none_set=True)
            )
    return outcome


def without_echoes(outcomes: Sequence[ProposedOutcome]) -> tuple[ProposedOutcome, ...]:
    """Leave out a "no date" that has become the due of what it is about."""
    unset = {
        each.due.text
        for each in outcomes
        if each.due is not None and each.due.none_set and each.status is not Status.NO_AGREEMENT
    }
    return tuple(
        each
        for each in outcomes
        if each.status is not Status.NO_AGREEMENT or each.due is None or each.due.text not in unset
    )
