"""What signs and dashes mean, beside each other in as many lines as they need."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF

from briefing_app.ui.briefing.glance.draft import Draft
from briefing_app.ui.briefing.glance.sheet import Words

_SIGN, _GAP, _HIGH = 15, 14, 19  # pixels at a text scale of 1

Told = tuple[str, str, str]  # a sign, its words, the sign's colour


def legend(draft: Draft, told: Sequence[Told]) -> list[QRect]:
    """Draw signs with their words as the next thing; return where each stands."""
    look, metrics = draft.look, QFontMetricsF(draft.look.meta_font)
    gap, high = draft.scaled(_GAP), draft.scaled(_HIGH)
    left, areas = 0, list[QRect]()
    for sign, words, tone in told:
        before = draft.scaled(_SIGN) if sign else 0
        wide = before + ceil(metrics.horizontalAdvance(words)) + 1
        if areas and left + wide > draft.width:
            left, draft.top = 0, areas[-1].bottom() + 1
        area = QRect(left, draft.top, min(wide, draft.width), high)
        draft.shapes.append(
            Words(QRect(left, draft.top, before, high), sign, look.label_font, tone)
        )
        room = area.adjusted(before, 0, 0, 0)
        if wide > draft.width:
            area.setHeight(draft.write([(words, look.meta_font, look.theme.soft)], room).height())
        else:
            draft.shapes.append(Words(room, words, look.meta_font, look.theme.soft))
        areas.append(area)
        left += wide + gap
    if areas:
        draft.top = areas[-1].bottom() + 1
    return areas
