"""Paragraphs, runs and tables of WordprocessingML. Whatever is a `str` here is words and is escaped."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefing_app import language
from briefing_app.export.cleaning import runs_from_right
from briefing_app.export.elements import Markup, element, joined

# Word processors do not all know isolates: behind one that ends, a mark keeps the order for those that do not.
_ISOLATES = {
    False: str.maketrans({"\u2069": "\u2069\u200e"}),
    True: str.maketrans({"\u2069": "\u2069\u200f"}),
}


def tag(name: str, /, *content: Markup, **attributes: str | int) -> Markup:
    """Make an element of the namespace `w`, whose attributes are of it too."""
    named = {f"w:{key}": str(value) for key, value in attributes.items()}
    return element(f"w:{name}", *content, **named)


_BREAK = tag("br")
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
)  # of a document, as its reader may write it


def run(words: str, style: str = "", spoken: str = "") -> Markup:
    """Write words in a character style, and in a language where it is not the document's; their lines stay apart.

    What is all read from the right runs so.
    """
    if not words:
        return Markup()
    lines = (
        element("w:t", line, **{"xml:space": "preserve"})
        for line in words.translate(_ISOLATES[language.runs_from_right()]).split("\n")
    )
    head = _run_head(style, spoken, from_right=_all_from_right(words))
    return tag("r", head, joined(lines, _BREAK))


def paragraph(style: str, *runs: Markup, extra: Markup = Markup(), words: str = "") -> Markup:  # noqa: B008
    """Make a paragraph; `extra` are further properties, and it runs as `words` do, without any as the language does."""
    turned = runs_from_right(words) if words else language.runs_from_right()
    return tag("p", _paragraph_head(style, extra, from_right=turned), *runs)


@lru_cache
def _run_head(style: str, spoken: str, *, from_right: bool) -> Markup:
    head = joined(
        [
            tag("rStyle", val=style) if style else "",
            tag("rtl") if from_right else "",
            tag("lang", **{"bidi" if from_right else "val": spoken})
            if _LANGUAGE.fullmatch(spoken)
            else "",
        ]
    )
    return tag("rPr", head) if head else head


@lru_cache
def _paragraph_head(style: str, extra: Markup, *, from_right: bool) -> Markup:
    turned = tag("bidi") if from_right else Markup()
    return tag("pPr", tag("pStyle", val=style), turned, extra)


def dotted(*facts: str, style: str = "Soft") -> list[Markup]:
    """Write facts behind each other with points between them, each in its own direction."""
    runs: list[Markup] = []
    for fact in (each for each in facts if each):
        runs += [run(" · ", style)] if runs else []
        runs.append(run(fact, style))
    return runs


def set_off(words: str) -> str:
    """Keep words that run against the language from turning round what comes behind them."""
    against = runs_from_right(words) != language.runs_from_right()
    return f"\u2068{words}\u2069" if against else words


def bookmarked(number: int, name: str, *content: Markup) -> Markup:
    return joined(
        [tag("bookmarkStart", id=number, name=name), *content, tag("bookmarkEnd", id=number)]
    )


def table(
    name: str, widths: Sequence[int], rows: Iterable[Sequence[Markup]], *, opening: bool = False
) -> Markup:
    """Make a table, widths in twentieths of a point; its head is repeated on every page.

    Every row stays on one page, but the first below the head of a table that is `opening` the document: where it has no
    room, the title would stand alone.
    """
    whole = sum(widths)
    properties = tag(
        "tblPr",
        tag("tblStyle", val="BriefingTable"),
        tag("bidiVisual") if language.runs_from_right() else Markup(),
        tag("tblW", w=whole, type="dxa"),
        tag("tblLayout", type="fixed"),
        tag(
            "tblLook",
            val="04A0",
            firstRow=1,
            lastRow=0,
            firstColumn=1,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        tag("tblCaption", val=name),
    )
    grid = tag("tblGrid", *(tag("gridCol", w=width) for width in widths))
    written = (
        _row(row, widths, head=number == 0, unbroken=not (opening and number == 1))
        for number, row in enumerate(rows)
    )
    return tag("tbl", properties, grid, *written)


def _all_from_right(words: str) -> bool:
    if words.isascii():
        return False
    directions = {unicodedata.bidirectional(each) for each in words}
    return bool(directions & {"R", "AL"}) and "L" not in directions


def _row(cells: Sequence[Markup], widths: Sequence[int], *, head: bool, unbroken: bool) -> Markup:
    kept = [tag("cantSplit")] if unbroken else []
    properties = tag("trPr", *kept, *([tag("tblHeader")] if head else []))
    return tag(
        "tr",
        properties,
        *(
            tag("tc", tag("tcPr", tag("tcW", w=width, type="dxa")), cell)
            for cell, width in zip(cells, widths, strict=True)
        ),
    )
