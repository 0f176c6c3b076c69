"""Notes and sources as paragraphs of a word processor."""

from collections.abc import Iterable, Iterator

from briefing_app.export.docx.elements import dotted, paragraph, run, tag
from briefing_app.export.docx.footnotes import Footnotes
from briefing_app.export.elements import Markup
from briefing_app.export.note_text import NoteBlock, Piece
from briefing_app.export.notes import DocumentNotes, Highlight
from briefing_app.export.sources import Source
from briefing_app.export.words import Headings

_STYLES = {"": "", "strong": "Strong", "emphasis": "Emphasis", "code": "Code"}
_BLOCKS = {"heading": "Heading3", "quotation": "NoteQuote", "item": "NoteItem"}
_LEFT, _INDENT = 227, 340  # twentieths of a point that a note is in, and each level of a list


def notes(
    documents: Iterable[DocumentNotes], heads: Headings, footnotes: Footnotes
) -> Iterator[Markup]:
    for document in documents:
        yield paragraph("Heading2", run(document.title), words=document.title)
        for highlight in document.highlights:
            yield from _highlight(highlight, heads, footnotes)


def sources(documents: Iterable[Source], heads: Headings) -> Iterator[Markup]:
    for source in documents:
        yield paragraph("Source", run(source.title, "Strong"))
        yield paragraph("SourceMore", *dotted(source.named, source.about))
        if source.address:
            yield paragraph("SourceMore", run(source.address, "Soft"))
        named = run(f"{heads.fingerprint}{heads.colon}", "Soft")
        yield paragraph("SourceMore", named, run(source.sha256, "Code"))


def _highlight(highlight: Highlight, heads: Headings, footnotes: Footnotes) -> Iterator[Markup]:
    quote = run(highlight.quote, spoken=highlight.language)
    style = f"Quote{highlight.colour.capitalize()}"
    yield paragraph(style, quote, footnotes.cite(highlight.numbers), words=highlight.quote)
    yield from map(_note_block, highlight.note)
    facts = dotted(highlight.place, heads.comma.join(highlight.tags), *highlight.remarks)
    yield paragraph("NoteFacts", *facts)


def _note_block(block: NoteBlock) -> Markup:
    words = "".join(piece.text for piece in block.pieces)
    sign = [run(f"{block.sign}"), tag("r", tag("tab"))] if block.sign else []
    indent = (
        tag("ind", left=_LEFT + _INDENT * block.level, hanging=_INDENT) if block.sign else Markup()
    )
    style = _BLOCKS.get(block.kind, "Note")
    return paragraph(style, *sign, *map(_piece, block.pieces), extra=indent, words=words)


def _piece(piece: Piece) -> Markup:
    return run(piece.text, _STYLES[piece.style])
