"""A stance as the sentence shows it, and the stretch of text that carries it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.domain.evidence import Span
from briefing_app.domain.position import Stance
from briefing_app.extraction import constructions, trees
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.voices import Said
from briefing_app.extraction.who import Who

CONDITIONS = frozenset({"if", "unless", "once", "until"})
BREAK = 2  # tokens from the end of a condition to the claim: a comma stands between them
OUTSIDE = frozenset({"cc", "punct", "parataxis", "mark", "preconj", "intj", "dep"})
LATER = frozenset(
    {"while", "as", "although", "though", "whereas", "since", "because", "when", "after", "that"}
)


@dataclass(frozen=True)
class Frame:
    """A cue that stands for a stance, with its holder and what it is about."""

    paragraph: Paragraph
    head: Token
    holder: Who
    stance: Stance
    cue: str
    complement: Token | None = None
    said: Said | None = None
    in_person: bool = False  # a single person of the holder's does the saying by the cue itself
    # The classifier is not asked: of one who neither does nor says its clause ("rejected Peru's call for a truce",
    # "that is out of the question for Peru"), or of words that it reads one by one ("dug in its heels").
    apart: bool = False
    read: bool = False  # by the classifier in the clause as a whole; `cue` is then its predicate


def extent(
    head: Token, lexicon: Lexicon, *, whole: bool = True, asides: bool = True
) -> tuple[int, int]:
    """Return the tokens from a clause's subject to the end of what it claims; `whole` takes in its subject."""
    if trees.is_due_to(head) or trees.is_duty(head):
        head = head.head  # "neither side is to hit the other's ports" begins with its side
    kept = [each.i for each in _kept(head, lexicon, top=True)]
    subject = trees.child(head, *trees.SUBJECTS) or _of_its_auxiliary(head)
    if head.pos_ != "NOUN" and (
        not whole or subject is None or subject.lower_ in {"who", "which", "that"}
    ):
        kept = [i for i in kept if i >= trees.predicate(head)[0]]
    first, last = min(kept), max(kept)
    if not asides:
        last = _before_aside(head, last)
    return _trim(head, first, _with_condition(head, last, lexicon))


def _of_its_auxiliary(head: Token) -> Token | None:
    """Return a subject that the parser hangs on an auxiliary: "the round remains set for Monday"."""
    helping = (each for each in head.children if each.dep_ in {"aux", "auxpass"})
    return next((x for each in helping if (x := trees.child(each, *trees.SUBJECTS))), None)


def led_by_condition(head: Token, first: int) -> int:
    """Return where a claim begins with the condition before it: "If nobody signs, they will not return"."""
    for each in head.children:
        supposing = any(
            x.lower_ in CONDITIONS and x.dep_ in {"mark", "advmod"} for x in each.children
        )
        if (
            each.dep_ == "advcl"
            and supposing
            and each.right_edge.i < first <= each.right_edge.i + BREAK
        ):
            return each.left_edge.i
    return first


def _before_aside(head: Token, last: int) -> int:
    """Leave out a remark behind a comma at the very end: ", a goal it had pursued", ", which belongs to both"."""
    for each in head.doc[head.i + 2 : last]:
        remark = (
            each.dep_ in {"appos", "relcl"}
            and each.right_edge.i == last
            and each.left_edge.i > head.i + 1
        )
        if (
            remark
            and head.doc[each.left_edge.i - 1].text == ","
            and each.left_edge.lower_ not in {"and", "or"}
        ):
            return each.left_edge.i - 2
    return last


def _kept(token: Token, lexicon: Lexicon, *, top: bool) -> Iterator[Token]:
    yield token
    for each in token.children:
        if not (top and _is_aside(token, each, lexicon)):
            yield from _kept(each, lexicon, top=False)


def _is_aside(head: Token, each: Token, lexicon: Lexicon) -> bool:
    """Tell whether a child of the predicate is no part of the claim: another clause, who says so, a reason."""
    if each.dep_ in OUTSIDE:
        return not (each.lower_ in {"yes", "no"} and each.i > head.i)  # "said yes" claims that
    if each.dep_ == "conj":
        return each.pos_ in {"VERB", "AUX"}
    if each.dep_ == "ccomp" and (
        each.i < head.i
        or (each.lemma_ in lexicon.speech["verbs"] and head.doc[each.left_edge.i - 1].text == ",")
    ):
        return True
    if each.dep_ == "advmod" and each.i < head.i and each.i == head.left_edge.i:
        return True
    if each.dep_ == "prep" and each.lower_ == "according":
        return True
    if each.dep_ == "advcl":
        if each.tag_ == "VBG" and each.lemma_ in lexicon.speech["verbs"]:
            return True
        mark = next(
            (x for x in each.children if x.dep_ in {"mark", "advmod"} and x.lower_ in LATER), None
        )
        return (
            mark is not None
            and head.doc[each.left_edge.i - 1].text == ","
            and mark.lower_ != "when"
        ) or each.right_edge.i < trees.predicate(head)[0]
    return False


def _with_condition(head: Token, last: int, lexicon: Lexicon) -> int:
    """Take in a condition that the parser hung on the verb of saying: "would accept that, he said, if ..."."""
    above = head.head
    if above.i == head.i or above.lemma_ not in lexicon.speech["verbs"]:
        return last
    for each in above.children:
        if each.i > last and constructions.is_inverted(each):
            return each.right_edge.i
        if (
            each.dep_ == "advcl"
            and each.i > last
            and each.sent.text[each.left_edge.idx - each.sent.start_char :]
            .lower()
            .startswith(lexicon.condition_phrases)
        ):
            return each.right_edge.i
    return last


def _trim(head: Token, first: int, last: int) -> tuple[int, int]:
    doc = head.doc
    while first < head.i and (
        doc[first].is_punct
        or doc[first].is_space
        or doc[first].lower_ in {"and", "but", "that", "however"}
    ):
        first += 1
    while last > head.i and (
        doc[last].text in {".", ",", ";", ":", '"', "-", "!", "?", "'"} or doc[last].is_space
    ):
        last -= 1
    return first, last + 1


def to_span(paragraph: Paragraph, first: int, end: int) -> Span:
    """Turn tokens into a span of the text, which does not end in an "and"."""
    doc = paragraph.doc
    while end - 1 > first and (doc[end - 1].dep_ == "cc" or doc[end - 1].text == ","):
        end -= 1
    last = doc[end - 1]
    return paragraph.span(doc[first].idx, last.end)


def condition_in(paragraph: Paragraph, span: Span, text: str, lexicon: Lexicon) -> str | None:
    """Return the condition within a span, as it stands in the text."""
    inside = text[span.start : span.end]
    if (leading := _leading(paragraph, span)) is not None:
        return inside[: leading - span.start].rstrip(" ,;.")
    plain = inside.lower().replace("’", "'")
    phrases = [each for each in lexicon.condition_phrases if f"{each} " in plain]
    for token in paragraph.doc if phrases else ():
        at = token.idx + paragraph.offset - span.start
        if not 0 <= at < len(inside) or (at == 0 and token.lower_ != "if"):
            continue
        if any(
            plain.startswith(f"{phrase} ", at) and _opens_condition(token, phrase)
            for phrase in phrases
        ):
            return inside[at:].rstrip(" ,;.")
    return None


def _leading(paragraph: Paragraph, span: Span) -> int | None:
    """Return where a condition ends with which a span begins; None where it begins with none."""
    first = next((t for t in paragraph.doc if t.idx + paragraph.offset == span.start), None)
    if first is None or first.lower_ not in CONDITIONS or first.dep_ not in {"mark", "advmod"}:
        return None
    last = first.head.right_edge
    end = paragraph.offset + last.end
    return (
        end
        if first.head.dep_ == "advcl" and first.head.head.i > last.i and end < span.end
        else None
    )


def main_start(paragraph: Paragraph, span: Span, text: str) -> int:
    """Return where a span's claim begins behind a condition."""
    end = _leading(paragraph, span)
    if end is None:
        return span.start
    return span.end - len(text[end : span.end].lstrip(" ,"))


def _opens_condition(token: Token, phrase: str) -> bool:
    if phrase == "should":
        return (
            token.dep_ == "aux"
            and token.i > 0
            and trees.child(token.head, "nsubj", "nsubjpass") is not None
            and token.i
            < min(
                (each.i for each in token.head.children if each.dep_ in trees.SUBJECTS), default=-1
            )
        )
    if phrase == "while":
        return not (token.i > 0 and token.nbor(-1).text == ",")
    if phrase in {"until", "when"}:
        return token.dep_ in {"mark", "advmod"}
    return True
