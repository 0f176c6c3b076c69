"""Markdown: the words as text that reads well as it stands, in which nothing of the reader's is markup."""

import re

from briefing_app.export.checklist import Group, Item, Told
from briefing_app.export.matrix import Entry, Mark, Matrix, PartyCell
from briefing_app.export.note_text import NoteBlock, Piece
from briefing_app.export.notes import DocumentNotes, Highlight
from briefing_app.export.sources import Quoted, Source
from briefing_app.export.words import Headings, Words

_MARKUP = re.compile(r"([\\`*_\[\]<>|~#$&])")
_AT_START = re.compile(r"^(\s*)([-+=:]|\d+[.)])")
_STYLES = {"strong": "**", "emphasis": "*"}


def markdown(words: Words) -> str:
    """Write the words as Markdown, with tables as most readers of it have them."""
    heads = words.headings
    marked = f"**{_plain(words.classification)}**" if words.classification else ""
    parts = [
        marked,
        f"# {_plain(words.title)}",
        _plain(" · ".join(part for part in (words.made, words.author) if part)),
        *map(_plain, words.remarks),
        _plain(" · ".join(f"{each.number} {each.what}" for each in words.counts)),
    ]
    if words.positions.rows:
        parts += [f"## {_plain(heads.positions)}", _matrix(words)]
    if words.outcomes:
        parts += [f"## {_plain(heads.outcomes)}", *(_group(each, heads) for each in words.outcomes)]
    if words.notes:
        parts += [f"## {_plain(heads.notes)}", *(_document(each, heads) for each in words.notes)]
    if words.evidence:
        parts += [f"## {_plain(heads.evidence)}", *map(_quoted, words.evidence)]
    if words.sources:
        parts += [f"## {_plain(heads.sources)}"]
        parts += [_source(source, heads) for source in words.sources]
    else:
        parts.append(_plain(heads.empty))
    parts += [_plain(words.footer), marked]
    return "\n\n".join(part for part in parts if part) + "\n"


def _plain(text: str) -> str:
    """Write a text so that no reader of Markdown takes any of it for markup."""
    escaped = _MARKUP.sub(r"\\\1", text)
    return _AT_START.sub(lambda found: f"{found[1]}{_behind(found[2])}", escaped)


def _behind(sign: str) -> str:
    """Put the backslash before a sign, and before the point of a number, which alone makes it an item."""
    return f"{sign[:-1]}\\{sign[-1]}"


def _matrix(words: Words) -> str:
    positions: Matrix = words.positions
    heads = [each.party + (f" ({each.role})" if each.role else "") for each in positions.columns]
    condition = words.headings.condition + words.headings.colon
    rows = [
        [f"**{_plain(row.issue)}**", *(_cell(cell, condition) for cell in row.cells)]
        for row in positions.rows
    ]
    table = [[words.headings.issue, *map(_plain, heads)], ["---"] * (len(heads) + 1), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in table)


def _cell(cell: PartyCell, condition: str) -> str:
    entries = [_entry(entry, condition) for entry in cell.entries]
    return "<br><br>".join(entries) or f"*{_plain(cell.nothing)}*"


def _entry(entry: Entry, condition: str) -> str:
    lines = [f"**{_mark(entry.stance)}**", _plain(entry.claim) + _cites(entry.numbers)]
    if entry.condition:
        lines.append(f"{_plain(condition)}*{_plain(entry.condition)}*")
    if entry.proposed or entry.remarks:
        lines.append(_dotted(entry.proposed, *entry.remarks))
    return "<br>".join(lines)


def _mark(mark: Mark) -> str:
    return f"{_plain(mark.sign)} {_plain(mark.word)}"


def _cites(numbers: tuple[int, ...]) -> str:
    return "".join(f" [\\[{number}\\]](#evidence-{number})" for number in numbers)


def _dotted(*parts: str) -> str:
    return " · ".join(_plain(part) for part in parts if part)


def _group(group: Group, heads: Headings) -> str:
    items = (_item(each, heads) for each in group.items)
    return "\n".join([f"### {_plain(group.name)}", "", *items])


def _item(item: Item, heads: Headings) -> str:
    box = "[x]" if item.ticked else "[ ]"
    status = _mark(item.status) + (f" · {_mark(item.disputed)}" if item.disputed else "")
    facts = (
        item.who,
        item.quantities,
        item.due,
        heads.comma.join(item.issues),
        *item.remarks,
        item.proposed,
    )
    lines = [f"- {box} **{_plain(item.claim)}** — {status}{_cites(item.numbers)}  "]
    return "\n".join(
        [*lines, f"  {_dotted(*facts)}", *(_told(each, heads) for each in item.accounts)]
    )


def _told(told: Told, heads: Headings) -> str:
    facts = _dotted(told.quantities, told.due)
    return (
        f"  - {_plain(told.place)}{heads.colon}{_mark(told.status)} · {facts}{_cites(told.numbers)}"
    )


def _document(document: DocumentNotes, heads: Headings) -> str:
    highlights = (_highlight(each, heads) for each in document.highlights)
    return "\n\n".join([f"### {_plain(document.title)}", *highlights])


def _highlight(highlight: Highlight, heads: Headings) -> str:
    facts = _dotted(highlight.place, heads.comma.join(highlight.tags), *highlight.remarks)
    quote = f"> {_plain(highlight.quote)}{_cites(highlight.numbers)}"
    return "\n\n".join([quote, *map(_note_block, highlight.note), facts])


def _note_block(block: NoteBlock) -> str:
    words = "".join(map(_piece, block.pieces)).replace("\n", "  \n")
    if block.kind == "item":
        sign = "-" if block.sign == "•" else block.sign
        return f"{'    ' * (block.level - 1)}{sign} {words}"
    if block.kind == "heading":
        return f"**{words}**"
    return f"> {words}" if block.kind == "quotation" else words


def _piece(piece: Piece) -> str:
    """Write a piece in its style; code is escaped like all else, as a fence could be ended by what is in it."""
    around = _STYLES.get(piece.style, "")
    return (
        f"{around}{_plain(piece.text)}{around}"
        if piece.text.strip() == piece.text
        else _plain(piece.text)
    )


def _quoted(quoted: Quoted) -> str:
    place = _dotted(quoted.document, quoted.place, *quoted.remarks)
    return f'<a id="evidence-{quoted.number}"></a>{quoted.number}\\. {_spoken(quoted)}  \n{place}'


def _spoken(quoted: Quoted) -> str:
    return _plain(quoted.quote) if quoted.own_marks else f"“{_plain(quoted.quote)}”"


def _source(source: Source, heads: Headings) -> str:
    lines = (
        f"**{_plain(source.title)}**",
        _dotted(source.named, source.about),
        _plain(source.address),
        f"{_plain(heads.fingerprint)}{heads.colon}`{source.sha256}`",
    )
    return "  \n".join(line for line in lines if line)
