import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from briefing_app.domain.annotation import Colour
from briefing_app.domain.changes import Touched
from briefing_app.domain.document import Particulars
from briefing_app.domain.evidence import Span
from briefing_app.domain.outcome import Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.domain.proposals import Proposals, ProposedOutcome, ProposedPosition
from briefing_app.operations.annotating import (
    add_annotation,
    change_annotation,
    remove_annotation,
)
from briefing_app.operations.assembling import assemble
from briefing_app.operations.documents import change_document, remove_document
from briefing_app.operations.dossiers import rename_dossier
from briefing_app.operations.extracting import record_proposals
from briefing_app.operations.history import redo, undo
from briefing_app.operations.issues import remove_issue
from briefing_app.operations.outcomes import add_outcome, tick_outcome
from briefing_app.operations.parties import change_party, merge_parties, order_parties
from briefing_app.operations.positions import add_position, change_position
from briefing_app.operations.reviewing import confirm_all, dismiss_outcome, dismiss_position
from briefing_app.store import open_store
from briefing_app.store.positions import delete_position
from tests.store.builders import (
    STORY,
    a_document,
    a_dossier,
    a_party,
    a_position,
    an_outcome,
    evidence_at,
)

NOON = datetime(2025, 6, 2, 12, tzinfo=UTC)


def everything(store):
    """All that can be read of a dossier."""
    return (
        assemble(store, made=NOON),
        store.positions(dismissed=True),
        store.outcomes(dismissed=True),
        [store.version(document.version) for document in store.documents()],
    )


def test_an_operation_tells_what_it_touched(tmp_path):
    with a_dossier(tmp_path) as store:
        document = a_document(store)
        party = a_party(store)
        changes = add_position(
            store, a_position(store, party.id, evidence_at(store, document, "Russia rejected"))
        )
        assert changes.name == "Add Russia: rejects ceasefire, truce or pause"
        assert changes.touched == {Touched.POSITIONS}
        assert changes.ids(Touched.POSITIONS) == (store.positions()[0].id,)


def test_an_operation_that_changed_nothing_leaves_no_entry(tmp_path):
    with a_dossier(tmp_path) as store:
        party = a_party(store)
        assert not change_party(store, party)
        assert [entry.name for entry in store.history()] == ["Add Russia"]


def fail_half_way(store, document):
    with store.operation("Fail") as operation:
        operation.db.execute("DELETE FROM documents WHERE id = ?", (document.id,))
        raise RuntimeError


def test_an_operation_that_failed_leaves_nothing(tmp_path):
    with a_dossier(tmp_path) as store:
        document = a_document(store)
        before = everything(store)
        with pytest.raises(RuntimeError):
            fail_half_way(store, document)
        assert everything(store) == before
        assert not store.history()[-1].undone
        assert rename_dossier(store, "after it")


def test_undo_and_redo_by_name(tmp_path):
    with a_dossier(tmp_path) as store:
        rename_dossier(store, "One")
        rename_dossier(store, "Two")
        assert undo(store).name == "Rename the dossier to Two"
        assert store.title == "One"
        assert [entry.undone for entry in store.history()] == [False, True]
        assert redo(store).touched == {Touched.DOSSIER}
        assert store.title == "Two"
        assert not redo(store)


def test_there_may_be_nothing_to_undo(tmp_path):
    with a_dossier(tmp_path) as store:
        assert not undo(store)
        assert not redo(store)


def test_a_new_operation_forgets_what_was_undone(tmp_path):
    with a_dossier(tmp_path) as store:
        rename_dossier(store, "One")
        undo(store)
        rename_dossier(store, "Two")
        assert not redo(store)
        assert [entry.name for entry in store.history()] == ["Rename the dossier to Two"]


def test_what_changes_nothing_forgets_nothing(tmp_path):
    with a_dossier(tmp_path) as store:
        rename_dossier(store, "One")
        undo(store)
        rename_dossier(store, "Talks")
        assert redo(store)
        assert store.title == "One"


def test_the_history_names_what_is_undone_after_a_restart(tmp_path):
    with a_dossier(tmp_path) as store:
        a_document(store)
        title = store.documents()[0].title
    with open_store(store.path) as store:
        assert undo(store).name == f"Import {title}"
        assert store.documents() == ()
        redo(store)
        assert store.documents()[0].title == title


def test_a_history_that_speaks_of_a_foreign_table_is_not_followed(tmp_path):
    with a_dossier(tmp_path) as store:
        rename_dossier(store, "One")
        with store.operation("Tamper") as operation:
            operation.db.execute("UPDATE history_changes SET \"table\" = 'texts; --'")
        with pytest.raises(ValueError, match="a table that there is none of"):
            undo(store)
        assert store.title == "One"


WORDS = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=12
)


class Reader(RuleBasedStateMachine):
    """A reader who does anything in any order; at the end all is undone, and all is done again."""

    @initialize()
    def start(self):
        self.folder = Path(mkdtemp())
        self.store = a_dossier(self.folder)
        self.start_of_all = everything(self.store)

    def one_of(self, rows, number):
        return rows[number % len(rows)]

    @rule(number=st.integers(0, 99))
    def import_a_document(self, number):
        a_document(self.store, f"{number}. {STORY}", date=None)

    @rule()
    def import_a_newer_text(self):
        documents = self.store.documents()
        text = f"{len(self.store.history())}. {STORY}"
        a_document(self.store, text, url="x:talks", title=f"{len(documents)}")

    @rule(name=WORDS, role=st.sampled_from(Role))
    def add_a_party(self, name, role):
        a_party(self.store, f"{len(self.store.parties())} {name}", role=role)

    @precondition(lambda self: self.store.documents() and self.store.parties())
    @rule(number=st.integers(0), stance=st.sampled_from(Stance), words=WORDS)
    def add_a_position(self, number, stance, words):
        documents = self.store.documents()
        evidence = tuple(evidence_at(self.store, each, "Russia rejected") for each in documents)
        party = self.one_of(self.store.parties(), number).id
        issues = tuple(issue.id for issue in self.store.issues()[number % 2 : 2])
        content = a_position(
            self.store,
            party,
            evidence[0],
            stance=stance,
            condition=words,
            issues=issues,
            also_party=tuple(each.id for each in self.store.parties()[: number % 3]),
        )
        add_position(self.store, content)
        self.more_evidence(evidence, number)

    def more_evidence(self, evidence, number):
        position = self.one_of(self.store.positions(dismissed=True), number)
        content = position.content
        add = evidence[number % len(evidence) :]
        wanted = replace(content, evidence=(*add, content.evidence[-1]))
        change_position(self.store, position.id, wanted)

    @precondition(lambda self: self.store.documents() and self.store.parties())
    @rule(number=st.integers(0), words=WORDS)
    def add_an_outcome(self, number, words):
        document = self.one_of(self.store.documents(), number)
        evidence = evidence_at(self.store, document, "agreed to exchange")
        party = self.one_of(self.store.parties(), number).id
        add_outcome(self.store, an_outcome(self.store, evidence, responsible=(party,), why=words))

    @precondition(lambda self: self.store.documents())
    @rule(number=st.integers(0), party=st.sampled_from(["Russia", "Ukraine"]))
    def propose_for_a_document(self, number, party):
        version = self.one_of(self.store.documents(), number).version
        text = self.store.version(version).text
        told = Span(text.index("agreed to exchange"), text.index(" Ukraine demanded"))
        held = Span(text.index("rejected an"), text.index(", Ukraine’s"))
        position = ProposedPosition(party, Stance.REJECTS, ("ceasefire",), held, "a ceasefire")
        outcome = ProposedOutcome(Status.AGREED, ("dead_missing",), told, "bodies", (party,))
        proposals = Proposals((), (position,)[: number % 3], (outcome,)[: number % 2])
        record_proposals(self.store, version, proposals)
        assert not record_proposals(self.store, version, proposals)

    @precondition(lambda self: self.store.documents())
    @rule(number=st.integers(0), note=WORDS, tags=st.lists(WORDS, max_size=2))
    def annotate(self, number, note, tags):
        document = self.one_of(self.store.documents(), number)
        evidence = evidence_at(self.store, document, "🕊")
        add_annotation(self.store, evidence, colour=Colour.GREEN, note=note, tags=tuple(tags))

    @precondition(lambda self: self.store.annotations())
    @rule(number=st.integers(0), note=WORDS)
    def change_or_remove_an_annotation(self, number, note):
        annotation = self.one_of(self.store.annotations(), number).id
        if number % 2:
            change_annotation(self.store, annotation, note=note)
        else:
            remove_annotation(self.store, annotation)

    @precondition(lambda self: self.store.positions(dismissed=True))
    @rule(number=st.integers(0))
    def decide_on_a_position(self, number):
        position = self.one_of(self.store.positions(dismissed=True), number).id
        if number % 2:
            dismiss_position(self.store, position)
        else:
            with self.store.operation("Delete") as operation:
                delete_position(operation.db, position)

    @precondition(lambda self: self.store.outcomes(dismissed=True))
    @rule(number=st.integers(0))
    def decide_on_an_outcome(self, number):
        outcome = self.one_of(self.store.outcomes(dismissed=True), number).id
        dismiss_outcome(self.store, outcome)
        tick_outcome(self.store, outcome, ticked=bool(number % 2))

    @rule()
    def confirm(self):
        confirm_all(self.store)

    @precondition(lambda self: len(self.store.parties()) > 1)
    @rule()
    def merge_and_order_parties(self):
        parties = [party.id for party in self.store.parties()]
        order_parties(self.store, parties[::-1])
        merge_parties(self.store, parties[0], parties[1])

    @precondition(lambda self: len(self.store.issues()) > 38)
    @rule()
    def remove_the_second_issue(self):
        remove_issue(self.store, self.store.issues()[1].id)

    @precondition(lambda self: self.store.documents())
    @rule(number=st.integers(0), words=WORDS)
    def change_or_remove_a_document(self, number, words):
        document = self.one_of(self.store.documents(), number)
        if number % 2:
            remove_document(self.store, document.id)
        else:
            told = Particulars(words, "", words[:3], NOON.date(), "en", words)
            change_document(self.store, document.id, told)

    @rule(times=st.integers(1, 3))
    def undo_some(self, times):
        for _ in range(times):
            undo(self.store)

    @rule()
    def redo_one(self):
        redo(self.store)

    @rule()
    def restart(self):
        self.store.close()
        self.store = open_store(self.store.path)

    def teardown(self):
        end = everything(self.store)
        assert self.store.problems() == ()
        undone = 0
        while undo(self.store):
            undone += 1
        assert everything(self.store) == self.start_of_all
        self.restart()
        for _ in range(undone):
            redo(self.store)
        assert everything(self.store) == end
        assert self.store.problems() == ()
        self.store.close()
        shutil.rmtree(self.folder)


TestReader = Reader.TestCase
TestReader.settings = settings(max_examples=10, stateful_step_count=20, deadline=None)
