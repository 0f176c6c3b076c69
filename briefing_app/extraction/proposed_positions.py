"""Stances as proposed positions: by name, with span, claim, condition, channel and reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.domain.proposals import ProposedPosition
from briefing_app.extraction import subjects, trees
from briefing_app.extraction.addressing import asks_themselves
from briefing_app.extraction.attribution import channel_of, region_of, told_by, words_of
from briefing_app.extraction.claims import claim_of
from briefing_app.extraction.frames import (
    Frame,
    condition_in,
    extent,
    led_by_condition,
    to_span,
)
from briefing_app.extraction.reserves import is_reserved
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.topics import told_by_word, topics_of
from briefing_app.extraction.why import Shown, why_position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.domain.evidence import Span
    from briefing_app.extraction.cases import Case
    from briefing_app.extraction.lexicon import Lexicon

TOGETHER = frozenset(
    {Stance.ACCEPTS, Stance.ACCEPTS_PARTLY, Stance.PLEDGES, Stance.CONCEDES}
)  # an outcome, where all do it


def told_positions(case: Case, frames: Sequence[Frame]) -> Iterator[tuple[ProposedPosition, bool]]:
    """Return the stances that are positions, each with whether a headline tells it."""
    for number, frame in enumerate(frames):
        case.reading.ask()
        position = _position(case, frame, frames[:number])
        if position is not None:
            yield position, frame.paragraph.heading


def _position(case: Case, frame: Frame, before: Sequence[Frame]) -> ProposedPosition | None:
    """Return a stance as a position; nothing where all the parties agree, since that is an outcome."""
    holders = frame.holder.actors or (case.parties if frame.holder.joint else ())
    everybody = set(holders) >= set(case.parties)
    several = frame.holder.joint or (len(holders) > 1 and everybody)
    if (
        not holders
        or (several and frame.stance in TOGETHER)
        or asks_themselves(case.reading, frame)
    ):
        return None
    if all(case.reading.cast.actors[each].kind == "world" for each in holders) and not any(
        case.roles[each] is Role.MEDIATOR for each in holders
    ):
        return None  # agencies and onlookers wish for much
    span = span_of(frame, case.lexicon)
    frame = replace(frame, said=told_by(case.heard, frame.paragraph, frame.said, frame.holder))
    speaker, channel = (
        _speaker(case, frame),
        channel_of(
            frame.said, holders, case.roles, in_person=frame.in_person or _is_quoted(case, frame)
        ),
    )
    condition = condition_in(frame.paragraph, span, case.text, case.lexicon)
    stance = _with_reserve(frame, condition, case.lexicon)
    issues = topics_of(case, frame.paragraph, span, frame.head)
    shown = _shown(case, frame, span, holders[0], issues[0])
    return ProposedPosition(
        party=case.name(holders[0]),
        also_party=tuple(case.name(each) for each in holders[1:]),
        stance=stance,
        issues=issues,
        span=span,
        claim=claim_of(frame, span, case.text, case.lexicon, before),
        channel=channel,
        speaker=speaker,
        condition=condition,
        why=why_position(stance, frame.cue, shown, channel, speaker),
    )


def _shown(case: Case, frame: Frame, span: Span, holder: int, issue: str) -> Shown:
    """Gather the words by which the holder and the issue were found."""
    subject = trees.agent_of(frame.head) or subjects.subject_of(frame.head)
    if frame.head.pos_ == "NOUN":
        subject = trees.child(frame.head, "poss")
    named = subject is not None and holder in case.reading.who(frame.paragraph, subject).actors
    words = words_of(subject) if subject is not None and named else ""
    told = told_by_word(case, frame.paragraph, span, frame.head, issue)
    return Shown(case.name(holder), " ".join(words.split()), *told, whole=frame.read)


def _with_reserve(frame: Frame, condition: str | None, lexicon: Lexicon) -> Stance:
    """Take a yes with an "if", or whose own words take some of it back, for one in part."""
    if frame.stance is not Stance.ACCEPTS:
        return frame.stance
    reserved = condition is not None or is_reserved(frame.head, lexicon)
    return Stance.ACCEPTS_PARTLY if reserved else Stance.ACCEPTS


def span_of(frame: Frame, lexicon: Lexicon) -> Span:
    """Return the words that carry a stance, from its subject, or a condition before it, to the end of the claim."""
    head = frame.head
    if head.pos_ == "NOUN":
        last = (frame.complement or head).right_edge.i
        return to_span(frame.paragraph, head.left_edge.i, max(last, head.i) + 1)
    if (doing := _seconded_by(frame)) is not None:
        end = extent(doing, lexicon, asides=False)[1]
        return to_span(frame.paragraph, head.head.left_edge.i, end)
    if _is_told_of(frame):  # "a condition Peru has rejected", "an option ruled out by Peru"
        return to_span(
            frame.paragraph, head.head.left_edge.i, extent(head, lexicon, asides=False)[1]
        )
    if head.dep_ == "advcl" and head.i < head.head.i and frame.complement == head.head:
        end = extent(head.head, lexicon, asides=False)[1]  # "Supported by Peru, the group said"
        return to_span(frame.paragraph, head.left_edge.i, end)
    predicate = head.dep_ in {"acomp", "attr", "prep"} and head.head.pos_ in {"AUX", "VERB"}
    verb = head.head if predicate or head.dep_ == "csubj" else head
    first, end = extent(verb, lexicon, asides=False)
    return to_span(frame.paragraph, led_by_condition(verb, first), end)


def _seconded_by(frame: Frame) -> Token | None:
    """Return the predicate that somebody supports: "called" of "The group, supported by Peru, called for a fund"."""
    head, about = frame.head, frame.complement
    subject = head.head if head.dep_ == "acl" and head.head.dep_ in trees.SUBJECTS else None
    if subject is None or about is None or about.i <= subject.right_edge.i:
        return None
    return subject.head


def _is_told_of(frame: Frame) -> bool:
    """Tell whether a stance is told of the noun before it, without which its words say nothing."""
    head, about = frame.head, frame.complement
    if head.dep_ == "acl":
        return head.tag_ == "VBN" and trees.agent_of(head) is not None
    return head.dep_ == "relcl" and about is not None and about.i == head.head.i


def _speaker(case: Case, frame: Frame) -> str | None:
    if frame.said is not None:
        return _all_of([case.name(each) for each in frame.said.who.actors]) or (
            frame.said.words or None
        )
    return case.name(frame.holder.actors[0]) if frame.in_person and frame.holder.actors else None


def _all_of(names: Sequence[str]) -> str:
    """Name all who say something together: "Kenya, Peru and Norway"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _is_quoted(case: Case, frame: Frame) -> bool:
    """Tell whether words stand in a quotation of which the text does not say who speaks: most often, the holder."""
    return frame.said is None and region_of(case.heard, frame.paragraph, frame.head) is not None
