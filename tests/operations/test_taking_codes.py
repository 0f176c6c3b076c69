"""Taking over a codebook."""

from pathlib import Path

import pytest

from briefing_app.errors import BriefingError
from briefing_app.export import ExportOptions
from briefing_app.export.from_qda import read_qdc
from briefing_app.operations.dossiers import new_dossier
from briefing_app.operations.exporting import export_briefing
from briefing_app.operations.issues import add_issue
from briefing_app.operations.parties import add_party
from briefing_app.operations.taking_codes import CodesTaken, take_codes
from briefing_app.store import Store, open_store
from tests.store.builders import a_dossier

FOREIGN = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another program"><Codes>
<Code guid="{00000000-0000-4000-8000-0000000000AA}" name="Talks" isCodable="true">
<Code guid="00000000-0000-4000-8000-0000000000ab" name="Venue &amp; dates" isCodable="true"/></Code>
<Code guid="00000000-0000-4000-8000-0000000000ac" name="Folder" isCodable="false">
<Code guid="00000000-0000-4000-8000-0000000000ad" name="CEASEFIRE, TRUCE OR PAUSE" isCodable="true"/>
</Code></Codes></CodeBook>"""


@pytest.fixture
def store(tmp_path: Path):
    with a_dossier(tmp_path) as opened:
        yield opened


def taken_from(store: Store, path: Path) -> CodesTaken:
    return take_codes(store, read_qdc(path), name=path.name)


def test_the_codes_of_another_program_become_issues(store: Store, tmp_path: Path):
    (tmp_path / "x.qdc").write_text(FOREIGN, "utf-8")
    assert "Ceasefire, truce or pause" in [issue.label for issue in store.issues()]
    before = len(store.issues())
    taken = taken_from(store, tmp_path / "x.qdc")
    assert (taken.parties, taken.issues) == (0, 2)
    assert taken.words == "Added: 0 parties, 2 issues."
    assert [issue.label for issue in store.issues()][before:] == ["Talks", "Talks/Venue & dates"]
    assert taken_from(store, tmp_path / "x.qdc").issues == 0
    store.undo()
    assert len(store.issues()) == before


def test_parties_and_issues_go_to_another_dossier(store: Store, tmp_path: Path):
    add_party(store, "Russia", aliases=("Moscow",))
    add_party(store, "Ukraine")
    add_issue(store, label="Grain ports")
    export_briefing(store, tmp_path / "codes.qdc", ExportOptions())
    new_dossier(tmp_path / "other.dossier", title="Another")
    with open_store(tmp_path / "other.dossier") as other:
        add_party(other, "RUSSIA")
        taken = taken_from(other, tmp_path / "codes.qdc")
        assert (taken.parties, taken.issues) == (1, 1)
        assert [party.name for party in other.parties()] == ["RUSSIA", "Ukraine"]
        assert other.issues()[-1].label == "Grain ports"
        assert len({party.colour for party in other.parties()}) == 2
        assert other.problems() == ()


@pytest.mark.parametrize(
    "content", ["", "<x/>", FOREIGN[:300], "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"]
)
def test_what_is_no_codebook_is_refused(store: Store, tmp_path: Path, content: str):
    (tmp_path / "x.qdc").write_text(content, "utf-8")
    with pytest.raises(BriefingError, match="has nothing in it"):
        taken_from(store, tmp_path / "x.qdc")
