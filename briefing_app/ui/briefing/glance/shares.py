"""How the outcomes stand: one bar, shared out by status; what was only proposed is drawn with dashes."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF

from briefing_app.domain.glance import Share
from briefing_app.language import _
from briefing_app.ui.briefing.glance.draft import Draft
from briefing_app.ui.briefing.glance.legend import legend
from briefing_app.ui.briefing.glance.sheet import Box, Mark, Shape, Sheet, Words
from briefing_app.ui.briefing.painting import Look

_HIGH, _GAP = 20, 2  # pixels at a text scale of 1
_NARROWEST = 3  # pixels: what there is one of among thousands is still seen


def draw_shares(shares: tuple[Share, ...], look: Look, width: int) -> Sheet:
    """Lay the bar out in this width, with what its parts are below it."""
    draft = Draft(look, width)
    high = draft.scaled(_HIGH)
    bars = _bars(shares, width, high)
    for share, areas in zip(shares, bars, strict=True):
        for area, proposed in areas:
            draft.shapes.extend(_bar(share, area, look, proposed=proposed))
    draft.top = high + draft.scaled(5)
    told = [(s.label.sign, s.words, look.theme.tone(s.label.tone)) for s in shares]
    for share, areas, words in zip(shares, bars, legend(draft, told), strict=True):
        parts = (words, *(area for area, _proposed in areas))
        tip = _("Show them in the checklist")
        draft.marks.append(Mark(parts, share.words, tip, group=share.label.word))
    return draft.sheet()


def _bars(shares: Sequence[Share], width: int, high: int) -> list[list[tuple[QRect, bool]]]:
    """Share the width out: of each share first what was reviewed, then what is only proposed."""
    parts = [[(len(s.outcomes) - s.proposed, False), (s.proposed, True)] for s in shares]
    total = sum(len(share.outcomes) for share in shares)
    drawn = sum(number > 0 for both in parts for number, _proposed in both)
    room = width - _GAP * (drawn - 1) - _NARROWEST * drawn
    bars: list[list[tuple[QRect, bool]]] = []
    left = 0.0
    for both in parts:
        bars.append([])
        for number, proposed in both:
            if number:
                wide = _NARROWEST + room * number / total
                area = QRect(round(left), 0, round(left + wide) - round(left), high)
                bars[-1].append((area, proposed))
                left += wide + _GAP
    return bars


def _bar(share: Share, area: QRect, look: Look, *, proposed: bool) -> Sequence[Shape]:
    tone, theme = look.theme.tone(share.label.tone), look.theme
    box = Box(area, tone, full=not proposed, dashed=proposed, radius=2)
    if QFontMetricsF(look.label_font).horizontalAdvance(share.label.sign) + 4 > area.width():
        return (box,)
    colour = tone if proposed else theme.paper
    middle = Qt.AlignmentFlag.AlignHCenter
    return (box, Words(area, share.label.sign, look.label_font, colour, middle))
