"""Files into an Ingested: what can be the matter with a path is found before its bytes are read."""

from collections.abc import Callable
from pathlib import Path

from briefing_app.domain.document import Ingested
from briefing_app.ingest.errors import (
    DiskError,
    FolderError,
    IngestError,
    MissingError,
    NoFileError,
    NoPermissionError,
    TooLargeError,
)
from briefing_app.ingest.reading import LARGEST, nothing, read


def read_file(path: Path, *, waiting: Callable[[], None] = nothing) -> Ingested:
    """Read one file. Raises IngestError with the reason where it cannot be taken in."""
    return read(bytes_of(path), path.name, waiting=waiting)


def bytes_of(path: Path) -> bytes:
    """Read a file's bytes as they are. Raises IngestError."""
    try:
        if path.is_dir():
            raise FolderError(path.name)
        if not path.exists():
            raise MissingError(path.name)
        if not path.is_file():
            raise NoFileError(path.name)
        if path.stat().st_size > LARGEST:
            raise TooLargeError(path.name)
        return path.read_bytes()
    except OSError as error:
        raise disk_error(path.name, error) from error
    except ValueError as error:  # a NUL in the name
        raise MissingError(path.name) from error


def disk_error(name: str, error: OSError) -> IngestError:
    """Say what the disk has against reading something."""
    if isinstance(error, PermissionError):
        return NoPermissionError(name)
    return DiskError(name, reason=error.strerror or type(error).__name__)
