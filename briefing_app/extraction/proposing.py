"""From a parsed document to its proposals: every finder is called here, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.domain.evidence import Span
from briefing_app.domain.issue import GENERAL, Issue
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
from briefing_app.extraction.attribution import Voices, channel_of, told_by, voices
from briefing_app.extraction.cast import CastBuilder
from briefing_app.extraction.claims import claim_of, shortened
from briefing_app.extraction.classes import link_classes
from briefing_app.extraction.dues import Phrase, find_dues
from briefing_app.extraction.frames import Frame, condition_in, extent, to_span
from briefing_app.extraction.introduced_names import mark_introduced
from briefing_app.extraction.issues import VAGUE, Place, rank
from briefing_app.extraction.issuing import issuer_of
from briefing_app.extraction.known_names import mark_known
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.mentions import NOBODY, Reading, Who
from briefing_app.extraction.merging import merge_outcomes, merge_positions
from briefing_app.extraction.outcomes import find_outcomes
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.people import add_people
from briefing_app.extraction.quantities import quantities
from briefing_app.extraction.roles import roles_of
from briefing_app.extraction.seats import bind_seats
from briefing_app.extraction.scenes import Finding
from briefing_app.extraction.stances import find_stances
from briefing_app.extraction.why import why_outcome, why_position

if TYPE_CHECKING:
    from spacy.tokens import Token

FROM_STANCE = {Stance.PLEDGES: Status.PLEDGED, Stance.PROPOSES: Status.PROPOSED}
ANSWER_DUE = "next_round"  # an answer that is awaited belongs to this issue as well
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
    cast = CastBuilder()
    mark_known(paragraphs, lexicon.names, cast)
    mark_introduced(paragraphs, lexicon, cast)
    reading = Reading(text, paragraphs, lexicon, cast.build())
    for step in (link_classes, add_people, link_classes):  # a title tells whose "the army" is, and that whose a general is
        step(reading, cast)
        reading.cast = cast.build()
    issuer = issuer_of(reading, cast)
    reading.cast = cast.build()
    heard = voices(reading, issuer)
    bind_seats(reading, heard, cast)
    reading.cast = cast.build()
    frames = find_stances(reading, heard)
    roles = roles_of(reading, frames)
    dues = tuple(find_dues(each.doc.text, date, lexicon.dates) for each in paragraphs)
    case = Case(reading, heard, roles, issues, dues)
    positions = merge_positions(
        [each for frame in frames if (each := _position(case, frame)) is not None]
    )
    outcomes = merge_outcomes([*_outcomes(case), *_from_stances(case, frames)])
    outcomes = _without_echoes(tuple(_with_unset(case, each) for each in outcomes))
    return Proposals(_parties(case, positions, outcomes), positions, outcomes)


def _parties(
    case: Case, positions: Sequence[ProposedPosition], outcomes: Sequence[ProposedOutcome]
) -> tuple[ProposedParty, ...]:
    needed = (
        {each.party for each in positions}
        | {p for each in positions for p in each.also_party}
        | {r for each in outcomes for r in each.responsible}
    )
    phrases = _phrases(case)
    found = [
        ProposedParty(actor.name, role, tuple(dict.fromkeys([*actor.aliases, *phrases.get(actor.name, ())])))
        for actor, role in zip(case.reading.cast.actors, case.roles, strict=True)
        if role is not Role.OTHER or actor.name in needed
    ]
    order = [Role.PARTY, Role.MEDIATOR, Role.HOST, Role.OTHER]
    return tuple(sorted(found, key=lambda each: order.index(each.role)))


def _phrases(case: Case) -> dict[str, list[str]]:
    """Return by which words the document calls each actor besides its names: "the Ukrainian delegation"."""
    found: dict[str, list[str]] = {}
    for paragraph in case.reading.paragraphs:
        for mention in case.reading.mentions(paragraph):
            token = paragraph.doc[mention.token]
            left = token.left_edge
            near = token.i - left.i <= 4 and case.reading.hit(paragraph, token) is None
            plain = not any(each.is_punct or each.pos_ in {"PRON", "VERB"} or each.dep_ == "nummod" for each in paragraph.doc[left.i : token.i])
            if near and plain and token.i > left.i and len(mention.who.actors) == 1 and mention.who.actors[0] < len(case.roles):
                words = paragraph.doc[left.i : token.i + 1].text
                own = any((hit := case.reading.hit(paragraph, each)) is not None and hit.actor == mention.who.actors[0] for each in paragraph.doc[left.i : token.i])
                if not own and not (words.lower().startswith("the ") and token.lemma_.lower() in case.reading.classes):
                    continue
                found.setdefault(case.name(mention.who.actors[0]), []).append(words)
    return found


def _span(frame: Frame, lexicon: Lexicon) -> Span:
    head = (
        frame.head.head
        if frame.head.dep_ in {"acomp", "attr", "prep"} and frame.head.head.pos_ in {"AUX", "VERB"}
        else frame.head
    )
    if frame.head.dep_ == "csubj":
        head = frame.head.head
    if frame.head.pos_ == "NOUN":
        tokens = sorted(each.i for each in frame.head.subtree)
        return to_span(
            frame.paragraph,
            tokens[0],
            max(each.i for each in (frame.complement or frame.head).subtree) + 1,
        )
    return to_span(frame.paragraph, *extent(head, lexicon, asides=False))


def _position(case: Case, frame: Frame) -> tuple[ProposedPosition, bool] | None:
    holders = frame.holder.actors or (case.parties if frame.holder.joint else ())
    if not holders or (
        (len(holders) > 1 or frame.holder.joint)
        and frame.stance in {Stance.ACCEPTS, Stance.ACCEPTS_PARTLY, Stance.PLEDGES, Stance.CONCEDES}
    ):
        return None
    span = _span(frame, case.lexicon)
    text = case.reading.text
    said = told_by(case.heard, frame.paragraph, frame.said, frame.holder)
    speaker = _speaker(case, replace(frame, said=said))
    channel = channel_of(said, holders, case.roles, in_person=frame.in_person)
    condition = condition_in(frame.paragraph, span, text, case.lexicon)
    stance = frame.stance
    if stance is Stance.ACCEPTS and (condition is not None or trees.modal_of(frame.head) in {"would", "could", "can"}):
        stance = Stance.ACCEPTS_PARTLY
    position = ProposedPosition(
        party=case.name(holders[0]), also_party=tuple(case.name(each) for each in holders[1:]), stance=stance,
        issues=_issues(case, frame.paragraph, span, frame.head), span=span, claim=claim_of(frame, span, text), channel=channel,
        speaker=speaker, condition=condition, why=why_position(stance, frame.cue, channel, speaker),
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


def _issues(case: Case, paragraph: Paragraph, span: Span, head: Token, *, named: bool = False) -> tuple[str, ...]:
    """Rank the issues by the claim; what it points back to and the sentence help where it says little itself.

    With `named`, only what the claim names counts: a general failure is about nothing in particular.
    """
    inside = [t for t in paragraph.doc if span.start <= t.idx + paragraph.offset < span.end]
    claim = [t for t in inside if t.i >= head.i] or inside
    subject = [t for t in inside if t.i < head.i]
    passive = trees.is_passive(head) or head.pos_ in {"AUX", "NOUN"}
    places = [_place(claim, 1.0), _place(subject, 1.0 if passive else 0.3)]
    if named and passive and (point := rank([_place(subject, 1.0)], case.issues, case.lexicon)) != (GENERAL,):
        return point
    found = rank(places, case.issues, case.lexicon)
    if named:
        return found if found[0] not in VAGUE else (GENERAL,)
    if found == (GENERAL,) and any(each.lower_ in {"on", "over"} for each in claim):
        found = rank([_place(_after(paragraph, inside[-1].i), 0.5)], case.issues, case.lexicon)
        return found
    sentence = list(head.sent)
    before = _before(paragraph, sentence[0].i)
    pointing = any(t.lower_ in POINTING and t.pos_ in {"PRON", "DET"} for t in inside) or len(claim) < 6
    bare = found[0] in {GENERAL, *VAGUE} or len(found) > 1 and found[1] == GENERAL
    places += [_place([t for t in sentence if t not in inside], 0.3), _place(before, 0.7 if pointing else 0.4 if bare else 0.15)]
    if bare:
        places.append(_place(list(next(iter(paragraph.doc.sents))), 0.3))
    return rank(places, case.issues, case.lexicon)


def _before(paragraph: Paragraph, start: int) -> list[Token]:
    """Return the sentence before, to which "that demand" points back."""
    sentences = [each for each in paragraph.doc.sents if each.end <= start]
    return list(sentences[-1]) if sentences else []


def _after(paragraph: Paragraph, end: int) -> list[Token]:
    """Return the sentence behind, which says more of a point that was only named."""
    return list(next((each for each in paragraph.doc.sents if each.start > end), ()))


def _place(tokens: Sequence[Token], weight: float) -> Place:
    text = "".join(t.text_with_ws for t in tokens)
    return Place(
        text, tuple(t.lemma_.lower() for t in tokens) + tuple(t.lower_ for t in tokens), weight
    )


def _outcomes(case: Case) -> Iterator[tuple[ProposedOutcome, bool]]:
    for found in find_outcomes(case.reading, case.heard):
        outcome = _outcome(case, found)
        if found.needs_date and (outcome.due is None or outcome.due.latest is None):
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
        if about is not None and about.i > found.head.i and found.head.dep_ != "conj"
        else span.start
    )
    words = (
        case.reading.text[begin : span.end]
        if found.status not in {Status.NO_AGREEMENT, Status.SCHEDULED}
        else case.reading.text[span.start : span.end]
    )
    about_what = _issues(case, found.paragraph, span, found.head, named=_is_general(found))
    if found.status is Status.AWAITING_RESPONSE and ANSWER_DUE not in about_what:
        about_what = (*(each for each in about_what[:1] if each != GENERAL), ANSWER_DUE)
    return ProposedOutcome(
        status=found.status, issues=about_what, span=span, claim=shortened(words or case.reading.text[span.start : span.end]),
        responsible=responsible, quantities=counted, due=due, why=why_outcome(found.status, found.cue),
    )  # fmt: skip


def _is_general(found: Finding) -> bool:
    """Tell whether a failure names no point on which the sides failed: no "on", "over", "about"."""
    words = found.paragraph.doc[found.first : found.end]
    return found.status is Status.NO_AGREEMENT and not any(each.lower_ in {"on", "over", "about"} and each.i > found.head.i for each in words)


def _due(case: Case, found: Finding) -> tuple[Due | None, tuple[tuple[int, int], ...]]:
    """Return the date phrase of an outcome: within its words, else later in its sentence."""
    doc, phrases = found.paragraph.doc, case.dues[found.paragraph.number]
    start, end = doc[found.first].idx, doc[found.end - 1].idx + len(doc[found.end - 1])
    sentence = found.head.sent
    inside = [each for each in phrases if start <= each.start and (each.end <= end + 1 or (each.due.none_set and each.start < end))]
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


def _without_echoes(outcomes: Sequence[ProposedOutcome]) -> tuple[ProposedOutcome, ...]:
    """Leave out a "no date" that has become the due of what it is about."""
    dues = {each.due.text for each in outcomes if each.due is not None and each.due.none_set and each.status is not Status.NO_AGREEMENT}
    return tuple(each for each in outcomes if not (each.status is Status.NO_AGREEMENT and each.due is not None and each.due.text in dues))


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
