"""Finding words again on the pages they were read from, whatever became of spaces, hyphens and ligatures since."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_app.domain.evidence import Quote
from briefing_app.domain.page import Rectangle

_FEWEST = 12  # letters of a quote's beginning that are no accident
_SAME_LINE, _GAP = (
    0.5,
    1.5,
)  # of a letter's height: how far lines overlap, and what a line's space spans

Places = list[int]


@dataclass(frozen=True)
class Letters:
    """The letters and digits of a text, and where in it each stands."""

    text: str
    places: Places

    def found(self, quote: "Wanted") -> Places:
        """Return where the whole quote stands, by what stands around it where it stands more than once."""
        for before, after in (
            (quote.before, quote.after),
            (quote.before, ""),
            ("", quote.after),
            ("", ""),
        ):
            at = self.text.find(before + quote.exact + after)
            if at >= 0:
                start = at + len(before)
                return self.places[start : start + len(quote.exact)]
        return []

    def beginning(self, exact: str) -> int:
        """Return how many letters of a quote stand here together, from its first on."""
        low, high = 0, len(exact)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if exact[:middle] in self.text else (low, middle - 1)
        return low


@dataclass(frozen=True)
class Wanted:
    """The letters of a quote, and of what stands before and after it."""

    exact: str
    before: str = ""
    after: str = ""


def letters(text: str) -> Letters:
    kept, places = list[str](), Places()
    for place, sign in enumerate(text):
        for each in unicodedata.normalize("NFKC", sign):
            if each.isalnum():
                kept.append(each)
                places.append(place)
    return Letters("".join(kept), places)


def wanted(quote: Quote) -> Wanted:
    return Wanted(*(letters(each).text for each in (quote.exact, quote.prefix, quote.suffix)))


def marked(pages: Sequence[Letters], quote: Wanted) -> list[Places]:
    """Find a quote on the page where its paragraph begins or on the next, or divided between the two."""
    nothing: list[Places] = [[] for _page in pages]
    if not quote.exact:
        return nothing
    for number, page in enumerate(pages):
        if found := page.found(quote):
            return [found if at == number else [] for at in range(len(pages))]
    count = pages[0].beginning(quote.exact)
    first = pages[0].found(Wanted(quote.exact[:count], quote.before)) if count else []
    rest = pages[1].found(Wanted(quote.exact[count:], "", quote.after)) if len(pages) > 1 else []
    if (first and rest) or count >= _FEWEST:
        return [first, rest][: len(pages)]
    return nothing


def in_lines(boxes: Iterable[Rectangle]) -> tuple[Rectangle, ...]:
    """Join the boxes of letters, in their order, to one rectangle for each stretch of a line."""
    lines = list[Rectangle]()
    for box in boxes:
        if lines and _goes_on(lines[-1], box):
            last = lines[-1]
            lines[-1] = Rectangle(
                min(last.left, box.left),
                min(last.top, box.top),
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
        else:
            lines.append(box)
    return tuple(lines)


def _goes_on(line: Rectangle, box: Rectangle) -> bool:
    height = max(box.bottom - box.top, 1.0)
    overlap = min(line.bottom, box.bottom) - max(line.top, box.top)
    near = line.left - _GAP * height <= box.right and box.left <= line.right + _GAP * height
    return overlap > _SAME_LINE * height and near
