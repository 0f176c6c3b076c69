"""What the files of a watched folder hold, remembered on the reader's machine from one start to the next.

Neither a name nor a path is written: a file is known again by a digest of its name, its size and its last change. It
stands beside the settings and not in the dossier, which may be passed on.
"""

import json
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from briefing_app import paths
from briefing_app.ingest.files import bytes_of
from briefing_app.store.documents import digest
from briefing_app.whole_files import write_whole

Stamp = tuple[int, int]  # size, and moment of the last change in nanoseconds

_SETTLED = 3_000_000_000  # nanoseconds: the clocks of some disks tick every two seconds


class Held:
    """Digests of the files below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = paths.watched_folders() / f"{_mark(str(folder))}.json"
        self._written: dict[str, str] | None = None  # until the first is asked for
        self._told = dict[str, str]()
        self._writing, self._is_forgotten = Lock(), False

    def digest(self, path: Path, stamp: Stamp) -> str:
        """Return the digest of a file's bytes, which are read only where the file changed. Raises IngestError."""
        if self._written is None:
            self._written = _read(self._file)
        mark = _mark(str(path.relative_to(self._folder)), *stamp)
        known = self._told.get(mark) or self._written.get(mark)
        told = known or digest(bytes_of(path))
        if known or time.time_ns() - stamp[1] > _SETTLED:
            self._told[mark] = told
        return told

    def keep(self, *, all_seen: bool) -> None:
        """Write what is remembered; once all files were seen, what is gone is forgotten."""
        written = self._written or {}
        kept = dict(self._told) if all_seen else {**written, **self._told}
        if kept == written:
            return
        # The next start takes longer where it cannot be written, and that is all.
        with self._writing, suppress(OSError):
            if not self._is_forgotten:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self._file, json.dumps(kept).encode())
                self._written = kept

    def forget(self) -> None:
        """Remove what is remembered of the folder, and write nothing any more; any thread may ask for it."""
        with self._writing, suppress(OSError):
            self._is_forgotten = True
            self._file.unlink(missing_ok=True)


def _mark(*told: object) -> str:
    return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


def _read(file: Path) -> dict[str, str]:
    try:
        stored: Any = json.loads(file.read_bytes())
        return {str(mark): str(told) for mark, told in stored.items()}
    except (OSError, ValueError, AttributeError, RecursionError):  # whatever became of the file
        return {}
