"""Which issues some words are about: triggers and topic words, weighted by how near they stand to the claim."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing_app.domain.issue import GENERAL, Issue
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.triggers import found

WORD = re.compile(r"[\w-]+")
TRIGGER, TOPIC = 3.0, 1.0
VAGUE = frozenset(
    {"mediation", "next_round", "general"}
)  # their words stand in every story of talks
AT_MOST = 2
KEPT = 8192  # answers: neighbouring claims ask the same of the same words
SURE = 6.0  # what the classifier's certainty counts, against a trigger in the claim
SECOND = 0.2  # of the best score, for a second issue
FAINT = 0.7  # below it, the words may as well be about nothing in particular


@dataclass(frozen=True)
class Place:
    """Words at one distance from the claim, in lower-case lemmas, with how much they count."""

    text: str
    lemmas: frozenset[str]
    weight: float


def rank(
    places: Sequence[Place],
    issues: Sequence[Issue],
    lexicon: Lexicon,
    odds: Mapping[str, float] | None = None,
) -> tuple[str, ...]:
    """Return the keys of the issues that fit best, the better first; `general` where none does.

    `odds` are the classifier's, by key.
    """
    scores = {issue.key: score for issue in issues if (score := _score(issue, places, lexicon)) > 0}
    if odds:
        return _with_odds(scores, issues, odds)
    if not scores:
        return (GENERAL,)
    best = sorted(scores, key=lambda key: -scores[key])
    top = scores[best[0]]
    if top < FAINT:
        return (best[0], GENERAL)
    return tuple(key for key in best[:AT_MOST] if scores[key] >= 0.4 * top)


def _with_odds(
    scores: Mapping[str, float], issues: Sequence[Issue], odds: Mapping[str, float]
) -> tuple[str, ...]:
    """Weigh the words that tell an issue together with what the classifier reads in the whole clause."""
    known = list(dict.fromkeys([*(issue.key for issue in issues), GENERAL]))
    sure = {key: odds.get(key, 0.0) for key in known}
    own = {key: 1.0 for key in known if key not in odds and scores.get(key, 0.0) >= TRIGGER}
    if own:  # issues of the reader's, which the classifier cannot know
        sure |= own
    else:
        sure[GENERAL] += sum(share for key, share in odds.items() if key not in known)
    both = {key: scores.get(key, 0.0) + SURE * sure[key] for key in known}
    best = sorted(known, key=lambda key: -both[key])
    return tuple(key for key in best[:AT_MOST] if both[key] >= SECOND * both[best[0]])


def _score(issue: Issue, places: Sequence[Place], lexicon: Lexicon) -> float:
    topics = lexicon.topics.get(issue.key, frozenset())
    total = 0.0
    for place in places:
        hits = _hits(issue.trigger, place.text, issue.label)
        words = len(topics.intersection(place.lemmas))
        total += place.weight * (TRIGGER * min(hits, 2) + TOPIC * min(words, 3))
    return total * (0.6 if issue.key in VAGUE else 1.0)


@lru_cache(maxsize=KEPT)
def _hits(trigger: str, text: str, label: str) -> int:
    """Return how many different words of a text a trigger hits."""
    return len({hit.lower() for hit in found(trigger, text, issue=label)})


def word_of(issue: Issue, text: str, lexicon: Lexicon) -> str:
    """Return the first word of a text that tells an issue, a trigger before a topic word."""
    if hits := found(issue.trigger, text, issue=issue.label):
        return hits[0].strip()
    topics = lexicon.topics.get(issue.key, frozenset())
    return next((word for word in WORD.findall(text) if word.lower() in topics), "")
