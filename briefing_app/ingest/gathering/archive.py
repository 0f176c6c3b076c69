"""The folders in a ZIP archive. What is unpacked stays in memory, is counted, and its names lead nowhere."""

import os
import stat
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BufferedReader, BytesIO, FileIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from briefing_app.ingest.archives import BROKEN, ENCRYPTED, chunks_of
from briefing_app.ingest.decoding import decode
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.gathering.found import Entry, Source, What, below
from briefing_app.ingest.reading import LARGEST
from briefing_app.isolation import Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import ReadableBuffer as _Buffer

_MOST = 20_000  # members
_TABLE = 4 << 20  # bytes of an archive's table of contents
_RATIO, _SMALL = (
    100,
    64 << 20,
)  # times an archive may grow, and bytes that it may have in any case
_DEEPEST = 40  # parts of a name that are told apart, more than are gone into
_UTF8 = 0x800  # a flag of a member
_DOCUMENTS = ("mimetype", "[Content_Types].xml", "META-INF/container.xml")


class _Bounded(BufferedReader):
    """A file of which no more is read at once than a table of contents may have: zipfile asks for what it is told."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _TABLE:
            raise Refusal(Trouble.TOO_MUCH)
        return super().read(_TABLE if size is None or size < 0 else size)


def open_file(path: "Path") -> ZipFile:
    """Open an archive of a disk. Raises Refusal or OSError."""
    file = _Bounded(FileIO(path))
    try:
        return _opened(file)
    except BaseException:
        file.close()
        raise


def open_bytes(data: "_Buffer") -> ZipFile:
    """Open an archive that was in another. Raises Refusal."""
    return _opened(_Bounded(BytesIO(data)))  # pyright: ignore[reportArgumentType] (what is read is all it needs)


def close(archive: ZipFile) -> None:
    """Close an archive, and the file that it was opened from."""
    file = archive.fp
    archive.close()
    if file is not None:
        file.close()


def _opened(file: _Bounded) -> ZipFile:
    try:
        archive = ZipFile(file)
    except BROKEN as error:
        raise Refusal(Trouble.DAMAGED) from error
    members = archive.infolist()
    size = file.seek(
        0, os.SEEK_END
    )  # what the members say of it could be told of the same bytes many times
    if len(members) > _MOST or sum(m.file_size for m in members) > max(_SMALL, _RATIO * size):
        raise Refusal(Trouble.TOO_MUCH)
    return archive


def is_document(archive: ZipFile) -> bool:
    """Tell an office document or a book, which are archives too."""
    return any(name in archive.NameToInfo for name in _DOCUMENTS)


def unpacked(archive: ZipFile, number: int) -> bytes:
    """Unpack the member of this number. Raises Refusal where it is locked, damaged or swells."""
    if number >= len(archive.infolist()):  # the archive was changed since it was gone through
        raise Refusal(Trouble.DAMAGED)
    member = archive.infolist()[number]
    if member.flag_bits & ENCRYPTED:
        raise Refusal(Trouble.LOCKED)
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:  # others may ask for any memory
        raise Refusal(Trouble.PACKING)
    return b"".join(chunks_of(archive, member, most=LARGEST))


@dataclass(frozen=True)
class _Member:
    parts: tuple[str, ...]  # its name's
    what: What
    number: int


@dataclass(frozen=True)
class ArchiveFolder:
    """A folder as the names of the members make it, all of which begin alike."""

    here: Source
    members: tuple[_Member, ...]
    depth: int = 0  # parts of the names that lead here

    def entries(self) -> list[Entry]:
        files, folders = list[Entry](), defaultdict[str, list[_Member]](list)
        for member in self.members:
            name, *within = member.parts[self.depth :]
            if within:
                folders[name].append(member)
            else:
                source = replace(below(self.here, name), members=self._place(member))
                files.append(Entry(name, member.what, source))
        return [*files, *(self._folder(name, members) for name, members in folders.items())]

    def _place(self, member: _Member) -> tuple[int, ...]:
        return (*self.here.members, member.number)

    def _folder(self, name: str, members: list[_Member]) -> Entry:
        here = below(self.here, name)
        into = partial(ArchiveFolder, here, tuple(members), self.depth + 1)
        return Entry(name, What.FOLDER, here, into)


def folder_of(archive: ZipFile, here: Source) -> ArchiveFolder:
    """Make a folder of the members' names; the archive itself may be closed afterwards."""
    members = (
        _Member(tuple(_parts(_name(member))), _what(member), number)
        for number, member in enumerate(archive.infolist())
        if not member.is_dir()
    )
    return ArchiveFolder(here, tuple(member for member in members if member.parts))


def _parts(name: str) -> Iterator[str]:
    """Take a name apart; what would lead up, or to the top of a disk, is left out."""
    for part in name.replace("\\", "/").split("/", _DEEPEST):
        if part.strip() not in {"", ".", ".."}:
            yield part


def _name(member: ZipInfo) -> str:
    """Return a member's name; one in an old encoding is read in that in which it makes sense."""
    if member.flag_bits & _UTF8 or member.filename.isascii():
        return member.filename
    written = member.filename.encode("cp437", "replace")
    return decode(written) or member.filename


def _what(member: ZipInfo) -> What:
    return What.LINK if stat.S_ISLNK(member.external_attr >> 16) else What.FILE
