"""Going through folders and archives. Whatever is not taken costs one line, and never the rest."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from briefing_app.ingest.errors import IngestError, TooDeepError, TooManyError
from briefing_app.ingest.files import disk_error
from briefing_app.ingest.gathering.disk import DiskFolder
from briefing_app.ingest.gathering.found import Entry, Found, Place, Source, Unread, What
from briefing_app.ingest.gathering.passing import page_of, why_passed_over
from briefing_app.ingest.gathering.unpacking import Unpacker
from briefing_app.ingest.labels import label

MOST = 20_000  # files and folders that one import goes through
_DEEPEST, _DEEPEST_ARCHIVE = 32, 3  # folders one in the other, and archives
_ARCHIVE = ".zip"


def gather(
    paths: Sequence[Path], *, waiting: Callable[[], None], unpacking: bool = True
) -> Iterator[Found]:
    """Find the documents in files, folders and archives, in the order of their names, each folder's together.

    A file that is named itself is taken as it is, and so is an archive where nothing is to be unpacked.
    `waiting` is called for each entry; what it raises ends it.
    """
    beside = {path.name.lower(): path.name for path in paths}
    with closing(Unpacker(waiting)) as unpacker:
        gathering = _Gathering(unpacker if unpacking else None, waiting)
        for path in paths:
            if page_of(path.name, beside) and _is_folder(path):
                folder = Entry(path.name, What.FOLDER, Source(path, label(path.name)))
                yield Unread(folder.source.name, why_passed_over(folder, beside))
            else:
                yield from gathering.at(path)


def holds_others(path: Path) -> bool:
    """Tell whether documents are looked for in what is named, as it is a folder or may be an archive."""
    return path.name.lower().endswith(_ARCHIVE) or _is_folder(path)


class _Full(Exception):  # noqa: N818 (an end, not an error)
    """Raised where there are more entries than one import goes through."""


class _Gathering:
    """Counts what has been gone through, over all that was named."""

    def __init__(self, unpacker: Unpacker | None, waiting: Callable[[], None]) -> None:
        self._unpacker, self._waiting = unpacker, waiting
        self._count = 0

    def at(self, path: Path) -> Iterator[Found]:
        """Go through one path that was named."""
        here = Source(path, label(path.name or path.absolute().name) or str(path))
        try:
            if _is_folder(path):
                yield from self._walked(DiskFolder(here), here.name, 1)
            else:
                yield from self._taken(here, 1)
        except _Full:
            yield _refused(TooManyError(here.name), here.name)

    def _walked(self, folder: Place, name: str, depth: int) -> Iterator[Found]:
        try:
            entries = sorted(folder.entries(), key=lambda each: (each.name.casefold(), each.name))
        except OSError as error:
            yield _refused(disk_error(_last(name), error), name)
            return
        beside = {each.name.lower(): each.name for each in entries}
        for entry in entries:
            self._step()
            if why := why_passed_over(entry, beside):
                yield Unread(entry.source.name, why)
            elif entry.open is None:
                yield from self._taken(entry.source, depth)
            elif depth < _DEEPEST:
                yield from self._walked(entry.open(), entry.source.name, depth + 1)
            else:
                yield _refused(TooDeepError(entry.name), entry.source.name)

    def _taken(self, source: Source, depth: int) -> Iterator[Found]:
        """Take a file, or what it holds where it is an archive."""
        place: Place | None = None
        try:
            place = self._opened(source) if source.name.lower().endswith(_ARCHIVE) else None
        except IngestError as error:
            yield _refused(error, source.name)
            return
        if place is None:
            yield source
        else:
            yield from self._walked(place, source.name, depth + 1)

    def _opened(self, source: Source) -> Place | None:
        """Open an archive to its names; None where it is a document or no file. Raises IngestError."""
        if self._unpacker is None:
            return None
        name = source.last_name
        if len(source.members) >= _DEEPEST_ARCHIVE:
            raise TooDeepError(name)
        try:
            if not source.path.is_file():
                return None
        except OSError as error:
            raise disk_error(name, error) from error
        return self._unpacker.opened(source)

    def _step(self) -> None:
        self._waiting()
        self._count += 1
        if self._count > MOST:
            raise _Full


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # what is the matter with it is told when it is read
        return False


def _refused(error: IngestError, name: str) -> Unread:
    return Unread(name, error.sentence, refused=True)


def _last(name: str) -> str:
    return name.rpartition("/")[2]
