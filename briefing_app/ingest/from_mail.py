"""A mail: its headers as title, author and date, its words, and the names of what is attached and never opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from itertools import groupby
from typing import TYPE_CHECKING

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.ingest.decoding import cleaned, decode
from briefing_app.ingest.draft import Draft, together
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.from_html import parse_html, read_body, read_html
from briefing_app.ingest.labels import label
from briefing_app.ingest.paragraphs import blocks_of
from briefing_app.isolation import Refusal
from briefing_app.language import _

if TYPE_CHECKING:
    import datetime as dt

_DEEPEST, _MOST_PARTS = 5, 1000
_MULTIPART = re.compile(rb"content-type:\s*(?:multipart/|message/rfc822)", re.IGNORECASE)
_HEADER = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S{1,1900}\Z")
_QUOTED = re.compile(r"\A(?:> ?)+")
_PLAIN, _PAGE, _MESSAGE = "text/plain", "text/html", "message/rfc822"
# What headers that are against all rules make the standard library's parser raise.
_BROKEN = (ValueError, IndexError, AttributeError, TypeError, KeyError, LookupError, RecursionError)

_Piece = tuple[str, tuple[Block, ...]]


@dataclass
class _Found:
    """What the parts of a mail hold."""

    pieces: list[tuple[str, _Piece]] = field(default_factory=list[tuple[str, _Piece]])
    attached: list[str] = field(default_factory=list[str])


def read_mail(data: bytes) -> Draft:
    """Read a mail. Raises Refusal where it has more parts, or one in the other, than a mail has."""
    message, found = _parsed(data), _Found()
    _collect(message, found, 0)
    pieces = [piece for _kind, piece in found.pieces if piece[0]]
    if found.attached:
        pieces.append(_sentence(_("Attachments: {names}").format(names=", ".join(found.attached))))
    text, blocks = together(pieces)
    name, address = parseaddr(_header(message, "from"))
    return Draft(
        text,
        blocks,
        title=_header(message, "subject"),
        author=name or address,
        date=_day(message),
        publisher=_header(message, "organization"),
        language=_header(message, "content-language")[:2].lower(),
    )


def read_web_archive(data: bytes) -> Draft:
    """Read the page that a browser saved as one file. The text is empty where it holds none."""
    message = _parsed(data)
    for part in _leaves(message, 0):
        if part.get_content_type() == _PAGE:
            draft = read_html(_content(part))
            places = (
                _header(part, "content-location"),
                _header(message, "snapshot-content-location"),
            )
            address = next((each for each in places if _ADDRESS.match(each)), draft.url)
            title = draft.title or _header(message, "subject")
            return replace(draft, title=title, url=address)
    return Draft("", ())


def _parsed(data: bytes) -> EmailMessage:
    # The parser calls itself for each part in a part; what has more of them than parts may be is not begun.
    if len(_MULTIPART.findall(data)) > _MOST_PARTS:
        raise Refusal(Trouble.NESTED)
    if (
        len(_HEADER.findall(data)) > 2 * _MOST_PARTS
    ):  # before the parser takes seconds to count them
        raise Refusal(Trouble.TOO_MUCH)
    try:
        message = message_from_bytes(data, policy=policy.default)
    except _BROKEN as error:
        raise Refusal(
            Trouble.NESTED if isinstance(error, RecursionError) else Trouble.DAMAGED
        ) from error
    if sum(1 for _part in _leaves(message, 0)) > _MOST_PARTS:
        raise Refusal(Trouble.TOO_MUCH)
    return message


def _leaves(part: EmailMessage, depth: int) -> Iterator[EmailMessage]:
    if depth > _DEEPEST:
        raise Refusal(Trouble.NESTED)
    if not part.is_multipart():
        yield part
        return
    for inner in _inner(part):
        yield from _leaves(inner, depth + 1)


def _inner(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload()
    return (
        [each for each in payload if isinstance(each, EmailMessage)]
        if isinstance(payload, list)
        else []
    )


def _collect(part: EmailMessage, found: _Found, depth: int) -> None:
    """Gather the words of a part and of those within it; of alternatives plain text goes before a page."""
    name, kind = _file_name(part), part.get_content_type()
    if kind != _MESSAGE and (name or _disposition(part) == "attachment"):
        found.attached.append(label(name or kind))
    elif kind == "multipart/alternative":
        _collect_best(part, found, depth)
    elif part.is_multipart():
        if kind == _MESSAGE:
            _announce(part, found)
        for inner in _inner(part):
            _collect(inner, found, depth + 1)
    elif kind in {_PLAIN, _PAGE}:
        found.pieces.append((kind, _piece(part, kind)))
    elif not _is_picture_within(part):
        found.attached.append(label(kind))


def _collect_best(part: EmailMessage, found: _Found, depth: int) -> None:
    offered = list[_Found]()
    for inner in _inner(part):
        offered.append(_Found())
        _collect(inner, offered[-1], depth + 1)
    found.attached += [name for each in offered for name in each.attached]
    written = [each for each in offered if any(piece[0] for _kind, piece in each.pieces)]
    plain = [each for each in written if all(kind == _PLAIN for kind, _piece in each.pieces)]
    for best in (plain or written)[:1]:
        found.pieces += best.pieces


def _announce(part: EmailMessage, found: _Found) -> None:
    """Set the subject of a mail that was handed on above its words."""
    subjects = [subject for inner in _inner(part) if (subject := _header(inner, "subject"))]
    for subject in subjects[:1]:
        heading = Block(BlockKind.HEADING, Span(0, len(subject)), 2)
        found.pieces.append((_PLAIN, (subject, (heading,))))


def _piece(part: EmailMessage, kind: str) -> _Piece:
    content = _content(part)
    if kind == _PLAIN:
        return together(
            [_said(list(lines), quoted=q) for q, lines in groupby(content.split("\n"), _is_quoted)]
        )
    return read_body(parse_html(content))


def _is_quoted(line: str) -> bool:
    return line.startswith(">")


def _said(lines: list[str], *, quoted: bool) -> _Piece:
    """Divide what the writer says, or quotes of another's mail; a short line is a name more likely than a heading."""
    text = "\n".join(_QUOTED.sub("", line) if quoted else line for line in lines).strip("\n")
    blocks = blocks_of(text)
    if quoted:
        return text, tuple(replace(each, kind=BlockKind.QUOTATION, level=1) for each in blocks)
    return text, tuple(
        replace(each, kind=BlockKind.PARAGRAPH, level=1)
        if each.kind is BlockKind.HEADING and not text[each.span.start : each.span.end].isupper()
        else each
        for each in blocks
    )


def _content(part: EmailMessage) -> str:
    """Decode a part by the letters it says it is written in, else by what makes sense."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        text = data.decode(part.get_content_charset() or "utf-8")
    except _BROKEN:
        return (decode(data) or "").strip("\n")
    return (cleaned(text) or "").strip("\n")


def _header(part: EmailMessage, name: str) -> str:
    try:
        return label(str(part.get(name, "")))[:500]
    except _BROKEN:
        return ""


def _file_name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except _BROKEN:
        return ""


def _disposition(part: EmailMessage) -> str:
    try:
        return part.get_content_disposition() or ""
    except _BROKEN:
        return ""


def _is_picture_within(part: EmailMessage) -> bool:
    return part.get_content_maintype() == "image" and bool(_header(part, "content-id"))


def _day(message: EmailMessage) -> "dt.date | None":
    try:
        return parsedate_to_datetime(_header(message, "date")).date()
    except _BROKEN:
        return None


def _sentence(words: str) -> _Piece:
    return words, (Block(BlockKind.PARAGRAPH, Span(0, len(words))),)
