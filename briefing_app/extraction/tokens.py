"""A parsed paragraph in plain Python: what the rules ask of its words, under the names that spaCy gives it.

spaCy makes a new object, and a new string, at each question, and the rules ask some hundred of each word: with what is
read out once they take half of the time, and what only the model needed is let go.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload


class Token:
    """A word, a number or a sign. `i` counts tokens, `idx` code points, both from the paragraph's beginning."""

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_alpha", "is_punct",
        "is_sent_start", "is_space", "is_stop", "left_edge", "lemma_", "like_num", "lower_", "pos_", "right_edge",
        "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    doc: Doc
    i: int
    idx: int
    text: str
    whitespace_: str  # behind it: a blank, or nothing
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    is_alpha: bool
    is_punct: bool
    is_space: bool
    is_stop: bool
    like_num: bool
    is_sent_start: bool
    head: Token  # itself, where it is its sentence's root
    children: tuple[Token, ...]  # in the text's order
    left_edge: Token
    right_edge: Token
    sent: Span

    def __repr__(self) -> str:
        return self.text

    @property
    def end(self) -> int:
        """The code point behind it."""
        return self.idx + len(self.text)

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    @property
    def lefts(self) -> Iterator[Token]:
        return (each for each in self.children if each.i < self.i)

    @property
    def rights(self) -> Iterator[Token]:
        return (each for each in self.children if each.i > self.i)

    @property
    def subtree(self) -> Iterator[Token]:
        """Go through the token and all that hangs on it: what is left of it first."""
        for each in self.lefts:
            yield from each.subtree
        yield self
        for each in self.rights:
            yield from each.subtree

    def nbor(self, steps: int) -> Token:
        """Return the token so many places on, or back. Raises IndexError beyond the paragraph."""
        at = self.i + steps
        if at < 0:
            raise IndexError(at)
        return self.doc[at]

    def is_ancestor(self, token: Token) -> bool:
        while token.head is not token:
            token = token.head
            if token is self:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Span(Sequence[Token]):
    """Tokens `start` to `end` of a paragraph; two of the same tokens are equal."""

    doc: Doc
    start: int
    end: int
    label_: str = ""  # of a named entity

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Span: ...
    def __getitem__(self, key: int | slice) -> Token | Span:
        if isinstance(key, slice):
            start, end, _step = key.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][key]

    @property
    def text(self) -> str:
        if self.start == self.end:
            return ""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        return self.doc.tokens[self.end - 1].end

    @property
    def root(self) -> Token:
        """The token of a sentence on which all others hang."""
        return next((each for each in self if each.head is each), self[0])


@dataclass(eq=False, slots=True)
class Doc(Sequence[Token]):
    """A paragraph's tokens, sentences and named entities."""

    text: str
    tokens: list[Token] = field(default_factory=list[Token])
    sents: list[Span] = field(default_factory=list[Span])
    ents: list[Span] = field(default_factory=list[Span])
    user_data: dict[str, Any] = field(default_factory=dict[str, Any])  # what finders remember

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Span: ...
    def __getitem__(self, key: int | slice) -> Token | Span:
        if isinstance(key, slice):
            start, end, _step = key.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[key]

    def around(self, start: int, end: int) -> Span:
        """Return the tokens that code points `start` to `end` touch."""
        first = bisect_right(self.tokens, start, key=lambda token: token.idx) - 1
        return Span(self, first, bisect_left(self.tokens, end, key=lambda token: token.idx))
