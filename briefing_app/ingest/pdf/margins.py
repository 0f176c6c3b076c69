"""What is printed on every page: running heads, feet and page numbers. It is no part of the text."""

import re
from collections import Counter
from collections.abc import Sequence

from briefing_app.ingest.pdf.line import Line
from briefing_app.ingest.pdf.pages import Page

_ZONE = 0.12  # of a page's height, at either end
_OUTERMOST = 3  # lines that are looked at, at either end
_MOST = 0.4  # of all pages: left and right ones may differ
_SAME_HEIGHT = 4.0  # points
_NUMBER = re.compile(r"\d+|\b[ivxlc]{1,7}\b")
_LONE_PAGE = re.compile(r"(?:page )?\W{0,2}1\W{0,2}(?:(?:of|/) ?1)?", re.IGNORECASE)

_Key = tuple[bool, int, str]


def without_margins(pages: Sequence[Page]) -> list[list[Line]]:
    """Return the lines of each page without those that most pages have at the same height."""
    found = [{line: _key(line, page) for line in _outer(page)} for page in pages]
    counts = Counter(key for keys in found for key in set(keys.values()))
    repeated = {key for key, count in counts.items() if count >= max(2, _MOST * len(pages))}
    return [
        [line for line in page.lines if not _is_margin(keys.get(line), line, repeated, len(pages))]
        for page, keys in zip(pages, found, strict=True)
    ]


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


def _is_margin(key: _Key | None, line: Line, repeated: set[_Key], pages: int) -> bool:
    if key is None:
        return False
    return key in repeated or (pages == 1 and bool(_LONE_PAGE.fullmatch(line.text)))
