"""CSV: the positions and outcomes as one table, as every spreadsheet reads it, in which no cell is a formula."""

import csv
import datetime as dt
import io

from briefing_app.domain.briefing import Briefing
from briefing_app.export.tables import Cell, entries

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def csv_form(briefing: Briefing) -> bytes:
    """Write UTF-8 with a byte order mark, without which spreadsheets take it for the system's old encoding."""
    table = entries(briefing)
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerow(table.heads)
    writer.writerows(map(_plain, row) for row in table.rows)
    return written.getvalue().encode("utf-8-sig", "replace")


def _plain(cell: Cell) -> str:
    """Write a cell; words that a spreadsheet would run get an apostrophe before them."""
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.15g}"
    words = "" if cell is None else str(cell)
    return f"'{words}" if isinstance(cell, str) and _runs(words) else words


def _runs(words: str) -> bool:
    """Tell whether a spreadsheet would take words for a formula; white space before it does not hinder some."""
    return words.lstrip().startswith(_FORMULA) or words.startswith(_FORMULA)
