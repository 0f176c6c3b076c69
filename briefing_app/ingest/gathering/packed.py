"""The folders in a ZIP archive, as the names of its members make them. The names lead nowhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from briefing_app.ingest.gathering.found import Entry, Source, What, below
from briefing_app.ingest.gathering.members import Member

_DEEPEST = 40  # parts of a name that are told apart, more than are gone into


@dataclass(frozen=True)
class ArchiveFolder:
    """A folder as the names of the members make it, all of which begin alike."""

    here: Source
    members: tuple[Member, ...]
    start: int = 0  # characters of the names that lead here

    def entries(self) -> list[Entry]:
        files, folders = list[Entry](), defaultdict[str, list[Member]](list)
        for member in self.members:
            name, within, _rest = member.name[self.start :].partition("/")
            if within:
                folders[name].append(member)
            else:
                place = (*self.here.members, member.number)
                source = replace(below(self.here, name), members=place)
                files.append(Entry(name, What.LINK if member.is_link else What.FILE, source))
        return [*files, *(self._folder(name, members) for name, members in folders.items())]

    def _folder(self, name: str, members: list[Member]) -> Entry:
        here = below(self.here, name)
        into = partial(ArchiveFolder, here, tuple(members), self.start + len(name) + 1)
        return Entry(name, What.FOLDER, here, into)


def folder_of(here: Source, members: Iterable[Member]) -> ArchiveFolder:
    """Make a folder of the members."""
    led = (replace(member, name="/".join(_parts(member.name))) for member in members)
    return ArchiveFolder(here, tuple(member for member in led if member.name))


def _parts(name: str) -> Iterator[str]:
    """Take a name apart; what would lead up, or to the top of a disk, is left out."""
    for part in name.replace("\\", "/").split("/", _DEEPEST):
        if part.strip() not in {"", ".", ".."}:
            yield part
