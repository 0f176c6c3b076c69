"""What the detail card says of a position or an outcome."""

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.evidence import Evidence
from briefing_app.domain.labels import REVIEWS, STANCES, label_of
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.position import Position
from briefing_app.domain.review import Review
from briefing_app.domain.wording import (
    disagreement_words,
    due_words,
    place_words,
    quantities_words,
    responsible_words,
    word_of,
)
from briefing_app.export.cleaning import isolated
from briefing_app.language import _, format_list
from briefing_app.ui.briefing.detail import Detail
from briefing_app.ui.items import Item, Kind


def detail_of(briefing: Briefing, item: Item) -> Detail | None:
    """Find a position or outcome in the briefing and say all of it; None where it is no longer there."""
    found = entry_of(briefing, item)
    if isinstance(found, Position):
        return _of_position(briefing, item, found)
    if isinstance(found, Outcome):
        return _of_outcome(briefing, item, found)
    return None


def entry_of(briefing: Briefing, item: Item) -> Position | Outcome | Annotation | None:
    """Find what an item stands for; None where it is no longer there."""
    if item.kind is Kind.POSITION:
        return next((p for p in briefing.positions if p.id == item.id), None)
    if item.kind is Kind.OUTCOME:
        return next((o for o in briefing.outcomes if o.id == item.id), None)
    return next((a for a in briefing.annotations if a.id == item.id), None)


def evidence_of(briefing: Briefing, item: Item) -> Evidence | None:
    """Return the words that an item rests on first."""
    found = entry_of(briefing, item)
    if isinstance(found, Position):
        return found.content.evidence[0]
    if isinstance(found, Outcome):
        return found.content.accounts[0].evidence
    return found.evidence if found else None


def _of_position(briefing: Briefing, item: Item, position: Position) -> Detail:
    content = position.content
    stance = STANCES[content.stance]
    holders = format_list(isolated(briefing.party(each).name) for each in content.holders)
    issues = format_list(isolated(briefing.issue(issue).label) for issue in content.issues)
    return Detail(
        item=item,
        heading=f"{stance.sign} {holders} · {stance.word} · {issues}",
        claim=content.claim,
        fields=_said(
            (_("Condition"), content.condition),
            (_("Said by"), content.speaker),
            (_("Channel"), word_of(content)),
            (_("Review"), _(REVIEWS[position.review])),
            (_("Why"), content.why),
        ),
        evidence=_places(briefing, content.evidence),
        proposed=position.review is Review.PROPOSED,
    )


def _of_outcome(briefing: Briefing, item: Item, outcome: Outcome) -> Detail:
    content = outcome.content
    status = label_of(content)
    issues = format_list(isolated(briefing.issue(issue).label) for issue in content.issues)
    return Detail(
        item=item,
        heading=f"{status.text} · {issues}",
        claim=content.claim,
        fields=_said(
            (_("Who must act"), responsible_words(briefing, content)),
            (_("How many"), quantities_words(content)),
            (_("By when"), due_words(content.due)),
            (_("Accounts"), disagreement_words(content) if content.disputed else ""),
            (_("Review"), _(REVIEWS[outcome.review])),
            (_("Why"), content.why),
        ),
        evidence=_places(briefing, tuple(account.evidence for account in content.accounts)),
        proposed=outcome.review is Review.PROPOSED,
    )


def _said(*fields: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(field for field in fields if field[1])


def _places(briefing: Briefing, evidence: tuple[Evidence, ...]) -> tuple[tuple[str, Evidence], ...]:
    cited = briefing.cited
    return tuple((place_words(briefing, cited[each.id]), each) for each in evidence)
