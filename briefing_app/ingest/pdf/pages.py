"""What stands on the pages of a PDF: lines, in the order they were written in. It and `picture` alone use pypdfium2."""

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from math import hypot
from typing import TYPE_CHECKING, Any

from briefing_app.ingest.draft import MOST_CHARACTERS
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.paragraphs import with_bullet
from briefing_app.ingest.pdf.line import Line
from briefing_app.ingest.pdf.raised import (
    HIGHER,
    SMALLER,
    joined_marks,
    mark,
    mark_at_end,
    mark_before,
    with_mark,
)
from briefing_app.isolation import Refusal

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MOST_PAGES = 10_000
_LARGEST_PAGE = 14_400.0  # points: the format's own limit
_OBJECTS = 100  # of a page that are looked at for pictures
_CELL_GAP = 1.5  # of the letters' size: what is farther apart is no space between words
_HYPHEN = "\ufffe"  # what pdfium writes for a hyphen at a line's end
_PASSWORD, _RIGHTS = 4, 5  # pdfium's numbers for what is encrypted
_LINES = re.compile(r"[^\r\n\ufffe]+\ufffe?|\ufffe")
_LEADERS = re.compile(r"(?:\. ?){4,}\W*[\divxl]+\Z")  # of a table of contents
_WORDS = re.compile(r"\S+")
_BULLETS = re.compile("[\uf0b7\uf0a7\uf0d8\uf076\uf06e\uf0fc]")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xAD: None}
_STRAY = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\uffff]")
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    height: float
    lines: tuple[Line, ...]
    pictures: bool  # whether there are any where words should be


@dataclass(frozen=True)
class _Box:
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class _Word:
    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool


_Letter = Callable[[], tuple[float, float]]  # its size and its baseline, once they are asked for


@contextmanager
def opened(data: bytes) -> Generator["PdfDocument"]:
    """Open a PDF. Raises Refusal where it cannot be read, then or later."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 (only in the child that needs it)

    try:
        document = PdfDocument(data)
        if len(document) > _MOST_PAGES:
            raise Refusal(Trouble.TOO_MUCH)
        yield document
    except PdfiumError as error:
        locked = error.err_code in {_PASSWORD, _RIGHTS}
        raise Refusal(Trouble.LOCKED if locked else Trouble.DAMAGED) from error


def read_pages(data: bytes) -> tuple[dict[str, str], list[Page]]:
    """Return what a PDF says of itself and its pages. Raises Refusal where it cannot be read."""
    with opened(data) as document:
        return document.get_metadata_dict(), list(_pages(document))


def size_of(page: "PdfPage") -> tuple[float, float]:
    """Return a page's width and height in points, as it is seen. Raises Refusal where none is so large."""
    width, height = page.get_size()
    if not (0 < width <= _LARGEST_PAGE and 0 < height <= _LARGEST_PAGE):
        raise Refusal(Trouble.DAMAGED)
    return width, height


_ARABIC = re.compile(r"[\u0620-\u064a\u0671-\u06d3]{2,}")


def _pages(document: "PdfDocument") -> Iterator[Page]:
    seen = 0
    for number in range(len(document)):
        page = document[number]
        _width, height = size_of(page)
        text = page.get_textpage()
        seen += text.count_chars()
        if seen > MOST_CHARACTERS:
            raise Refusal(Trouble.TOO_MUCH)
        lines = tuple(_lines(text.raw, upright(page), number + 1))
        yield Page(height, lines, pictures=_has_pictures(page))
        text.close()
        page.close()


def _has_pictures(page: "PdfPage") -> bool:
    from pypdfium2 import raw  # noqa: PLC0415

    pictures = {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}
    count = min(_OBJECTS, raw.FPDFPage_CountObjects(page.raw))
    kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, at)) for at in range(count))
    return any(kind in pictures for kind in kinds)


def upright(page: "PdfPage") -> Callable[[Any], _Box]:
    """Turn boxes as pdfium gives them into ones as they are seen: from the upper left, as the page is turned."""
    left, bottom, right, top = page.get_cropbox() or (0.0, 0.0, 0.0, 0.0)
    match page.get_rotation():
        case 90:
            return lambda r: _Box(r.bottom - bottom, r.top - bottom, r.left - left, r.right - left)
        case 180:
            return lambda r: _Box(
                right - r.right, right - r.left, r.bottom - bottom, r.top - bottom
            )
        case 270:
            return lambda r: _Box(top - r.top, top - r.bottom, right - r.right, right - r.left)
        case _:
            return lambda r: _Box(r.left - left, r.right - left, top - r.top, top - r.bottom)


def _lines(page: Any, upright: Callable[[Any], _Box], number: int) -> Iterator[Line]:  # noqa: ANN401 (pdfium's)
    from pypdfium2 import raw  # noqa: PLC0415

    rectangle, matrix = raw.FS_RECTF(), raw.FS_MATRIX()

    def box(place: int) -> _Box:
        raw.FPDFText_GetLooseCharBox(page, place, rectangle)
        return upright(rectangle)

    def letter(place: int) -> tuple[float, float]:
        """Return the size of the letters here, and their baseline."""
        raw.FPDFText_GetMatrix(page, place, matrix)
        size = raw.FPDFText_GetFontSize(page, place) * hypot(matrix.c, matrix.d)
        return size, upright(_origin(page, place)).bottom

    def word(found: re.Match[str]) -> _Word:
        place, last = found.start(), found.end() - 1
        begin, end = box(place), box(last)
        text, lead = _with_mark(found[0], partial(letter, place), partial(letter, last))
        size, baseline = letter(last if lead else place)
        return _Word(text, begin.left, end.right, baseline, size, _is_bold(page, place))

    def lines() -> Iterator[Line]:
        for written in _LINES.finditer(characters(page)):
            words = map(word, _WORDS.finditer(written.string, written.start(), written.end()))
            found = (_line(group, number) for group in _apart(words))
            yield from (line for line in found if line.text)

    yield from joined_marks(lines())


def _with_mark(word: str, first: _Letter, last: _Letter) -> tuple[str, bool]:
    """Set a number that is set high in brackets; tell whether it stands before the word."""
    if (start := mark_at_end(word)) is not None and _is_raised(last(), first()):
        return word[:start] + mark(word[start:]), False
    if (end := mark_before(word)) is not None and _is_raised(first(), last()):
        return f"{mark(word[:end])} {word[end:]}", True
    return word, False


def _is_raised(one: tuple[float, float], other: tuple[float, float]) -> bool:
    (size, baseline), (usual, line) = one, other
    return size < SMALLER * usual and line - baseline > HIGHER * usual


def _origin(page: Any, place: int) -> Any:  # noqa: ANN401
    """Return the point of the baseline at which a character begins, as a rectangle."""
    from ctypes import c_double  # noqa: PLC0415

    from pypdfium2 import raw  # noqa: PLC0415

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(page, place, x, y)
    return raw.FS_RECTF(x.value, y.value, x.value, y.value)


def characters(page: Any) -> str:  # noqa: ANN401
    """Return a page's characters, each standing where pdfium counts it."""
    from ctypes import c_ushort  # noqa: PLC0415

    from pypdfium2 import raw  # noqa: PLC0415

    count = max(0, raw.FPDFText_CountChars(page))
    units = (c_ushort * (count + 1))()
    if raw.FPDFText_GetText(page, 0, count, units) == count + 1:
        text = "".join(map(chr, units[:count]))
    else:
        text = "".join(chr(raw.FPDFText_GetUnicode(page, place)) for place in range(count))
    return _ARABIC.sub(lambda found: _as_read(page, found), text)


def _as_read(page: Any, found: re.Match[str]) -> str:  # noqa: ANN401
    """Set the letters of an Arabic word as they are read: pdfium turns some words, and "لا" in one glyph, round."""
    from pypdfium2 import raw  # noqa: PLC0415

    def place_of(at: int) -> tuple[float, ...]:
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(page, found.start() + at, box)
        return box.left, box.right, box.bottom, box.top

    glyphs = [(place, list(same)) for place, same in groupby(range(len(found[0])), key=place_of)]
    if glyphs[0][0] < glyphs[-1][0]:  # from the left
        order = [at for _place, same in reversed(glyphs) for at in same]
    else:
        order = [at for _place, same in glyphs for at in reversed(same)]
    return "".join(found[0][at] for at in order)


def _apart(words: Iterator[_Word]) -> list[list[_Word]]:
    """Part the words of a line where the gap between two is none of a space's."""
    groups = list[list[_Word]]()
    for word in words:
        last = groups[-1][-1] if groups else None
        if last is None or word.left - last.right > _CELL_GAP * max(last.size, 1.0):
            groups.append([word])
        else:
            groups[-1].append(word)
    return groups


def _line(words: list[_Word], number: int) -> Line:
    largest = max(words, key=lambda word: word.size)  # a number set high is none
    text = _text(words, (largest.size, largest.baseline))
    return Line(
        text=_clean(text),
        page=number,
        left=min(word.left for word in words),
        right=max(word.right for word in words),
        bottom=largest.baseline,
        size=max(largest.size, 1.0),
        bold=all(word.bold for word in words),
        broken=text.endswith((_HYPHEN, "-", "‐", "\xad")),
        row=bool(_LEADERS.search(text)),
    )


def _text(words: list[_Word], usual: tuple[float, float]) -> str:
    """Set words beside each other; a number that is set high goes to the word before."""
    text = ""
    for word in words:
        if word.text.isdecimal() and _is_raised((word.size, word.baseline), usual):
            text = with_mark(text, word.text)
        else:
            text = f"{text} {word.text}" if text else word.text
    return text


def _clean(text: str) -> str:
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    plain = _BULLETS.sub("•", whole.removesuffix(_HYPHEN).replace(_HYPHEN, "-"))
    return with_bullet(" ".join(_STRAY.sub("", plain.translate(_LIGATURES)).split()))


def _is_bold(page: Any, place: int) -> bool:  # noqa: ANN401
    from ctypes import c_int, create_string_buffer  # noqa: PLC0415

    from pypdfium2 import raw  # noqa: PLC0415

    name, flags = create_string_buffer(128), c_int()
    if raw.FPDFText_GetFontInfo(page, place, name, len(name), flags) > 1:
        return bool(_BOLD.search(name.value.decode("utf-8", "replace")))
    return raw.FPDFText_GetFontWeight(page, place) >= 700  # noqa: PLR2004 (bold, by its definition)
