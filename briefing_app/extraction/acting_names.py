"""The names that only this text uses, and whose deeds only the classifier sees: "Tesk balked at the levy"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing_app.extraction import trees
from briefing_app.extraction.clauses import doer_of
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.naming import is_common, is_written
from briefing_app.extraction.opinions import Opinions, likeliest
from briefing_app.extraction.proper_names import runs
from briefing_app.extraction.tokens import Doc, Token

if TYPE_CHECKING:
    from briefing_app.extraction.clauses import Clause
    from briefing_app.extraction.lexicon import Lexicon

NOWHERE = frozenset({"LOC", "EVENT", "LAW"})  # seas, wars and treaties, as the model calls them
SURE = 0.86  # that what somebody does is a position


def acting_names(reading: Reading, opinions: Opinions) -> frozenset[str]:
    """Return the names, nobody's so far, of which some clause tells a position almost surely."""
    return frozenset(
        name
        for opinion in opinions
        if not opinion.clause.doer
        and opinion.of_doer is not None
        and likeliest(opinion.of_doer.stances)[1] >= SURE
        for name in _doing(reading, opinion.clause)
    )


def _doing(reading: Reading, clause: Clause) -> Iterator[str]:
    """Return the name that a clause has as its doer, if it has one that is nobody's yet and may be a side's."""
    doer, number = _doer(clause, reading.lexicon), clause.paragraph.number
    if doer is None:
        return
    for start, end in runs(doer.doc, reading.lexicon):
        new = not any((number, i) in reading.cast.hits for i in range(start, end))
        if start <= doer.i < end and new and _is_a_sides(doer.doc, start, end, reading.lexicon):
            yield doer.doc[start:end].text


def _doer(clause: Clause, lexicon: Lexicon) -> Token | None:
    """Return who does something in a clause, or is ready to; nobody where it only says what something is."""
    only_is = clause.head.lemma_ == "be" and trees.child(clause.head, "acomp") is None
    return None if only_is else doer_of(clause.head, lexicon)


def _is_a_sides(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a name may be a side's: "Tesk" and "the Upper House", but no "Ana Cifu", "Chair" or "Treaty"."""
    first, last = doc[start], doc[end - 1]
    article, single = start > 0 and doc[start - 1].lower_ == "the", end - start == 1
    if "PERSON" in {first.ent_type_, last.ent_type_} and not article:
        return False
    if not (single or article or last.ent_type_ == "ORG"):
        return False  # two words without either are a person's
    if {first.lower_, last.lower_} & lexicon.actors["titles"] or last.ent_type_ in NOWHERE:
        return False
    return not (is_common(last, lexicon) if single else is_written(last, lexicon))
