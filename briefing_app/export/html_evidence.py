"""Notes, evidence and sources in HTML."""

from collections.abc import Iterable

from briefing_app.export.elements import Markup, element, joined
from briefing_app.export.html_tables import cites, small
from briefing_app.export.note_text import NoteBlock, Piece
from briefing_app.export.notes import DocumentNotes, Highlight
from briefing_app.export.sources import Quoted, Source, Use
from briefing_app.export.words import Headings

_STYLES = {"strong": "strong", "emphasis": "em", "code": "code"}
_BLOCKS = {"heading": "h4", "quotation": "blockquote", "code": "pre"}


def notes(documents: Iterable[DocumentNotes], heads: Headings) -> Markup:
    return joined(
        (
            joined(
                [element("h3", each.title), *(_highlight(mark, heads) for mark in each.highlights)],
                "\n",
            )
            for each in documents
        ),
        "\n",
    )


def evidence(all_quoted: Iterable[Quoted], heads: Headings) -> Markup:
    items = joined((_quoted(each, heads) for each in all_quoted), "\n")
    return element("ol", items, kind="evidence")


def sources(documents: Iterable[Source], heads: Headings) -> Markup:
    items = (_source(at, each, heads) for at, each in enumerate(documents))
    return element("ul", joined(items, "\n"), kind="sources")


def _highlight(highlight: Highlight, heads: Headings) -> Markup:
    quote = element("mark", highlight.quote, kind=highlight.colour)
    lang = highlight.language
    return element(
        "div",
        element("blockquote", quote, cites(highlight.numbers), dir="auto", lang=lang),
        *map(_note_block, highlight.note),
        small(highlight.place, heads.comma.join(highlight.tags), *highlight.remarks),
        id=highlight.anchor,
        kind="highlight",
    )


def _note_block(block: NoteBlock) -> Markup:
    words = joined(map(_piece, block.pieces))
    if block.kind == "item":
        sign = joined([block.sign, " ", words])
        return element("p", sign, kind=f"item deep-{min(block.level, 4)}", dir="auto")
    return element(_BLOCKS.get(block.kind, "p"), words, dir="auto")


def _piece(piece: Piece) -> Markup:
    lines = joined([piece.text])
    return element(_STYLES[piece.style], lines) if piece.style else lines


def _quoted(quoted: Quoted, heads: Headings) -> Markup:
    uses = joined(map(_use, quoted.uses), ", ")
    source = element("a", quoted.document, href=f"#source-{quoted.source}")
    return element(
        "li",
        element(
            "span" if quoted.own_marks else "q", quoted.quote, dir="auto", lang=quoted.language
        ),
        small(
            source,
            quoted.place,
            *quoted.remarks,
            joined([f"{heads.cited_at} ", uses]) if uses else "",
        ),
        id=f"evidence-{quoted.number}",
        value=str(quoted.number),
    )


def _use(use: Use) -> Markup:
    return element("a", use.said, href=f"#{use.anchor}")


def _source(at: int, source: Source, heads: Headings) -> Markup:
    return element(
        "li",
        element("b", source.title, dir="auto"),
        small(source.named, source.about),
        small(source.address),
        small(joined([f"{heads.fingerprint}{heads.colon}", element("code", source.sha256)])),
        id=f"source-{at}",
    )
