"""What is printed on every page: running heads, feet and page numbers. It is no part of the text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing_app.ingest.pdf.line import Line
from briefing_app.ingest.pdf.pages import Page

_ZONE = 0.12  # of a page's height, at either end
_OUTERMOST = 3  # lines that are looked at, at either end
_MOST = 0.4  # of all pages: left and right ones may differ
_SAME_HEIGHT = 4.0  # points
_NUMBER = re.compile(r"\d+|\b[ivxlc]{1,7}\b")
_LONE_PAGE = re.compile(r"(?:page )?\W{0,2}1\W{0,2}(?:(?:of|/) ?1)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s…]{4,1900}")
# What a browser prints at the edges of a sheet: when it did so, and what.
_BY_BROWSER = re.compile(
    r"\d{1,4}([./-])\d{1,2}\1\d{1,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AP]M)?|(?:https?|file)://\S+",
    re.IGNORECASE,
)

_Key = tuple[bool, int, str]


def without_margins(pages: Sequence[Page]) -> list[list[Line]]:
    """Return the lines of each page without those that most pages have at the same height."""
    found = [{line: _key(line, page) for line in _outer(page)} for page in pages]
    counts = Counter(key for keys in found for key in set(keys.values()))
    repeated = {key for key, count in counts.items() if count >= max(2, _MOST * len(pages))}
    if len(pages) == 1:
        repeated = {key for line, key in found[0].items() if _is_margin(line, found[0])}
    return [
        [line for line in page.lines if keys.get(line) not in repeated]
        for page, keys in zip(pages, found, strict=True)
    ]


def printed_address(pages: Sequence[Page]) -> str:
    """Return the address that a browser printed at the edge of each sheet; empty where there is none."""
    found = [
        {line.text for line in _outer(page) if _ADDRESS.fullmatch(line.text)} for page in pages
    ]
    on_each = set[str].intersection(*found) if found else set[str]()
    return on_each.pop() if len(on_each) == 1 else ""


def _outer(page: Page) -> list[Line]:
    """Return the lines nearest to a page's upper and lower edge."""
    by_height = sorted(page.lines, key=lambda line: line.bottom)
    above = [line for line in by_height[:_OUTERMOST] if line.bottom < _ZONE * page.height]
    below = [line for line in by_height[-_OUTERMOST:] if line.bottom > (1 - _ZONE) * page.height]
    return above + below


def _key(line: Line, page: Page) -> _Key:
    from_edge = min(line.bottom, page.height - line.bottom)
    upper = line.bottom < page.height / 2
    return upper, round(from_edge / _SAME_HEIGHT), _NUMBER.sub("#", line.text.lower())


def _is_margin(line: Line, outer: Iterable[Line]) -> bool:
    """Tell a lone page's number, and what a browser prints with all that stands beside that."""
    row = (each for each in outer if each.beside(line))
    return bool(_LONE_PAGE.fullmatch(line.text)) or any(
        _BY_BROWSER.fullmatch(each.text) for each in row
    )
