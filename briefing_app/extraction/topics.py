"""What a claim is about: its own words first, then those that it points back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing_app.domain.issue import GENERAL
from briefing_app.extraction import trees
from briefing_app.extraction.issues import VAGUE, Hit, Place, hits_in, is_told, rank, word_of
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.why import Place as Where

if TYPE_CHECKING:
    from briefing_app.domain.evidence import Span
    from briefing_app.extraction.cases import Case
    from briefing_app.extraction.opinions import Opinion
    from briefing_app.extraction.parsing import Paragraph

POINTING = frozenset(
    {"that", "this", "it", "such", "one", "them", "these", "those", "so", "either", "there"}
)
FEW_WORDS = 6
ALL, SUBJECT, AFTER, AROUND, OPENING = 1.0, 0.3, 0.5, 0.3, 0.3
THEME = 0.2  # how much of a document is about one point, for it to be meant where none is named
UNSURE = 0.6  # below it, what the classifier reads in a clause of which no word tells its issue says little
MORE_THEME = 1.5  # the power by which the document's theme counts then
MOST_THEME = 3.0  # the same for a claim that names nothing at all: "ruled it out"
NAMING = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
POINTED_TO, BARE_BEFORE, BEFORE = 0.7, 0.4, 0.15


def topics_of(case: Case, paragraph: Paragraph, span: Span, head: Token) -> tuple[str, ...]:
    """Rank the issues of a claim; the sentences around help where it says little itself."""
    inside, claim, subject = _parts(paragraph, span, head)
    opinion = case.opinions.about(paragraph.number, inside[0].i, inside[-1].i + 1)
    places = _own(case, paragraph, claim, subject, head)
    found = rank(places, case.issues, case.lexicon)
    if (
        opinion is None
        and found == (GENERAL,)
        and any(each.lower_ in {"on", "over"} for each in claim)
    ):
        return _rank_after(case, paragraph, inside[-1].i)
    bare = found[0] in {GENERAL, *VAGUE} or GENERAL in found
    pointing = len(claim) < FEW_WORDS or any(
        t.lower_ in POINTING and t.pos_ in {"PRON", "DET"} for t in inside
    )
    before = _before(paragraph, head.sent.start)
    taken = {each.i for each in inside}
    around = [each for each in head.sent if each.i not in taken]
    places.append(_place(case, paragraph, around, AROUND))
    weight = POINTED_TO if pointing else BARE_BEFORE if bare else BEFORE
    places.append(_place(case, paragraph, before, weight))
    if bare:
        opening = list(next(iter(paragraph.doc.sents)))
        places.append(_place(case, paragraph, opening, OPENING))
    silent = not any(each.pos_ in NAMING for each in claim)
    return _with_opinion(case, places, opinion, MOST_THEME if silent else MORE_THEME)


def _with_opinion(
    case: Case, places: Sequence[Place], opinion: Opinion | None, theme: float
) -> tuple[str, ...]:
    """Rank by the words and by what the classifier reads; where both say little, more by what the document is about."""
    if opinion is None:
        return rank(places, case.issues, case.lexicon)
    odds = case.opinions.issues_of(opinion)
    best = rank(places, case.issues, case.lexicon, odds)
    if odds.get(best[0], 0.0) < UNSURE and not is_told(best[0], places, case.lexicon):
        odds = case.opinions.issues_of(opinion, theme)
        best = rank(places, case.issues, case.lexicon, odds)
    return _with_theme(case, best)


def _with_theme(case: Case, found: tuple[str, ...]) -> tuple[str, ...]:
    """Add what the document is about to a claim that names no point: as likely it is meant."""
    if found != (GENERAL,):
        return found
    points = {issue.key: case.opinions.theme.get(issue.key, 0.0) for issue in case.issues}
    point = max(
        (key for key in points if key not in VAGUE), key=lambda key: points[key], default=""
    )
    return (GENERAL, point) if points.get(point, 0.0) >= THEME else found


def _odds(case: Case, paragraph: Paragraph, inside: Sequence[Token]) -> Mapping[str, float] | None:
    """Return what the classifier reads in the clause that these words are."""
    opinion = case.opinions.about(paragraph.number, inside[0].i, inside[-1].i + 1)
    return case.opinions.issues_of(opinion) if opinion is not None else None


def told_by_word(
    case: Case, paragraph: Paragraph, span: Span, head: Token, key: str
) -> tuple[str, Where | None]:
    """Return the word that tells an issue, and where it stands: in the claim, its sentence or the one before."""
    known = any(each.key == key for each in case.issues)
    inside, _claim, _subject = _parts(paragraph, span, head)
    places = (
        (Where.CLAIM, inside),
        (Where.SENTENCE, list(head.sent)),
        (Where.BEFORE, _before(paragraph, head.sent.start)),
    )
    for where, tokens in places if known else ():
        words = "".join(each.text_with_ws for each in tokens)
        if found := word_of(key, _hits(case, paragraph, tokens), words, case.lexicon):
            return found, where
    return "", None


def topics_of_failure(case: Case, paragraph: Paragraph, span: Span, head: Token) -> tuple[str, ...]:
    """Rank the issues of a failure that names no point: by its own words, which may be about nothing in particular."""
    inside, claim, subject = _parts(paragraph, span, head)
    if odds := _odds(case, paragraph, inside):
        places = _own(case, paragraph, claim, subject, head)
        return rank(places, case.issues, case.lexicon, odds)
    if trees.is_passive(head) and (
        point := rank([_place(case, paragraph, subject, ALL)], case.issues, case.lexicon)
    ) != (GENERAL,):
        return point  # "no full round has been scheduled before the elections" is about the round
    places = _own(case, paragraph, claim, subject, head)
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


def _own(
    case: Case, paragraph: Paragraph, claim: Sequence[Token], subject: Sequence[Token], head: Token
) -> list[Place]:
    return [
        _place(case, paragraph, claim, ALL),
        _place(case, paragraph, subject, ALL if _carries(head) else SUBJECT),
    ]


def _rank_after(case: Case, paragraph: Paragraph, end: int) -> tuple[str, ...]:
    after = _place(case, paragraph, _after(paragraph, end), AFTER)
    return rank([after], case.issues, case.lexicon)


def _place(case: Case, paragraph: Paragraph, tokens: Sequence[Token], weight: float) -> Place:
    words = {(hit.key, hit.word.lower()) for hit in _hits(case, paragraph, tokens)}
    forms = (form for t in tokens for form in (t.lemma_.lower(), t.lower_))
    return Place(Counter(key for key, _word in words), frozenset(forms), weight)


def _hits(case: Case, paragraph: Paragraph, tokens: Sequence[Token]) -> tuple[Hit, ...]:
    """Return what triggers hit within some words; each paragraph is searched once."""
    if paragraph.number not in case.hits:
        case.hits[paragraph.number] = hits_in(paragraph.text, case.issues)
    stretches = list(_stretches(tokens))
    return tuple(
        hit
        for hit in case.hits[paragraph.number]
        if any(start <= hit.start and hit.end <= end for start, end in stretches)
    )


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Return where words stand that follow on each other, by code points of their paragraph."""
    start = 0
    for n, token in enumerate(tokens):
        start = token.idx if n == 0 or tokens[n - 1].i != token.i - 1 else start
        if n + 1 == len(tokens) or tokens[n + 1].i != token.i + 1:
            yield start, token.idx + len(token.text_with_ws)
