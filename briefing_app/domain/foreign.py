"""What another program marked: where, by its words, and what was said of them; not yet placed in a text of ours."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, datetime

from briefing_app.domain.annotation import Colour
from briefing_app.domain.evidence import Quote, Span

_LAST_NARROW = 0xFFFF  # the last character that is one unit of UTF-16
_SPACE = re.compile(r"\s*")
_SURE = 20  # characters of a quote from which on it needs nothing beside it to be known again


@dataclass(frozen=True)
class ForeignSource:
    """How another program names a text: by its hash, its address or its title, whichever it knows."""

    text_sha256: str = ""
    url: str = ""
    title: str = ""


@dataclass(frozen=True)
class ForeignMark:
    """One stretch of words that was marked. `start` is where, if it is told, in code points or in UTF-16's units."""

    source: ForeignSource
    quote: Quote
    start: int | None = None
    in_utf16: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour = Colour.YELLOW
    created: datetime | None = None
    modified: datetime | None = None


def placed(text: str, mark: ForeignMark) -> Span | None:
    """Find the marked words in a text, white space apart; None where they are not there, or it is not sure where.

    Words that stand there more than once are known by their place or by what is around them, short ones always.
    """
    pattern = _pattern(mark.quote.exact)
    if pattern is None:
        return None
    if mark.start is not None:
        start = _code_points(text, mark.start) if mark.in_utf16 else mark.start
        here = pattern.match(text, _behind_space(text, min(max(0, start), len(text))))
        if here:
            return Span(*here.span())
    spans = [Span(*found.span()) for found in pattern.finditer(text)]
    sure = [span for span in spans if _is_around(text, span, mark.quote)]
    if len(sure) == 1:
        return sure[0]
    is_long = len(mark.quote.exact) >= _SURE
    return spans[0] if len(spans) == 1 and is_long else None


def moment_of(told: object) -> datetime | None:
    """Read a moment in UTC, which is meant where no zone is told; None where it is none that UTC can tell."""
    try:
        moment = datetime.fromisoformat(told if isinstance(told, str) else "")
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _behind_space(text: str, start: int) -> int:
    """Return where words begin: a mark may take in the space before them."""
    space = _SPACE.match(text, start)
    return space.end() if space else start


def _pattern(exact: str) -> re.Pattern[str] | None:
    words = exact.split()
    return re.compile(r"\s+".join(map(re.escape, words))) if words else None


def _is_around(text: str, span: Span, quote: Quote) -> bool:
    """Tell whether what was told to be around the words is: at least one side, and neither is other words."""
    before, after = "".join(quote.prefix.split()), "".join(quote.suffix.split())
    room = 2 * (len(quote.prefix) + len(quote.suffix)) + 2
    behind = "".join(text[max(0, span.start - room) : span.start].split())
    ahead = "".join(text[span.end : span.end + room].split())
    return bool(before or after) and behind.endswith(before) and ahead.startswith(after)


def _code_points(text: str, units: int) -> int:
    """Turn an offset in units of UTF-16 into one in code points."""
    wide = [at for at, character in enumerate(text) if ord(character) > _LAST_NARROW]
    return units - bisect_left([at + number for number, at in enumerate(wide)], units)
