"""Documents that are zip archives of XML: every byte that is unpacked is counted, none is written to a disk."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, NoReturn
from zipfile import BadZipFile, ZipFile, ZipInfo

from briefing_app.ingest.errors import Trouble
from briefing_app.isolation import Refusal

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEMBERS = 5_000
_MEMBER, _TOTAL = 50 << 20, 200 << 20  # bytes, unpacked
_RATIO, _SMALL = 100, 1 << 20  # times a member may grow beyond its first megabyte
_CHUNK = 1 << 16
ENCRYPTED = 0x1  # a flag of a member
_DEEPEST, _ELEMENTS = 120, 1_000_000  # of an XML part

# What the parts of a damaged archive make zipfile raise, besides its own.
BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


@dataclass
class Archive:
    """An archive whose members can be read; what has been unpacked is counted."""

    zip: ZipFile
    names: frozenset[str]
    unpacked: int = 0

    def read(self, name: str) -> bytes:
        """Unpack a member. Raises Refusal where there is none, or where it is larger than it may be."""
        if name not in self.names:
            raise Refusal(Trouble.DAMAGED)
        parts = list[bytes]()
        for chunk in chunks_of(self.zip, self.zip.getinfo(name), most=_MEMBER):
            parts.append(chunk)
            self.unpacked += len(chunk)
            if self.unpacked > _TOTAL:
                raise Refusal(Trouble.TOO_MUCH)
        return b"".join(parts)


def chunks_of(archive: ZipFile, member: ZipInfo, *, most: int) -> Iterator[bytes]:
    """Unpack a member bit by bit. Raises Refusal where it is damaged, swells, or has more than `most` bytes."""
    size = 0
    try:
        with archive.open(member) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > most or (size > _SMALL and size > _RATIO * member.compress_size):
                    raise Refusal(Trouble.TOO_MUCH)
                yield chunk
    except BROKEN as error:
        raise Refusal(Trouble.DAMAGED) from error


def open_archive(data: bytes) -> Archive:
    """Open an archive without unpacking. Raises Refusal where it is none, locked, or has names twice."""
    try:
        opened = ZipFile(BytesIO(data))
    except BROKEN as error:
        raise Refusal(Trouble.DAMAGED) from error
    members = opened.infolist()
    if len(members) > _MEMBERS:
        raise Refusal(Trouble.TOO_MUCH)
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise Refusal(Trouble.LOCKED)
    names = frozenset(member.filename for member in members)
    if len(names) < len(members):
        raise Refusal(Trouble.DAMAGED)
    return Archive(opened, names)


def repacked(
    archive: Archive, wanted: Callable[[str], bool], instead: Mapping[str, bytes]
) -> BytesIO:
    """Copy the XML parts that are wanted, each checked, into a new archive; some are given anew."""
    copy = BytesIO()
    with ZipFile(copy, "w") as target:
        for name in sorted(filter(wanted, archive.names)):
            part = instead.get(name) or archive.read(name)
            check_xml(part)
            target.writestr(name, part)
    copy.seek(0)
    return copy


def check_xml(part: bytes) -> None:
    """Refuse XML that declares a document type, which is what entities need, or is nested without end."""
    from xml.parsers.expat import ExpatError, ParserCreate  # noqa: PLC0415 (what it checks is all refused)

    parser, depth, count = ParserCreate(), 0, 0

    def refuse(*_declared: object) -> NoReturn:
        raise Refusal(Trouble.DAMAGED)

    def begin(_name: str, _attributes: object) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _DEEPEST or count > _ELEMENTS:
            raise Refusal(Trouble.NESTED if depth > _DEEPEST else Trouble.TOO_MUCH)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(part, True)  # noqa: FBT003 (expat takes no names)
    except (ExpatError, ValueError, LookupError) as error:
        raise Refusal(Trouble.DAMAGED) from error


def parse_xml(part: bytes) -> "_Element":
    """Parse an XML part that was checked; nothing it names is loaded."""
    check_xml(part)
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring  # noqa: PLC0415

    parser: Any = XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return fromstring(part, parser)
    except (XMLSyntaxError, ValueError) as error:
        raise Refusal(Trouble.DAMAGED) from error


def words_at(root: "_Element", tag: str) -> str:
    """Return the words of the first element of this name, wherever it stands."""
    found = next(root.iter(f"{{*}}{tag}"), None)
    return "" if found is None else " ".join("".join(found.itertext()).split())
