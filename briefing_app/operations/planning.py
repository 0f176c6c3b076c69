"""What becomes of all that is known when a document is read for proposals, again or for the first time. Pure."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from briefing_app.domain.evidence import Evidence, VersionId
from briefing_app.domain.outcome import Account, OutcomeContent
from briefing_app.domain.position import PositionContent
from briefing_app.domain.review import Review
from briefing_app.operations.contents import (
    bare,
    evidence_of,
    is_settled,
    tellings_of,
    told_by,
    unstored,
    words_of,
)

Content = TypeVar("Content", PositionContent, OutcomeContent)
_Telling = Evidence | Account
Alike = Callable[[Content, Content], float]
Kin = Callable[[Content], frozenset[Hashable]]


@dataclass(frozen=True)
class Held(Generic[Content]):
    """A position or an outcome that is known, and which of its tellings are the document's that is read."""

    id: int
    content: Content
    review: Review
    here: tuple[_Telling, ...]
    elsewhere: tuple[_Telling, ...]
    leads: bool  # the first telling is the document's: what is said of it was proposed from there

    @property
    def is_open(self) -> bool:
        """Tell whether the reader has left it as it was proposed."""
        ticked = isinstance(self.content, OutcomeContent) and self.content.ticked
        return self.review is Review.PROPOSED and not ticked


@dataclass(frozen=True)
class Plan(Generic[Content]):
    gone: tuple[int, ...]
    changed: tuple[Held[Content], ...]  # with the content that they are to have
    fresh: tuple[Content, ...]

    @property
    def told_again(self) -> int:
        """Count what the reader has decided on and another document now tells as well."""
        return sum(not each.is_open and len(each.here) > 0 for each in self.changed)


def hold(
    id_: int, content: Content, review: Review, *, is_here: Callable[[VersionId], bool]
) -> Held[Content]:
    """Sort the tellings of what is known by whether they are the document's."""
    tellings = tellings_of(content)
    here = tuple(each for each in tellings if is_here(words_of(each).version))
    if not here:  # as with nearly all that a dossier holds
        return Held(id_, content, review, here, tellings, leads=False)
    elsewhere = tuple(each for each in tellings if each not in here)
    return Held(id_, content, review, here, elsewhere, leads=tellings[0] == here[0])


def plan(
    known: Iterable[Held[Content]],
    wanted: Sequence[Content],
    *,
    kin: Kin[Content],
    alike: Alike[Content],
    day: Callable[[Evidence], dt.date | None],
) -> Plan[Content]:
    """Keep what is proposed still, let go of what is not, and let what another document tells too be told twice.

    Only what has some `kin` in common is compared.
    """
    settled, kept, gone, others = list[Held[Content]](), list[Content](), list[int](), []
    for each in known:
        own = unstored(told_by(each.content, each.here)) if each.leads else None
        if each.review is Review.DISMISSED or (each.leads and not each.is_open):
            settled += [each] if each.here else []
        elif own is not None and own in wanted:
            kept.append(own)
        elif each.elsewhere:
            others.append(each)
        else:
            gone.append(each.id)
    left = _left(wanted, kept, settled)
    pairs = _paired(left, others, kin, alike)
    changed = [_retold(each, pairs.get(each.id), day) for each in others]
    return Plan(
        gone=tuple(gone),
        changed=tuple(
            new for new, old in zip(changed, others, strict=True) if new.content != old.content
        ),
        fresh=tuple(each for each in left if not any(each is its for its in pairs.values())),
    )


def _left(
    wanted: Sequence[Content], kept: Sequence[Content], settled: Sequence[Held[Content]]
) -> list[Content]:
    """Return each of what is wanted once, without what stays in its place and what the reader has decided on."""
    return [
        each
        for index, each in enumerate(wanted)
        if each not in kept
        and each not in wanted[:index]
        and not any(is_settled(each, its.content, its.review) for its in settled)
    ]


def _paired(
    left: Sequence[Content],
    others: Sequence[Held[Content]],
    kin: Kin[Content],
    alike: Alike[Content],
) -> Mapping[int, Content]:
    """Pair what is proposed with what is known from elsewhere, the surest first and each once, in no order's favour."""
    kins = [kin(content) for content in left]
    scored = sorted(
        (-score, _words(content), _words(told), place, each.id)
        for each in others
        for told in (told_by(each.content, each.elsewhere) if each.here else each.content,)
        for its in (kin(told),)
        for place, content in enumerate(left)
        if not its.isdisjoint(kins[place]) and (score := alike(content, told)) > 0
    )
    pairs, taken = dict[int, Content](), set[int]()
    for _score, _content, _told, place, id_ in scored:
        if id_ not in pairs and place not in taken:
            pairs[id_] = left[place]
            taken.add(place)
    return pairs


def _retold(
    old: Held[Content], content: Content | None, day: Callable[[Evidence], dt.date | None]
) -> Held[Content]:
    """Give what is known the document's tellings of it as they are now, in the place of those it had."""
    now = tellings_of(content) if content is not None else ()
    if old.leads:
        whole = told_by(content, (*now, *old.elsewhere)) if content is not None else None
        return replace(old, content=whole or resting_on(old.content, old.elsewhere, day), here=now)
    if set(map(bare, old.here)) == set(now):
        return old
    return replace(old, content=told_by(old.content, (*old.elsewhere, *now)), here=now)


def resting_on(
    content: Content,
    tellings: Sequence[_Telling],
    day: Callable[[Evidence], dt.date | None],
) -> Content:
    """Return what was proposed from words that no longer say so as the first of its other tellings has it."""
    first, rest = tellings[0], told_by(content, tellings)
    words = words_of(first)
    claim = " ".join(words.quote.exact.split())
    if isinstance(rest, PositionContent):
        return replace(rest, claim=claim, said_on=day(words), why="")
    assert isinstance(first, Account)
    return replace(
        rest,
        claim=claim,
        status=first.status,
        quantities=first.quantities,
        due=first.due,
        why="",
    )


def _words(content: PositionContent | OutcomeContent) -> str:
    return evidence_of(content)[0].quote.exact
