"""A Briefing as it is printed: every form reads these words, so that they cannot differ."""

from dataclasses import dataclass

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.review import Review
from briefing_app.export.checklist import Group, checklist
from briefing_app.export.cleaning import in_one_line
from briefing_app.export.matrix import Matrix, matrix
from briefing_app.export.notes import DocumentNotes, notes
from briefing_app.export.options import ExportOptions
from briefing_app.export.sources import Quoted, Source, quoted, sources
from briefing_app.language import _, format_long_date, format_number, ngettext


@dataclass(frozen=True)
class Count:
    number: str
    what: str


@dataclass(frozen=True)
class Headings:
    """The words that stand in every briefing."""

    briefing: str
    positions: str
    outcomes: str
    notes: str
    evidence: str
    sources: str
    issue: str
    condition: str
    accounts: str
    how_many: str
    due: str
    status: str
    cited_at: str
    fingerprint: str
    unshown: str
    empty: str


@dataclass(frozen=True)
class Words:
    """All that a briefing prints, in its order."""

    language: str
    title: str
    author: str
    made: str
    remarks: tuple[str, ...]
    counts: tuple[Count, ...]
    positions: Matrix
    outcomes: tuple[Group, ...]
    notes: tuple[DocumentNotes, ...]
    evidence: tuple[Quoted, ...]
    sources: tuple[Source, ...]
    headings: Headings


def words(briefing: Briefing, options: ExportOptions) -> Words:
    positions, outcomes, marked = matrix(briefing), checklist(briefing), notes(briefing)
    return Words(
        language=options.language,
        title=in_one_line(options.title or briefing.title) or _("Briefing"),
        author=in_one_line(options.author),
        made=format_long_date(briefing.made.astimezone()),
        remarks=_remarks(briefing, options),
        counts=_counts(briefing),
        positions=positions,
        outcomes=outcomes,
        notes=marked,
        evidence=quoted(briefing, positions, outcomes, marked, options.citations),
        sources=sources(briefing),
        headings=_headings(),
    )


def _remarks(briefing: Briefing, options: ExportOptions) -> tuple[str, ...]:
    if options.confirmed_only:
        return (_("Only what its reader has confirmed."),)
    open_count = _proposals(briefing)
    if not open_count:
        return ()
    sentence = ngettext(
        "{count} proposal has not been reviewed yet; it is marked “proposed”.",
        "{count} proposals have not been reviewed yet; they are marked “proposed”.",
        open_count,
    )
    return (sentence.format(count=format_number(open_count)),)


def _proposals(briefing: Briefing) -> int:
    reviewed = [each.review for each in (*briefing.positions, *briefing.outcomes)]
    return reviewed.count(Review.PROPOSED)


def _counts(briefing: Briefing) -> tuple[Count, ...]:
    """Count what there is; what there is none of is not counted."""
    unanswered = sum(cell.unanswered for row in briefing.rows for cell in row.cells)
    disputed = sum(outcome.content.disputed for outcome in briefing.outcomes)
    counted = (
        (len(briefing.positions), ngettext("position", "positions", len(briefing.positions))),
        (len(briefing.rows), ngettext("issue", "issues", len(briefing.rows))),
        (len(briefing.outcomes), ngettext("outcome", "outcomes", len(briefing.outcomes))),
        (disputed, _("disputed")),
        (unanswered, _("unanswered")),
        (len(briefing.annotations), ngettext("note", "notes", len(briefing.annotations))),
        (len(briefing.documents), ngettext("source", "sources", len(briefing.documents))),
    )
    return tuple(Count(format_number(number), what) for number, what in counted if number)


def _headings() -> Headings:
    return Headings(
        briefing=_("Briefing"),
        positions=_("Positions"),
        outcomes=_("Outcomes"),
        notes=_("Notes and highlights"),
        evidence=_("Evidence"),
        sources=_("Sources"),
        issue=_("Issue"),
        condition=_("Condition"),
        accounts=_("Accounts differ"),
        how_many=_("How many"),
        due=_("By when"),
        status=_("Status"),
        cited_at=_("Cited at"),
        fingerprint=_("SHA-256 of the original"),
        unshown=_("Printed by number, as no font on this computer shows them:"),
        empty=_("This dossier has no documents yet."),
    )
