"""A clause in its sentence, with the sentence before: of what the classifier is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.extraction.clauses import Clause


@dataclass(frozen=True)
class Window:
    """The words of a clause and around it; whose position it would be: the speaker's, or that of who does it."""

    ahead: str
    clause: str
    behind: str
    before: str = ""
    by_speaker: bool = False

    @property
    def sentence(self) -> str:
        return self.ahead + self.clause + self.behind

    @property
    def place(self) -> tuple[int, int]:
        """Where the clause stands in its sentence, in code points."""
        start = len(self.ahead)
        return start, start + len(self.clause)


def window_of(clause: Clause, *, by_speaker: bool) -> Window:
    doc, text = clause.paragraph.doc, clause.paragraph.text
    sentence = doc[clause.first].sent
    start, end = doc[clause.first].idx, doc[clause.end - 1].end
    earlier = doc[sentence.start - 1].sent.text if sentence.start else ""
    return Window(
        text[min(sentence.start_char, start) : start],
        text[start:end],
        text[end : max(sentence.end_char, end)],
        earlier,
        by_speaker,
    )
