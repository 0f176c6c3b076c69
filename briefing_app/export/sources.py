"""Where it all stands, ready to print: the numbered evidence with its quotes, and the documents it is from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing_app.domain.briefing import Briefing, Citation
from briefing_app.domain.citing import CitationStyle, plain, source_runs, spot_words
from briefing_app.domain.document import Document
from briefing_app.export.checklist import Group
from briefing_app.export.cleaning import clipped, in_one_line, isolated, runs_from_right
from briefing_app.export.matrix import Entry, IssueRow, Matrix, states
from briefing_app.export.notes import DocumentNotes
from briefing_app.language import (
    _,
    comma,
    format_date,
    format_list,
    format_long_date,
    format_number,
    ngettext,
)

_IN_A_LINE, _OPENING, _NAMED = 120, 48, 40  # code points that are kept of a quote and of a name
_CLOSING = {
    '"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "’": "", "「": "」", "『": "』",
}  # fmt: skip
_MARKS = tuple(_CLOSING)


@dataclass(frozen=True)
class Use:
    """A place that rests on a piece of evidence: its anchor, and what is said there in a word or two."""

    anchor: str
    said: str


@dataclass(frozen=True)
class Quoted:
    """One numbered piece of evidence."""

    number: int
    quote: str
    own_marks: bool  # it brings quotation marks of its own
    from_right: bool
    language: str
    document: str
    source: int  # which of the sources, from 0
    place: str  # p. 2, ¶3
    remarks: tuple[str, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class Reference:
    """One numbered piece of evidence in a line, for a page that has no annex. `backs` are the places that cite it."""

    number: int
    place: str  # publisher or title, day, paragraph
    quote: str
    opening: str  # a few words of it
    own_marks: bool
    from_right: bool
    language: str
    remarks: tuple[str, ...]
    backs: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """A document as a bibliography names it."""

    title: str
    short: str  # who published it, else its title
    named: str  # author, publisher, date
    about: str  # kind, words, versions, file
    address: str
    sha256: str


def quoted(
    briefing: Briefing,
    positions: Matrix,
    outcomes: tuple[Group, ...],
    marked: tuple[DocumentNotes, ...],
    style: CitationStyle,
) -> tuple[Quoted, ...]:
    uses = _uses(positions, outcomes, marked)
    places = {document.id: at for at, document in enumerate(briefing.documents)}
    named = {document.id: _cited(document, style) for document in briefing.documents}
    return tuple(
        _quoted(
            citation,
            briefing.document(citation.document),
            place=(named[citation.document], spot_words(citation.spot, style)),
            source=places[citation.document],
            uses=tuple(uses.get(citation.number, ())),
        )
        for citation in briefing.citations
    )


def references(briefing: Briefing, all_quoted: tuple[Quoted, ...]) -> tuple[Reference, ...]:
    """Say in a line each where the evidence stands."""
    return tuple(
        _reference(briefing.document(citation.document), each)
        for citation, each in zip(briefing.citations, all_quoted, strict=True)
    )


def sources(briefing: Briefing) -> tuple[Source, ...]:
    return tuple(_source(document) for document in briefing.documents)


def _uses(
    positions: Matrix, outcomes: tuple[Group, ...], marked: tuple[DocumentNotes, ...]
) -> dict[int, list[Use]]:
    """Find every place that cites each number, in the order of the briefing."""
    found: dict[int, list[Use]] = {}
    for row in positions.rows:
        for entry, parties in _held(positions, row):
            said = _("{party} on {issue}").format(party=format_list(parties), issue=row.issue)
            _note(found, entry.numbers, Use(entry.anchor, said))
    for group in outcomes:
        for item in group.items:
            _note(
                found,
                item.numbers,
                Use(
                    item.anchor,
                    _("outcome: {issue}").format(
                        issue=item.issues[0] if item.issues else item.claim
                    ),
                ),
            )
    for document in marked:
        for highlight in document.highlights:
            _note(found, highlight.numbers, Use(highlight.anchor, _("note")))
    return found


def _held(positions: Matrix, row: IssueRow) -> Iterator[tuple[Entry, list[str]]]:
    """Go through what is held on an issue, each with all who hold it, as it stands in the first one's column."""
    first: dict[Entry, Entry] = {}
    parties: dict[Entry, list[str]] = {}
    for column, cell in zip(positions.columns, row.cells, strict=True):
        for entry in cell.entries:
            same = replace(entry, anchor="")
            first.setdefault(same, entry)
            parties.setdefault(same, []).append(column.party)
    for same, entry in first.items():
        yield entry, parties[same]


def _note(found: dict[int, list[Use]], numbers: tuple[int, ...], use: Use) -> None:
    for number in numbers:
        found.setdefault(number, []).append(use)


def set_apart(document: Document) -> Document:
    """Put each of a document's particulars on one line, so that none turns round what a citation has beside it."""
    return replace(
        document,
        title=isolated(document.title),
        publisher=isolated(document.publisher),
        author=isolated(document.author),
        url=in_one_line(document.url),
    )


def _cited(document: Document, style: CitationStyle) -> str:
    """Name a document beside a quote: by its title, or whole, where a style says how."""
    if style is CitationStyle.PLAIN:
        return isolated(document.title)
    return plain(source_runs(set_apart(document), style))


def _quoted(
    citation: Citation,
    document: Document,
    *,
    place: tuple[str, str],
    source: int,
    uses: tuple[Use, ...],
) -> Quoted:
    quote = in_one_line(citation.evidence.quote.exact)
    return Quoted(
        number=citation.number,
        quote=quote,
        own_marks=quote[:1] in _MARKS,
        from_right=runs_from_right(quote),
        language=document.language,
        document=place[0],
        source=source,
        place=place[1],
        remarks=states((citation.evidence,)),
        uses=uses,
    )


def _reference(document: Document, quoted: Quoted) -> Reference:
    day = format_date(document.date) if document.date else ""
    named = comma().join(_present(_short(document), day))
    return Reference(
        number=quoted.number,
        place=" ".join(_present(named, quoted.place)),
        quote=_beginning(quoted.quote, _IN_A_LINE),
        opening=_beginning(quoted.quote, _OPENING),
        own_marks=quoted.own_marks,
        from_right=quoted.from_right,
        language=quoted.language,
        remarks=quoted.remarks,
        backs=tuple(use.anchor for use in quoted.uses),
    )


def _beginning(quote: str, length: int) -> str:
    """Cut a quote short; the marks that it brings are closed before they are cut off."""
    beginning = clipped(quote, length)
    closing = _CLOSING.get(quote[:1], "")
    lost = next((each for each in quote[1:] if each in closing), "")
    return beginning if any(each in closing for each in beginning[1:]) else beginning + lost


def _short(document: Document) -> str:
    return isolated(clipped(document.publisher or document.title, _NAMED))


def _source(document: Document) -> Source:
    date = format_long_date(document.date) if document.date else _("no date")
    words = ngettext("{count} word", "{count} words", document.words)
    versions = ngettext("{count} version", "{count} versions", document.versions)
    about = (
        words.format(count=format_number(document.words)),
        versions.format(count=document.versions) if document.versions > 1 else "",
        document.file_name,
    )
    return Source(
        title=isolated(document.title),
        short=_short(document),
        named=_dotted(document.author, document.publisher, date),
        about=_dotted(*about),
        address=in_one_line(document.url),
        sha256=document.content_sha256,
    )


def _dotted(*parts: str) -> str:
    return " · ".join(map(isolated, _present(*parts)))


def _present(*parts: str) -> list[str]:
    return [part for part in parts if part]
