"""Files that came into a folder and are not in the dossier. Nothing is taken in here: the reader decides."""

from collections.abc import Callable, Collection
from pathlib import Path

from briefing_app.ingest import IngestError
from briefing_app.ingest.files import bytes_of
from briefing_app.ingest.gathering import Source, gather
from briefing_app.store.documents import digest

# Endings of files that are likely documents: a picture is no news.
ENDINGS = (
    *("txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf"),
    *("docx", "odt", "rtf", "epub", "eml", "msg", "mht", "mhtml"),
)

Looked = dict[Path, tuple[int, int]]  # size and moment of the last change of what was looked at


def new_files(
    folder: Path, looked: Looked, *, known: Collection[str], waiting: Callable[[], None]
) -> list[Path]:
    """List the documents in a folder that are neither known by their content nor were looked at; notes them as such.

    `waiting` is called for each entry; what it raises ends it.
    """
    found = list[Path]()
    for each in gather([folder], waiting=waiting):
        if not isinstance(each, Source) or each.members or not _is_likely(each.path):
            continue
        stamp = _stamp(each.path)
        if stamp is not None and looked.get(each.path) != stamp:
            looked[each.path] = stamp
            if _is_new(each.path, known):
                found.append(each.path)
    return found


def _is_likely(path: Path) -> bool:
    return path.suffix.lower().removeprefix(".") in ENDINGS


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_size, told.st_mtime_ns


def _is_new(path: Path, known: Collection[str]) -> bool:
    try:
        return digest(bytes_of(path)) not in known
    except IngestError:
        return False
