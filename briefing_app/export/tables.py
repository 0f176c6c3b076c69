"""The positions, outcomes, evidence and sources as plain tables: one row each, one fact a cell."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from briefing_app.domain.briefing import Briefing, Citation
from briefing_app.domain.citing import CitationStyle, cited_runs, plain
from briefing_app.domain.document import Document
from briefing_app.domain.evidence import Evidence
from briefing_app.domain.issue import IssueId
from briefing_app.domain.labels import CHANNELS, REVIEWS, STANCES, STATES, STATUSES
from briefing_app.domain.outcome import Outcome, Quantity
from briefing_app.domain.position import Position
from briefing_app.domain.wording import (
    due_words,
    holder_words,
    quantities_words,
    responsible_words,
)
from briefing_app.export.cleaning import in_one_line
from briefing_app.language import N_, _, format_list

Cell = str | float | dt.date | None
_T = TypeVar("_T")
_Columns = Mapping[str, Callable[[Briefing, _T], Cell]]  # by their heads


@dataclass(frozen=True)
class Table:
    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(briefing: Briefing, style: CitationStyle) -> tuple[Table, ...]:
    return (
        _table(_("Positions"), briefing, _POSITION, briefing.positions),
        _table(_("Outcomes"), briefing, _OUTCOME, briefing.outcomes),
        _table(_("Evidence"), briefing, _evidence(style), briefing.citations),
        _table(_("Sources"), briefing, _SOURCE, briefing.documents),
    )


def entries(briefing: Briefing) -> Table:
    """Make one table of the positions and the outcomes, each with the first words that it rests on."""
    heads = tuple(dict.fromkeys((*_POSITION, *_OUTCOME)))
    positions = (
        (_("position"), *(_cell(_POSITION, head, briefing, each) for head in heads))
        for each in briefing.positions
    )
    outcomes = (
        (_("outcome"), *(_cell(_OUTCOME, head, briefing, each) for head in heads))
        for each in briefing.outcomes
    )
    return Table(_("Briefing"), (_("Kind"), *map(_, heads)), (*positions, *outcomes))


def _table(name: str, briefing: Briefing, columns: _Columns[_T], rows: Iterable[_T]) -> Table:
    cells = (tuple(_cell(columns, head, briefing, row) for head in columns) for row in rows)
    return Table(name, tuple(map(_, columns)), tuple(cells))


def _cell(columns: _Columns[_T], head: str, briefing: Briefing, row: _T) -> Cell:
    cell = columns[head](briefing, row) if head in columns else None
    return in_one_line(cell) if isinstance(cell, str) else cell


def _issues(briefing: Briefing, issues: Iterable[IssueId]) -> str:
    return format_list(briefing.issue(issue).label for issue in issues)


def _yes(value: bool) -> str:  # noqa: FBT001 (a fact, not a switch)
    return _("yes") if value else ""


def _alone(outcome: Outcome) -> Quantity | None:
    """Return the quantity to reckon with: the one that there is alone."""
    quantities = outcome.content.quantities
    return quantities[0] if len(quantities) == 1 else None


_CITED: _Columns[Citation] = {
    N_("Quote"): lambda _briefing, of: of.evidence.quote.exact,
    N_("Words"): lambda _briefing, of: _(STATES[of.evidence.state]),
    N_("Document"): lambda briefing, of: briefing.document(of.document).title,
    N_("Publisher"): lambda briefing, of: briefing.document(of.document).publisher,
    N_("Document’s date"): lambda briefing, of: briefing.document(of.document).date,
    N_("Paragraph"): lambda _briefing, of: of.paragraph,
    N_("Page"): lambda _briefing, of: of.page,
}


def _resting(evidence: Callable[[_T], Iterable[Evidence]]) -> _Columns[_T]:
    """Make the columns that tell what something rests on: its first words and the numbers of all."""

    def first(of: Callable[[Briefing, Citation], Cell]) -> Callable[[Briefing, _T], Cell]:
        def cell(briefing: Briefing, row: _T) -> Cell:
            citation = briefing.cited.get(next(iter(evidence(row))).id)
            return of(briefing, citation) if citation else None

        return cell

    def numbers(briefing: Briefing, row: _T) -> str:
        cited = (briefing.cited.get(each.id) for each in evidence(row))
        return ", ".join(str(each.number) for each in cited if each)

    return {**{head: first(of) for head, of in _CITED.items()}, N_("Evidence"): numbers}


_POSITION: _Columns[Position] = {
    N_("Party"): lambda briefing, of: holder_words(briefing, of.content),
    N_("Stance"): lambda _briefing, of: STANCES[of.content.stance].word,
    N_("Issues"): lambda briefing, of: _issues(briefing, of.content.issues),
    N_("Claim"): lambda _briefing, of: of.content.claim,
    N_("Condition"): lambda _briefing, of: of.content.condition,
    N_("On whose word"): lambda _briefing, of: _(CHANNELS[of.content.channel]),
    N_("Said by"): lambda _briefing, of: of.content.speaker,
    N_("Said on"): lambda _briefing, of: of.content.said_on,
    N_("Background"): lambda _briefing, of: _yes(of.content.background),
    N_("Review"): lambda _briefing, of: _(REVIEWS[of.review]),
    **_resting(lambda of: of.content.evidence),
}

_OUTCOME: _Columns[Outcome] = {
    N_("Status"): lambda _briefing, of: STATUSES[of.content.status].word,
    N_("Issues"): lambda briefing, of: _issues(briefing, of.content.issues),
    N_("Claim"): lambda _briefing, of: of.content.claim,
    N_("Who must act"): lambda briefing, of: responsible_words(briefing, of.content),
    N_("How many"): lambda _briefing, of: quantities_words(of.content),
    N_("Number"): lambda _briefing, of: each.value if (each := _alone(of)) else None,
    N_("Unit"): lambda _briefing, of: each.unit if (each := _alone(of)) else None,
    N_("By when"): lambda _briefing, of: due_words(of.content.due),
    N_("Earliest day"): lambda _briefing, of: of.content.due and of.content.due.earliest,
    N_("Latest day"): lambda _briefing, of: of.content.due and of.content.due.latest,
    N_("Ticked off"): lambda _briefing, of: _yes(of.content.ticked),
    N_("Disputed"): lambda _briefing, of: _yes(of.content.disputed),
    N_("Accounts"): lambda _briefing, of: len(of.content.accounts),
    N_("Review"): lambda _briefing, of: _(REVIEWS[of.review]),
    **_resting(lambda of: (account.evidence for account in of.content.accounts)),
}

_SOURCE: _Columns[Document] = {
    N_("Document"): lambda _briefing, of: of.title,
    N_("Author"): lambda _briefing, of: of.author,
    N_("Publisher"): lambda _briefing, of: of.publisher,
    N_("Document’s date"): lambda _briefing, of: of.date,
    N_("Language"): lambda _briefing, of: of.language,
    N_("Address"): lambda _briefing, of: of.url,
    N_("File"): lambda _briefing, of: of.file_name,
    N_("Length in words"): lambda _briefing, of: of.words,
    N_("SHA-256 of the original"): lambda _briefing, of: of.content_sha256,
}


def _evidence(style: CitationStyle) -> _Columns[Citation]:
    def citation(briefing: Briefing, of: Citation) -> str:
        return plain(cited_runs(briefing.document(of.document), of.spot, style))

    return {N_("Evidence"): lambda _briefing, of: of.number, **_CITED, N_("Citation"): citation}
