from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from briefing_app.domain.annotation import Annotation, AnnotationId, Colour
from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Evidence, EvidenceState, Quote, Span, quote_at
from briefing_app.domain.outcome import Account, Due, Outcome, Quantity, Status
from briefing_app.domain.party import Party, PartyId, Role
from briefing_app.domain.position import Channel, Position
from briefing_app.domain.review import Review
from briefing_app.store.annotations import insert_annotation
from briefing_app.store.documents import digest
from briefing_app.store.outcomes import insert_outcome
from briefing_app.store.parties import insert_party
from briefing_app.store.positions import insert_position
from tests.store.builders import (
    STORY,
    a_document,
    a_dossier,
    a_party,
    a_position,
    an_ingested,
    an_outcome,
    evidence_at,
    issue_id,
)

NOON = datetime(2025, 6, 2, 12, 30, 15, 123456, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with a_dossier(tmp_path) as store:
        yield store


def stored(evidence, like):
    """The evidence as it was written, with the id that it got."""
    return replace(evidence, id=like.id)


def test_a_document_comes_back_with_all_that_is_known_of_it(store):
    known = {
        "publisher": "Agency",
        "author": "A. Writer",
        "url": "https://example.org/1",
        "language": "en",
        "file_name": "talks.txt",
    }
    document = a_document(store, **known)
    assert {name: getattr(document, name) for name in known} == known
    assert (document.title, document.date) == ("Talks end without a ceasefire 🕊", date(2025, 6, 2))
    assert (document.words, document.versions) == (len(STORY.split()), 1)
    assert document.content_sha256 == digest(STORY.encode())
    assert document.added.tzinfo is not None
    assert store.documents() == (document,)


def test_a_version_comes_back_to_the_letter(store):
    blocks = (
        Block(BlockKind.HEADING, Span(0, 5), level=2),
        Block(BlockKind.TABLE_ROW, Span(6, 9), page=1),
        Block(BlockKind.LIST_ITEM, Span(9, 10), level=3, page=10_000),
    )
    text = "e\u0301🕊\u2028x \tab\n\n"
    document = a_document(store, text, blocks=blocks)
    version = store.version(document.version)
    assert (version.text, version.blocks) == (text, blocks)
    assert version.text_sha256 == digest(text.encode())
    assert (version.document, version.number) == (document.id, 1)


@given(text=st.text(st.characters(blacklist_categories=("Cs",)), min_size=1), data=st.data())
@settings(max_examples=15, deadline=None)
def test_any_words_of_any_text_can_be_evidence(tmp_path_factory, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    with a_dossier(tmp_path_factory.mktemp("dossier")) as store:
        block = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
        document = a_document(store, text, blocks=block, title="Any")
        evidence = Evidence(document.version, span, quote_at(text, span))
        note = Annotation(AnnotationId(0), evidence, Colour.PINK, text, (text,), NOON, NOON)
        with store.operation("Mark") as operation:
            insert_annotation(operation.db, note)
        (read,) = store.annotations()
        assert read == replace(note, id=read.id, evidence=stored(evidence, read.evidence))
        store.undo()
        store.redo()
        assert store.annotations() == (read,)
        assert store.problems() == ()


@pytest.mark.parametrize("start", [-1, 1])
def test_words_that_are_not_there_are_no_evidence(store, start):
    evidence = evidence_at(store, a_document(store), "Russia rejected")
    moved = Span(evidence.span.start + start, evidence.span.end + start)
    wrong = replace(evidence, span=moved)
    note = Annotation(AnnotationId(0), wrong, Colour.PINK, "", (), NOON, NOON)
    with pytest.raises(ValueError, match="does not say so"), store.operation("Mark") as operation:
        insert_annotation(operation.db, note)
    assert store.annotations() == ()


def test_evidence_of_no_version_is_refused(store):
    evidence = Evidence(99, Span(0, 1), Quote("x"))
    note = Annotation(AnnotationId(0), evidence, Colour.PINK, "", (), NOON, NOON)
    with pytest.raises(ValueError, match="no version 99"), store.operation("Mark") as operation:
        insert_annotation(operation.db, note)


def test_a_position_comes_back_with_all_its_evidence_in_order(store):
    document, party = a_document(store), a_party(store)
    told = evidence_at(store, document, "Russia rejected an unconditional ceasefire")
    also = replace(evidence_at(store, document, "ceasefire"), state=EvidenceState.MOVED)
    content = a_position(
        store,
        party.id,
        told,
        also,
        issues=(issue_id(store, "prisoners"), issue_id(store)),
        condition="only if",
        speaker="Ukraine’s negotiator",
        channel=Channel.OTHER_PARTY,
        said_on=date(2025, 6, 2),
        background=True,
        why="rejected",
    )
    with store.operation("Add") as operation:
        position = insert_position(operation.db, content, Review.PROPOSED)
    (read,) = store.positions()
    evidence = tuple(map(stored, content.evidence, read.content.evidence))
    assert read == Position(position, replace(content, evidence=evidence), Review.PROPOSED)
    assert store.position(position) == read


def test_an_outcome_comes_back_with_its_accounts(store):
    document, one, other = a_document(store), a_party(store), a_party(store, "Ukraine")
    words = [evidence_at(store, document, each) for each in ("6,000 bodies", "ceasefire")]
    due = Due("by the end of June", date(2025, 6, 2), date(2025, 6, 30))
    quantities = (Quantity(6000, "bodies"), Quantity(0.1, "shares", "about"))
    content = an_outcome(
        store,
        words[0],
        accounts=(
            Account(Status.AGREED, words[0], quantities, due),
            Account(Status.PROPOSED, words[1], due=Due(none_set=True)),
        ),
        responsible=(other.id, one.id),
        quantities=quantities,
        due=due,
        ticked=True,
        why="agreed to",
    )
    with store.operation("Add") as operation:
        outcome = insert_outcome(operation.db, content, Review.CORRECTED)
    (read,) = store.outcomes()
    accounts = tuple(
        replace(wrote, id=kept.id, evidence=stored(wrote.evidence, kept.evidence))
        for wrote, kept in zip(content.accounts, read.content.accounts, strict=True)
    )
    assert read == Outcome(outcome, replace(content, accounts=accounts), Review.CORRECTED)
    assert store.outcome(outcome) == read
    assert read.content.disputed


def test_a_party_comes_back(store):
    party = Party(PartyId(0), "Türkiye", ("Turkey", "Ankara"), Role.HOST, 3, 0, Review.PROPOSED)
    with store.operation("Add") as operation:
        number = insert_party(operation.db, party)
    assert store.parties() == (replace(party, id=number, ordinal=1),)


def test_no_position_without_evidence_and_issue(store):
    document, party = a_document(store), a_party(store)
    evidence = evidence_at(store, document, "Russia")
    with store.operation("Add") as operation:
        for content in (
            a_position(store, party.id),
            a_position(store, party.id, evidence, issues=()),
        ):
            with pytest.raises(ValueError, match="a position has an issue and evidence"):
                insert_position(operation.db, content, Review.CONFIRMED)
    assert not operation.changes


def test_no_outcome_without_account_and_issue(store):
    evidence = evidence_at(store, a_document(store), "6,000 bodies")
    with store.operation("Add") as operation:
        for fields in ({"accounts": ()}, {"issues": ()}):
            content = an_outcome(store, evidence, **fields)
            with pytest.raises(ValueError, match="an outcome has an issue and an account"):
                insert_outcome(operation.db, content, Review.CONFIRMED)
    assert not operation.changes


@pytest.mark.parametrize("table", ["positions", "outcomes", "accounts", "annotations"])
def test_the_database_itself_asks_for_evidence(store, table):
    document, party = a_document(store), a_party(store)
    with store.operation("Add") as operation:
        position = a_position(store, party.id, evidence_at(store, document, "Russia"))
        insert_position(operation.db, position, Review.CONFIRMED)
        outcome = an_outcome(store, evidence_at(store, document, "ceasefire"))
        insert_outcome(operation.db, outcome, Review.CONFIRMED)
        note = Annotation(
            AnnotationId(0), evidence_at(store, document, "bodies"), Colour.BLUE, "", (), NOON, NOON
        )
        insert_annotation(operation.db, note)
    with (
        pytest.raises(dbapi2.IntegrityError, match="NOT NULL"),
        store.operation("Break") as operation,
    ):
        operation.db.execute(f"UPDATE {table} SET evidence_id = NULL")


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE evidence SET "end" = start',
        "UPDATE evidence SET start = -1",
        "UPDATE positions SET stance = 'likes'",
        "UPDATE positions SET party_id = 99",
        "UPDATE parties SET aliases = 'not JSON'",
        "UPDATE documents SET date = 'June'",
        "DELETE FROM parties",
    ],
)
def test_the_database_refuses_what_makes_no_sense(store, statement):
    document, party = a_document(store), a_party(store)
    with store.operation("Add") as operation:
        content = a_position(store, party.id, evidence_at(store, document, "Russia"))
        insert_position(operation.db, content, Review.CONFIRMED)
    with pytest.raises(dbapi2.IntegrityError), store.operation("Break") as operation:
        operation.db.execute(statement)


def test_what_is_not_there_is_said(store):
    with pytest.raises(LookupError, match="the id 7"):
        store.document(7)
    with pytest.raises(LookupError, match="the id 8"):
        store.position(8)
    with pytest.raises(LookupError, match="the id 9"):
        store.version(9)
    with pytest.raises(LookupError, match="the id 10"):
        store.outcome(10)


def test_documents_come_by_date_the_newest_first(store):
    days = [date(2025, 1, 1), None, date(2025, 3, 1), date(2025, 2, 1)]
    for number, day in enumerate(days):
        a_document(store, f"{number}", date=day)
    assert [document.title for document in store.documents()] == ["2", "3", "0", "1"]


def test_annotations_come_by_document_then_place(store):
    older = a_document(store, date=date(2025, 1, 1))
    newer = a_document(store, "Now: " + STORY, date=date(2025, 2, 1))
    with store.operation("Mark") as operation:
        for document, words in [(older, "Russia"), (newer, "summit"), (newer, "Talks")]:
            evidence = evidence_at(store, document, words)
            note = Annotation(AnnotationId(0), evidence, Colour.BLUE, "", (), NOON, NOON)
            insert_annotation(operation.db, note)
    exact = [each.evidence.quote.exact for each in store.annotations()]
    assert exact == ["Talks", "summit", "Russia"]


def test_a_piece_of_evidence_has_a_paragraph(store):
    document = a_document(store)
    evidence = evidence_at(store, document, "6,000 bodies")
    note = Annotation(AnnotationId(0), evidence, Colour.BLUE, "", (), NOON, NOON)
    with store.operation("Mark") as operation:
        insert_annotation(operation.db, note)
    (read,) = store.annotations()
    assert store.places() == {read.evidence.id: (document.id, 3, None)}
    assert store.version(document.version).paragraph_at(evidence.span.start) == 3


def test_lists_are_read_in_a_fixed_number_of_queries(store):
    document, party = a_document(store), a_party(store)

    def queries():
        seen = []
        with store.operation("Count") as operation:
            operation.db.conn.set_trace_callback(seen.append)
            store.positions()
            store.outcomes()
            store.annotations()
            store.documents()
            operation.db.conn.set_trace_callback(None)
        return len(seen)

    before = queries()
    with store.operation("Add") as operation:
        for _ in range(20):
            evidence = evidence_at(store, document, "Russia")
            insert_position(operation.db, a_position(store, party.id, evidence), Review.CONFIRMED)
            insert_outcome(operation.db, an_outcome(store, evidence), Review.CONFIRMED)
    a_document(store, "Another")
    assert len(store.positions()) == 20
    assert queries() == before


def test_nothing_of_an_import_is_stored_twice(store):
    document = a_document(store)
    with store.operation("Look") as operation:
        count = operation.db.execute("SELECT count(*) FROM originals").fetchone()[0]
    assert count == 1
    assert store.find_original(digest(an_ingested().original)) == document.version
