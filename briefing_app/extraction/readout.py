"""Reads a parsed paragraph out of spaCy, whole and once. Loaded only with the parser: it imports spaCy."""

from __future__ import annotations

from spacy.strings import StringStore
from spacy.tokens import Doc as Parsed

from briefing_app.extraction.tokens import Doc, Span, Token

NAMED = ("LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
TOLD = ("IS_ALPHA", "IS_PUNCT", "IS_SPACE", "IS_STOP", "LIKE_NUM")
INSIDE = ("", "I", "O", "B")  # a named entity, as spaCy numbers it


class Strings(dict[int, str]):
    """spaCy's strings by their numbers, each made once."""

    def __init__(self, store: StringStore) -> None:
        self._store = store

    def __missing__(self, number: int) -> str:
        found = self[number] = self._store[number]
        return found


def read_out(parsed: Parsed, strings: Strings) -> Doc:
    """Return a paragraph as the rules read it."""
    doc = Doc(parsed.text)
    heads = [each.head.i for each in parsed]
    names = parsed.to_array(list(NAMED)).tolist()
    flags = parsed.to_array(list(TOLD)).astype(bool).tolist()
    inside = parsed.to_array("ENT_IOB").tolist()
    for number, each in enumerate(parsed):
        token = Token()
        token.doc, token.i, token.idx = doc, number, each.idx
        token.text, token.whitespace_ = each.text, each.whitespace_
        token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_ = (
            strings[name] for name in names[number]
        )
        token.is_alpha, token.is_punct, token.is_space, token.is_stop, token.like_num = flags[
            number
        ]
        token.ent_iob_ = INSIDE[inside[number]]
        token.is_sent_start = bool(each.is_sent_start)
        doc.tokens.append(token)
    _hang(doc.tokens, heads)
    for sentence in parsed.sents:
        span = Span(doc, sentence.start, sentence.end)
        doc.sents.append(span)
        for token in span:
            token.sent = span
    doc.ents += [Span(doc, each.start, each.end, each.label_) for each in parsed.ents]
    return doc


def _hang(tokens: list[Token], heads: list[int]) -> None:
    """Tell each token its head, its children, and the first and the last token of all that hangs on it."""
    children: list[list[Token]] = [[] for _token in tokens]
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head]
        token.left_edge = token.right_edge = token
        if head != token.i:
            children[head].append(token)
    for token, below in zip(tokens, children, strict=True):
        token.children = tuple(below)
        above = token
        while above.head is not above:
            above = above.head
            if token.i < above.left_edge.i:
                above.left_edge = token
            if token.i > above.right_edge.i:
                above.right_edge = token
