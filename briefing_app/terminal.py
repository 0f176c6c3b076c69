"""A briefing as a terminal shows it: the matrix as a table where it fits, else issue by issue; then the checklist."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from click import style

from briefing_app.export.checklist import Item
from briefing_app.export.matrix import Entry, Mark, Matrix, PartyCell
from briefing_app.export.words import Words

_NARROWEST = 18  # columns that a party needs to be legible
_ISSUE = 14
_RULE, _CROSS, _BAR = "─", "─┼─", " │ "
_COLOURS = {"ask": "blue", "good": "green", "open": "yellow", "bad": "red"}
_UNSHOWN = {"Cc", "Cf", "Cs"}  # what a terminal would obey, or not show


@dataclass(frozen=True)
class _Line:
    words: str = ""
    colour: str = ""
    bold: bool = False

    def painted(self, columns: int = 0) -> str:
        """Fill up to so many columns, and add the colour as an escape sequence."""
        filled = self.words + " " * (columns - width(self.words))
        return style(filled, fg=self.colour or None, bold=self.bold or None) if filled else ""


def shown(words: Words, *, columns: int) -> str:
    """Write the whole briefing for a terminal that many columns wide."""
    parts = [_title(words), _positions(words, columns), _outcomes(words, columns)]
    if not words.sources:
        parts.append(iter([words.headings.empty]))
    parts.append(_evidence(words, columns))
    return "\n\n".join(told for part in parts if (told := "\n".join(part).rstrip()))


def visible(words: str) -> str:
    """Take out of a stranger's words what a terminal would obey, or would not show."""
    return "".join(char for char in words if unicodedata.category(char) not in _UNSHOWN)


def width(words: str) -> int:
    """Count the columns that words take: two for wide signs, none for marks that stand on another."""
    return sum(_columns(char) for char in words)


def wrapped(words: str, columns: int) -> list[str]:
    """Break words into lines of at most so many columns, a word within itself only where it must be."""
    lines, line = list[str](), ""
    for word in visible(words.replace("\n", " ")).split():
        for number, piece in enumerate(_pieces(word, columns)):
            joined = f"{line} {piece}" if line and not number else piece
            if number or width(joined) > columns:
                lines.append(line)
                joined = piece
            line = joined
    return [each for each in (*lines, line) if each]


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _pieces(word: str, columns: int) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and width(piece + char) > columns:
            yield piece
            piece = ""
        piece += char
    yield piece


def _title(words: Words) -> Iterator[str]:
    yield _Line(visible(words.title), bold=True).painted()
    counts = " · ".join(f"{count.number} {count.what}" for count in words.counts)
    yield from filter(None, (counts, *words.remarks))


def _heading(heading: str) -> list[str]:
    return [_Line(heading, bold=True).painted(), ""]


def _positions(words: Words, columns: int) -> Iterator[str]:
    matrix = words.positions
    if not matrix.rows:
        return
    yield from _heading(words.headings.positions)
    names = [f"{each.party} ({each.role})" if each.role else each.party for each in matrix.columns]
    room = (columns - _ISSUE) // len(names) - len(_BAR)
    if room >= _NARROWEST:
        yield from _table(matrix, words.headings.issue, names, room)
    else:
        yield from _listed(matrix, names, columns)


def _table(matrix: Matrix, corner: str, names: list[str], room: int) -> Iterator[str]:
    yield from _beside([_bold(corner, _ISSUE), *(_bold(name, room) for name in names)], room)
    for row in matrix.rows:
        yield _CROSS.join([_RULE * _ISSUE, *[_RULE * room] * len(names)])
        cells = [list(_cell(cell, room)) for cell in row.cells]
        yield from _beside([_bold(row.issue, _ISSUE), *cells], room)


def _beside(cells: list[list[_Line]], room: int) -> Iterator[str]:
    """Put cells side by side, line by line; the first is the issue's."""
    widths = [_ISSUE, *[room] * (len(cells) - 1)]
    for lines in zip_longest(*cells, fillvalue=_Line()):
        row = zip(lines, widths, strict=True)
        yield _BAR.join(line.painted(columns) for line, columns in row).rstrip()


def _listed(matrix: Matrix, names: list[str], columns: int) -> Iterator[str]:
    """Tell the matrix issue by issue, where the parties do not fit side by side."""
    for row in matrix.rows:
        yield from (line.painted() for line in _bold(row.issue, columns))
        for name, cell in zip(names, row.cells, strict=True):
            yield from (f"  {line}" for line in wrapped(name, columns - 2))
            yield from (f"    {line.painted()}" for line in _cell(cell, columns - 4))
        yield ""


def _bold(words: str, columns: int) -> list[_Line]:
    return [_Line(line, bold=True) for line in wrapped(words, columns)]


def _cell(cell: PartyCell, columns: int) -> Iterator[_Line]:
    if not cell.entries:
        yield from (_Line(line) for line in wrapped(cell.nothing, columns))
    for entry in cell.entries:
        yield from _entry(entry, columns)


def _entry(entry: Entry, columns: int) -> Iterator[_Line]:
    yield from _marked(entry.stance, entry.proposed, columns)
    told = (entry.claim, entry.condition, " · ".join(entry.remarks), _numbers(entry.numbers))
    for part in told:
        yield from (_Line(line) for line in wrapped(part, columns))


def _marked(mark: Mark, proposed: str, columns: int) -> Iterator[_Line]:
    said = f"{mark.sign} {mark.word}" + (f" ({proposed})" if proposed else "")
    colour = _COLOURS.get(mark.tone, "")
    yield from (_Line(line, colour=colour, bold=True) for line in wrapped(said, columns))


def _numbers(numbers: Iterable[int]) -> str:
    return " ".join(f"[{number}]" for number in numbers)


def _outcomes(words: Words, columns: int) -> Iterator[str]:
    if words.outcomes:
        yield from _heading(words.headings.outcomes)
    for group in words.outcomes:
        yield _Line(group.name, bold=True).painted()
        for item in group.items:
            yield from (f"  {line.painted()}" for line in _item(item, columns - 2))
        yield ""


def _item(item: Item, columns: int) -> Iterator[_Line]:
    box = "[x]" if item.ticked else "[ ]"
    first, *more = wrapped(f"{box} {item.claim}", columns - 4)
    yield _Line(first)
    yield from (_Line(f"    {line}") for line in more)
    for line in _marked(item.status, item.proposed, columns - 4):
        yield _Line(f"    {line.words}", line.colour, line.bold)
    disputed = (f"{item.disputed.sign} {item.disputed.word}") if item.disputed else ""
    facts = (disputed, item.who, item.quantities, item.due, *item.remarks, _numbers(item.numbers))
    told = [" · ".join(filter(None, facts))]
    told += [
        " · ".join(filter(None, (each.place, each.status.word, each.quantities, each.due)))
        for each in item.accounts
    ]
    for part in told:
        yield from (_Line(f"    {line}") for line in wrapped(part, columns - 4))


def _evidence(words: Words, columns: int) -> Iterator[str]:
    if words.evidence:
        yield from _heading(words.headings.evidence)
    for each in words.evidence:
        quote = each.quote if each.own_marks else f"“{each.quote}”"
        told = f"[{each.number}] {quote} {each.document} {each.place}"
        first, *more = wrapped(told, columns - 4)
        yield first
        yield from (f"    {line}" for line in more)
