"""What every form says, read as others read it."""

import csv
import io
import json
from collections.abc import Callable
from html.parser import HTMLParser
from zipfile import ZipFile

from icalendar import Calendar
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
    return "\n".join(str(cell) for cell in cells if cell is not None)


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
    events = Calendar.from_ical(content).walk()
    return "\n".join(_spoken(value) for event in events for value in event.values())


def _spoken(value: object) -> str:
    return "\n".join(map(str, value.cats)) if hasattr(value, "cats") else str(value)


_READERS: dict[str, Callable[[bytes], str]] = {
    ".html": _html,
    ".md": bytes.decode,
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".docx": _docx,
    ".ics": _ics,
    ".json": _json,
}
