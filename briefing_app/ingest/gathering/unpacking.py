"""The bytes of what was found, from a disk or out of archives."""

from pathlib import Path
from zipfile import ZipFile

from briefing_app.ingest.errors import Trouble, TroubledError
from briefing_app.ingest.files import bytes_of, disk_error
from briefing_app.ingest.gathering.archive import close, open_bytes, open_file, unpacked
from briefing_app.ingest.gathering.found import Source
from briefing_app.isolation import Refusal


class Unpacker:
    """Keeps the archive that was read last open, and those in which it stands: the next is likely there too."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._open = list[tuple[tuple[int, ...], ZipFile]]()  # from the outermost inwards

    def bytes_of(self, source: Source) -> bytes:
        """Read a document's bytes. Raises IngestError."""
        if not source.members:
            return bytes_of(source.path)
        name = source.name.rpartition("/")[2]
        try:
            archive = self.archive(source.path, source.members[:-1])
            return unpacked(archive, source.members[-1])
        except Refusal as refusal:
            raise TroubledError(name, Trouble(refusal.code)) from refusal
        except OSError as error:
            raise disk_error(name, error) from error

    def archive(self, path: Path, members: tuple[int, ...]) -> ZipFile:
        """Open an archive of the disk, or one at these numbers in it. Raises Refusal or OSError."""
        if path != self._path:
            self.close()
            self._open.append(((), open_file(path)))
            self._path = path
        for depth in range(1, len(members) + 1):
            self._open_within(members[:depth])
        self._close_from(len(members) + 1)
        return self._open[-1][1]

    def close(self) -> None:
        self._close_from(0)
        self._path = None

    def _open_within(self, place: tuple[int, ...]) -> None:
        if len(self._open) > len(place) and self._open[len(place)][0] == place:
            return
        self._close_from(len(place))
        data = unpacked(self._open[-1][1], place[-1])
        self._open.append((place, open_bytes(data)))

    def _close_from(self, depth: int) -> None:
        for _place, archive in self._open[depth:]:
            close(archive)
        del self._open[depth:]
