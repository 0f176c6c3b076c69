"""Storing what was proposed for a document, beside what the reader has already decided."""

from functools import partial

from briefing_app.domain.changes import Changes
from briefing_app.domain.document import Document
from briefing_app.domain.evidence import Evidence, VersionId
from briefing_app.domain.issue import GENERAL
from briefing_app.domain.outcome import Outcome, OutcomeContent, OutcomeId
from briefing_app.domain.position import Position, PositionContent, PositionId
from briefing_app.domain.proposals import Proposals
from briefing_app.domain.review import Review
from briefing_app.language import _, ngettext
from briefing_app.operations.accounts import outcomes_alike
from briefing_app.operations.comparing import Comparing
from briefing_app.operations.contents import Contents, evidence_of
from briefing_app.operations.naming import short
from briefing_app.operations.party_names import PartyNames
from briefing_app.operations.planning import Plan, hold, plan
from briefing_app.operations.repeats import positions_alike
from briefing_app.store import Store
from briefing_app.store.journal import Recording
from briefing_app.store.outcomes import delete_outcome, insert_outcome, update_outcome
from briefing_app.store.positions import delete_position, insert_position, update_position


def record_proposals(store: Store, version: VersionId, proposals: Proposals) -> Changes:
    """Replace what is still only proposed for the version's document; what the reader decided stays.

    What other documents tell too is told once: it gets the document's evidence, or its account, beside theirs.
    """
    stored = store.version(version)
    document = store.document(stored.document)
    name = _("Propose for {what}").format(what=short(document.title))
    with store.operation(name) as operation:
        parties = PartyNames(operation, store.parties())
        for party in proposals.parties:
            parties.meet(party)
        contents = Contents(operation, stored, document.date, parties, store.issues())
        known = _Known(store, document, version)
        outcomes = known.plan_outcomes(contents.outcomes(proposals))
        _write_positions(operation, known.plan_positions(contents.positions(proposals)))
        _write_outcomes(operation, outcomes)
        operation.name = _with_told_again(name, outcomes.told_again)
    return operation.changes


def take_back(store: Store, operation: Recording, document: Document) -> None:
    """Take away what is proposed from a document alone, and its part in what others tell as well."""
    known = _Known(store, document, document.version)
    _write_positions(operation, known.plan_positions([]))
    _write_outcomes(operation, known.plan_outcomes([]))


class _Known:
    """All that is known beside what a document proposes."""

    def __init__(self, store: Store, document: Document, version: VersionId) -> None:
        self._positions = store.positions(dismissed=True)
        self._outcomes = store.outcomes(dismissed=True)
        places, dates = store.places(), {each.id: each.date for each in store.documents()}
        evidence = [
            words
            for row in (*self._positions, *self._outcomes)
            for words in evidence_of(row.content)
        ]
        homes = {each.version: places[each.id][0] for each in evidence if each.id is not None}
        homes[version] = document.id
        self._here = {each for each, home in homes.items() if home == document.id}
        days = {each: dates[home] for each, home in homes.items()}
        self._comparing = Comparing(store.parties(), days)
        self._general = next((each.id for each in store.issues() if each.key == GENERAL), None)

    def plan_positions(self, wanted: list[PositionContent]) -> Plan[PositionContent]:
        alike = partial(
            positions_alike,
            comparing=self._comparing,
            known=[each.content for each in self._positions],
            general=self._general,
        )
        known = [
            hold(each.id, each.content, each.review, is_here=self._is_here)
            for each in self._positions
        ]
        return plan(known, wanted, alike=alike, day=self._comparing.day)

    def plan_outcomes(self, wanted: list[OutcomeContent]) -> Plan[OutcomeContent]:
        alike = partial(outcomes_alike, comparing=self._comparing, general=self._general)
        known = [
            hold(each.id, each.content, each.review, is_here=self._is_here)
            for each in self._outcomes
        ]
        return plan(known, wanted, alike=alike, day=self._comparing.day)

    def _is_here(self, words: Evidence) -> bool:
        return words.version in self._here


def _write_positions(operation: Recording, planned: Plan[PositionContent]) -> None:
    for gone in planned.gone:
        delete_position(operation.db, PositionId(gone))
    for each in planned.changed:
        update_position(operation.db, Position(PositionId(each.id), each.content, each.review))
    for content in planned.fresh:
        insert_position(operation.db, content, Review.PROPOSED)


def _write_outcomes(operation: Recording, planned: Plan[OutcomeContent]) -> None:
    for gone in planned.gone:
        delete_outcome(operation.db, OutcomeId(gone))
    for each in planned.changed:
        update_outcome(operation.db, Outcome(OutcomeId(each.id), each.content, each.review))
    for content in planned.fresh:
        insert_outcome(operation.db, content, Review.PROPOSED)


def _with_told_again(name: str, count: int) -> str:
    """Say in the history that what the reader has decided on has another account now."""
    if not count:
        return name
    more = ngettext(
        "{name}, another account of {count} outcome that you reviewed",
        "{name}, other accounts of {count} outcomes that you reviewed",
        count,
    )
    return more.format(name=name, count=count)
