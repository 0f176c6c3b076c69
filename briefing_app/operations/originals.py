"""Giving a document's original bytes back as a file, as they were imported. Nothing here opens one."""

import re
from pathlib import Path, PurePath

from briefing_app.domain.document import Document, DocumentId
from briefing_app.errors import BriefingError
from briefing_app.export.cleaning import in_one_line
from briefing_app.ingest.sniffing import KINDS
from briefing_app.language import _
from briefing_app.store import Store
from briefing_app.store.documents import digest
from briefing_app.whole_files import write_whole

_ENDINGS = {  # by which a system's own program for a kind, and no other, opens the file
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm", ".xhtml"),
    "mht": (".mht", ".mhtml"),
}
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST, _LARGEST = 100, 200  # characters, and bytes of UTF-8, before the ending
_UNKNOWN = ".bin"  # what no kind of ours is, as a stranger's dossier may hold


class OriginalError(BriefingError):
    """An original that cannot be given back as it came."""


def original_name(document: Document) -> str:
    """Name the file as it was named, so that every system takes the name, and ending as its kind does."""
    own = f".{document.kind}" if document.kind in KINDS else _UNKNOWN
    endings = _ENDINGS.get(document.kind, (own,))
    given = PurePath(document.file_name or _FORBIDDEN.sub(" ", document.title))
    known = given.suffix.lower() in endings
    stem = in_one_line(_FORBIDDEN.sub(" ", given.stem if known else given.name))
    short = stem.strip(". ")[:_LONGEST].encode("utf-8", "replace")[:_LARGEST]
    whole = short.decode("utf-8", "ignore").rstrip(". ") or _("Document")
    safe = f"_{whole}" if _DEVICES.fullmatch(whole) else whole
    return safe + (given.suffix if known else endings[0])


def save_original(store: Store, document: DocumentId, path: Path) -> None:
    """Write the bytes that the newest version was imported from; an older file is replaced by a whole one.

    Raises BriefingError where they are not what was imported, or cannot be written.
    """
    known = store.document(document)
    original = store.original(known.version)
    if digest(original) != known.content_sha256:
        sentence = _(
            "The original of “{title}” is damaged in the dossier; a backup may have it whole."
        )
        raise OriginalError(sentence.format(title=known.title))
    try:
        write_whole(path, original)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        sentence = _("The original could not be written to “{path}”: {reason}.")
        raise OriginalError(sentence.format(path=path, reason=reason)) from error
