"""What came when, from above: rings for documents, dots for what a party said, squares for what is due."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF

from briefing_app.domain.document import Document
from briefing_app.domain.glance import Day, Said, due_status_words
from briefing_app.domain.labels import REVIEWS, label_of
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.review import Review
from briefing_app.language import _, format_date
from briefing_app.ui.briefing.glance.chips import ChipSetter, Set
from briefing_app.ui.briefing.glance.draft import Draft
from briefing_app.ui.briefing.glance.sheet import Mark, Ring, Rule, Sheet, Square, Words
from briefing_app.ui.briefing.painting import Look
from briefing_app.ui.items import Item, Kind

_LINE, _GAP, _DAY, _CHIP = 22, 10, 18, 180  # pixels at a text scale of 1
_NARROW = 320  # below this width days stand above what came on them


@dataclass(frozen=True)
class _Line:
    """The line of time in a draft."""

    draft: Draft
    chips: ChipSetter
    axis: int

    def room(self) -> QRect:
        """Give the room beside the line for the next event."""
        left = self.axis + self.draft.scaled(_LINE * 0.7)
        return QRect(left, self.draft.top, self.draft.width - left, 0)

    def spot(self, size: int) -> QRect:
        """Give the place on the line beside the next event's first words."""
        big, middle = self.draft.scaled(size) | 1, self.draft.top + self.draft.scaled(_DAY / 2)
        return QRect(self.axis - big // 2, middle - big // 2, big, big)

    def go_on_from(self, bottom: int) -> None:
        self.draft.top = bottom + 1 + self.draft.scaled(_GAP)


def draw_timeline(days: tuple[Day, ...], look: Look, width: int) -> Sheet:
    """Lay the line of time out in this width."""
    draft = Draft(look, width)
    narrow = width < draft.scaled(_NARROW)
    axis = draft.scaled(_LINE / 2) + (0 if narrow else _widest(days, look))
    line = _Line(draft, ChipSetter(draft, draft.scaled(_CHIP)), axis)
    for day in days:
        _draw_day(line, day, above=narrow)
    draft.top = max(0, draft.top - draft.scaled(_GAP))
    began = draft.scaled(_DAY / 2)
    drawn = Rule(QRect(axis, began, 1, max(1, draft.top - began)), look.theme.line)
    return draft.sheet(drawn)


def _widest(days: tuple[Day, ...], look: Look) -> int:
    """Return how wide the widest date is, which is not the same in every language."""
    metrics = QFontMetricsF(look.label_font)
    return ceil(max((metrics.horizontalAdvance(format_date(day.day)) for day in days), default=0))


def _draw_day(line: _Line, day: Day, *, above: bool) -> None:
    draft, words = line.draft, format_date(day.day)
    room = line.room() if above else QRect(0, draft.top, line.axis - draft.scaled(_LINE / 2), 0)
    room.setHeight(draft.scaled(_DAY))
    draft.shapes.append(Words(room, words, draft.look.label_font, draft.look.theme.soft))
    if above:
        draft.top = room.bottom() + 1
    for document in day.documents:
        _draw_document(line, document, words)
    for said in day.said:
        _draw_said(line, said, words)
    for outcome in day.due:
        _draw_due(line, outcome, words)


def _draw_document(line: _Line, document: Document, day: str) -> None:
    theme = line.draft.look.theme
    line.draft.shapes.append(Ring(line.spot(11), theme.soft, theme.panel))
    source = " · ".join(part for part in (_("Document"), document.publisher) if part)
    area = _write(line, document.title, source)
    spoken = f"{day}, {document.title}, {source}"
    line.draft.marks.append(Mark((area,), spoken, _("Read the document"), document=document.id))


def _draw_said(line: _Line, said: Said, day: str) -> None:
    draft = line.draft
    theme = draft.look.theme
    draft.shapes.append(Ring(line.spot(7), theme.soft, theme.soft))
    room = line.room()
    named = draft.write([(said.party.name, draft.look.label_font, theme.ink)], room)
    room.moveTop(named.bottom() + 1 + draft.scaled(3))
    chips = [(stand.issue.label, stand) for stand in said.stands]
    line.go_on_from(line.chips.set(chips, room, Set.LEFT, day) - 1)


def _draw_due(line: _Line, outcome: Outcome, day: str) -> None:
    theme, proposed = line.draft.look.theme, outcome.review is Review.PROPOSED
    label = label_of(outcome.content)
    tone = theme.tone(label.tone)
    line.draft.shapes.append(Square(line.spot(10), tone, theme.panel if proposed else tone))
    review = _(REVIEWS[outcome.review]) if proposed else ""
    words = " · ".join(part for part in (due_status_words(outcome), review) if part)
    area = _write(line, outcome.content.claim, f"{label.sign} {words}")
    spoken = f"{day}, {outcome.content.claim}, {words}"
    line.draft.marks.append(Mark((area,), spoken, items=(Item(Kind.OUTCOME, outcome.id),)))


def _write(line: _Line, words: str, under: str) -> QRect:
    """Write an event's words and what stands under them."""
    look = line.draft.look
    parts = [(words, look.claim_font, look.theme.ink), (under, look.meta_font, look.theme.faint)]
    area = line.draft.write(parts, line.room(), Qt.AlignmentFlag.AlignLeft)
    line.go_on_from(area.bottom())
    return area
