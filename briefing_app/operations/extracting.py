"""Storing what was proposed for a document, beside what the reader has already decided."""

from functools import partial

from briefing_app.domain.changes import NOTHING, Changes
from briefing_app.domain.document import Document, DocumentId
from briefing_app.domain.evidence import VersionId
from briefing_app.domain.issue import GENERAL, IssueId
from briefing_app.domain.outcome import Outcome, OutcomeContent, OutcomeId
from briefing_app.domain.position import Position, PositionContent, PositionId
from briefing_app.domain.proposals import Proposals
from briefing_app.domain.review import Review
from briefing_app.language import _, ngettext
from briefing_app.operations.accounts import kin_of_outcome, outcomes_alike
from briefing_app.operations.contents import Contents, Words
from briefing_app.operations.known import Known
from briefing_app.operations.naming import short
from briefing_app.operations.party_names import PartyNames
from briefing_app.operations.planning import Plan, hold, plan
from briefing_app.operations.repeats import kin_of_position, positions_alike
from briefing_app.store import Store
from briefing_app.store.journal import Recording
from briefing_app.store.outcomes import delete_outcome, insert_outcome, update_outcome
from briefing_app.store.positions import delete_position, insert_position, update_position


def record_proposals(
    store: Store, version: VersionId, proposals: Proposals, *, known: Known | None = None
) -> Changes:
    """Replace what is still only proposed for the version's document; what the reader decided stays.

    What other documents tell too is told once: it gets the document's evidence, or its account, beside theirs.
    Who reads many documents one after the other passes what is `known` on from each to the next.
    Nothing is stored where the reader has removed the document meanwhile.
    """
    known = known or Known(store)  # before the transaction: of a large dossier that takes long
    with store.together():
        known.catch_up()
        home = store.find_home(version)
        return NOTHING if home is None else _record(store, known, home, version, proposals)


def _record(
    store: Store, known: Known, home: DocumentId, version: VersionId, proposals: Proposals
) -> Changes:
    document = store.document(home)
    name = _("Propose for {what}").format(what=short(document.title))
    with store.operation(name) as operation:
        parties = PartyNames(operation, store.parties())
        for party in proposals.parties:
            parties.meet(party)
        words = Words(version, store.text(version), document.date)
        contents = Contents(operation, words, parties, store.issues())
        positions, outcomes = contents.positions(proposals), contents.outcomes(proposals)
        known.turn_to(document.id, version, parties.all)
        told = _plan_outcomes(store, known, outcomes)
        _write_positions(operation, _plan_positions(store, known, positions))
        _write_outcomes(operation, told)
        operation.name = _with_told_again(name, told.told_again)
    known.heed(operation.changes)
    return operation.changes


def take_back(store: Store, operation: Recording, document: Document) -> None:
    """Take away what is proposed from a document alone, and its part in what others tell as well."""
    known = Known(store)
    known.turn_to(document.id, document.version, store.parties())
    _write_positions(operation, _plan_positions(store, known, []))
    _write_outcomes(operation, _plan_outcomes(store, known, []))


def _plan_positions(
    store: Store, known: Known, wanted: list[PositionContent]
) -> Plan[PositionContent]:
    rows = known.positions(wanted)
    alike = partial(
        positions_alike,
        comparing=known.comparing,
        known=[each.content for each in rows],
        general=_general(store),
    )
    held = [hold(each.id, each.content, each.review, is_here=known.is_here) for each in rows]
    return plan(held, wanted, kin=kin_of_position, alike=alike, day=known.comparing.day)


def _plan_outcomes(
    store: Store, known: Known, wanted: list[OutcomeContent]
) -> Plan[OutcomeContent]:
    rows = known.outcomes(wanted)
    alike = partial(outcomes_alike, comparing=known.comparing, general=_general(store))
    held = [hold(each.id, each.content, each.review, is_here=known.is_here) for each in rows]
    return plan(held, wanted, kin=kin_of_outcome, alike=alike, day=known.comparing.day)


def _general(store: Store) -> IssueId | None:
    return next((each.id for each in store.issues() if each.key == GENERAL), None)


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
