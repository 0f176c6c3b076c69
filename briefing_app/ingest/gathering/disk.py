"""A folder of a disk. Nothing is followed out of it, and nothing that may never end is opened."""

import os
import stat
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from briefing_app.ingest.gathering.found import Entry, Source, What, below

_MOST = 100_000  # entries of one folder that are listed at all
_HIDDEN = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0)


@dataclass(frozen=True)
class DiskFolder:
    here: Source

    def entries(self) -> list[Entry]:
        with os.scandir(self.here.path) as listed:
            return [self._entry(each) for each in islice(listed, _MOST)]

    def _entry(self, found: "os.DirEntry[str]") -> Entry:
        source = Source(Path(found.path), below(self.here, _printable(found.name)).name)
        what = _what(found)
        into = partial(DiskFolder, source) if what is What.FOLDER else None
        return Entry(_printable(found.name), what, source, into)


def _printable(name: str) -> str:
    """Replace the bytes of a name that are no characters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _what(found: "os.DirEntry[str]") -> What:
    try:
        if found.is_symlink() or _is_junction(found):
            return What.LINK
        if _HIDDEN & getattr(found.stat(follow_symlinks=False), "st_file_attributes", 0):
            return What.HIDDEN
        if found.is_dir(follow_symlinks=False):
            return What.FOLDER
        return What.FILE if found.is_file(follow_symlinks=False) else What.OTHER
    except OSError:  # it is gone, or may not be looked at: reading it will say which
        return What.FILE


def _is_junction(found: "os.DirEntry[str]") -> bool:
    """Tell Windows' links between folders, which Python knows from 3.12 on."""
    asked = getattr(found, "is_junction", None)
    return bool(asked and asked())
