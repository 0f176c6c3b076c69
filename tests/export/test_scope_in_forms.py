"""That no form says anything which only a document that was not chosen told."""

import datetime as dt
import io
from zipfile import ZipFile, is_zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.outcome import Account, Due, Quantity, Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Channel, Stance
from briefing_app.domain.scope import Scope
from briefing_app.export.archive import Archive
from briefing_app.export.options import ExportOptions
from briefing_app.export.writing import rendered
from tests.export.builders import Dossier

# What a PDF prints are the same Words as a web page's.
FORMS = (".html", ".md", ".docx", ".xlsx", ".csv", ".ics", ".jsonld", ".qdpx", ".qdc", ".json")
DOCUMENTS = 3
tellers = st.lists(
    st.lists(st.integers(0, DOCUMENTS - 1), min_size=1, max_size=DOCUMENTS, unique=True),
    min_size=1,
    max_size=4,
)


def mark(document: int) -> str:
    """Make a word that stands in all that one document tells, and nowhere else."""
    return f"qzx{document}xzq"


def dossier_of(positions: list[list[int]], outcomes: list[list[int]], role: Role) -> Dossier:
    """Have each told by these documents, in the words of the first."""
    dossier = Dossier()
    issue = dossier.issue("Ceasefire")
    for at in range(DOCUMENTS):
        about = {"publisher": mark(at), "author": mark(at), "url": mark(at), "file_name": mark(at)}
        dossier.document(mark(at), dt.date(2025, 6, 1 + at), **about)
        dossier.annotate(dossier.quote(at, f"noted {mark(at)}"), mark(at), mark(at))
        due = Due(mark(at), None, dt.date(2025, 7, 1))
        account = Account(Status.SCHEDULED, dossier.quote(at, f"due {mark(at)}"), due=due)
        dossier.outcome(mark(at), issue, account)
    for at, told_by in enumerate((*positions, *outcomes)):
        words = mark(told_by[0])
        alone = words if len(told_by) == 1 else "party"  # what several name is none's secret
        party = dossier.party(f"{alone} {at}", role)
        evidence = [dossier.quote(each, f"telling {at} of {mark(each)}") for each in told_by]
        if at < len(positions):
            dossier.position(
                party,
                Stance.DEMANDS,
                issue,
                words,
                *evidence,
                condition=words,
                speaker=words,
                channel=Channel.THIRD,
                why=words,
            )
            continue
        accounts = (
            Account(Status.AGREED, one, (Quantity(each, mark(each)),), Due(mark(each)))
            for each, one in zip(told_by, evidence, strict=True)
        )
        dossier.outcome(words, issue, *accounts, responsible=(party,), why=words)
    return dossier


def plain(content: bytes) -> str:
    if not is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8-sig").replace("\r\n ", "")
    with ZipFile(io.BytesIO(content)) as archive:
        parts = (archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
        return "\n".join((*archive.namelist(), *parts))


@pytest.mark.parametrize("form", FORMS)
@given(
    tellers,
    tellers,
    st.sets(st.integers(0, DOCUMENTS - 1), min_size=1),
    st.booleans(),
    st.sampled_from(Role),
)
@settings(max_examples=8, deadline=None)
def test_nothing_of_a_document_that_is_not_chosen_is_in_a_form(
    form, positions, outcomes, chosen, by_days, role
):
    dossier = dossier_of(positions, outcomes, role)
    versions = dossier.versions()
    since, until = (dt.date(2025, 6, 1 + day(chosen)) for day in (min, max))
    scope = Scope(since=since, until=until) if by_days else Scope(documents=ids(chosen))
    kept = set(range(min(chosen), max(chosen) + 1)) if by_days else chosen
    dismissed = Archive(
        tuple((each, each.text.encode()) for each in versions.values()),
        tuple(dossier.positions),
        tuple(dossier.outcomes),
    )
    content = rendered(
        dossier.briefing(),
        versions,
        form,
        ExportOptions(scope=scope),
        archive=dismissed,
        waiting=lambda: None,
    )
    said = plain(content)
    told = {at for at in range(DOCUMENTS) if mark(at) in said}
    assert told <= kept


def ids(chosen: set[int]) -> tuple[int, ...]:
    return tuple(each + 1 for each in sorted(chosen))
