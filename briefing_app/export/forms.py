"""The forms that a briefing can be written in: the one table from a file's suffix to its name and its writer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import DocumentId, Version
from briefing_app.export.archive import Archive
from briefing_app.export.options import ExportOptions
from briefing_app.language import N_

if TYPE_CHECKING:
    from briefing_app.export.words import Words


@dataclass(frozen=True)
class Material:
    """What an export is made of. `waiting` is called now and then, and what it raises ends the export."""

    briefing: Briefing
    versions: Mapping[DocumentId, Version]
    options: ExportOptions
    waiting: Callable[[], None]
    archive: Archive

    @property
    def all_versions(self) -> tuple[Version, ...]:
        """Return every version at hand, older ones too where the archive has been read."""
        return (*self.versions.values(), *(version for version, _original in self.archive.versions))

    @cached_property
    def words(self) -> "Words":
        from briefing_app.export.words import words  # noqa: PLC0415

        return words(self.briefing, self.options)


@dataclass(frozen=True)
class Form:
    """A form by its name. A `whole` one holds more than the Briefing: the archive is to be read for it."""

    name: str
    write: Callable[[Material], bytes]
    whole: bool = False


# A writer is loaded when it writes: not when the window opens, nor in the child that typesets.


def _pdf(of: Material) -> bytes:
    from briefing_app.export.to_pdf import pdf  # noqa: PLC0415

    return pdf(of.words, of.options, made=of.briefing.made, waiting=of.waiting)


def _html(of: Material) -> bytes:
    from briefing_app.export.to_html import html  # noqa: PLC0415

    return html(of.words).encode()


def _markdown(of: Material) -> bytes:
    from briefing_app.export.to_markdown import markdown  # noqa: PLC0415

    return markdown(of.words).encode()


def _csv(of: Material) -> bytes:
    from briefing_app.export.to_csv import csv_form  # noqa: PLC0415

    return csv_form(of.briefing)


def _docx(of: Material) -> bytes:
    from briefing_app.export.to_docx import docx  # noqa: PLC0415

    return docx(of.briefing, of.words, of.options)


def _xlsx(of: Material) -> bytes:
    from briefing_app.export.to_xlsx import xlsx  # noqa: PLC0415

    return xlsx(of.briefing, of.words, of.options)


def _ics(of: Material) -> bytes:
    from briefing_app.export.to_ics import ics  # noqa: PLC0415

    return ics(of.briefing, of.words, of.options)


def _jsonld(of: Material) -> bytes:
    from briefing_app.export.to_jsonld import jsonld  # noqa: PLC0415

    return jsonld(of.briefing, of.all_versions, of.options)


def _qdpx(of: Material) -> bytes:
    from briefing_app.export.to_qda import qdpx  # noqa: PLC0415

    return qdpx(of.briefing, of.all_versions, of.options)


def _qdc(of: Material) -> bytes:
    from briefing_app.export.to_qda import qdc  # noqa: PLC0415

    return qdc(of.briefing)


def _json(of: Material) -> bytes:
    from briefing_app.export.to_json import json_form  # noqa: PLC0415

    return json_form(of.briefing, of.versions, of.options, of.archive)


FORMS: Mapping[str, Form] = {
    ".pdf": Form(N_("PDF"), _pdf),
    ".html": Form(N_("Web page"), _html),
    ".docx": Form(N_("Word document"), _docx),
    ".md": Form(N_("Markdown"), _markdown),
    ".xlsx": Form(N_("Excel workbook"), _xlsx),
    ".csv": Form(N_("CSV table"), _csv),
    ".ics": Form(N_("Calendar of due dates"), _ics),
    ".jsonld": Form(N_("Web annotations"), _jsonld, whole=True),
    ".qdpx": Form(N_("REFI-QDA project"), _qdpx, whole=True),
    ".qdc": Form(N_("REFI-QDA codebook"), _qdc),
    ".json": Form(N_("JSON"), _json, whole=True),
}
SUFFIXES = tuple(FORMS)
