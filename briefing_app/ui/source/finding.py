"""Finding words as a reader means them: in either case, with or without accents, however quotes and dashes are set."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property

from briefing_app.domain.document import Block
from briefing_app.domain.evidence import Span

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\n\r\t\u00a0\u202f\u2009\u2028\u2029", " "),
    }
)


def folded(text: str) -> str:
    """Fold case, accents and typography. The answer may be longer or shorter than the text."""
    if text.isascii():
        return text.lower().translate(_TYPOGRAPHY)
    apart = unicodedata.normalize("NFD", text.translate(_TYPOGRAPHY).casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


class Finder:
    """Searches one text, block by block, as often as is wished."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._spans = [block.span for block in blocks]

    def find(self, words: str) -> list[Span]:
        """Return where the words stand, in the order of the text."""
        wanted = folded(words.strip())
        if not wanted:
            return []
        return [
            hit
            for span, text in zip(self._spans, self._folded, strict=True)
            for hit in self._hits(span, text, wanted)
        ]

    @cached_property
    def _table(self) -> dict[int, str]:
        return {ord(each): folded(each) for each in set(self._text)}

    @cached_property
    def _uneven(self) -> set[str]:
        """The characters of the text that do not fold to exactly one."""
        return {chr(each) for each, fold in self._table.items() if len(fold) != 1}

    @cached_property
    def _folded(self) -> list[str]:
        table = self._table
        return [self._text[span.start : span.end].translate(table) for span in self._spans]

    def _hits(self, span: Span, text: str, wanted: str) -> Iterator[Span]:
        at = text.find(wanted)
        if at < 0:
            return
        places = self._places(self._text[span.start : span.end])
        while at >= 0:
            start, end = span.start + places[at], span.start + places[at + len(wanted) - 1] + 1
            while end < span.end and unicodedata.combining(self._text[end]):
                end += 1
            yield Span(start, end)
            at = text.find(wanted, at + len(wanted))

    def _places(self, text: str) -> Sequence[int]:
        """Return, for each character of the folded text, the place of the one it was folded from."""
        if self._uneven.isdisjoint(text):
            return range(len(text))
        table = self._table
        return [place for place, each in enumerate(text) for _ in table[ord(each)]]
