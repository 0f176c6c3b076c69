"""A message as Outlook keeps it: what a mail's headers say, its words, and the names of what is attached."""

import datetime as dt
import struct
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.ingest.decoding import cleaned, decode
from briefing_app.ingest.draft import Draft, together
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.from_html import parse_html, read_body
from briefing_app.ingest.labels import label
from briefing_app.ingest.paragraphs import blocks_of
from briefing_app.isolation import Refusal
from briefing_app.language import _

if TYPE_CHECKING:
    from olefile import OleFileIO

# Numbers that [MS-OXPROPS] gives to what a message has.
_SUBJECT, _BODY, _HTML, _RTF, _SENDER, _ADDRESS = "0037", "1000", "1013", "1009", "0C1A", "5D01"
_FILE_NAMES = ("3707", "3704", "3001")
_WRITTEN, _NARROW, _BYTES = "001F", "001E", "0102"  # UTF-16, an old encoding, neither
_PROPERTIES, _ATTACHED = "__properties_version1.0", "__attach_version1.0_"
_HEAD, _ENTRY = 32, 16  # bytes of the list of what has a fixed length
_MOMENTS = (0x00390040, 0x0E060040)  # when it was sent, and received
_MOST = 1000  # things that may be attached
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
# What a file against all rules makes olefile raise, besides its own error, which is an OSError.
_BROKEN = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error)

_Piece = tuple[str, tuple[Block, ...]]


def read_msg(data: bytes) -> Draft:
    """Read a message. Raises Refusal where it is damaged or keeps its words as compressed rich text alone."""
    from olefile import OleFileIO  # noqa: PLC0415 (only in the child that needs it)

    try:
        with OleFileIO(BytesIO(data)) as file:
            return _draft(file)
    except RecursionError as error:
        raise Refusal(Trouble.NESTED) from error
    except _BROKEN as error:
        raise Refusal(Trouble.DAMAGED) from error


def _draft(file: "OleFileIO[Any]") -> Draft:
    pieces, attached = [_words(file)], list(_attached(file))
    if not pieces[0][0] and file.exists(_name(_RTF, _BYTES)):
        raise Refusal(Trouble.COMPRESSED)
    if attached:
        words = _("Attachments: {names}").format(names=", ".join(attached))
        pieces.append((words, (Block(BlockKind.PARAGRAPH, Span(0, len(words))),)))
    text, blocks = together([piece for piece in pieces if piece[0]])
    return Draft(
        text,
        blocks,
        title=label(_told(file, _SUBJECT)),
        author=label(_told(file, _SENDER) or _told(file, _ADDRESS)),
        date=_day(file),
    )


def _words(file: "OleFileIO[Any]") -> _Piece:
    """Return the plain words of a message, else those of its page."""
    if plain := _told(file, _BODY).strip("\n"):
        return plain, blocks_of(plain)
    page = _told(file, _HTML) or decode(_stream(file, _name(_HTML, _BYTES))) or ""
    return read_body(parse_html(page))


def _attached(file: "OleFileIO[Any]") -> Iterator[str]:
    folders = {entry[0] for entry in file.listdir() if entry[0].startswith(_ATTACHED)}
    for folder in sorted(folders)[:_MOST]:
        names = (_told(file, each, folder) for each in _FILE_NAMES)
        yield label(next(filter(None, names), "")) or _("unnamed")


def _told(file: "OleFileIO[Any]", number: str, folder: str = "") -> str:
    """Return words by their number, in whichever of both ways they are kept."""
    written = _stream(file, _name(number, _WRITTEN, folder)).decode("utf-16-le", "replace")
    words = written or decode(_stream(file, _name(number, _NARROW, folder)).rstrip(b"\x00")) or ""
    return cleaned(words.rstrip("\x00")) or ""


def _name(number: str, form: str, folder: str = "") -> list[str]:
    return [*filter(None, (folder,)), f"__substg1.0_{number}{form}"]


def _stream(file: "OleFileIO[Any]", path: list[str]) -> bytes:
    return file.openstream(path).read() if file.exists(path) else b""


def _day(file: "OleFileIO[Any]") -> dt.date | None:
    """Return the day on which a message was sent, else received."""
    listed = _stream(file, [_PROPERTIES])[_HEAD:]
    whole = len(listed) // _ENTRY * _ENTRY
    told = {tag: value for tag, _flags, value in struct.iter_unpack("<IIQ", listed[:whole])}
    moment = next((told[each] for each in _MOMENTS if told.get(each)), None)
    try:
        return None if moment is None else (_EPOCH + dt.timedelta(microseconds=moment // 10)).date()
    except OverflowError:
        return None
