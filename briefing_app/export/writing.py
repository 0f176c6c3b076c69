"""The one way in: which form a file's suffix asks for, and a file that is written whole or not at all."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from briefing_app import whole_files
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import DocumentId, Version
from briefing_app.domain.evidence import says_so
from briefing_app.domain.scope import within
from briefing_app.export.archive import Archive
from briefing_app.export.errors import AlteredQuoteError, UnknownFormError, UnwritableError
from briefing_app.export.forms import FORMS, SUFFIXES, Material
from briefing_app.export.options import ExportOptions
from briefing_app.language import written_in
from briefing_app.paths import resources

Report = Callable[[int, int], None]  # step, of how many


def _unheard(_step: int, _steps: int) -> None:
    pass


def export(
    briefing: Briefing,
    versions: Mapping[DocumentId, Version],
    path: Path,
    options: ExportOptions,
    *,
    archive: Archive = Archive(),  # noqa: B008 (nothing can change it)
    report: Report = _unheard,
) -> None:
    """Write the briefing to the file in the form of its suffix; an older file is replaced only by a whole one.

    The archive goes into a form that holds more than the Briefing. `report` hears the steps, and what it raises
    ends the export. Raises BriefingError.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UnknownFormError(path, SUFFIXES)
    report(0, 2)
    content = rendered(
        briefing, versions, suffix, options, archive=archive, waiting=partial(report, 1, 2)
    )
    report(1, 2)
    write_whole(path, content)
    report(2, 2)


def rendered(
    briefing: Briefing,
    versions: Mapping[DocumentId, Version],
    suffix: str,
    options: ExportOptions,
    *,
    archive: Archive = Archive(),  # noqa: B008 (nothing can change it)
    waiting: Callable[[], None],
) -> bytes:
    """Return what a file of this suffix holds. What `waiting` raises ends it. Raises BriefingError."""
    wanted = within(briefing, options.scope)
    _check_quotes(wanted, versions)
    kept = {each.id: versions[each.id] for each in wanted.documents if each.id in versions}
    material = Material(wanted, kept, options, waiting, archive.within(wanted, options.scope))
    with written_in(options.language, resources() / "i18n"):
        return FORMS[suffix].write(material)


def _check_quotes(briefing: Briefing, versions: Mapping[DocumentId, Version]) -> None:
    """Refuse to carry a quote that its document does not say. An older version's text is not at hand here."""
    for citation in briefing.citations:
        version = versions.get(citation.document)
        if version is None or version.id != citation.evidence.version:
            continue
        if not says_so(version.text, citation.evidence):
            raise AlteredQuoteError(citation.evidence.quote.exact)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole, or as it was before. Raises UnwritableError."""
    try:
        whole_files.write_whole(path, content)
    except OSError as error:
        raise UnwritableError(path, error.strerror or type(error).__name__) from error
