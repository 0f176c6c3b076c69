"""From a parsed document to its proposals: every finder is called here, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.domain.evidence import Span
from briefing_app.domain.issue import Issue
from briefing_app.domain.outcome import Due, Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.domain.proposals import (
    Proposals,
    ProposedOutcome,
    ProposedParty,
    ProposedPosition,
)
from briefing_app.extraction import trees
from briefing_app.extraction.attribution import Voices, channel_of, voices
from briefing_app.extraction.cast import find_cast
from briefing_app.extraction.claims import claim_of, shortened
from briefing_app.extraction.classes import link_classes
from briefing_app.extraction.dues import Phrase, find_dues
from briefing_app.extraction.frames import Frame, condition_in, extent, to_span
from briefing_app.extraction.issues import Place, rank
from briefing_app.extraction.issuing import issuer_of
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.mentions import NOBODY, Reading, Who
from briefing_app.extraction.merging import merge_outcomes, merge_positions
from briefing_app.extraction.outcomes import FROM_STANCE, Finding, find_outcomes
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.people import add_people
from briefing_app.extraction.quantities import quantities
from briefing_app.extraction.roles import roles_of
from briefing_app.extraction.stances import find_stances
from briefing_app.extraction.why import why_outcome, why_position

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTING = frozenset(
    {"that", "this", "it", "such", "one", "them", "these", "those", "so", "either", "there"}
)
PAST_DUE = frozenset(
    {Status.NO_AGREEMENT, Status.REJECTED, Status.WITHDRAWN, Status.BREACHED, Status.DONE}
)


@dataclass(frozen=True)
class Case:
    """One document with all that was found about who is in it."""

    reading: Reading
    heard: Voices
    roles: tuple[Role, ...]
    issues: Sequence[Issue]
    dues: tuple[tuple[Phrase, ...], ...]  # by paragraph, in its own offsets

    @property
    def lexicon(self) -> Lexicon:
        return self.reading.lexicon

    def name(self, actor: int) -> str:
        return self.reading.cast.actors[actor].name

    @property
    def parties(self) -> tuple[int, ...]:
        return tuple(actor for actor, role in enumerate(self.roles) if role is Role.PARTY)

    def names(self, who: Who) -> tuple[str, ...]:
        return tuple(
            self.name(actor) for actor in (who.actors or (self.parties if who.joint else ()))
        )


def propose(
    text: str,
    paragraphs: Sequence[Paragraph],
    *,
    date: dt.date | None,
    issues: Sequence[Issue],
    lexicon: Lexicon,
) -> Proposals:
    """Propose parties, positions and outcomes for a parsed document."""
    cast = find_cast(paragraphs, lexicon)
    reading = Reading(text, paragraphs, lexicon, cast.build())
    add_people(reading, cast)
    link_classes(reading, cast)
    issuer = issuer_of(reading, cast)
    reading.cast = cast.build()
    heard = voices(reading, issuer)
    frames = find_stances(reading, heard)
    roles = roles_of(reading, frames)
    dues = tuple(find_dues(each.doc.text, date, lexicon.times) for each in paragraphs)
    case = Case(reading, heard, roles, issues, dues)
    positions = merge_positions(
        [each for frame in frames if (each := _position(case, frame)) is not None]
    )
    outcomes = merge_outcomes([*_outcomes(case), *_from_stances(case, frames)])
    outcomes = tuple(_with_unset(case, each) for each in outcomes)
    return Proposals(_parties(case, positions, outcomes), positions, outcomes)


def _parties(
    case: Case, positions: Sequence[ProposedPosition], outcomes: Sequence[ProposedOutcome]
) -> tuple[ProposedParty, ...]:
    needed = (
        {each.party for each in positions}
        | {p for each in positions for p in each.also_party}
        | {r for each in outcomes for r in each.responsible}
    )
    found = [
        ProposedParty(actor.name, role, actor.aliases)
        for actor, role in zip(case.reading.cast.actors, case.roles, strict=True)
        if role is not Role.OTHER or actor.name in needed
    ]
    order = [Role.PARTY, Role.MEDIATOR, Role.HOST, Role.OTHER]
    return tuple(sorted(found, key=lambda each: order.index(each.role)))


def _span(frame: Frame, lexicon: Lexicon) -> Span:
    head = (
        frame.head.head
        if frame.head.dep_ in {"acomp", "attr", "prep"} and frame.head.head.pos_ in {"AUX", "VERB"}
        else frame.head
    )
    if frame.head.pos_ == "NOUN":
        tokens = sorted(each.i for each in frame.head.subtree)
        return to_span(
            frame.paragraph,
            tokens[0],
            max(each.i for each in (frame.complement or frame.head).subtree) + 1,
        )
    return to_span(frame.paragraph, *extent(head, lexicon))


def _position(case: Case, frame: Frame) -> tuple[ProposedPosition, bool] | None:
    holders = frame.holder.actors or (case.parties if frame.holder.joint else ())
    if not holders or (
        len(holders) > 1
        and frame.stance in {Stance.ACCEPTS, Stance.ACCEPTS_PARTLY, Stance.PLEDGES, Stance.CONCEDES}
    ):
        return None
    span = _span(frame, case.lexicon)
    text = case.reading.text
    speaker = _speaker(case, frame)
    channel = channel_of(frame.said, holders, case.roles, in_person=frame.in_person)
    condition = condition_in(frame.paragraph, span, text, case.lexicon)
    position = ProposedPosition(
        party=case.name(holders[0]), also_party=tuple(case.name(each) for each in holders[1:]), stance=frame.stance,
        issues=_issues(case, frame.paragraph, span, frame.head.i), span=span, claim=claim_of(frame, span, text), channel=channel,
        speaker=speaker, condition=condition, why=why_position(frame.stance, frame.cue, channel, speaker),
    )  # fmt: skip
    return position, frame.paragraph.heading


def _speaker(case: Case, frame: Frame) -> str | None:
    if frame.said is None:
        return (
            case.name(frame.holder.actors[0]) if frame.in_person and frame.holder.actors else None
        )
    if frame.said.who.actors:
        return case.name(frame.said.who.actors[0])
    return frame.said.words or None


def _issues(case: Case, paragraph: Paragraph, span: Span, head: int) -> tuple[str, ...]:
    """Rank the issues by the claim; what it points back to and the sentence help where it says little itself."""
    doc = paragraph.doc
    inside = [t for t in doc if span.start <= t.idx + paragraph.offset < span.end]
    claim = [t for t in inside if t.i >= head] or inside
    sentence = list(doc[head].sent)
    places = [
        _place(claim, 1.0),
        _place([t for t in inside if t.i < head], 0.5),
        _place([t for t in sentence if t not in inside], 0.3),
    ]
    if any(t.lower_ in POINTING and t.pos_ in {"PRON", "DET"} for t in claim) or len(claim) < 6:
        places.append(_place(_before(case, paragraph, sentence[0].i), 0.5))
    found = rank(places, case.issues, case.lexicon)
    if found == ("general",):
        found = rank(
            [_place(_before(case, paragraph, sentence[0].i), 1.0)], case.issues, case.lexicon
        )
    return found


def _before(case: Case, paragraph: Paragraph, start: int) -> list[Token]:
    sentences = [each for each in paragraph.doc.sents if each.end <= start]
    if sentences:
        return list(sentences[-1])
    return []


def _place(tokens: Sequence[Token], weight: float) -> Place:
    text = "".join(t.text_with_ws for t in tokens)
    return Place(
        text, tuple(t.lemma_.lower() for t in tokens) + tuple(t.lower_ for t in tokens), weight
    )


def _outcomes(case: Case) -> Iterator[tuple[ProposedOutcome, bool]]:
    for found in find_outcomes(case.reading, case.heard):
        outcome = _outcome(case, found)
        if found.needs_date and (outcome.due is None or outcome.due.none_set):
            continue
        yield outcome, found.paragraph.heading


def _from_stances(case: Case, frames: Sequence[Frame]) -> Iterator[tuple[ProposedOutcome, bool]]:
    """Take a one-sided pledge, and a mediator's proposal, as outcomes too."""
    for frame in frames:
        status = FROM_STANCE.get(frame.stance)
        if status is None or not frame.holder.actors:
            continue
        mediator = case.roles[frame.holder.actors[0]] is Role.MEDIATOR
        if status is Status.PROPOSED and not mediator:
            continue
        first, end = extent(frame.head, case.lexicon)
        found = Finding(
            frame.paragraph,
            frame.head,
            status,
            first,
            end,
            frame.cue,
            frame.holder if status is Status.PLEDGED else NOBODY,
        )
        yield _outcome(case, found), frame.paragraph.heading


def _outcome(case: Case, found: Finding) -> ProposedOutcome:
    span = to_span(found.paragraph, found.first, found.end)
    tokens = list(found.paragraph.doc[found.first : found.end])
    due, busy = _due(case, found)
    counted = () if found.status is Status.NO_AGREEMENT else quantities(tokens, case.lexicon, busy)
    responsible = (
        ()
        if found.status in {Status.NO_AGREEMENT, Status.REJECTED, Status.WITHDRAWN}
        else case.names(found.responsible)
    )
    about = trees.complement(found.head)
    begin = (
        max(span.start, found.paragraph.offset + about.left_edge.idx)
        if about is not None and about.i > found.head.i
        else span.start
    )
    words = (
        case.reading.text[begin : span.end]
        if found.status not in {Status.NO_AGREEMENT, Status.SCHEDULED}
        else case.reading.text[span.start : span.end]
    )
    return ProposedOutcome(
        status=found.status, issues=_issues(case, found.paragraph, span, found.head.i), span=span, claim=shortened(words or case.reading.text[span.start : span.end]),
        responsible=responsible, quantities=counted, due=due, why=why_outcome(found.status, found.cue),
    )  # fmt: skip


def _due(case: Case, found: Finding) -> tuple[Due | None, tuple[tuple[int, int], ...]]:
    """Return the date phrase of an outcome: within its words, else later in its sentence."""
    doc, phrases = found.paragraph.doc, case.dues[found.paragraph.number]
    start, end = doc[found.first].idx, doc[found.end - 1].idx + len(doc[found.end - 1])
    sentence = found.head.sent
    inside = [each for each in phrases if start <= each.start and each.end <= end + 1]
    behind = [
        each
        for each in phrases
        if end < each.start < sentence.end_char and (each.due.none_set or not found.needs_date)
    ]
    busy = tuple((each.start, each.end) for each in phrases)
    if found.status in PAST_DUE:
        return next((each.due for each in inside + behind if each.due.none_set), None), busy
    after = [
        each
        for each in inside
        if each.start > found.head.idx
        or each.start < found.head.idx - 40
        or found.needs_date
        or found.status is Status.AGREED
    ]
    chosen = [each for each in after if not _past(case, each)] or [
        each
        for each in behind
        if each.due.none_set
        or each.due.text.lower().startswith(("by ", "until ", "within ", "before "))
    ]
    if not chosen:
        return None, busy
    best = max(
        chosen,
        key=lambda each: (
            each.due.text.lower().startswith(
                ("by", "until", "within", "before", "no", "not", "from", "the last")
            ),
            each.start,
        ),
    )
    return replace(
        best.due,
        text=case.reading.text[
            found.paragraph.offset + best.start : found.paragraph.offset + best.end
        ],
    ), busy


def _past(case: Case, phrase: Phrase) -> bool:
    return phrase.due.text.lower().startswith(("since", "of "))


def _with_unset(case: Case, outcome: ProposedOutcome) -> ProposedOutcome:
    """Give an outcome without a date the sentence after it that says there is none."""
    if outcome.due is not None or outcome.status not in {
        Status.AGREED,
        Status.AGREED_PARTLY,
        Status.PLEDGED,
        Status.NO_AGREEMENT,
        Status.PROPOSED,
    }:
        return outcome
    paragraph = next(p for p in reversed(case.reading.paragraphs) if p.offset <= outcome.span.start)
    for phrase in case.dues[paragraph.number]:
        distance = phrase.start + paragraph.offset - outcome.span.end
        between = case.reading.text[outcome.span.end : phrase.start + paragraph.offset]
        if (
            phrase.due.none_set
            and 0 <= distance
            and between.count(".") <= (2 if outcome.status is not Status.NO_AGREEMENT else 0)
        ):
            words = case.reading.text[
                paragraph.offset + phrase.start : paragraph.offset + phrase.end
            ]
            return replace(outcome, due=Due(words, none_set=True))
    return outcome
