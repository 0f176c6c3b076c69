"""Lines in reading order into paragraphs: by spacing, indentation, size, and where a page or column ends."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from briefing_app.ingest.paragraphs import is_item
from briefing_app.ingest.pdf.line import Line

_LOOSE = 1.3  # of the usual distance between lines: more parts paragraphs
_TITLE = 1.3  # of the body's size
_INDENT = 0.8  # of the letters' size
_SMALL = 0.93  # of the body's size: footnotes, which stand between a paragraph and its end
_NEAR = 6  # lines around one that tell how far lines reach
_USUAL = 1.3  # of the letters' size: the distance between lines where nothing else is known


@dataclass
class Paragraph:
    """Lines that belong together; it grows while they are read."""

    lines: list[Line] = field(default_factory=list[Line])

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


@dataclass(frozen=True)
class Setting:
    """How a document is set: its body's size, and the usual distance between lines of a size."""

    body: float
    bold: bool
    distances: dict[int, float]

    def distance(self, line: Line) -> float:
        return self.distances.get(round(line.size), _USUAL * line.size)


def setting_of(lines: Sequence[Line]) -> Setting:
    sizes, weights = Counter[float](), Counter[bool]()
    found = dict[int, list[float]]()
    for line in lines:
        sizes[round(2 * line.size) / 2] += len(line.text)
        weights[line.bold] += len(line.text)
    for one, other in pairwise(lines):
        distance = other.bottom - one.bottom
        if one.page == other.page and one.alike(other) and 0 < distance < 3 * one.size:
            found.setdefault(round(one.size), []).append(distance)
    usual = {size: median(each) for size, each in found.items()}
    return Setting(sizes.most_common(1)[0][0], weights.most_common(1)[0][0], usual)


def paragraphs_of(lines: Sequence[Line], setting: Setting) -> list[Paragraph]:
    """Group lines into paragraphs. One that goes on over the page ends before the footnotes between."""
    found = list[Paragraph]()
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        if before is None:
            found.append(Paragraph([line]))
        elif before.page == line.page and line.bottom > before.bottom:
            joins = _goes_on(found[-1], line, setting, _reach(lines, at - 1))
            _append(found, found[-1] if joins else None, line)
        else:
            _append(found, _open_paragraph(found, line, setting), line)
    return found


def _append(found: list[Paragraph], to: Paragraph | None, line: Line) -> None:
    if to is None:
        found.append(Paragraph([line]))
    else:
        to.lines.append(line)


def _reach(lines: Sequence[Line], at: int) -> float:
    """Return how far to the right lines around one reach that begin about where it does."""
    line = lines[at]
    around = lines[max(0, at - _NEAR) : at + _NEAR + 1]
    return max(
        each.right
        for each in around
        if each.page == line.page and abs(each.left - line.left) < 3 * line.size
    )


def _goes_on(paragraph: Paragraph, line: Line, setting: Setting, reach: float) -> bool:
    """Tell whether a line beneath belongs to the paragraph above it."""
    last = paragraph.last
    if last.row or line.row or is_item(line.text) or not last.alike(line):
        return False
    if line.bottom - last.bottom > _LOOSE * setting.distance(last):
        return False
    if abs(last.middle - line.middle) < last.size / 4 and abs(last.left - line.left) > 1:
        return True  # centred
    if last.broken:
        return True
    if last.size > _TITLE * setting.body:  # it is broken where its writer wished
        return abs(last.left - line.left) < last.size
    return not _is_set_off(paragraph, line) and not _had_room(last, line, reach)


def _is_set_off(paragraph: Paragraph, line: Line) -> bool:
    """Tell whether a line is indented against the one before, or comes back from that."""
    last, indent = paragraph.last, _INDENT * line.size
    alone = len(paragraph.lines) == 1
    if line.left > last.left + indent:
        return not (alone and is_item(last.text))
    return line.left < last.left - indent and not alone


def _had_room(last: Line, line: Line, reach: float) -> bool:
    """Tell whether the next line's first word had had room: then the line was ended on purpose."""
    word = len(line.text.split(maxsplit=1)[0])
    return last.right + (word + 1) * line.letter + last.size < reach


def _open_paragraph(found: list[Paragraph], line: Line, setting: Setting) -> Paragraph | None:
    """Find the paragraph that goes on with a line at the head of a column or page, before footnotes."""
    small = _SMALL * setting.body
    if line.size < small or line.row or is_item(line.text):
        return None
    page = found[-1].last.page
    for paragraph in reversed(found):
        last = paragraph.last
        if last.page != page or not (last.size < small or last.alike(line)):
            return None
        if last.alike(line):
            return paragraph if _is_open(last, line, setting) else None
    return None


def _is_open(last: Line, line: Line, setting: Setting) -> bool:
    """Tell whether a sentence goes on after a column's or a page's end."""
    if last.row or last.ends or last.size > 1.1 * setting.body or last.bold is not setting.bold:
        return last.broken and line.text[0].islower()
    return last.broken or line.text[0].islower() or last.text.endswith(",")
