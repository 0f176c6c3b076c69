"""From what is proposed, by names, keys and spans, to what a dossier holds, by ids and evidence."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing_app.domain.evidence import Evidence, Span, VersionId, quote_at
from briefing_app.domain.issue import GENERAL, Issue, IssueId
from briefing_app.domain.outcome import Account, OutcomeContent
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import PositionContent
from briefing_app.domain.proposals import Proposals, ProposedOutcome, ProposedPosition
from briefing_app.domain.review import Review
from briefing_app.language import _
from briefing_app.operations.party_names import PartyNames
from briefing_app.store.issues import insert_issue
from briefing_app.store.journal import Recording

_Content = TypeVar("_Content", PositionContent, OutcomeContent)


@dataclass(frozen=True)
class Words:
    """What a version says, and its document's date."""

    version: VersionId
    text: str
    date: dt.date | None


class Contents:
    """The contents of one version's proposals."""

    def __init__(
        self,
        operation: Recording,
        words: Words,
        parties: PartyNames,
        issues: Sequence[Issue],
    ) -> None:
        self._operation = operation
        self._words, self._parties = words, parties
        self._issues = {issue.key: issue.id for issue in issues}

    def positions(self, proposals: Proposals) -> list[PositionContent]:
        return [self._position(each) for each in proposals.positions]

    def outcomes(self, proposals: Proposals) -> list[OutcomeContent]:
        """Make an outcome with an account for each of its tellings."""
        return [self._outcome(each) for each in proposals.outcomes]

    def _position(self, proposed: ProposedPosition) -> PositionContent:
        party, *also = self._ids_of((proposed.party, *proposed.also_party))
        return PositionContent(
            party=party,
            stance=proposed.stance,
            issues=self._issue_ids(proposed.issues),
            claim=proposed.claim,
            evidence=self._evidence(proposed.span, proposed.also),
            condition=proposed.condition or "",
            speaker=proposed.speaker or "",
            channel=proposed.channel,
            said_on=self._words.date,
            background=proposed.background,
            why=proposed.why,
            also_party=tuple(also),
        )

    def _outcome(self, proposed: ProposedOutcome) -> OutcomeContent:
        return OutcomeContent(
            claim=proposed.claim,
            status=proposed.status,
            issues=self._issue_ids(proposed.issues),
            accounts=tuple(
                Account(proposed.status, evidence, proposed.quantities, proposed.due)
                for evidence in self._evidence(proposed.span, proposed.also)
            ),
            responsible=self._ids_of(proposed.responsible),
            quantities=proposed.quantities,
            due=proposed.due,
            why=proposed.why,
        )

    def _ids_of(self, names: Iterable[str]) -> tuple[PartyId, ...]:
        """Return each party once, though it be named twice."""
        return tuple(dict.fromkeys(self._parties.id_of(name) for name in names))

    def _evidence(self, span: Span, also: tuple[Span, ...]) -> tuple[Evidence, ...]:
        spans = dict.fromkeys((span, *also))
        return tuple(
            Evidence(self._words.version, each, quote_at(self._words.text, each)) for each in spans
        )

    def _issue_ids(self, keys: tuple[str, ...]) -> tuple[IssueId, ...]:
        known = dict.fromkeys(self._issues[key] for key in keys if key in self._issues)
        return tuple(known) or (self._general(),)

    def _general(self) -> IssueId:
        if GENERAL not in self._issues:
            last = Issue(IssueId(0), GENERAL, _("General"), ordinal=len(self._issues) + 1)
            self._issues[GENERAL] = insert_issue(self._operation.db, last)
        return self._issues[GENERAL]


def evidence_of(content: PositionContent | OutcomeContent) -> tuple[Evidence, ...]:
    """Return everything that a position or an outcome rests on."""
    if isinstance(content, PositionContent):
        return content.evidence
    return tuple(account.evidence for account in content.accounts)


def tellings_of(content: PositionContent | OutcomeContent) -> tuple[Evidence | Account, ...]:
    """Return what a position's evidence and an outcome's accounts have in common: each is one telling of it."""
    return content.evidence if isinstance(content, PositionContent) else content.accounts


def told_by(content: _Content, tellings: Iterable[Evidence | Account]) -> _Content:
    """Return the content with these tellings in the place of its own."""
    if isinstance(content, PositionContent):
        evidence = tuple(each for each in tellings if isinstance(each, Evidence))
        return replace(content, evidence=evidence)
    accounts = tuple(each for each in tellings if isinstance(each, Account))
    return replace(content, accounts=accounts)


def words_of(telling: Evidence | Account) -> Evidence:
    return telling if isinstance(telling, Evidence) else telling.evidence


def bare(telling: Evidence | Account) -> Evidence | Account:
    """Return a telling as it would be if it were proposed afresh."""
    if isinstance(telling, Evidence):
        return replace(telling, id=None)
    return replace(telling, id=None, evidence=replace(telling.evidence, id=None))


def unstored(content: _Content) -> _Content:
    """Return the content as it would be if it were proposed afresh."""
    return told_by(content, map(bare, tellings_of(content)))


def is_settled(
    wanted: PositionContent | OutcomeContent,
    decided: PositionContent | OutcomeContent,
    review: Review,
) -> bool:
    """Tell whether the reader has already decided on these words: as they were proposed, or corrected."""
    words, settled = evidence_of(wanted)[0], evidence_of(decided)
    if review is Review.CORRECTED and _same_place(words, settled[0]):
        return True
    stands, told = _stands(wanted), _stands(decided)
    # Of a joint position it must have been decided for all who hold it.
    same = stands <= told if isinstance(wanted, PositionContent) else not stands.isdisjoint(told)
    return same and any(_same_words(words, each) for each in settled)


def _stands(content: PositionContent | OutcomeContent) -> set[tuple[object, ...]]:
    """Return each holder's stance, or every status that is told."""
    if isinstance(content, PositionContent):
        return {(holder, content.stance) for holder in content.holders}
    return {(content.status,), *((each.status,) for each in content.accounts)}


def _same_place(one: Evidence, other: Evidence) -> bool:
    return (one.version, one.span) == (other.version, other.span)


def _same_words(one: Evidence, other: Evidence) -> bool:
    if one.version != other.version:
        return one.quote.exact == other.quote.exact
    return one.span.overlaps(other.span)
