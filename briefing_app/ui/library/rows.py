"""The library as rows that are ready to show: documents, then parties, issues and tags."""

from collections import Counter
from dataclasses import dataclass

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import Document, DocumentId
from briefing_app.domain.labels import ROLES
from briefing_app.domain.party import Party, Role
from briefing_app.domain.review import Review
from briefing_app.language import _, format_date, format_number, ngettext


@dataclass(frozen=True)
class Heading:
    text: str
    spoken: str


@dataclass(frozen=True)
class DocumentRow:
    id: DocumentId
    title: str
    meta: str
    proposed: str  # how many proposals are open, in words; empty where there are none

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.meta, self.proposed) if part)


@dataclass(frozen=True)
class FilterRow:
    """A party or an issue, by which everything can be filtered."""

    kind: str  # "party" or "issue"
    id: int
    text: str
    count: str
    colour: int | None = None
    calm: bool = False

    @property
    def spoken(self) -> str:
        return f"{self.text}, {self.count}"


LibraryRow = Heading | DocumentRow | FilterRow


def library_rows(briefing: Briefing) -> tuple[LibraryRow, ...]:
    """Lay the library out."""
    rows: list[LibraryRow] = [_heading(_("Documents"))]
    rows += _documents(briefing)
    if briefing.parties:
        rows.append(_heading(_("Parties")))
        rows += _parties(briefing)
    if briefing.rows or briefing.outcomes:
        rows.append(_heading(_("Issues")))
        rows += _issues(briefing)
    return tuple(rows)


def _heading(text: str) -> Heading:
    return Heading(text.upper(), text)


def _documents(briefing: Briefing) -> list[DocumentRow]:
    where = {each.evidence.id: each.document for each in briefing.citations}
    notes = Counter(where[each.evidence.id] for each in briefing.annotations)
    open_proposals = Counter(
        where[p.content.evidence[0].id] for p in briefing.positions if p.review is Review.PROPOSED
    ) + Counter(
        where[o.content.accounts[0].evidence.id]
        for o in briefing.outcomes
        if o.review is Review.PROPOSED
    )
    return [
        DocumentRow(
            document.id,
            document.title,
            _meta(document, notes[document.id]),
            _("{count} proposed").format(count=format_number(open_proposals[document.id]))
            if open_proposals[document.id]
            else "",
        )
        for document in briefing.documents
    ]


def _meta(document: Document, notes: int) -> str:
    parts = (
        format_date(document.date) if document.date else _("no date"),
        document.publisher,
        ngettext("{count} version", "{count} versions", document.versions).format(
            count=document.versions
        )
        if document.versions > 1
        else "",
        ngettext("{count} note", "{count} notes", notes).format(count=notes) if notes else "",
    )
    return " · ".join(part for part in parts if part)


def _parties(briefing: Briefing) -> list[FilterRow]:
    positions = Counter(party for p in briefing.positions for party in p.content.holders)
    duties = Counter(party for o in briefing.outcomes for party in o.content.responsible)
    return [
        FilterRow(
            "party",
            party.id,
            _named(party),
            format_number(positions[party.id] + duties[party.id]),
            colour=party.colour,
            calm=party.role is not Role.PARTY,
        )
        for party in sorted(briefing.parties, key=lambda each: each.role is not Role.PARTY)
    ]


def _named(party: Party) -> str:
    return party.name if party.role is Role.PARTY else f"{party.name} · {_(ROLES[party.role])}"


def _issues(briefing: Briefing) -> list[FilterRow]:
    contents = [*(p.content for p in briefing.positions), *(o.content for o in briefing.outcomes)]
    counts = Counter(issue for content in contents for issue in content.issues)
    return [
        FilterRow("issue", issue.id, issue.label, format_number(counts[issue.id]))
        for issue in briefing.issues
        if counts[issue.id]
    ]
