"""What the classifier thinks of each clause of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing_app.extraction.classifier import NONE, Judge, Odds
from briefing_app.extraction.clauses import Clause, clauses_of, holders_of
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.voices import Voices
from briefing_app.extraction.who import Who
from briefing_app.extraction.windows import Window, window_of

HALF = 0.5
THEME = 0.5  # the power by which the document's theme counts for each of its clauses


@dataclass(frozen=True)
class Opinion:
    """A clause, and how likely it is a position of whoever does it, or of whoever says it."""

    clause: Clause
    of_doer: Odds | None = None
    of_speaker: Odds | None = None

    @property
    def odds(self) -> tuple[Odds, ...]:
        return tuple(each for each in (self.of_doer, self.of_speaker) if each is not None)

    def of(self, holder: Who) -> Odds | None:
        """Return the odds for a position of this holder's."""
        if self.of_speaker is not None and holder.shares(self.clause.speaker):
            return self.odds[0] if holder.shares(self.clause.doer) else self.of_speaker
        return self.of_doer or self.of_speaker

    @cached_property
    def outcome(self) -> Mapping[str, float]:
        """Return the odds of each status, as those who hear of it by either way think in the mean."""
        return _mean([each.statuses for each in self.odds])

    @cached_property
    def issues(self) -> Mapping[str, float]:
        return _mean([each.issues for each in self.odds])


@dataclass(frozen=True)
class Opinions:
    """All opinions on a document, by paragraph; none where there is no classifier."""

    judge: Judge | None = None
    by_paragraph: Mapping[int, tuple[Opinion, ...]] = field(
        default_factory=dict[int, tuple[Opinion, ...]]
    )

    @cached_property
    def theme(self) -> Mapping[str, float]:
        """Return what the document is about: the mean of the issues of its clauses."""
        keys = next((tuple(each.issues) for each in self), ())
        total = dict.fromkeys(keys, 0.0)
        count = 0
        for each in self:
            count += 1
            for key, share in each.issues.items():
                total[key] += share
        return {key: share / count for key, share in total.items()}

    def issues_of(self, opinion: Opinion, power: float = THEME) -> Mapping[str, float]:
        """Return the odds of a clause's issues; what the rest of the document is about is likelier.

        `power` is that by which it counts.
        """
        own = opinion.issues
        weighed = {key: own[key] * self.theme[key] ** power for key in own}
        total = sum(weighed.values())
        return {key: each / total for key, each in weighed.items()}

    def __iter__(self) -> Iterator[Opinion]:
        return (each for several in self.by_paragraph.values() for each in several)

    def about(self, paragraph: int, first: int, end: int) -> Opinion | None:
        """Return the opinion on the clause that shares most with a stretch of tokens; None where none shares half."""
        best, most = None, 0.0
        for each in self.by_paragraph.get(paragraph, ()):
            shared = min(end, each.clause.end) - max(first, each.clause.first)
            share = shared / (max(end, each.clause.end) - min(first, each.clause.first))
            if share > most:
                best, most = each, share
        return best if most >= HALF else None


def opinions_on(
    reading: Reading,
    heard: Voices,
    judge: Judge | None,
) -> Opinions:
    """Let the classifier judge every clause of a document."""
    if judge is None:
        return Opinions()
    clauses = [
        clause
        for paragraph in reading.each_paragraph()
        if not paragraph.heading
        for clause in clauses_of(reading, heard, paragraph)
    ]
    asked = [
        (n, by_speaker)
        for n, clause in enumerate(clauses)
        for by_speaker, _holder in holders_of(clause)
    ]
    windows: Sequence[Window] = [window_of(clauses[n], by_speaker=each) for n, each in asked]
    odds = dict(zip(asked, judge(windows), strict=True))
    found: dict[int, list[Opinion]] = {}
    for n, clause in enumerate(clauses):
        opinion = Opinion(clause, odds.get((n, False)), odds.get((n, True)))
        found.setdefault(clause.paragraph.number, []).append(opinion)
    return Opinions(judge, {number: tuple(each) for number, each in found.items()})


def remembering(judge: Judge) -> Judge:
    """Return a judge who is asked about each clause once, however often its document is gone through."""
    known: dict[Window, Odds] = {}

    def judged(windows: Sequence[Window]) -> list[Odds]:
        new = [each for each in dict.fromkeys(windows) if each not in known]
        known.update(zip(new, judge(new), strict=True))
        return [known[each] for each in windows]

    return judged


def likeliest(odds: Mapping[str, float]) -> tuple[str, float]:
    """Return the likeliest label besides none, and how likely it is that there is any."""
    label = max((each for each in odds if each != NONE), key=lambda each: odds[each])
    return label, 1 - odds[NONE]


def _mean(several: Sequence[Mapping[str, float]]) -> Mapping[str, float]:
    return {
        label: sum(each[label] for each in several) / len(several)
        for label in (several[0] if several else ())
    }
