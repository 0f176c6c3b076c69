"""The blocks of a plain text: paragraphs, headings and list items, as spans of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.ingest.dates import is_date_line

_ITEM = re.compile(
    r"(?:[-–*•‣◦▪·]|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\((?:[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})\))\s+\S"
)
_SIGN = re.compile("\\A[\uf020-\uf0ff](?=\\s)")
_STOPS = (".", ",", ";", ":", "…", "”", '"', "!", "。", "،")
_HEADING_LENGTH, _TITLE_LENGTH = (
    90,
    160,
)  # characters of a heading, and of the one that a text begins with
_SPEAKER = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+|Q)(?: ?\([^()]{2,60}\))?:\s"
)  # "Q (Coast Radio): Will they?"
_WRAPPED = range(40, 101)  # widths at which texts are wrapped by hand or by mail
_LONGEST_LINE = 120  # characters
_SLACK = 0.85  # of the width that a wrapped line reaches, with the next line's first word


@dataclass(frozen=True)
class _Line:
    """A line that is not empty, by its span without the white space around it."""

    start: int
    end: int
    after_gap: bool

    def words(self, text: str) -> str:
        return text[self.start : self.end]


def blocks_of(text: str) -> tuple[Block, ...]:
    """Divide a text at its blank lines; where it has none, at every line."""
    lines = list(_lines(text))
    groups = _grouped(text, lines)
    return tuple(_block(text, groups, place) for place in range(len(groups)))


def is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether a paragraph's lines were ended by a width alone, by which it may be set anew."""
    width = max(map(len, lines))
    return (
        len(lines) > 1
        and _WRAPPED.start <= width <= _LONGEST_LINE
        and all(
            len(line) + 1 + len(following.split(maxsplit=1)[0]) > _SLACK * width
            for line, following in pairwise(lines)
            if following.strip()
        )
    )


def with_bullet(line: str) -> str:
    """Write the bullet of a font of signs, which has a number of its own for it, as one that every font has."""
    return _SIGN.sub("•", line)


def is_item(line: str) -> bool:
    """Tell whether a line begins as an item of a list does."""
    return bool(_ITEM.match(line))


def looks_like_heading(line: str, *, first: bool = False) -> bool:
    """Tell whether a line could be a heading: short, no item of a list, no turn of talk, no sentence that ends."""
    letters = sum(char.isalpha() for char in line)
    if len(line) > (_TITLE_LENGTH if first else _HEADING_LENGTH) or 2 * letters < len(line):
        return False
    if not line or _ITEM.match(line) or _SPEAKER.match(line) or is_date_line(line):
        return False
    return line.isupper() or not (line.endswith(_STOPS) or line[0].islower())


def _lines(text: str) -> Iterator[_Line]:
    place, gap = 0, False
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = place + line.index(words)
            yield _Line(start, start + len(words), gap)
        gap = not words
        place += len(line) + 1


def _wrapped_at(lines: list[_Line]) -> int:
    """Return the width at which a text's lines are wrapped, 0 where they are not."""
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    return width if width in _WRAPPED else 0


def _grouped(text: str, lines: list[_Line]) -> list[list[_Line]]:
    groups, width = list[list[_Line]](), _wrapped_at(lines) if lines else 0
    has_gaps = any(line.after_gap for line in lines[1:])
    for line in lines:
        before = groups[-1][-1] if groups and has_gaps and not line.after_gap else None
        if before and (_runs_on(text, before, line) or _continues(text, before, line, width)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _runs_on(text: str, previous: _Line, line: _Line) -> bool:
    """Tell whether a sentence was broken off in the middle, however long its lines are."""
    return (
        previous.end - previous.start >= _WRAPPED.start
        and text[line.start].islower()
        and not previous.words(text).endswith(_STOPS)
        and not _ITEM.match(line.words(text))
    )


def _continues(text: str, previous: _Line, line: _Line, width: int) -> bool:
    """Tell whether a line goes on where the one before was wrapped: its first word had no room there."""
    words = line.words(text)
    if not width or _ITEM.match(words):
        return False
    return previous.end - previous.start + 1 + len(words.split(maxsplit=1)[0]) > _SLACK * width


def _block(text: str, groups: list[list[_Line]], place: int) -> Block:
    kind, group = _kind(text, groups, place), groups[place]
    level = 2 if kind is BlockKind.HEADING and place else 1
    return Block(kind, Span(group[0].start, group[-1].end), level)


def _kind(text: str, groups: list[list[_Line]], place: int) -> BlockKind:
    group = groups[place]
    first = group[0].words(text)
    if _ITEM.match(first):
        return BlockKind.LIST_ITEM
    if len(group) > 1 or place + 1 == len(groups):
        return BlockKind.PARAGRAPH
    following = groups[place + 1]
    longer = following[-1].end - following[0].start > len(first)
    set_apart = group[0].after_gap or following[0].after_gap
    stands_out = not place or first.isupper() or (longer and set_apart)
    heading = stands_out and looks_like_heading(first, first=not place)
    return BlockKind.HEADING if heading else BlockKind.PARAGRAPH
