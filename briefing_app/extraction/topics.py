"""What a claim is about: its own words first, then those that it points back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefing_app.domain.issue import GENERAL
from briefing_app.extraction import trees
from briefing_app.extraction.issues import VAGUE, Place, rank, word_of
from briefing_app.extraction.why import Place as Where

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing_app.domain.evidence import Span
    from briefing_app.extraction.cases import Case
    from briefing_app.extraction.parsing import Paragraph

POINTING = frozenset(
    {"that", "this", "it", "such", "one", "them", "these", "those", "so", "either", "there"}
)
FEW_WORDS = 6
ALL, SUBJECT, AFTER, AROUND, OPENING = 1.0, 0.3, 0.5, 0.3, 0.3
POINTED_TO, BARE_BEFORE, BEFORE = 0.7, 0.4, 0.15


def topics_of(case: Case, paragraph: Paragraph, span: Span, head: Token) -> tuple[str, ...]:
    """Rank the issues of a claim; the sentences around help where it says little itself."""
    inside, claim, subject = _parts(paragraph, span, head)
    odds = _odds(case, paragraph, inside)
    places = [_place(claim, ALL), _place(subject, ALL if _carries(head) else SUBJECT)]
    found = rank(places, case.issues, case.lexicon)
    if not odds and found == (GENERAL,) and any(each.lower_ in {"on", "over"} for each in claim):
        return rank([_place(_after(paragraph, inside[-1].i), AFTER)], case.issues, case.lexicon)
    bare = found[0] in {GENERAL, *VAGUE} or GENERAL in found
    pointing = len(claim) < FEW_WORDS or any(
        t.lower_ in POINTING and t.pos_ in {"PRON", "DET"} for t in inside
    )
    before = _before(paragraph, head.sent.start)
    taken = {each.i for each in inside}
    places.append(_place([each for each in head.sent if each.i not in taken], AROUND))
    places.append(_place(before, POINTED_TO if pointing else BARE_BEFORE if bare else BEFORE))
    if bare:
        places.append(_place(list(next(iter(paragraph.doc.sents))), OPENING))
    return rank(places, case.issues, case.lexicon, odds)


def _odds(case: Case, paragraph: Paragraph, inside: Sequence[Token]) -> Mapping[str, float] | None:
    """Return what the classifier reads in the clause that these words are."""
    opinion = case.opinions.about(paragraph.number, inside[0].i, inside[-1].i + 1)
    return case.opinions.issues_of(opinion) if opinion is not None else None


def told_by_word(
    case: Case, paragraph: Paragraph, span: Span, head: Token, key: str
) -> tuple[str, Where | None]:
    """Return the word that tells an issue, and where it stands: in the claim, its sentence or the one before."""
    issue = next((each for each in case.issues if each.key == key), None)
    inside, _claim, _subject = _parts(paragraph, span, head)
    places = (
        (Where.CLAIM, inside),
        (Where.SENTENCE, list(head.sent)),
        (Where.BEFORE, _before(paragraph, head.sent.start)),
    )
    for where, tokens in places if issue is not None else ():
        words = "".join(each.text_with_ws for each in tokens)
        if issue is not None and (found := word_of(issue, words, case.lexicon)):
            return found, where
    return "", None


def topics_of_failure(case: Case, paragraph: Paragraph, span: Span, head: Token) -> tuple[str, ...]:
    """Rank the issues of a failure that names no point: by its own words, which may be about nothing in particular."""
    inside, claim, subject = _parts(paragraph, span, head)
    if odds := _odds(case, paragraph, inside):
        places = [_place(claim, ALL), _place(subject, ALL if _carries(head) else SUBJECT)]
        return rank(places, case.issues, case.lexicon, odds)
    if trees.is_passive(head) and (
        point := rank([_place(subject, ALL)], case.issues, case.lexicon)
    ) != (GENERAL,):
        return point  # "no full round has been scheduled before the elections" is about the round
    places = [_place(claim, ALL), _place(subject, ALL if _carries(head) else SUBJECT)]
    found = rank(places, case.issues, case.lexicon)
    return found if found[0] not in VAGUE else (GENERAL,)


def _carries(head: Token) -> bool:
    """Tell whether the subject says what it is about, as a passive's does."""
    return trees.is_passive(head) or head.pos_ in {"AUX", "NOUN"}


def _parts(
    paragraph: Paragraph, span: Span, head: Token
) -> tuple[list[Token], list[Token], list[Token]]:
    inside = [t for t in paragraph.doc if span.start <= t.idx + paragraph.offset < span.end]
    return (
        inside,
        [t for t in inside if t.i >= head.i] or inside,
        [t for t in inside if t.i < head.i],
    )


def _before(paragraph: Paragraph, start: int) -> list[Token]:
    """Return the sentence before, to which "that demand" points back."""
    sentences = [each for each in paragraph.doc.sents if each.end <= start]
    return list(sentences[-1]) if sentences else []


def _after(paragraph: Paragraph, end: int) -> list[Token]:
    """Return the sentence behind, which says more of a point that was only named."""
    return list(next((each for each in paragraph.doc.sents if each.start > end), ()))


def _place(tokens: Sequence[Token], weight: float) -> Place:
    text = "".join(t.text_with_ws for t in tokens)
    return Place(
        text, frozenset(form for t in tokens for form in (t.lemma_.lower(), t.lower_)), weight
    )
