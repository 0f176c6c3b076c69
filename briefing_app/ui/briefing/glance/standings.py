"""Who stands where: left of an axis who asks or refuses, right of it who moves, on it who is undecided."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF

from briefing_app.domain.glance import SIDES, Side, Stand, Standing, dashes_words, stances_in
from briefing_app.domain.labels import STANCES
from briefing_app.language import _
from briefing_app.ui.briefing.glance.chips import ChipSetter, Set
from briefing_app.ui.briefing.glance.draft import Draft
from briefing_app.ui.briefing.glance.legend import Told, legend
from briefing_app.ui.briefing.glance.sheet import Rule, Sheet, Words
from briefing_app.ui.briefing.painting import Look

_BESIDE = (
    440  # from this width on the issues' names stand beside the axis; pixels at a text scale of 1
)
_PAD = 5


@dataclass(frozen=True)
class _Columns:
    """How the width is shared out. Where the names stand above the chips, `left` is 0."""

    left: int  # where the room of those who ask begins
    axis: int
    right: int  # where the room of those who give ends
    pad: int

    @property
    def names(self) -> int:
        return self.left - self.pad if self.left else self.right

    def room(self, side: Side, top: int) -> QRect:
        if side is Side.ASKING:
            return QRect(self.left, top, self.axis - self.pad - self.left, 0)
        if side is Side.GIVING:
            return QRect(self.axis + self.pad, top, self.right - self.axis - self.pad, 0)
        return QRect(self.left, top, self.right - self.left, 0)


def draw_standings(standings: tuple[Standing, ...], look: Look, width: int) -> Sheet:
    """Lay the chart out in this width: one row an issue, then what its signs mean."""
    draft = Draft(look, width)
    left = round(width * 0.27) if width >= draft.scaled(_BESIDE) else 0
    columns = _Columns(left, (left + width) // 2, width, draft.scaled(8))
    chips = ChipSetter(draft, widest=width)
    _draw_head(draft, columns)
    for standing in standings:
        _draw_row(draft, columns, chips, standing)
    draft.top += columns.pad
    legend(draft, list(_told(standings, look)))
    return draft.sheet()


def _told(standings: tuple[Standing, ...], look: Look) -> Iterator[Told]:
    for stance in stances_in(standings):
        label = STANCES[stance]
        yield label.sign, label.word, look.theme.tone(label.tone)
    if any(stand.proposed for standing in standings for stand in standing.stands):
        yield "", dashes_words(), ""


def _draw_head(draft: Draft, columns: _Columns) -> None:
    heads = [
        (_(SIDES[Side.ASKING]), columns.room(Side.ASKING, 0), Qt.AlignmentFlag.AlignRight),
        (_(SIDES[Side.GIVING]), columns.room(Side.GIVING, 0), Qt.AlignmentFlag.AlignLeft),
    ]
    if columns.left:
        heads.append((_("Issue"), QRect(0, 0, columns.names, 0), Qt.AlignmentFlag.AlignLeft))
    font, soft = draft.look.meta_font, draft.look.theme.soft
    areas = [draft.write([(words, font, soft)], room, to) for words, room, to in heads]
    draft.top = max(area.height() for area in areas) + draft.scaled(4)
    _rule(draft)


def _draw_row(draft: Draft, columns: _Columns, chips: ChipSetter, standing: Standing) -> None:
    pad, look = draft.scaled(_PAD), draft.look
    began = draft.top
    room = QRect(0, began + pad, columns.names, 0)
    named = draft.write([(standing.issue.label, look.label_font, look.theme.ink)], room)
    start = room.top() if columns.left else named.bottom() + 1 + pad
    asking = _named(standing.on(Side.ASKING))
    bottom = chips.set(asking, columns.room(Side.ASKING, start), Set.RIGHT)
    giving = _named(standing.on(Side.GIVING))
    bottom = max(bottom, chips.set(giving, columns.room(Side.GIVING, start), Set.LEFT))
    neither = _named(standing.on(Side.NEITHER))
    end = bottom
    if neither:
        under = columns.room(Side.NEITHER, bottom + (pad if bottom > start else 0))
        end = _draw_neither(draft, chips, neither, under)
    draft.top = max(end, named.bottom() + 1) + pad
    if bottom > start or not neither:
        top, foot = began if columns.left else start - pad, bottom + pad if neither else draft.top
        draft.shapes.append(Rule(QRect(columns.axis, top, 1, foot - top), look.theme.soft))
    _rule(draft)


def _draw_neither(
    draft: Draft, chips: ChipSetter, neither: list[tuple[str, Stand]], room: QRect
) -> int:
    """Set the undecided where the axis would be, with a word that says that they are."""
    word, font = _(SIDES[Side.NEITHER]), draft.look.meta_font
    before = ceil(QFontMetricsF(font).horizontalAdvance(word)) + 2 * chips.gap
    spare = room.width() - before - chips.length([name for name, _stand in neither])
    left = room.left() + max(0, spare) // 2
    at = QRect(left, room.top(), before, chips.high)
    draft.shapes.append(Words(at, word, font, draft.look.theme.soft))
    return chips.set(neither, room.adjusted(left + before - room.left(), 0, 0, 0), Set.LEFT)


def _rule(draft: Draft) -> None:
    draft.shapes.append(Rule(QRect(0, draft.top, draft.width, 1), draft.look.theme.line))
    draft.top += 1


def _named(stands: tuple[Stand, ...]) -> list[tuple[str, Stand]]:
    return [(each.party.name, each) for each in stands]
