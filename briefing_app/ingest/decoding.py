"""Bytes into text: byte-order marks first, then UTF-8, then the encoding whose letters make sense."""

import codecs
import re
from unicodedata import category

from briefing_app.ingest.encodings import fitting

_MARKS = (  # UTF-32 before UTF-16, whose mark it begins with
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_UNUSUAL = {"Cc", "Cn", "Co", "Cs"}
_SCRIPTS = 6  # pages of 256 characters below those of East Asia
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_HEAD = 4096  # bytes in which a page names its encoding
_HIGH = re.compile(rb"[\x80-\xff]")
_REACH = 32_768  # bytes that are judged
_STRAY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_TERMINAL = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_TOLERATED = 0.005  # control characters, of all: more of them make a file no text


def decode(data: bytes) -> str | None:
    """Decode a file's bytes, without the byte-order mark and with LF alone; None where they are no text."""
    text = _decoded(data)
    return None if text is None else cleaned(text)


def cleaned(text: str) -> str | None:
    """Make newlines LF and drop the few control characters that strayed in; None where there are many."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\x0c", "\n").replace("\x85", "\n")
    if not _STRAY.search(text):
        return text
    text = _TERMINAL.sub("", text)
    kept = _STRAY.sub("", text)
    return None if len(text) - len(kept) > max(2, _TOLERATED * len(text)) else kept


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\x00" in data[:_REACH]:
        return _wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _wide(data) or _damaged_utf8(data) or _declared(data) or _guessed(data)


def _wide(data: bytes) -> str | None:
    """Decode UTF-16 or UTF-32 without a mark, known by its spaces and newlines standing on even places."""
    for encoding in _WIDE:
        unit = 4 if "32" in encoding else 2
        sample = data[: _REACH // unit * unit]
        spaces = [mark.encode(encoding) for mark in " \n，。、"]
        units = [sample[at : at + unit] for at in range(0, len(sample), unit)]
        if len(data) % unit or not any(each in spaces for each in units):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_prose(text[:_REACH]):
            return text
    return None


def _is_prose(text: str) -> bool:
    """Tell whether nearly all characters are ones that a text has, and of few scripts."""
    usual = sum(char in "\n\r\t" or category(char) not in _UNUSUAL for char in text)
    pages = {ord(char) >> 8 for char in text if char < "\u3000" and char.isalpha()}
    return usual > 0.95 * len(text) and len(pages) <= _SCRIPTS


def _damaged_utf8(data: bytes) -> str | None:
    """Decode UTF-8 with a few bytes broken, which a cut or mixed file has."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return text if whole > 10 * broken else None


def _declared(data: bytes) -> str | None:
    """Decode by the encoding that a page names in its head, where it is one and fits."""
    found = _DECLARED.search(data[:_HEAD]) if b"<" in data[:_HEAD] else None
    if found is None:
        return None
    try:
        return data.decode(_as_browsers_do(found[1].decode("ascii")))
    except (LookupError, UnicodeError):
        return None


def _as_browsers_do(encoding: str) -> str:
    """Name the encoding that is meant: what says ISO-8859-1 or GB2312 is written in the larger set."""
    name = codecs.lookup(encoding).name
    return {"iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}.get(
        name, name
    )


def _guessed(data: bytes) -> str:
    first = _HIGH.search(data)
    begin = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    encoding = fitting(data[begin : begin + _REACH])
    return data.decode(encoding, "replace")
