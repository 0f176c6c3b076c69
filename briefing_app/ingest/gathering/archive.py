"""A ZIP archive as the child process reads it: what is unpacked stays in memory, and is counted."""

import os
import stat
from collections.abc import Iterator
from io import BufferedReader, BytesIO, FileIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from briefing_app.ingest.archives import BROKEN, ENCRYPTED, chunks_of
from briefing_app.ingest.decoding import decode
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.gathering.members import MOST, Member, most_unpacked
from briefing_app.ingest.reading import LARGEST
from briefing_app.isolation import Refusal

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as _Buffer

_TABLE = 4 << 20  # bytes of an archive's table of contents
_UTF8 = 0x800  # a flag of a member
_DOCUMENTS = ("mimetype", "[Content_Types].xml", "META-INF/container.xml")


class _Bounded(BufferedReader):
    """A file of which no more is read at once than a table of contents may have: zipfile asks for what it is told."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _TABLE:
            raise Refusal(Trouble.TOO_MUCH)
        return super().read(_TABLE if size is None or size < 0 else size)


def open_file(path: str) -> ZipFile:
    """Open an archive of a disk. Raises Refusal."""
    try:
        file = _Bounded(FileIO(path))
    except OSError as error:  # the parent could read it: it was exchanged meanwhile
        raise Refusal(Trouble.DAMAGED) from error
    return _opened(file)


def open_bytes(data: "_Buffer") -> ZipFile:
    """Open an archive that was in another. Raises Refusal."""
    return _opened(_Bounded(BytesIO(data)))  # pyright: ignore[reportArgumentType] (what is read is all it needs)


def _opened(file: _Bounded) -> ZipFile:
    try:
        archive = ZipFile(file)
    except BROKEN as error:
        raise Refusal(Trouble.DAMAGED) from error
    found = archive.infolist()
    most = most_unpacked(file.seek(0, os.SEEK_END))
    # What the members say of it could be told of the same bytes many times.
    if len(found) > MOST or sum(member.file_size for member in found) > most:
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


def members(archive: ZipFile) -> Iterator[Member]:
    """List the files among the members."""
    for number, member in enumerate(archive.infolist()):
        if not member.is_dir():
            yield Member(number, _name(member), stat.S_ISLNK(member.external_attr >> 16))


def _name(member: ZipInfo) -> str:
    """Return a member's name; one in an old encoding is read in that in which it makes sense."""
    if member.flag_bits & _UTF8 or member.filename.isascii():
        return member.filename
    written = member.filename.encode("cp437", "replace")
    return decode(written) or member.filename
