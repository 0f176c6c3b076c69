"""A Briefing as it is printed: every form reads these words, so that they cannot differ."""

from dataclasses import dataclass, replace
from importlib.metadata import version

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.glance import SIDES, Side
from briefing_app.domain.review import Review
from briefing_app.domain.scope import Scope
from briefing_app.export.checklist import Group, checklist
from briefing_app.export.cleaning import in_one_line
from briefing_app.export.drawings import Drawings, drawings
from briefing_app.export.essentials import Essentials, essentials
from briefing_app.export.matrix import Matrix, matrix
from briefing_app.export.notes import DocumentNotes, notes
from briefing_app.export.options import ExportOptions
from briefing_app.export.scope_words import scope_words
from briefing_app.export.sources import Quoted, Reference, Source, quoted, references, sources
from briefing_app.export.templates import TEMPLATES
from briefing_app.language import (
    _,
    comma,
    format_long_date,
    format_moment,
    format_number,
    ngettext,
    pgettext,
    runs_from_right,
)


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
    contents: str
    at_a_glance: str
    asking: str
    giving: str
    neither: str
    when: str
    wants: str
    agreed: str
    due_next: str
    still_open: str
    says_so: str
    made_of: str
    remarks: str
    nothing: str
    logo: str
    colon: str
    comma: str


@dataclass(frozen=True)
class Words:
    """All that a briefing prints, in its order."""

    language: str
    from_right: bool  # whether that language is written so
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
    kind: str  # what the template is called over the title
    classification: str
    footer: str
    watermark: str
    drawings: Drawings
    essentials: Essentials
    references: tuple[Reference, ...]
    colophon: str


def words(briefing: Briefing, options: ExportOptions) -> Words:
    """Put a Briefing into words. It is within the options' scope already."""
    positions, outcomes, marked = matrix(briefing), checklist(briefing), notes(briefing)
    evidence = quoted(briefing, positions, outcomes, marked, options.citations)
    return Words(
        language=options.language,
        from_right=runs_from_right(),
        title=in_one_line(options.title or briefing.title) or _("Briefing"),
        author=in_one_line(options.author),
        made=format_long_date(briefing.made.astimezone()),
        remarks=_remarks(briefing, options),
        counts=_counts(briefing),
        positions=positions,
        outcomes=outcomes,
        notes=marked,
        evidence=evidence,
        sources=sources(briefing),
        headings=_headings(options.scope),
        kind=_(TEMPLATES[options.template]),
        classification=in_one_line(options.classification),
        footer=in_one_line(options.footer),
        watermark=in_one_line(options.watermark),
        drawings=drawings(briefing),
        essentials=essentials(briefing),
        references=references(briefing, evidence),
        colophon=_colophon(briefing),
    )


def _colophon(briefing: Briefing) -> str:
    sentence = _("Made on {moment} of the dossier “{title}” with Briefing {version}.")
    return sentence.format(
        moment=format_moment(briefing.made),
        title=in_one_line(briefing.title),
        version=version("briefing-app"),
    )


def _remarks(briefing: Briefing, options: ExportOptions) -> tuple[str, ...]:
    open_count = _proposals(briefing)
    if options.confirmed_only:
        said = _("Only what its reader has confirmed.")
    elif open_count:
        sentence = ngettext(
            "{count} proposal has not been reviewed yet; it is marked “proposed”.",
            "{count} proposals have not been reviewed yet; they are marked “proposed”.",
            open_count,
        )
        said = sentence.format(count=format_number(open_count))
    else:
        said = ""
    return tuple(each for each in (*scope_words(briefing, options.scope), said) if each)


def _proposals(briefing: Briefing) -> int:
    reviewed = [each.review for each in (*briefing.positions, *briefing.outcomes)]
    return reviewed.count(Review.PROPOSED)


def _counts(briefing: Briefing) -> tuple[Count, ...]:
    """Count what there is; what there is none of is not counted."""
    disputed = sum(outcome.content.disputed for outcome in briefing.outcomes)
    counted = (
        (len(briefing.positions), ngettext("position", "positions", len(briefing.positions))),
        (len(briefing.rows), ngettext("issue", "issues", len(briefing.rows))),
        (len(briefing.outcomes), ngettext("outcome", "outcomes", len(briefing.outcomes))),
        (disputed, _("disputed")),
        (briefing.unanswered, _("unanswered")),
        (len(briefing.annotations), ngettext("note", "notes", len(briefing.annotations))),
        (len(briefing.documents), ngettext("source", "sources", len(briefing.documents))),
    )
    return tuple(Count(format_number(number), what) for number, what in counted if number)


def _headings(scope: Scope) -> Headings:
    chosen = replace(scope, confirmed_only=False, notes=True) != Scope()
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
        empty=_("Nothing of this dossier is within what was chosen.")
        if chosen
        else _("This dossier has no documents yet."),
        contents=_("Contents"),
        at_a_glance=_("At a glance"),
        asking=_(SIDES[Side.ASKING]),
        giving=_(SIDES[Side.GIVING]),
        neither=_(SIDES[Side.NEITHER]),
        when=_("What came when"),
        wants=_("Who wants what"),
        agreed=_("What was agreed"),
        due_next=_("What is due"),
        still_open=_("Still open, or failed"),
        says_so=_("Where it says so"),
        made_of=_("Documents, with the SHA-256 of each original"),
        remarks=_("Remarks"),
        nothing=_("There is nothing of this kind here."),
        logo=_("Logo"),
        colon=pgettext("between a name and its words", ": "),
        comma=comma(),
    )
