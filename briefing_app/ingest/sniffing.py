"""What a file is, by its content more than by its name."""

import re
from pathlib import PurePath
from typing import TypeVar

from briefing_app.ingest.errors import Foreign

TEXT, MARKDOWN, HTML = "text", "markdown", "html"
PDF, DOCX, ODT, RTF, EPUB, EML, MSG, MHT = "pdf", "docx", "odt", "rtf", "epub", "eml", "msg", "mht"
WRITTEN = (TEXT, MARKDOWN, HTML)  # a person can read the file itself
KINDS = (*WRITTEN, PDF, DOCX, ODT, RTF, EPUB, EML, MSG, MHT)

_Told = TypeVar("_Told", Foreign, str)

_SIGNATURES = (
    (b"\x89PNG\r\n", Foreign.PICTURE),
    (b"\xff\xd8\xff", Foreign.PICTURE),
    (b"GIF87a", Foreign.PICTURE),
    (b"GIF89a", Foreign.PICTURE),
    (b"II*\x00", Foreign.PICTURE),
    (b"MM\x00*", Foreign.PICTURE),
    (b"RIFF", Foreign.RECORDING),
    (b"OggS", Foreign.RECORDING),
    (b"ID3", Foreign.RECORDING),
    (b"fLaC", Foreign.RECORDING),
    (b"\x1aE\xdf\xa3", Foreign.RECORDING),
    (b"\x1f\x8b", Foreign.ARCHIVE),
    (b"BZh", Foreign.ARCHIVE),
    (b"\xfd7zXZ\x00", Foreign.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Foreign.ARCHIVE),
    (b"Rar!\x1a\x07", Foreign.ARCHIVE),
    (b"\x7fELF", Foreign.PROGRAM),
    (b"MZ\x90\x00", Foreign.PROGRAM),
    (b"\xcf\xfa\xed\xfe", Foreign.PROGRAM),
    (b"\xca\xfe\xba\xbe", Foreign.PROGRAM),
    (b"SQLite format 3\x00", Foreign.DATABASE),
)
_PDF = re.compile(rb"(?:\xef\xbb\xbf)?[\s\x00]*%PDF-\d")
_HEADERS = re.compile(rb"(?:From [^\n]*\n)?(?:[A-Za-z][\w-]{0,60}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+")
_HEADER = re.compile(rb"^([A-Za-z][\w-]*):", re.MULTILINE)
_OF_MAIL = {b"from", b"to", b"subject", b"date", b"cc", b"sender"}
_OF_POST = {
    b"message-id",
    b"received",
    b"mime-version",
    b"return-path",
    b"delivered-to",
    b"x-mailer",
}
_ARCHIVE_NAMES = (".mht", ".mhtml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (  # what Office's older files name their parts
    ("EncryptedPackage", Foreign.LOCKED_OFFICE),
    ("WordDocument", Foreign.OLD_WORD),
    ("PowerPoint Document", Foreign.SLIDES),
    ("Workbook", Foreign.SPREADSHEET),
)
_MESSAGE = "__substg1.0_".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PACKED = (
    (b"application/epub+zip", EPUB),
    (b"application/vnd.oasis.opendocument.text", ODT),
    (b"word/document", DOCX),
    (b"META-INF/container.xml", EPUB),
)
_ZIPPED = (  # what the first names in a zip archive tell
    (b"application/vnd.oasis.opendocument.spreadsheet", Foreign.SPREADSHEET),
    (b"application/vnd.oasis.opendocument.presentation", Foreign.SLIDES),
    (b"application/vnd.oasis.opendocument", Foreign.OFFICE),
    (b"ppt/", Foreign.SLIDES),
    (b"xl/", Foreign.SPREADSHEET),
)
_START, _SPAN = 1024, 65_536  # bytes that are looked at
_PAGE = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"<(?:p|div|h[1-6]|br|title|table|ul|ol|article|meta|span|a)\b[^<>]*>", re.IGNORECASE
)
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")


def packed_kind(data: bytes, file_name: str) -> str | None:
    """Name the kind of a document that a program must unpack; None where there is none or it is not known."""
    if _PDF.match(data[:_START]):
        return PDF
    if data.startswith(b"{\\rtf"):
        return RTF
    if data.startswith(_ZIP):
        return _zipped(data, _PACKED)
    if data.startswith(_OLE):
        return MSG if _is_message(data, file_name) else None
    return _mailed(data, PurePath(file_name.lower()).suffix)


def foreign(data: bytes) -> Foreign | None:
    """Name what a file is that is no text; None where it may be one."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            picture = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
            return Foreign.PICTURE if picture else what
    if data.startswith(_OLE):
        return _office(data)
    if data.startswith(_ZIP):
        return _zipped(data, _ZIPPED) or Foreign.ARCHIVE
    if data[4:8] == b"ftyp":
        return Foreign.RECORDING
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        return Foreign.PICTURE
    return None


def kind_of(text: str, file_name: str) -> str:
    """Tell a web page and Markdown from plain text."""
    name = PurePath(file_name.lower()).suffix
    if _PAGE.match(text[:_SPAN]) or (name in _PAGE_NAMES and _TAG.search(text[:_SPAN])):
        return HTML
    return MARKDOWN if name in _MARKDOWN_NAMES else TEXT


def _mailed(data: bytes, ending: str) -> str | None:
    """Tell a mail, and a page that was saved as one, by their headers."""
    head = _HEADERS.match(data[:_SPAN])
    if head is None:
        return None
    names = {name.lower() for name in _HEADER.findall(head[0])}
    if b"content-type" in names and (ending in _ARCHIVE_NAMES or _is_saved(head[0], names)):
        return MHT
    told = len(names & _OF_MAIL)
    return EML if told >= 2 and (names & _OF_POST or ending == ".eml") else None  # noqa: PLR2004


def _is_saved(head: bytes, names: set[bytes]) -> bool:
    if b"multipart/related" not in head.lower():
        return False
    return b"snapshot-content-location" in names or b"<Saved by " in head or b"to" not in names


def _is_message(data: bytes, file_name: str) -> bool:
    """Tell a message of Outlook's; what is attached may have any parts, and be attached to others."""
    if _MESSAGE not in data:
        return False
    return file_name.lower().endswith(".msg") or _office(data) is Foreign.OFFICE


def _office(data: bytes) -> Foreign:
    return next(
        (what for name, what in _STREAMS if name.encode("utf-16-le") in data), Foreign.OFFICE
    )


def _zipped(data: bytes, told: tuple[tuple[bytes, _Told], ...]) -> _Told | None:
    """Tell what a zip archive is by the names of its members at either end."""
    names = data[:_SPAN] + data[-_SPAN:]
    return next((what for name, what in told if name in names), None)
