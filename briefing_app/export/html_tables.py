"""The matrix and the checklist in HTML."""

from collections.abc import Iterable

from briefing_app.export.checklist import Group, Item, Told
from briefing_app.export.elements import Markup, element, joined
from briefing_app.export.matrix import Column, Entry, IssueRow, Mark, Matrix, PartyCell
from briefing_app.export.words import Headings

_TOGETHER = 3  # so few numbers stay on one line


def matrix(positions: Matrix, heads: Headings) -> Markup:
    """Write the matrix as a table whose rows and columns have headers."""
    head = element("tr", _header(heads.issue), *map(_column, positions.columns))
    rows = joined((_row(row, heads) for row in positions.rows), "\n")
    table = element("table", element("thead", head), element("tbody", rows), kind="matrix")
    # The wide table scrolls by itself, by keyboard too.
    return element(
        "div", table, kind="wide", tabindex="0", role="region", **{"aria-label": heads.positions}
    )


def checklist(groups: Iterable[Group], heads: Headings) -> Markup:
    return joined(
        (
            joined(
                [
                    element("h3", group.name),
                    element("ul", *(_item(each, heads) for each in group.items), kind="checklist"),
                ]
            )
            for group in groups
        ),
        "\n",
    )


def marked(mark: Mark) -> Markup:
    """Write a sign, which is decoration to who hears the page, and its word."""
    sign = element("span", mark.sign, **{"aria-hidden": "true"})
    return element("b", sign, " ", mark.word, kind=f"mark {mark.tone}")


def cites(numbers: Iterable[int]) -> Markup:
    links = [element("a", str(number), href=f"#evidence-{number}") for number in numbers]
    between = ", " if len(links) > _TOGETHER else ",\u00a0"
    return element("sup", joined(links, between)) if links else Markup()


def small(*facts: str) -> Markup:
    return element("span", joined(facts, " · "), kind="facts") if any(facts) else Markup()


def _header(*content: str, scope: str = "col") -> Markup:
    return element("th", *content, scope=scope)


def _column(column: Column) -> Markup:
    return _header(column.party, small(column.role))


def _row(row: IssueRow, heads: Headings) -> Markup:
    return element(
        "tr", _header(row.issue, scope="row"), *(_cell(cell, heads) for cell in row.cells)
    )


def _cell(cell: PartyCell, heads: Headings) -> Markup:
    if not cell.entries:
        return element("td", element("i", cell.nothing, kind="bad" if cell.unanswered else "soft"))
    return element("td", *(_entry(entry, heads) for entry in cell.entries))


def _entry(entry: Entry, heads: Headings) -> Markup:
    condition = joined([f"{heads.condition}{heads.colon}", element("i", entry.condition)])
    return element(
        "div",
        marked(entry.stance),
        element("p", entry.claim, cites(entry.numbers), dir="auto", lang=entry.language),
        element("p", condition, kind="facts") if entry.condition else "",
        small(entry.proposed, *entry.remarks),
        id=entry.anchor,
        kind="entry proposed" if entry.proposed else "entry",
    )


def _item(item: Item, heads: Headings) -> Markup:
    box = element("span", "☑" if item.ticked else "☐", kind="box", **{"aria-hidden": "true"})
    facts = (item.who, item.quantities, item.due, item.ticked, heads.comma.join(item.issues))
    body = element(
        "div",
        element("p", item.claim, cites(item.numbers), dir="auto", lang=item.language),
        small(*facts, *item.remarks, item.proposed),
        _accounts(item.accounts, heads) if item.accounts else "",
        kind="proposed" if item.proposed else "",
    )
    status = joined([marked(item.status), marked(item.disputed) if item.disputed else ""], " ")
    return element("li", box, body, element("div", status, kind="status"), id=item.anchor)


def _accounts(accounts: Iterable[Told], heads: Headings) -> Markup:
    names = (heads.accounts, heads.status, heads.how_many, heads.due)
    head = element("thead", element("tr", *map(_header, names)))
    return element("table", head, element("tbody", *map(_told, accounts)), kind="accounts")


def _told(told: Told) -> Markup:
    cells = (marked(told.status), told.quantities, told.due)
    place = _header(told.place, cites(told.numbers), scope="row")
    return element("tr", place, *(element("td", cell) for cell in cells))
