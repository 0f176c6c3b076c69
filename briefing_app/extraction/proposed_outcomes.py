"""Findings as proposed outcomes: by name, with span, claim, who must act, how many, by when, and the reason."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.issue import GENERAL
from briefing_app.domain.outcome import Quantity, Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.domain.proposals import ProposedOutcome
from briefing_app.extraction import trees
from briefing_app.extraction.claims import meant_by, says_too_little, shortened, with_meant
from briefing_app.extraction.deadlines import due_of
from briefing_app.extraction.frames import Frame, extent, to_span
from briefing_app.extraction.listing import listed
from briefing_app.extraction.merging import SETTLED
from briefing_app.extraction.opinions import likeliest
from briefing_app.extraction.outcomes import find_outcomes
from briefing_app.extraction.quantities import quantities
from briefing_app.extraction.reconsidering import doubted, seen_outcomes
from briefing_app.extraction.scenes import JOINTLY, Finding
from briefing_app.extraction.tokens import Span as Tokens
from briefing_app.extraction.topics import topics_of, topics_of_failure
from briefing_app.extraction.who import NOBODY, Who
from briefing_app.extraction.why import why_outcome

if TYPE_CHECKING:
    from briefing_app.domain.evidence import Span
    from briefing_app.extraction.cases import Case

ANSWER_DUE = "next_round"  # an answer that is awaited belongs to this issue as well
NOBODY_ACTS = frozenset({Status.NO_AGREEMENT, Status.REJECTED, Status.WITHDRAWN})
WHOLE = frozenset({Status.NO_AGREEMENT, Status.SCHEDULED})  # whose claim is the whole sentence
# Of what a deal lays down the verb is the matter, a "not" before all: "shall not fish within 12 miles".
DUTIES = frozenset({"shall", "will"})

PROMISING = 0.5  # how sure the classifier must be that a promise is an outcome
Told = tuple[ProposedOutcome, bool]  # an outcome, and whether a headline tells it


def told_outcomes(case: Case, frames: Sequence[Frame]) -> Iterator[Told]:
    """Return what came of the talks, and of one-sided pledges and mediators' proposals."""
    told = [each for each in find_outcomes(case.reading, case.heard) if _holds(case, each)]
    told += listed(case.reading, case.heard)
    signers = next((x.responsible for x in told if _is_signed(x)), JOINTLY)
    for each in [*told, *seen_outcomes(case.opinions, told, case.lexicon)]:
        case.reading.ask()
        yield _outcome(case, _of(signers, each), frames), each.paragraph.heading
    for frame in frames:
        found = _of_stance(case, frame)
        if found is not None:
            yield _outcome(case, found, frames), frame.paragraph.heading


def _holds(case: Case, found: Finding) -> bool:
    """Tell whether a rule's finding has the date that it needs, and the classifier does not know better."""
    due = due_of(case, found) if found.needs_date else None
    if found.needs_date and (due is None or due.latest is None):
        return False  # the classifier may see something else in it
    opinion = case.opinions.about(found.paragraph.number, found.first, found.end)
    return found.sure or not doubted(opinion)


def _of(signers: Who, found: Finding) -> Finding:
    """Take "both" of a deal for those who made it, not for all who have a say in the text."""
    joint = found.responsible.joint and found.status in SETTLED
    return replace(found, responsible=signers) if joint else found


def _is_signed(found: Finding) -> bool:
    """Tell whether a text says by name who made the deal."""
    return found.status in SETTLED and len(found.responsible.actors) > 1


def _of_stance(case: Case, frame: Frame) -> Finding | None:
    first, end = extent(frame.head, case.lexicon)
    promises = frame.stance is Stance.PLEDGES and frame.holder.actors and not frame.apart
    if promises and _comes_to_something(case, frame, first, end):
        return Finding(
            frame.paragraph, frame.head, Status.PLEDGED, first, end, frame.cue, frame.holder
        )
    mediated = any(case.roles[actor] is Role.MEDIATOR for actor in frame.holder.actors)
    if frame.stance is Stance.PROPOSES and mediated:
        return Finding(frame.paragraph, frame.head, Status.PROPOSED, first, end, frame.cue, NOBODY)
    return None


def _comes_to_something(case: Case, frame: Frame, first: int, end: int) -> bool:
    """Tell whether a promise is an outcome besides: "we will give it some thought" is none."""
    if case.opinions.judge is None:
        return True
    opinion = case.opinions.about(frame.paragraph.number, first, end)
    return opinion is not None and likeliest(opinion.outcome)[1] >= PROMISING


def _outcome(case: Case, found: Finding, frames: Sequence[Frame]) -> ProposedOutcome:
    span = to_span(found.paragraph, found.first, found.end)
    place = found.paragraph.number, found.head.i
    before = bisect_left(frames, place, key=lambda each: (each.paragraph.number, each.head.i))
    meant = meant_by(trees.complement(found.head), found.paragraph, frames[:before])
    return ProposedOutcome(
        status=found.status,
        issues=_topics(case, found, span),
        span=span,
        claim=with_meant(shortened(case.text[_claim_start(found, span) : span.end]), meant),
        responsible=() if found.status in NOBODY_ACTS else case.names(found.responsible),
        quantities=_quantities(case, found, meant),
        due=due_of(case, found),
        why=why_outcome(found.status, found.cue, whole=found.read),
    )


def _quantities(case: Case, found: Finding, meant: Tokens | None) -> tuple[Quantity, ...]:
    """Return what the outcome's words count, else those that "this offer" means."""
    if found.status is Status.NO_AGREEMENT:
        return ()
    dates = [(each.start, each.end) for each in case.dues[found.paragraph.number]]
    own = quantities(found.paragraph.doc[found.first : found.end], case.lexicon, dates)
    return own or (quantities(meant, case.lexicon) if meant is not None else ())


def _claim_start(found: Finding, span: Span) -> int:
    about = trees.complement(found.head)
    if (
        about is None
        or about.i < found.head.i
        or found.head.dep_ == "conj"
        or found.status in WHOLE
        or found.read
        or found.item
        or about.pos_ == "PRON"
        or trees.child(found.head, "nsubjpass") is not None  # "the deal was signed in Lima"
    ):
        return span.start
    first = about.left_edge
    if found.status is Status.AGREED and trees.modal_of(found.head) in DUTIES:
        first = trees.child(found.head, "neg") or found.head
    start = found.paragraph.offset + first.idx
    within = span.start <= start < span.end
    return start if within and not says_too_little(found.paragraph, start, span.end) else span.start


def _topics(case: Case, found: Finding, span: Span) -> tuple[str, ...]:
    if found.status is Status.NO_AGREEMENT and not _names_a_point(found):
        return topics_of_failure(case, found.paragraph, span, found.head)
    topics = topics_of(case, found.paragraph, span, found.head)
    if found.status is Status.AWAITING_RESPONSE and ANSWER_DUE not in topics:
        return (*(each for each in topics[:1] if each != GENERAL), ANSWER_DUE)
    return topics


def _names_a_point(found: Finding) -> bool:
    """Tell whether a failure names the point on which the sides failed, by "on", "over" or "about"."""
    words = found.paragraph.doc[found.first : found.end]
    return any(each.lower_ in {"on", "over", "about"} and each.i > found.head.i for each in words)
