"""Evidence as footnotes: each once, where it is cited first, and pointed at from everywhere else."""

from collections.abc import Iterable

from briefing_app.domain.briefing import Briefing, Citation
from briefing_app.domain.citing import CitationStyle, cited_runs
from briefing_app.export.docx.elements import bookmarked, dotted, paragraph, run, set_off, tag
from briefing_app.export.elements import Markup, joined
from briefing_app.export.sources import Quoted, set_apart

_NUMBER = "FootnoteReference"


class Footnotes:
    """Hands out references in the order in which a reader comes to them, and writes the notes."""

    def __init__(
        self, briefing: Briefing, evidence: Iterable[Quoted], style: CitationStyle
    ) -> None:
        self._briefing, self._style = briefing, style
        self._citations = {each.number: each for each in briefing.citations}
        self._quoted = {each.number: each for each in evidence}
        self._placed: dict[int, int] = {}  # the notes by the citations' numbers

    def cite(self, numbers: Iterable[int]) -> Markup:
        return joined(map(self._reference, numbers), run(", ", _NUMBER))

    def notes(self) -> Markup:
        """Write every note that was referred to."""
        return joined(
            self._note(note, self._quoted[number], self._citations[number])
            for number, note in self._placed.items()
        )

    def _reference(self, number: int) -> Markup:
        if number in self._placed:
            return self._again(self._placed[number])
        note = self._placed[number] = len(self._placed) + 1
        mark = tag("rPr", tag("rStyle", val=_NUMBER))
        return bookmarked(
            note, f"evidence{note}", tag("r", mark, tag("footnoteReference", id=note))
        )

    def _again(self, note: int) -> Markup:
        """Point at a note that stands elsewhere; its number follows where notes are added."""
        return tag("fldSimple", run(str(note), _NUMBER), instr=f" NOTEREF evidence{note} \\f \\h ")

    def _note(self, note: int, quoted: Quoted, citation: Citation) -> Markup:
        sign = tag("r", tag("rPr", tag("rStyle", val=_NUMBER)), tag("footnoteRef"))
        quote = quoted.quote if quoted.own_marks else f"“{quoted.quote}”"
        words = run(set_off(quote), spoken=quoted.language)
        document = set_apart(self._briefing.document(citation.document))
        source = (
            run(each.text, "Emphasis" if each.italic else "")
            for each in cited_runs(document, citation.spot, self._style)
        )
        remarks = [run(" "), *dotted(*quoted.remarks)] if quoted.remarks else []
        return tag(
            "footnote",
            paragraph("FootnoteText", sign, run(" "), words, run(" — "), *source, *remarks),
            id=note,
        )
