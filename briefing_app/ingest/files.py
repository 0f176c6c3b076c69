"""Files into an Ingested: what can be the matter with a path is found before its bytes are read."""

from collections.abc import Callable
from pathlib import Path

from briefing_app.domain.document import Ingested
from briefing_app.ingest.errors import (
    DiskError,
    FolderError,
    MissingError,
    NoFileError,
    NoPermissionError,
    TooLargeError,
)
from briefing_app.ingest.reading import LARGEST, nothing, read


def read_file(path: Path, *, waiting: Callable[[], None] = nothing) -> Ingested:
    """Read one file. Raises IngestError with the reason where it cannot be taken in."""
    return read(_bytes(path), path.name, waiting=waiting)


def _bytes(path: Path) -> bytes:
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
    except PermissionError as error:
        raise NoPermissionError(path.name) from error
    except OSError as error:
        raise DiskError(path.name, reason=error.strerror or type(error).__name__) from error
    except ValueError as error:  # a NUL in the name
        raise MissingError(path.name) from error
