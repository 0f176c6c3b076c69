"""XLSX: a workbook with the positions, the outcomes, the evidence and the sources, in which no cell is a formula."""

import datetime as dt
import io
from dataclasses import dataclass
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from briefing_app.domain.briefing import Briefing
from briefing_app.export.options import ExportOptions
from briefing_app.export.tables import Cell, Table, tables
from briefing_app.export.words import Words

_HOLDS = 32_767  # units of UTF-16 in a cell
_FIRST_YEAR = 1900  # before it a workbook knows no days
_NARROWEST, _WIDEST, _MEASURED = 10, 60, 200  # characters, and rows looked at
_LINE, _TALLEST = 15, 405  # points
_ROOM = 1.1  # as lines end at the ends of words


@dataclass(frozen=True)
class _Look:
    head: Format
    words: Format
    number: Format
    day: Format


def xlsx(briefing: Briefing, words: Words, options: ExportOptions) -> bytes:
    """Write the workbook. What is longer than a cell holds ends with an ellipsis."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        made = briefing.made.replace(tzinfo=None)
        book.set_properties({"title": words.title, "author": words.author, "created": made})
        cell = {"valign": "top", "align": "right" if words.from_right else "left"}
        look = _Look(
            head=book.add_format(cell | {"bold": True, "bottom": 1, "text_wrap": True}),
            words=book.add_format(cell | {"text_wrap": True}),
            number=book.add_format(cell),
            day=book.add_format(cell | {"num_format": "yyyy-mm-dd"}),
        )
        for table in tables(briefing, options.citations):
            sheet = book.add_worksheet(table.name)
            if words.from_right:
                sheet.right_to_left()
            _write(sheet, table, look)
    return file.getvalue()


def _write(sheet: Worksheet, table: Table, look: _Look) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, len(table.rows), len(table.heads) - 1)
    widths = [_width(head, table, column) for column, head in enumerate(table.heads)]
    for column, (head, width) in enumerate(zip(table.heads, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, look.head)
    for number, row in enumerate(table.rows, start=1):
        sheet.set_row(number, _height(row, widths))
        for column, cell in enumerate(row):
            _put(sheet, number, column, cell, look)


def _put(sheet: Worksheet, row: int, column: int, cell: Cell, look: _Look) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(row, column, _held(cell), look.words)
    elif isinstance(cell, dt.date):
        if cell.year < _FIRST_YEAR:
            sheet.write_string(row, column, cell.isoformat(), look.words)
        else:
            sheet.write_datetime(row, column, dt.datetime.combine(cell, dt.time()), look.day)
    elif cell is not None:
        sheet.write_number(row, column, cell, look.number)


def _held(words: str) -> str:
    """Cut words to what a cell holds. The space keeps the library from taking them for markup of its own."""
    if len(words) > _HOLDS // 2 and len(words.encode("utf-16-le")) > _HOLDS * 2:
        kept = words.encode("utf-16-le")[: (_HOLDS - 1) * 2].decode("utf-16-le", "ignore")
        return f"{kept}…"
    return f"{words} " if words.startswith("<r>") and words.endswith("</r>") else words


def _width(head: str, table: Table, column: int) -> int:
    lengths = (len(str(row[column] or "")) for row in table.rows[:_MEASURED])
    return max(_NARROWEST, min(_WIDEST, max((len(head), *lengths)) + 2))


def _height(row: tuple[Cell, ...], widths: list[int]) -> int:
    """Make room for the longest words, which not every program does by itself."""
    words = (
        len(cell) / width for cell, width in zip(row, widths, strict=True) if isinstance(cell, str)
    )
    return min(_TALLEST, _LINE * max(1, ceil(max(words, default=1) * _ROOM)))
