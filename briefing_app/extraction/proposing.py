"""From a parsed document to its proposals: every finder is called here, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from briefing_app.domain.issue import Issue
from briefing_app.domain.proposals import Proposals
from briefing_app.extraction.acting_names import acting_names
from briefing_app.extraction.cases import Case
from briefing_app.extraction.cast import CastBuilder
from briefing_app.extraction.classes import link_classes
from briefing_app.extraction.classifier import Judge
from briefing_app.extraction.deadlines import with_unset, without_echoes
from briefing_app.extraction.definitions import mark_definitions
from briefing_app.extraction.described_names import mark_described
from briefing_app.extraction.dues import Phrase, find_dues, last_dated
from briefing_app.extraction.introduced_names import mark_introduced
from briefing_app.extraction.issuing import issuer_of
from briefing_app.extraction.joining import joined_outcomes, joined_positions
from briefing_app.extraction.known_names import mark_known
from briefing_app.extraction.later_dates import with_next_round
from briefing_app.extraction.letterheads import mark_letterheads
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.listening import unasked
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.merging import merge_outcomes, merge_positions
from briefing_app.extraction.opinions import opinions_on, remembering
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.people import add_people
from briefing_app.extraction.proposed_outcomes import told_outcomes
from briefing_app.extraction.proposed_parties import proposed_parties
from briefing_app.extraction.proposed_positions import told_positions
from briefing_app.extraction.reconsidering import reconsidered
from briefing_app.extraction.roles import roles_of
from briefing_app.extraction.same_names import unite_names
from briefing_app.extraction.seats import bind_seats
from briefing_app.extraction.stances import find_stances
from briefing_app.extraction.transcripts import turns_of
from briefing_app.extraction.voices import Voices, voices
from briefing_app.extraction.who import NOBODY


def propose(  # noqa: PLR0913 (all but the first two are given by name)
    text: str,
    paragraphs: Sequence[Paragraph],
    *,
    date: dt.date | None,
    issues: Sequence[Issue],
    lexicon: Lexicon,
    judge: Judge | None,
    ask: Callable[[], None] = unasked,
) -> Proposals:
    """Propose parties, positions and outcomes for a parsed document, by the rules alone where nobody judges.

    `ask` is called every few words; what it raises ends the work.
    """
    judge = remembering(judge) if judge is not None else None
    reading, heard = understand(text, paragraphs, lexicon, ask)
    opinions = opinions_on(reading, heard, judge)
    if also := acting_names(reading, opinions):  # who is who depends on all that are named
        reading, heard = understand(text, paragraphs, lexicon, ask, also)
        opinions = opinions_on(reading, heard, judge)
    frames = reconsidered(find_stances(reading, heard), opinions, reading)
    dues = _dues_of(reading, date)
    roles = roles_of(reading, frames, heard.issuer)
    case = Case(reading, heard, roles, issues, dues, opinions, date)
    positions = merge_positions(joined_positions(list(told_positions(case, frames)), text))
    outcomes = merge_outcomes(joined_outcomes(list(told_outcomes(case, frames)), text))
    outcomes = without_echoes([with_unset(case, each) for each in with_next_round(case, outcomes)])
    return Proposals(proposed_parties(case, positions, outcomes), positions, outcomes)


def _dues_of(reading: Reading, date: dt.date | None) -> tuple[tuple[Phrase, ...], ...]:
    """Find the dates of each paragraph; an article's "on the same date" points to the one before it."""
    found: list[tuple[Phrase, ...]] = []
    for each in reading.each_paragraph():
        earlier = last_dated(found[-1]) if found else None
        found.append(find_dues(each.text, date, reading.lexicon.dates, earlier))
    return tuple(found)


def understand(
    text: str,
    paragraphs: Sequence[Paragraph],
    lexicon: Lexicon,
    ask: Callable[[], None] = unasked,
    also: frozenset[str] = frozenset(),
) -> tuple[Reading, Voices]:
    """Find out who is in a document, and on whose word each of its sentences stands.

    `also` are names that are a side's, whatever the rules make of them.
    """
    cast = CastBuilder()
    mark_known(paragraphs, lexicon, cast)
    mark_introduced(paragraphs, lexicon, cast, also)
    mark_letterheads(paragraphs, lexicon, cast)
    mark_definitions(paragraphs, lexicon, cast)
    mark_described(paragraphs, lexicon, cast)
    unite_names(cast, lexicon)
    reading = Reading(text, paragraphs, lexicon, cast.build(), ask=ask)
    for step in (
        link_classes,
        add_people,
        link_classes,
    ):  # whose "the army" is tells whose a general is, and back
        step(reading, cast)
        reading.cast = cast.build()
    issuer = issuer_of(reading, cast)
    reading.issuer = issuer if issuer is not None and len(issuer.actors) == 1 else NOBODY
    reading.forget()
    heard = voices(reading, issuer, turns_of(reading, issuer))
    bind_seats(reading, heard, cast)
    reading.cast = cast.build()
    return reading, heard
