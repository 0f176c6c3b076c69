"""Which issues some words are about: triggers and topic words, weighted by how near they stand to the claim."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing_app.domain.issue import GENERAL, Issue
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.triggers import hits

WORD = re.compile(r"[\w-]+")
TRIGGER, TOPIC = 3.0, 1.0
VAGUE = frozenset(
    {"mediation", "next_round", "general"}
)  # their words stand in every story of talks
VAGUELY = 0.6  # what such a word counts, against another's
MOST_HITS, MOST_WORDS = 2, 3  # that count in one place
AT_MOST = 2
SURE = 6.0  # what the classifier's certainty counts, against a trigger in the claim
SECOND = 0.2  # of the best score, for a second issue
FAINT = 0.7  # below it, the words may as well be about nothing in particular


@dataclass(frozen=True)
class Hit:
    """A word that an issue's trigger hits, by code points of its paragraph."""

    key: str
    start: int
    end: int
    word: str


@dataclass(frozen=True)
class Place:
    """Words at one distance from the claim, with how much they count.

    `told` is how many different words of them the trigger of each issue hits, `forms` all of them in lower case.
    """

    told: Mapping[str, int]
    forms: frozenset[str]
    weight: float


def hits_in(text: str, issues: Sequence[Issue]) -> tuple[Hit, ...]:
    """Find what the triggers of all issues hit in a paragraph. Raises SlowTriggerError."""
    return tuple(
        Hit(issue.key, start, end, text[start:end])
        for issue in issues
        for start, end in hits(issue.trigger, text, issue=issue.label)
    )


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
        told = place.told.get(issue.key, 0)
        words = len(topics.intersection(place.forms))
        total += place.weight * (TRIGGER * min(told, MOST_HITS) + TOPIC * min(words, MOST_WORDS))
    return total * (VAGUELY if issue.key in VAGUE else 1.0)


def is_told(key: str, places: Sequence[Place], lexicon: Lexicon) -> bool:
    """Tell whether any word of the places tells an issue."""
    topics = lexicon.topics.get(key, frozenset())
    return any(place.told.get(key) or topics & place.forms for place in places)


def word_of(key: str, told: Sequence[Hit], text: str, lexicon: Lexicon) -> str:
    """Return the first word of a text that tells an issue, a trigger before a topic word."""
    if hit := next((each for each in told if each.key == key), None):
        return hit.word.strip()
    topics = lexicon.topics.get(key, frozenset())
    return next((word for word in WORD.findall(text) if word.lower() in topics), "")
