"""What the reader marked, ready to print: by document, each with its note and tags."""

from dataclasses import dataclass
from itertools import groupby

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.briefing import Briefing, Citation
from briefing_app.domain.citing import spot_words
from briefing_app.export.cleaning import in_one_line, isolated, runs_from_right
from briefing_app.export.matrix import numbers, states
from briefing_app.export.note_text import NoteBlock, note_blocks


@dataclass(frozen=True)
class Highlight:
    anchor: str
    colour: str
    quote: str
    from_right: bool
    language: str
    place: str  # p. 2, ¶3
    note: tuple[NoteBlock, ...]
    tags: tuple[str, ...]
    remarks: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class DocumentNotes:
    title: str
    highlights: tuple[Highlight, ...]


def notes(briefing: Briefing) -> tuple[DocumentNotes, ...]:
    """Group the annotations by document, in the Briefing's order. One without a citation stands nowhere."""
    cited = briefing.cited
    placed = [
        (cited[each.evidence.id], f"n{at}", each)
        for at, each in enumerate(briefing.annotations)
        if each.evidence.id in cited
    ]
    return tuple(
        DocumentNotes(
            isolated(briefing.document(document).title),
            tuple(
                _highlight(briefing, annotation, citation, anchor)
                for citation, anchor, annotation in group
            ),
        )
        for document, group in groupby(placed, key=lambda each: each[0].document)
    )


def _highlight(
    briefing: Briefing, annotation: Annotation, citation: Citation, anchor: str
) -> Highlight:
    quote = in_one_line(annotation.evidence.quote.exact)
    return Highlight(
        anchor=anchor,
        colour=annotation.colour.value,
        quote=quote,
        from_right=runs_from_right(quote),
        language=briefing.document(citation.document).language,
        place=spot_words(citation.spot),
        note=note_blocks(annotation.note),
        tags=tuple(isolated(tag) for tag in annotation.tags),
        remarks=states((annotation.evidence,)),
        numbers=numbers(briefing, (annotation.evidence,)),
    )
