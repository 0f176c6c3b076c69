"""A source as a bibliography names it, in the reader's style: one place for every export and for copying."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from briefing_app.domain.document import Document, Spot
from briefing_app.language import N_, _, comma, format_day, format_long_date, pgettext

_ENDED = (".", "?", "!", "…")


class CitationStyle(StrEnum):
    PLAIN = "plain"
    CHICAGO = "chicago"  # the Chicago Manual's notes
    APA = "apa"


STYLES = {
    CitationStyle.PLAIN: N_("Plain"),
    CitationStyle.CHICAGO: N_("Chicago notes"),
    CitationStyle.APA: N_("APA"),
}


def style_of(name: str) -> CitationStyle:
    """Return the style of a name that was kept somewhere; plain where it is none."""
    return CitationStyle(name) if name in set(CitationStyle) else CitationStyle.PLAIN


@dataclass(frozen=True)
class Run:
    """Words in one face."""

    text: str
    italic: bool = False


def source_runs(document: Document, style: CitationStyle) -> tuple[Run, ...]:
    """Name a document without a place in it.

    A name is never turned round (“Doe, J.”): an author here is often an office or an agency.
    """
    if style is CitationStyle.CHICAGO:
        return _chicago(document)
    return _apa(document) if style is CitationStyle.APA else (Run(_named(document)),)


def spot_words(spot: Spot, style: CitationStyle = CitationStyle.PLAIN) -> str:
    """Say where in a document words stand: p. 2, ¶3; without pages, ¶3."""
    plain = style is CitationStyle.PLAIN
    told = _("¶{number}") if plain else _("para. {number}")
    place = told.format(number=spot.paragraph)
    return (
        place if spot.page is None else _("p. {page}, {place}").format(page=spot.page, place=place)
    )


def cited_runs(document: Document, spot: Spot, style: CitationStyle) -> tuple[Run, ...]:
    """Name a document and the place in it, as a note does."""
    place = spot_words(spot, style)
    if style is CitationStyle.APA:
        return (*source_runs(document, style), Run(f" ({place})"))
    behind = f", {place}." if style is CitationStyle.CHICAGO else f"{comma()}{place}"
    return (*source_runs(document, style), Run(behind))


def quotation_runs(
    document: Document, exact: str, spot: Spot, style: CitationStyle
) -> tuple[Run, ...]:
    """Quote words with their source, for pasting elsewhere; APA has the source on a line of its own."""
    quote = quoted(exact)
    if style is CitationStyle.CHICAGO:
        return (Run(f"{quote} — "), *cited_runs(document, spot, style))
    if style is CitationStyle.APA:
        year = str(document.date.year) if document.date else _("n.d.")
        who = document.author or document.publisher or quoted(document.title)
        told = f"{quote} ({who}, {year}, {spot_words(spot, style)})\n\n"
        return (Run(told), *source_runs(document, style))
    return (Run(f"{quote} ("), *cited_runs(document, spot, style), Run(")"))


def quoted(words: str) -> str:
    """Put words in quotation marks."""
    return _("“{words}”").format(words=words)


def plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def rich(runs: Iterable[Run]) -> str:
    """Write the words as HTML in which nothing of theirs is markup."""
    written = (escape(run.text).replace("\n", "<br>") for run in runs)
    return "".join(
        f"<i>{words}</i>" if run.italic else words for run, words in zip(runs, written, strict=True)
    )


def _named(document: Document) -> str:
    date = format_long_date(document.date) if document.date else ""
    parts = (document.publisher or document.author, quoted(document.title), date)
    return comma().join(part for part in parts if part)


def _chicago(document: Document) -> tuple[Run, ...]:
    """Write: Author, “Title,” Publisher, June 3, 2025, address."""
    comma = "" if document.title.endswith(_ENDED) else ","
    pattern = pgettext("how a day is written in a Chicago note", "MMMM d, y")
    date = format_day(document.date, pattern) if document.date else _("n.d.")
    author = f"{document.author}, " if document.author else ""
    head = Run(f"{author}“{document.title}{comma}” ")
    tail = ", ".join(part for part in (date, document.url) if part)
    if not document.publisher:
        return (head, Run(tail))
    return (head, Run(document.publisher, italic=True), Run(f", {tail}"))


def _apa(document: Document) -> tuple[Run, ...]:
    """Write: Author. (2025, June 3). Title. Publisher. Address. The publisher or the title stands in for an author."""
    pattern = pgettext("how a day is written after APA", "y, MMMM d")
    date = format_day(document.date, pattern) if document.date else _("n.d.")
    title = Run(document.title, italic=True)
    first = document.author or document.publisher
    publisher = document.publisher if document.author else ""
    behind = " ".join(part for part in (_ended(publisher), document.url) if part)
    ended = Run(_point(document.title) + (f" {behind}" if behind else ""))
    if not first:
        return (title, Run(f"{_point(document.title)} ({date}). {behind}".rstrip()))
    return (Run(f"{_ended(first)} ({date}). "), title, ended)


def _point(words: str) -> str:
    return "" if words.endswith(_ENDED) else "."


def _ended(words: str) -> str:
    return words and words + _point(words)
