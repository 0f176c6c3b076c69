"""The notes and the timeline as cards."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.labels import STANCES, STATUSES
from briefing_app.domain.wording import due_words, place_words
from briefing_app.export.note_text import note_blocks
from briefing_app.language import _, format_long_date
from briefing_app.ui.briefing.cards import Card, Manner
from briefing_app.ui.briefing.rows import Filter
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


def timeline_cards(briefing: Briefing, theme: Theme, wanted: Filter) -> tuple[Card, ...]:
    """List documents, positions and due dates by day, the earliest first."""
    dated = sorted(_dated(briefing, theme, wanted), key=lambda pair: pair[0])
    if not dated:
        return (
            _hint(
                _("No dates yet. Give a document its date, and what it says appears here by day.")
            ),
        )
    cards: list[Card] = []
    day = None
    for each, card in dated:
        if each != day:
            day = each
            cards.append(Card(((Manner.HEADING, format_long_date(each)),)))
        cards.append(card)
    return tuple(cards)


def _dated(briefing: Briefing, theme: Theme, wanted: Filter) -> Iterator[tuple[dt.date, Card]]:
    for document in briefing.documents:
        if document.date and wanted == Filter(chip=wanted.chip):
            source = " · ".join(part for part in (_("Document"), document.publisher) if part)
            yield (
                document.date,
                Card(((Manner.PLAIN, document.title), (Manner.FAINT, source)), theme.line),
            )
    yield from _positions(briefing, theme, wanted)
    yield from _dues(briefing, theme, wanted)


def _positions(briefing: Briefing, theme: Theme, wanted: Filter) -> Iterator[tuple[dt.date, Card]]:
    for position in briefing.positions:
        content = position.content
        kept = wanted.party in (None, content.party) and wanted.issue in (None, *content.issues)
        if content.said_on is not None and kept:
            party, stance = briefing.party(content.party), STANCES[content.stance]
            yield (
                content.said_on,
                Card(
                    (
                        (Manner.PLAIN, f"{party.name} · {stance.text}"),
                        (Manner.PLAIN, content.claim),
                    ),
                    theme.party(party.colour),
                    content.evidence[0],
                    Item(Kind.POSITION, position.id),
                ),
            )


def _dues(briefing: Briefing, theme: Theme, wanted: Filter) -> Iterator[tuple[dt.date, Card]]:
    for outcome in briefing.outcomes:
        content = outcome.content
        kept = wanted.issue in (None, *content.issues) and wanted.party in (
            None,
            *content.responsible,
        )
        if content.due and content.due.latest and kept:
            status = STATUSES[content.status]
            yield (
                content.due.latest,
                Card(
                    (
                        (Manner.PLAIN, content.claim),
                        (
                            Manner.FAINT,
                            _("due {when} · {status}").format(
                                when=due_words(content.due), status=status.word
                            ),
                        ),
                    ),
                    theme.tone(status.tone),
                    content.accounts[0].evidence,
                    Item(Kind.OUTCOME, outcome.id),
                ),
            )


def nothing_words(briefing: Briefing, wanted: Filter) -> str:
    """Say why a tab has nothing to show, and what to do about it."""
    if wanted != Filter():
        return _("Nothing here with this filter.")
    if not briefing.documents:
        return _("Add a document, and what the parties want and what came of it appears here.")
    return _("No positions or outcomes yet. Select words in the text to make one of them by hand.")


def _hint(text: str) -> Card:
    return Card(((Manner.FAINT, text),))
