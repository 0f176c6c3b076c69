"""Dates of an outcome that stand behind it: "the exchange is to be over by 5 May", "put off to the next round"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.outcome import Due, Status
from briefing_app.extraction import subjects, trees
from briefing_app.extraction.tokens import Doc, Token

if TYPE_CHECKING:
    from briefing_app.domain.proposals import ProposedOutcome
    from briefing_app.extraction.cases import Case
    from briefing_app.extraction.dues import Phrase
    from briefing_app.extraction.scenes import Finding

AHEAD = frozenset({"will", "shall", "would", "must", "should"})
NEXT_ROUND = "next_round"
NEXT = re.compile(
    r"\b(?:at|to|until|till|by|before|in) (?:the|their|its) next (?:round|session|meeting|sitting)\b",
    re.IGNORECASE,
)


def continued(case: Case, found: Finding) -> Phrase | None:
    """Return the date that the clause or sentence behind tells of the same: "it is to begin on 1 April"."""
    doc = found.paragraph.doc
    told = {each.lemma_.lower() for each in doc[found.first : found.end] if not each.is_stop}
    for verb in _behind(doc, found):
        subject = subjects.subject_of(verb)
        if subject is None or not _goes_on(verb, case.lexicon.outcomes["dated"]["going_on"]):
            continue
        if subject.lower_ in trees.POINTING or subject.lemma_.lower() in told:
            first, last = verb.left_edge.idx, verb.right_edge.idx
            return next(
                (
                    each
                    for each in case.dues[found.paragraph.number]
                    if first <= each.start <= last and each.due.latest is not None
                ),
                None,
            )
    return None


def _behind(doc: Doc, found: Finding) -> Iterator[Token]:
    """Give the verbs that may go on about an outcome: behind it in its sentence, and the next one's first."""
    sentence = found.head.sent
    yield from (
        each
        for each in doc[found.end : sentence.end]
        if each.pos_ in {"VERB", "AUX"} and each.dep_ in {"conj", "ccomp", "parataxis", "ROOT"}
    )
    if sentence.end < len(doc):
        yield doc[sentence.end].sent.root


def _goes_on(verb: Token, going_on: Iterable[str]) -> bool:
    """Tell whether a verb says when something is to be: "will begin", "is to take place", "is due to be completed"."""
    chain = [verb, *(each for each in verb.children if each.dep_ in {"xcomp", "acomp"})]
    chain += [below for each in chain[1:] for below in each.children if below.dep_ == "xcomp"]
    ahead = trees.modal_of(verb) in AHEAD or len(chain) > 1 or verb.tag_ in {"VBP", "VBZ"}
    return ahead and any(each.lemma_ in going_on for each in chain)


def with_next_round(case: Case, outcomes: Sequence[ProposedOutcome]) -> list[ProposedOutcome]:
    """Give what is left to "the next round" that round's own date, where the text tells one."""
    rounds = {
        (each.due.earliest, each.due.latest)
        for each in outcomes
        if each.status is Status.SCHEDULED
        and NEXT_ROUND in each.issues
        and each.due is not None
        and each.due.latest is not None
    }
    if len(rounds) != 1:
        return list(outcomes)
    [(earliest, latest)] = rounds
    return [
        replace(each, due=Due(match.group(), earliest, latest))
        if each.due is None
        and (match := NEXT.search(case.text, each.span.start, each.span.end)) is not None
        else each
        for each in outcomes
    ]
