"""The numbers that Word sets before lists and headings and that stand nowhere in its text: counted and written in."""

import re
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing_app.ingest.numerals import MOST
from briefing_app.ingest.word_numbering import (
    NO_NUMBER,
    Level,
    Numberings,
    level_of,
    numberings_of,
    told,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST = 60  # characters of a number
_PLACE = re.compile(r"%([1-9])")


def write_word_numbers(
    document: "_Element", numbering: "_Element | None", styles: "_Element | None"
) -> None:
    """Write into each numbered paragraph the number that Word shows before it."""
    counter = _Counter(numberings_of(numbering, styles))
    namespace = str(document.tag).rpartition("}")[0] + "}"
    for paragraph in list(document.iter(f"{namespace}p")):
        if not _stands_apart(paragraph, namespace):
            sign, use, level = counter.sign(paragraph)
            words = _first_words(paragraph, namespace) if sign else None
            if words is not None:
                words.text = f"{sign} {(words.text or '').lstrip()}"
                if " " in sign:  # Article 1: no sign of a list, but words
                    use, level = NO_NUMBER, 0
            if use:
                _name(paragraph, namespace, use, level)


def _stands_apart(paragraph: "_Element", namespace: str) -> bool:
    """Tell whether a paragraph is none of the text's own: in a frame, or taken away by a tracked change."""
    if paragraph.find("{*}pPr/{*}rPr/{*}del") is not None:
        return True
    return next(paragraph.iterancestors(f"{namespace}txbxContent"), None) is not None


def _first_words(paragraph: "_Element", namespace: str) -> "_Element | None":
    """Find where a paragraph's own words begin: a run of its own for the number would take as long as they do."""
    apart = {f"{namespace}txbxContent", f"{namespace}moveFrom"}
    for words in paragraph.iter(f"{namespace}t"):
        if (words.text or "").strip():
            within = takewhile(lambda each: each is not paragraph, words.iterancestors())
            if not any(each.tag in apart for each in within):
                return words
    return None


def _name(paragraph: "_Element", namespace: str, use: str, level: int) -> None:
    """Say in a paragraph itself what its style says of its numbering."""
    looks = paragraph.find("{*}pPr")
    if looks is None:
        looks = paragraph.makeelement(f"{namespace}pPr")
        paragraph.insert(0, looks)
    for old in looks.findall("{*}numPr"):
        looks.remove(old)
    named = looks.makeelement(f"{namespace}numPr")
    for tag, said in (("ilvl", str(level)), ("numId", use)):
        part = named.makeelement(f"{namespace}{tag}")
        part.set(f"{namespace}val", said)
        named.append(part)
    looks.append(named)


@dataclass
class _Counter:
    """Counts as Word does: what is made from one numbering goes on counting, unless it says where it begins."""

    known: Numberings
    _counts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    _begun: set[str] = field(default_factory=set[str])

    def sign(self, paragraph: "_Element") -> tuple[str, str, int]:
        """Count a paragraph; return its number as it is shown, the use of a numbering that it is, and its level."""
        use, level = self._use(paragraph)
        if use not in self.known.uses:
            return "", use, 0
        levels, counts = self._levels(use), self._counted(use)
        if level not in levels:
            return "", "", 0
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            if level < (levels[deeper].restarts_at if deeper in levels else 0):
                del counts[deeper]
        return _shown(levels, counts, level), use, level

    def _use(self, paragraph: "_Element") -> tuple[str, int]:
        style = told(paragraph, "pPr/{*}pStyle") or self.known.default
        by_style, style_level, named_by = self.known.told(style)
        named = told(paragraph, "pPr/{*}numPr/{*}numId") or by_style
        if named == NO_NUMBER:
            return NO_NUMBER, 0
        use = self.known.resolved(named)
        own = level_of(told(paragraph, "pPr/{*}numPr/{*}ilvl"))
        if use not in self.known.uses:
            return "", 0
        styled = self.known.numberings[self.known.uses[use].numbering].styled
        offered = (own, styled.get(style), styled.get(named_by), style_level)
        return use, next((each for each in offered if each is not None), 0)

    def _levels(self, use: str) -> dict[int, Level]:
        found = self.known.uses[use]
        levels = self.known.numberings[found.numbering].levels | found.levels
        starts = {at: start for at, start in found.starts.items() if at in levels}
        return levels | {at: replace(levels[at], start=start) for at, start in starts.items()}

    def _counted(self, use: str) -> dict[int, int]:
        found = self.known.uses[use]
        counts = self._counts.setdefault(found.numbering, {})
        if use not in self._begun:
            self._begun.add(use)
            for at in found.starts:
                counts.pop(at, None)
        return counts


def _shown(levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
    """Write a paragraph's number as its level wants it; nothing for a bullet, or in a form that is not known."""
    at = levels[level]
    if at.form == "bullet":
        return ""
    sign, end = "", 0
    for place in _PLACE.finditer(at.pattern):
        outer = levels.get(int(place[1]) - 1)
        count = counts.get(int(place[1]) - 1, outer.start if outer else 0)
        number = outer and count <= MOST and (replace(outer, form="decimal") if at.legal else outer)
        words = number.number(count) if number else None
        if words is None:
            return ""
        sign, end = sign + at.pattern[end : place.start()] + words, place.end()
    sign = " ".join((sign + at.pattern[end:]).split()) if end else ""
    return sign if len(sign) <= _LONGEST else ""
