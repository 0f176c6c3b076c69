"""Chips: a stance by its sign and colour, with a name; set beside each other in as many lines as they need."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF

from briefing_app.domain.glance import Stand
from briefing_app.domain.labels import REVIEWS, STANCES
from briefing_app.domain.review import Review
from briefing_app.language import _
from briefing_app.ui.briefing.glance.draft import Draft
from briefing_app.ui.briefing.glance.sheet import Box, Mark, Shape, Words
from briefing_app.ui.items import Item, Kind

_PAD, _SIGN, _HIGH, _GAP = 6, 15, 21, 4  # pixels at a text scale of 1


class Set(Enum):
    """To which side of their room chips are set."""

    LEFT = auto()
    RIGHT = auto()


class ChipSetter:
    """Sets chips into a draft, none wider than `widest` pixels; how wide a name is, is measured once."""

    def __init__(self, draft: Draft, widest: int) -> None:
        self._draft, self._look = draft, draft.look
        self._metrics = QFontMetricsF(draft.look.meta_font)
        self._widths: dict[str, int] = {}
        self._widest = widest
        self.gap, self.high = draft.scaled(_GAP), draft.scaled(_HIGH)
        self._pad, self._sign = draft.scaled(_PAD), draft.scaled(_SIGN)

    def set(self, chips: Sequence[tuple[str, Stand]], room: QRect, to: Set, when: str = "") -> int:
        """Draw chips with these names from the room's top down; return where they end."""
        areas = self._areas([name for name, _stand in chips], room.width(), to)
        bottom = room.top()
        for (name, stand), area in zip(chips, areas, strict=True):
            placed = area.translated(room.topLeft())
            self._draft.shapes.extend(self._chip(placed, name, stand))
            self._draft.marks.append(_mark(stand, placed, when))
            bottom = placed.bottom() + 1
        return bottom

    def length(self, names: Sequence[str]) -> int:
        """Return how long chips of these names are in one line."""
        return sum(min(self._wide(name), self._widest) for name in names) + self.gap * len(names)

    def _areas(self, names: Sequence[str], width: int, to: Set) -> Iterator[QRect]:
        """Share chips out to lines of this width; one that is wider is shortened."""
        lines: list[list[int]] = []
        for name in names:
            wide = min(self._wide(name), self._widest, width)
            if lines and sum(lines[-1]) + wide + self.gap * len(lines[-1]) <= width:
                lines[-1].append(wide)
            else:
                lines.append([wide])
        for number, line in enumerate(lines):
            spare = width - sum(line) - self.gap * (len(line) - 1)
            left = spare if to is Set.RIGHT else 0
            for wide in line:
                yield QRect(left, number * (self.high + self.gap), wide, self.high)
                left += wide + self.gap

    def _wide(self, name: str) -> int:
        if name not in self._widths:
            self._widths[name] = ceil(self._metrics.horizontalAdvance(name))
        return self._widths[name] + self._sign + 2 * self._pad

    def _chip(self, area: QRect, name: str, stand: Stand) -> Iterator[Shape]:
        look, label = self._look, STANCES[stand.stance]
        tone = look.theme.tone(label.tone)
        yield Box(area, tone, dashed=stand.proposed, radius=4 * look.scale)
        inside = area.adjusted(self._pad, 0, -self._pad, 0)
        yield Words(inside, label.sign, look.label_font, tone)
        room = inside.adjusted(self._sign, 0, 0, 0)
        fitted = name
        if self._wide(name) > area.width():
            fitted = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        yield Words(room, fitted, look.meta_font, look.theme.ink)


def _mark(stand: Stand, area: QRect, when: str) -> Mark:
    """Say what a chip is, whole: who, on what, how, and in which words."""
    label = STANCES[stand.stance]
    review = _(REVIEWS[Review.PROPOSED]) if stand.proposed else ""
    named = (stand.party.name, stand.issue.label)
    claims = (each.content.claim for each in stand.positions)
    return Mark(
        areas=(area,),
        spoken=", ".join(part for part in (when, *named, label.word, review) if part),
        tip="\n".join((" · ".join(p for p in (*named, label.text, review) if p), *claims)),
        items=tuple(Item(Kind.POSITION, each.id) for each in stand.positions),
    )
