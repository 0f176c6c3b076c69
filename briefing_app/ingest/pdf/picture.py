"""What runs in the child to draw a page of a PDF: the bytes and a wish in, pixels and rectangles out."""

import json
from typing import TYPE_CHECKING, Any

from briefing_app.domain.evidence import Quote
from briefing_app.domain.page import Rectangle
from briefing_app.ingest.pdf.marking import Letters, Places, in_lines, letters, marked, wanted
from briefing_app.ingest.pdf.pages import characters, opened, size_of, upright

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

HEAD = 4  # bytes that say how long the JSON is that comes first, both ways
MOST_PIXELS = 2400  # on the longer side
_SHARP = 2.0  # pixels a point: 144 to the inch


def draw(payload: bytes) -> bytes:
    """Draw the page that is asked for, or else the one on which the quote begins. Raises Refusal."""
    wish, data = _parted(payload)
    with opened(data) as document:
        start = _within(wish["start"], document)
        marks = _marks(document, start, Quote(*wish["quote"]))
        first = next((number for number, places in marks.items() if places), start)
        number = first if wish["page"] is None else _within(wish["page"], document)
        return _drawn(document, number, marks.get(number, []))


def _parted(payload: bytes) -> tuple[dict[str, Any], bytes]:
    end = HEAD + int.from_bytes(payload[:HEAD])
    return json.loads(payload[HEAD:end]), payload[end:]


def _within(number: int, document: "PdfDocument") -> int:
    return max(1, min(number, len(document)))


def _marks(document: "PdfDocument", start: int, quote: Quote) -> dict[int, Places]:
    """Return, by page, where the quote's letters stand among its characters."""
    numbers = range(start, min(start + 1, len(document)) + 1)
    found = marked([_letters(document[number - 1]) for number in numbers], wanted(quote))
    return dict(zip(numbers, found, strict=True))


def _letters(page: "PdfPage") -> Letters:
    text = page.get_textpage()  # kept, as it closes what is asked when it goes
    return letters(characters(text.raw))


def _drawn(document: "PdfDocument", number: int, places: Places) -> bytes:
    page = document[number - 1]
    width, height = size_of(page)
    scale: Any = min(_SHARP, MOST_PIXELS / max(width, height))  # which it takes for whole
    bitmap = page.render(scale=scale, rev_byteorder=True)
    rows = bytes(bitmap.buffer)
    row = 3 * bitmap.width
    pixels = b"".join(
        rows[at : at + row] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride)
    )
    head = {
        "number": number,
        "pages": len(document),
        "size": [width, height],
        "pixels": [bitmap.width, bitmap.height],
        "marks": [[m.left, m.top, m.right, m.bottom] for m in _rectangles(page, places)],
    }
    written = json.dumps(head).encode()
    return len(written).to_bytes(HEAD) + written + pixels


def _rectangles(page: "PdfPage", places: Places) -> tuple[Rectangle, ...]:
    from pypdfium2 import raw  # noqa: PLC0415 (only in the child that needs it)

    text, seen, found = page.get_textpage(), upright(page), raw.FS_RECTF()

    def box(place: int) -> Rectangle:
        """Return a letter's box as it was written, before the page was turned, with what is lower further down."""
        raw.FPDFText_GetLooseCharBox(text.raw, place, found)
        return Rectangle(found.left, -found.top, found.right, -found.bottom)

    lines = in_lines(map(box, places))
    turned = [seen(raw.FS_RECTF(m.left, -m.top, m.right, -m.bottom)) for m in lines]
    return tuple(Rectangle(each.left, each.top, each.right, each.bottom) for each in turned)
