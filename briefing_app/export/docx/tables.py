"""The matrix and the checklist as tables of a word processor."""

from collections.abc import Iterable, Iterator, Sequence

from briefing_app import language
from briefing_app.export.checklist import Group, Item, Told
from briefing_app.export.cleaning import runs_from_right
from briefing_app.export.docx.elements import dotted, paragraph, run, table, tag
from briefing_app.export.docx.footnotes import Footnotes
from briefing_app.export.elements import Markup, joined
from briefing_app.export.matrix import Column, Entry, IssueRow, Mark, Matrix, PartyCell
from briefing_app.export.words import Headings
from briefing_app.language import _

_AT_ONCE = 6  # parties beside each other, before a second table is begun
_ISSUE, _OUTCOME = 0.17, (0.36, 0.16, 0.18, 0.14, 0.16)  # shares of the width
_OTHER_SIDE = tag("jc", val="right")  # where a paragraph runs from the right, that is the left
_FROM_RIGHT = "\u200f"  # a mark between two numbers, which would else be one


def matrix(positions: Matrix, heads: Headings, notes: Footnotes, width: int) -> Markup:
    """Write the matrix as tables of a few parties each, every one with the issues."""
    starts = range(0, len(positions.columns), _AT_ONCE)
    parts = (slice(start, start + _AT_ONCE) for start in starts)
    return joined(_matrix_part(positions, heads, notes, part, width) for part in parts)


def checklist(
    groups: Iterable[Group], heads: Headings, notes: Footnotes, width: int
) -> Iterator[Markup]:
    widths = [round(width * share) for share in _OUTCOME]
    titles = (_("Outcome"), heads.status, _("Who must act"), heads.how_many, heads.due)
    for group in groups:
        rows = (_item(each, heads, notes) for each in group.items)
        yield paragraph("Heading2", run(group.name))
        yield table(group.name, widths, [[_head(title) for title in titles], *rows])
        yield paragraph("AfterTable")


def _matrix_part(
    positions: Matrix, heads: Headings, notes: Footnotes, part: slice, width: int
) -> Markup:
    columns = positions.columns[part]
    first = round(width * _ISSUE)
    widths = [first, *([(width - first) // len(columns)] * len(columns))]
    rows = ([_issue(row.issue), *_cells(row, part, heads, notes)] for row in positions.rows)
    top = [_head(heads.issue), *map(_party, columns)]
    written = table(heads.positions, widths, [top, *rows], opening=not part.start)
    return joined([written, paragraph("AfterTable")])


def _head(words: str) -> Markup:
    return paragraph("TableHead", run(words))


def _issue(words: str) -> Markup:
    return paragraph("TableIssue", run(words))


def _party(column: Column) -> Markup:
    role = (paragraph("TableText", run(column.role, "Soft")),) if column.role else ()
    return joined([_head(column.party), *role])


def _cells(row: IssueRow, part: slice, heads: Headings, notes: Footnotes) -> Iterator[Markup]:
    for cell in row.cells[part]:
        yield _cell(cell, heads, notes)


def _cell(cell: PartyCell, heads: Headings, notes: Footnotes) -> Markup:
    if not cell.entries:
        style = "Unanswered" if cell.unanswered else "Soft"
        return paragraph("TableText", run(cell.nothing, style))
    return joined(_entry(entry, heads, notes) for entry in cell.entries)


def _entry(entry: Entry, heads: Headings, notes: Footnotes) -> Markup:
    condition = [run(f"{heads.condition}{heads.colon}", "Soft"), run(entry.condition, "Emphasis")]
    facts = dotted(entry.proposed, *entry.remarks)
    return joined(
        [
            paragraph("TableText", _mark(entry.stance)),
            _claim(entry.claim, run(entry.claim, spoken=entry.language), notes.cite(entry.numbers)),
            paragraph("TableText", *condition) if entry.condition else "",
            paragraph("TableText", *facts) if facts else "",
            paragraph("Gap"),
        ]
    )


def _mark(mark: Mark) -> Markup:
    return run(f"{mark.sign} {mark.word}", f"Tone{mark.tone.capitalize()}")


def _item(item: Item, heads: Headings, notes: Footnotes) -> Sequence[Markup]:
    box = "☑ " if item.ticked else "☐ "
    facts = dotted(heads.comma.join(item.issues), item.ticked, item.proposed, *item.remarks)
    told = run(item.claim, spoken=item.language)
    claim = _claim(item.claim, run(box), told, notes.cite(item.numbers))
    status = [_mark(each) for each in (item.status, item.disputed) if each]
    return (
        joined([claim, paragraph("TableText", *facts), *_accounts(item.accounts, heads, notes)]),
        joined(paragraph("TableText", each) for each in status),
        _text(item.who),
        _text(item.quantities),
        _text(item.due),
    )


def _text(words: str) -> Markup:
    return paragraph("TableText", run(words))


def _claim(words: str, *runs: Markup) -> Markup:
    """Let a claim run as its own words do, along the side on which its column begins."""
    against = runs_from_right(words) != language.runs_from_right()
    return paragraph("TableText", *runs, extra=_OTHER_SIDE if against else Markup(), words=words)


def _accounts(accounts: Sequence[Told], heads: Headings, notes: Footnotes) -> Iterator[Markup]:
    if accounts:
        yield paragraph("TableText", run(f"{heads.accounts}{heads.colon}".rstrip(), "Soft"))
    for told in accounts:
        facts = dotted(told.quantities, told.due, style="")
        source = [run(f"{told.place}{heads.colon}", "Soft"), _mark(told.status), run(" · ")]
        apart = run(_FROM_RIGHT if language.runs_from_right() else "")
        yield paragraph("Account", *source, *facts, apart, notes.cite(told.numbers))
