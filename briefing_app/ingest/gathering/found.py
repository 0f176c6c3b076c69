"""What is found in folders and archives: documents to be read, and what is not read with the reason."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from briefing_app.ingest.labels import label


@dataclass(frozen=True)
class Source:
    """A document to be read: a file, or what an archive holds, or an archive in that one."""

    path: Path
    name: str  # as it is shown: with the folders below the one that was named, "/" between
    members: tuple[int, ...] = ()  # its number in the archive, and in each archive within it

    @property
    def last_name(self) -> str:
        return self.name.rpartition("/")[2]


@dataclass(frozen=True)
class Unread:
    """What is not read, and why. `refused` where the reader would have wanted it read."""

    name: str
    sentence: str
    refused: bool = False


Found = Source | Unread


class What(StrEnum):
    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    HIDDEN = "hidden"  # by an attribute, not by its name
    OTHER = "other"  # a device, a pipe or the like


class Place(Protocol):
    """A folder, of a disk or of an archive."""

    def entries(self) -> "list[Entry]":
        """List what stands in it. Raises OSError."""
        ...


@dataclass(frozen=True)
class Entry:
    """One thing that stands in a folder; `open` goes into it where it is one itself."""

    name: str
    what: What
    source: Source
    open: Callable[[], Place] | None = None


def below(folder: Source, name: str) -> Source:
    """Name what stands in a folder."""
    return replace(folder, name=f"{folder.name}/{label(name)}")
