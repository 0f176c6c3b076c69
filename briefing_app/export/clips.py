"""What is copied to be pasted elsewhere: the same words plain and as rich text, each quote with its source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.citing import CitationStyle, Run, plain, quotation_runs, rich
from briefing_app.domain.document import Document, Spot
from briefing_app.domain.evidence import Evidence
from briefing_app.domain.labels import STANCES, STATUSES
from briefing_app.domain.outcome import Outcome
from briefing_app.domain.position import Position
from briefing_app.domain.wording import (
    due_words,
    joint_words,
    quantities_words,
    responsible_words,
    word_of,
)
from briefing_app.export.cleaning import in_one_line
from briefing_app.export.elements import Markup, element, joined
from briefing_app.language import _

_Entry = Position | Outcome


@dataclass(frozen=True)
class Clip:
    plain: str
    rich: str  # HTML in which no word of a reader's or a document's is markup


def quote_clip(document: Document, exact: str, spot: Spot, style: CitationStyle) -> Clip:
    """Copy words of a text with their source."""
    runs = quotation_runs(document, exact, spot, style)
    return Clip(plain(runs), rich(runs))


def entries_clip(briefing: Briefing, entries: Iterable[_Entry], style: CitationStyle) -> Clip:
    """Copy positions or outcomes, each with the words that it rests on."""
    told = [_Told(briefing, each, style) for each in entries]
    return Clip("\n\n".join(each.plain() for each in told), joined(each.rich() for each in told))


def row_clip(
    briefing: Briefing,
    issue: str,
    cells: Sequence[tuple[str, Sequence[Position]]],
    style: CitationStyle,
) -> Clip:
    """Copy a row of the matrix, cells by the names of their parties, as a table: plain, one of tabs and lines."""
    told = [[_Told(briefing, each, style) for each in held] for _party, held in cells]
    heads = (_("Issue"), *(party for party, _held in cells))
    plain_cells = (issue, *("; ".join(each.in_one_line() for each in cell) for cell in told))
    rich_cells = (element("b", issue), *(joined(each.rich() for each in cell) for cell in told))
    table = element(
        "table",
        element("tr", *(element("th", head) for head in heads)),
        element("tr", *(element("td", cell) for cell in rich_cells)),
        border="1",
    )
    lines = ("\t".join(map(in_one_line, line)) for line in (heads, plain_cells))
    return Clip("\n".join(lines), table)


class _Told:
    """One position or outcome in words."""

    def __init__(self, briefing: Briefing, entry: _Entry, style: CitationStyle) -> None:
        self._briefing, self._style = briefing, style
        content = entry.content
        if isinstance(entry, Position):
            self._head = STANCES[entry.content.stance].word
            facts = (entry.content.condition, word_of(entry.content), joint_words(entry.content))
            self._evidence: Sequence[Evidence] = entry.content.evidence
        else:
            self._head = STATUSES[entry.content.status].word
            facts = (
                responsible_words(briefing, entry.content),
                quantities_words(entry.content),
                due_words(entry.content.due),
            )
            self._evidence = [account.evidence for account in entry.content.accounts]
        self._claim = in_one_line(content.claim)
        self._facts = " · ".join(in_one_line(fact) for fact in facts if fact)

    def plain(self) -> str:
        lines = (f"{self._head}: {self._claim}", self._facts, *map(plain, self._quotations()))
        return "\n".join(line for line in lines if line)

    def in_one_line(self) -> str:
        return in_one_line(self.plain())

    def rich(self) -> Markup:
        head = element("p", element("b", self._head), ": ", self._claim)
        facts = element("p", self._facts) if self._facts else ""
        quotations = (element("blockquote", Markup(rich(runs))) for runs in self._quotations())
        return joined([head, facts, *quotations])

    def _quotations(self) -> list[tuple[Run, ...]]:
        cited = (self._briefing.cited.get(each.id) for each in self._evidence)
        return [
            quotation_runs(
                self._briefing.document(each.document),
                in_one_line(each.evidence.quote.exact),
                each.spot,
                self._style,
            )
            for each in cited
            if each
        ]
