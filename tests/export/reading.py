"""What every form says, read as others read it."""

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def said_in(suffix: str, content: bytes) -> str:
    """Give all words of a file of this form, in lines or cells."""
    return _READERS[suffix](content)


def _html(content: bytes) -> str:
    words: list[str] = []
    parser = HTMLParser()
    parser.handle_data = words.append
    parser.feed(content.decode())
    return "\n".join(words)


def _csv(content: bytes) -> str:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return "\n".join(cell for row in rows for cell in row)


def _xlsx(content: bytes) -> str:
    book = load_workbook(io.BytesIO(content))
    cells = (c.value for sheet in book for row in sheet.iter_rows() for c in row)
    # The library that reads leaves the escape of an underscore as it is, which spreadsheets do not.
    words = (str(cell).replace("_x005F_", "_") for cell in cells if cell is not None)
    return "\n".join(words)


def _json(content: bytes) -> str:
    def strings(value: object) -> list[str]:
        if isinstance(value, dict):
            return [word for each in value.values() for word in strings(each)]
        if isinstance(value, list):
            return [word for each in value for word in strings(each)]
        return [str(value)]

    return "\n".join(strings(json.loads(content)))


def _docx(content: bytes) -> str:
    """Read the text of the body and of the notes, line by line."""
    names = ("word/document.xml", "word/footnotes.xml")
    parts = (etree.fromstring(ZipFile(io.BytesIO(content)).read(name)) for name in names)
    paragraphs = (paragraph for part in parts for paragraph in part.iter(f"{_W}p"))
    return "\n".join("".join(t.text or "" for t in each.iter(f"{_W}t")) for each in paragraphs)


def _ics(content: bytes) -> str:
    """Unfold and unescape by the standard, as the library that writes does not read all that it may say."""
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    values = (line.partition(":")[2] for line in lines)
    return "\n".join(re.sub(r"\\(.)", _unescaped, value) for value in values)


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _qdpx(content: bytes) -> str:
    with ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        return "\n".join(
            (_xml(archive.read(names[0])), *(archive.read(n).decode() for n in names[1:]))
        )


def _xml(content: bytes) -> str:
    elements = list(etree.fromstring(content).iter())
    told = (words for each in elements for words in (each.text or "", *each.attrib.values()))
    return "\n".join(told)


_READERS: dict[str, Callable[[bytes], str]] = {
    ".html": _html,
    ".md": bytes.decode,
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".docx": _docx,
    ".ics": _ics,
    ".jsonld": _json,
    ".qdpx": _qdpx,
    ".qdc": _xml,
    ".json": _json,
}
