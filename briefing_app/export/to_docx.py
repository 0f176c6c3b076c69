"""DOCX: styles, real tables, and the evidence as footnotes that a word processor numbers itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app import language
from briefing_app.domain.briefing import Briefing
from briefing_app.export.docx.elements import dotted, paragraph, run, tag
from briefing_app.export.docx.footnotes import Footnotes
from briefing_app.export.docx.notes import notes, sources
from briefing_app.export.docx.package import package
from briefing_app.export.docx.tables import checklist, matrix
from briefing_app.export.elements import Markup, joined
from briefing_app.export.moments import in_utc
from briefing_app.export.options import ExportOptions, Paper
from briefing_app.export.words import Words

_PAPERS = {Paper.A4: (11906, 16838), Paper.LETTER: (12240, 15840)}  # twentieths of a point
_MARGIN = 1247
_RUNNING = 70  # characters of the title at the foot of a page
_WIDE = 3  # parties, from more of which on the matrix lies on its side


@dataclass(frozen=True)
class _Page:
    width: int
    height: int

    @property
    def inside(self) -> int:
        return self.width - 2 * _MARGIN

    @property
    def turned(self) -> "_Page":
        return _Page(self.height, self.width)

    def section(self) -> Markup:
        lying = {"orient": "landscape"} if self.width > self.height else {}
        sides = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
        return tag(
            "sectPr",
            Markup('<w:footerReference w:type="default" r:id="footer"/>'),
            tag("pgSz", w=self.width, h=self.height, **lying),
            tag("pgMar", **sides, header=600, footer=600, gutter=0),
            tag("bidi") if language.runs_from_right() else Markup(),
        )


def docx(briefing: Briefing, words: Words, options: ExportOptions) -> bytes:
    """Write the document; the same Briefing gives the same bytes."""
    footnotes = Footnotes(briefing, words.evidence, options.citations)
    body = joined(_body(words, footnotes, _Page(*_PAPERS[options.paper])))
    return package(
        {
            "title": words.title,
            "running": _running(words.title),
            "author": words.author,
            "language": words.language.replace("_", "-"),
            "footer": tag("bidi") if words.from_right else Markup(),
            "from_right": words.language.replace("_", "-") if words.from_right else "ar-SA",
            "moment": in_utc(briefing.made),
            "body": body,
            "footnotes": footnotes.notes(),
        }
    )


def _running(title: str) -> str:
    return title if len(title) <= _RUNNING else f"{title[: _RUNNING - 1]}…"


def _body(words: Words, footnotes: Footnotes, page: _Page) -> Iterator[Markup]:
    heads = words.headings
    yield from _head(words)
    if words.positions.rows:
        wide = len(words.positions.columns) > _WIDE
        first = page.turned if wide else page
        yield paragraph("Heading1", run(heads.positions))
        yield matrix(words.positions, heads, footnotes, first.inside)
        if wide:
            yield paragraph("AfterTable", extra=first.section())
    if words.outcomes:
        yield paragraph("Heading1", run(heads.outcomes))
        yield from checklist(words.outcomes, heads, footnotes, page.inside)
    if words.notes:
        yield paragraph("Heading1", run(heads.notes))
        yield from notes(words.notes, heads, footnotes)
    if words.sources:
        yield paragraph("Heading1", run(heads.sources))
        yield from sources(words.sources, heads)
    else:
        yield paragraph("Normal", run(heads.empty))
    yield page.section()


def _head(words: Words) -> Iterator[Markup]:
    yield paragraph("Over", run(words.headings.briefing))
    yield paragraph("Title", run(words.title), words=words.title)
    yield paragraph("Subtitle", *dotted(words.made, words.author))
    for remark in words.remarks:
        yield paragraph("Subtitle", run(remark, "Soft"))
    if words.counts:
        counts = (f"{each.number} {each.what}" for each in words.counts)
        yield paragraph("Counts", *dotted(*counts, style=""))
