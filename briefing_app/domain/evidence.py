"""Why the application says so: the words, where they stand, and how to find them again."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

VersionId = NewType("VersionId", int)
EvidenceId = NewType("EvidenceId", int)

CONTEXT = 32  # code points of context kept on either side of a quote, as W3C annotators do


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A half-open stretch `[start, end)` of a version's text, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            msg = f"not a span: [{self.start}, {self.end})"
            raise ValueError(msg)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Quote:
    """The exact text of a span with a little before and after: a W3C TextQuoteSelector."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class EvidenceState(StrEnum):
    """What became of a quote when its document's text changed."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True)
class Evidence:
    """The words of one version that say so. `id` is None until it is stored."""

    version: VersionId
    span: Span
    quote: Quote
    state: EvidenceState = EvidenceState.SAME
    id: EvidenceId | None = None


def quote_at(text: str, span: Span) -> Quote:
    """Take the quote of a span out of its text. Raises ValueError where the span lies outside."""
    if span.end > len(text):
        msg = f"span [{span.start}, {span.end}) lies outside a text of {len(text)}"
        raise ValueError(msg)
    return Quote(
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def says_so(text: str, evidence: Evidence) -> bool:
    """Tell whether the text still has exactly the quoted words at the span."""
    return text[evidence.span.start : evidence.span.end] == evidence.quote.exact
