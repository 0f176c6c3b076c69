"""Files that came into a folder and are not in the dossier. Nothing is taken in here: the reader decides."""

from collections.abc import Callable, Collection
from pathlib import Path

from briefing_app.ingest import IngestError
from briefing_app.ingest.gathering import Source, gather
from briefing_app.operations.held import Held, Stamp

# Endings of files that are likely documents: a picture is no news.
ENDINGS = (
    *("txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf"),
    *("docx", "odt", "rtf", "epub", "eml", "msg", "mht", "mhtml"),
)

Looked = dict[Path, Stamp]  # as each was when it was looked at


def new_files(
    folder: Path,
    looked: Looked,
    *,
    known: Collection[str],
    held: Held,
    waiting: Callable[[], None],
) -> list[Path]:
    """List the documents in a folder that are neither known by their content nor were looked at; notes them as such.

    `held` remembers what the files hold, so that only those that changed are read. `waiting` is called for each
    entry; what it raises ends it.
    """
    found, all_seen = list[Path](), False
    try:
        for each in gather([folder], waiting=waiting, unpacking=False):
            if not isinstance(each, Source) or not _is_likely(each.path):
                continue
            stamp = _stamp(each.path)
            if stamp is not None and looked.get(each.path) != stamp:
                if _is_new(each.path, stamp, held, known):
                    found.append(each.path)
                looked[each.path] = stamp
        all_seen = True
    finally:
        held.keep(all_seen=all_seen)
    return found


def _is_likely(path: Path) -> bool:
    return path.suffix.lower().removeprefix(".") in ENDINGS


def _stamp(path: Path) -> Stamp | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_size, told.st_mtime_ns


def _is_new(path: Path, stamp: Stamp, held: Held, known: Collection[str]) -> bool:
    try:
        return held.digest(path, stamp) not in known
    except IngestError:
        return False
