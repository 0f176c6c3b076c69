import datetime as dt
from pathlib import Path

import pytest

from briefing_app.domain.annotation import Colour
from briefing_app.domain.document import Block, BlockKind, Ingested
from briefing_app.domain.evidence import Evidence, Span, quote_at
from briefing_app.domain.outcome import Account, Due, OutcomeContent, Quantity, Status
from briefing_app.domain.position import PositionContent, Stance
from briefing_app.export import SUFFIXES, ExportOptions
from briefing_app.operations.annotating import add_annotation
from briefing_app.operations.exporting import export_briefing
from briefing_app.operations.importing import import_document
from briefing_app.operations.issues import add_issue
from briefing_app.operations.outcomes import add_outcome
from briefing_app.operations.parties import add_party
from briefing_app.operations.positions import add_position
from briefing_app.store import Store, open_store
from tests.export.reading import said_in

TEXT = "Russia pledged to return 6,000 bodies."


@pytest.fixture
def store(tmp_path: Path):
    with open_store(tmp_path / "talks.dossier", create_title="Istanbul talks") as opened:
        fill(opened)
        yield opened


def fill(store: Store) -> None:
    span = Span(0, len(TEXT))
    blocks = (Block(BlockKind.PARAGRAPH, span),)
    date = dt.date(2025, 6, 3)
    imported = import_document(
        store, Ingested(TEXT.encode(), TEXT, blocks, "A story", "text", date=date)
    )
    evidence = Evidence(imported.version, span, quote_at(TEXT, span))
    add_party(store, "Russia")
    add_issue(store, label="The dead")
    party, issue = store.parties()[-1].id, store.issues()[-1].id
    add_position(
        store, PositionContent(party, Stance.PLEDGES, (issue,), "6,000 bodies", (evidence,))
    )
    due = Due("by the end of June", None, dt.date(2025, 6, 30))
    account = Account(Status.PLEDGED, evidence, (Quantity(6000, "bodies"),), due)
    add_outcome(
        store,
        OutcomeContent(
            "return of 6,000 bodies", Status.PLEDGED, (issue,), (account,), (party,), due=due
        ),
    )
    add_annotation(store, evidence, colour=Colour.BLUE, note="*Check*", tags=("verify",))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_dossier_is_written_in_every_form(suffix: str, store: Store, tmp_path: Path):
    path = tmp_path / f"out{suffix}"
    export_briefing(store, path, ExportOptions())
    written = path.read_bytes()
    if suffix == ".pdf":
        assert written.startswith(b"%PDF-1.7")
    else:
        said = said_in(suffix, written)
        if suffix == ".qdc":  # codes alone
            assert "Russia" in said
            return
        assert [
            words for words in ("Russia", "6,000 bodies", TEXT, "The dead") if words not in said
        ] == []
