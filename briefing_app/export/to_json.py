"""JSON: everything of the Briefing, in the words of the glossary. The form is told in docs/json.md."""

import json
from collections.abc import Mapping

import msgspec

from briefing_app.domain.briefing import Briefing, Citation, Row
from briefing_app.domain.document import Document, DocumentId, Version
from briefing_app.export.archive import Archive
from briefing_app.export.json_form import (
    FORM,
    CellForm,
    CitationForm,
    DismissedForm,
    DocumentForm,
    DossierForm,
    RowForm,
    outcome_form,
    position_form,
    version_form,
)
from briefing_app.export.options import ExportOptions


def json_form(
    briefing: Briefing,
    versions: Mapping[DocumentId, Version],
    options: ExportOptions,
    archive: Archive = Archive(),  # noqa: B008 (nothing can change it)
) -> bytes:
    """Write UTF-8 JSON; parties and issues are named by their ids. With an archive a dossier can be made of it."""
    form = DossierForm(
        form=FORM,
        title=options.title or briefing.title,
        author=options.author,
        made=briefing.made,
        confirmed_only=options.confirmed_only,
        columns=tuple(party.id for party in briefing.columns),
        parties=briefing.parties,
        issues=briefing.issues,
        rows=tuple(map(_row, briefing.rows)),
        positions=tuple(map(position_form, briefing.positions)),
        outcomes=tuple(map(outcome_form, briefing.outcomes)),
        annotations=briefing.annotations,
        citations=tuple(map(_citation, briefing.citations)),
        documents=tuple(_document(each, versions.get(each.id)) for each in briefing.documents),
        versions=tuple(version_form(*each) for each in archive.versions),
        dismissed=DismissedForm(
            tuple(map(position_form, archive.positions)), tuple(map(outcome_form, archive.outcomes))
        ),
    )
    plain = msgspec.to_builtins(form)
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _row(row: Row) -> RowForm:
    cells = (
        CellForm(cell.party, tuple(each.id for each in cell.positions), cell.unanswered)
        for cell in row.cells
    )
    return RowForm(row.issue.id, tuple(cells))


def _citation(citation: Citation) -> CitationForm:
    return CitationForm(
        citation.number,
        citation.evidence.id,
        citation.document,
        citation.paragraph,
        citation.page,
    )


def _document(document: Document, version: Version | None) -> DocumentForm:
    """Describe a document and, where its text is at hand, which text its newest version is."""
    return DocumentForm(**vars(document), text_sha256=version.text_sha256 if version else "")
