"""The notes as cards."""

from functools import lru_cache

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.wording import place_words
from briefing_app.export.note_text import note_blocks
from briefing_app.language import _
from briefing_app.ui.briefing.cards import Card, Manner
from briefing_app.ui.items import Item, Kind
from briefing_app.ui.theme import Theme


def note_cards(briefing: Briefing, theme: Theme) -> tuple[Card, ...]:
    """List what the reader marked, by document; where there is nothing, say how to begin."""
    if not briefing.annotations:
        return (
            _hint(
                _(
                    "No notes yet. Select words in the text, then press H to highlight or N for a note."
                )
            ),
        )
    cited = briefing.cited
    cards: list[Card] = []
    document = None
    for annotation in briefing.annotations:
        citation = cited[annotation.evidence.id]
        if citation.document != document:
            document = citation.document
            cards.append(Card(((Manner.HEADING, briefing.document(document).title),)))
        cards.append(_note(annotation, place_words(briefing, citation), theme))
    return tuple(cards)


def _note(annotation: Annotation, place: str, theme: Theme) -> Card:
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    return Card(
        lines=(
            (Manner.QUOTE, f"“{annotation.evidence.quote.exact}”"),
            *((Manner.PLAIN, line) for line in _lines(annotation.note)),
            (Manner.FAINT, " · ".join(part for part in (place, tags) if part)),
        ),
        stripe=theme.highlight(annotation.colour),
        evidence=annotation.evidence,
        item=Item(Kind.ANNOTATION, annotation.id),
    )


@lru_cache(maxsize=4096)
def _lines(note: str) -> tuple[str, ...]:
    """Read a note's Markdown into the lines of a card."""
    return tuple(
        f"{block.sign} {words}" if block.sign else words
        for block in note_blocks(note)
        if (words := "".join(piece.text for piece in block.pieces))
    )


def _hint(text: str) -> Card:
    return Card(((Manner.FAINT, text),))
