"""A page of a PDF drawn in a limited child, from the bytes that it was imported from; nothing of it is believed."""

import json
from collections.abc import Callable, Sequence
from math import isfinite
from typing import Any

from briefing_app.domain.evidence import Quote
from briefing_app.domain.page import PagePicture, Rectangle
from briefing_app.ingest.errors import StoppedError, Trouble, TroubledError
from briefing_app.ingest.pdf.picture import HEAD, MOST_PIXELS
from briefing_app.ingest.reading import child_limits, nothing
from briefing_app.isolation import Failure, IsolationError, run

_MOST_PAGES, _LARGEST, _MOST_MARKS = 10_000, 14_400.0, 5_000
_LONGEST = 20_000  # characters of a quote that are looked for


def picture_page(
    original: bytes,
    name: str,
    *,
    start: int,
    quote: Quote,
    page: int | None = None,
    waiting: Callable[[], None] = nothing,
) -> PagePicture:
    """Draw a page with a quote marked, whose paragraph begins on the page `start`; without `page`, where it begins.

    Raises IngestError with the reason where it cannot be drawn.
    """
    words = [quote.exact[:_LONGEST], quote.prefix, quote.suffix]
    wish = json.dumps({"start": start, "page": page, "quote": words}).encode()
    payload = len(wish).to_bytes(HEAD) + wish + original
    reader = "briefing_app.ingest.pdf.picture:draw"
    try:
        return _checked(run(reader, payload, limits=child_limits(len(original)), waiting=waiting))
    except IsolationError as error:
        if error.failure is Failure.REFUSED and error.code in set(Trouble):
            raise TroubledError(name, Trouble(error.code)) from error
        raise StoppedError(name, reason=error.sentence) from error
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        raise TroubledError(name, Trouble.DAMAGED) from error


def _checked(answer: bytes) -> PagePicture:
    end = HEAD + int.from_bytes(answer[:HEAD])
    head: dict[str, Any] = json.loads(answer[HEAD:end])
    width, height = (_number(each, _LARGEST) for each in head["size"])
    columns, rows = (_count(each, MOST_PIXELS + 1) for each in head["pixels"])
    pages = _count(head["pages"], _MOST_PAGES)
    pixels = answer[end:]
    if len(pixels) != 3 * columns * rows or len(head["marks"]) > _MOST_MARKS:
        msg = "not the pixels of a page"
        raise ValueError(msg)
    return PagePicture(
        number=_count(head["number"], pages),
        pages=pages,
        width=width,
        height=height,
        columns=columns,
        rows=rows,
        pixels=pixels,
        marks=tuple(_rectangle(each, width, height) for each in head["marks"]),
    )


def _count(value: object, most: int) -> int:
    if type(value) is not int or not 1 <= value <= most:
        msg = "a number that cannot be"
        raise ValueError(msg)
    return value


def _number(value: object, most: float) -> float:
    if not isinstance(value, int | float) or not isfinite(value) or not 0 < value <= most:
        msg = "a size that cannot be"
        raise ValueError(msg)
    return float(value)


def _rectangle(sides: Sequence[Any], width: float, height: float) -> Rectangle:
    """Make a rectangle that lies on the page."""
    left, top, right, bottom = map(float, sides)
    if not all(map(isfinite, (left, top, right, bottom))):
        msg = "a rectangle that cannot be"
        raise ValueError(msg)
    return Rectangle(
        min(max(left, 0.0), width),
        min(max(top, 0.0), height),
        min(max(right, 0.0), width),
        min(max(bottom, 0.0), height),
    )
