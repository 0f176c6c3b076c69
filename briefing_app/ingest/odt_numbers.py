"""The numbers of an OpenDocument text's lists and headings, which stand nowhere in it: counted as its styles say."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.ingest.numerals import MOST, doubled, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LEVELS, _LONGEST, _CHAIN = (
    10,
    60,
    20,
)  # of a list; characters of a number; styles made from another
_PLACE = re.compile(r"%(\d{1,2})%")
_OUTLINE = "\x00outline"  # no list is called so
_ELSEWHERE = {"tracked-changes", "annotation", "note", "forms", "sequence-decls"}


@dataclass(frozen=True)
class _Level:
    form: str
    pattern: str  # %1%.%2%
    start: int = 1
    doubles: bool = False

    def number(self, count: int) -> str:
        """Write a count; nothing in a form that is not known here."""
        if self.form.lower() == "a" and self.doubles and count > 0:
            return doubled(count) if self.form == "a" else doubled(count).upper()
        return written(count, self.form) if self.form in "1aAiI" else ""


@dataclass
class _Styles:
    lists: dict[str, dict[int, _Level]] = field(default_factory=dict[str, dict[int, _Level]])
    paragraphs: dict[str, tuple[str, str | None]] = field(
        default_factory=dict[str, tuple[str, str | None]]
    )

    def list_of(self, paragraph: str) -> str | None:
        """Return the list style that a paragraph's style names, "" where it wants none, None where it says nothing."""
        for _step in range(_CHAIN):
            base, named = self.paragraphs.get(paragraph, ("", None))
            if named is not None or not base:
                return named
            paragraph = base
        return None


def numbers_of(body: "_Element", parts: "Iterable[_Element]") -> dict["_Element", str]:
    """Return the number that each numbered paragraph and heading is shown with; `parts` hold the styles."""
    from lxml.etree import iterwalk  # noqa: PLC0415 (only where there is markup)

    counter = _Counter(_styles(parts))
    walk = iterwalk(body, events=("start", "end"))
    for event, element in walk:
        name = str(element.tag).rpartition("}")[2]
        if event == "start" and name in _ELSEWHERE:
            walk.skip_subtree()
        elif event == "end" and name == "list":
            counter.leave()
        elif event == "start" and name == "list":
            counter.enter(element)
        elif event == "start" and name in {"p", "h"}:
            counter.count(element)
    return {paragraph: sign for paragraph, sign in counter.signs.items() if sign}


@dataclass
class _Counts:
    style: str
    by_level: dict[int, int] = field(default_factory=dict[int, int])


@dataclass
class _Counter:
    styles: _Styles
    signs: dict["_Element", str] = field(default_factory=dict["_Element", str])
    _open: list[_Counts] = field(default_factory=list[_Counts])
    _by_id: dict[str, _Counts] = field(default_factory=dict[str, _Counts])
    _last: dict[str, _Counts] = field(default_factory=dict[str, _Counts])
    _outline: _Counts = field(default_factory=lambda: _Counts(_OUTLINE))

    def enter(self, element: "_Element") -> None:
        style = element.get(f"{_TEXT}style-name")
        if self._open:
            outer = self._open[-1]
            inside = outer if style in {None, outer.style} else _Counts(style or "")
        else:
            inside = self._continued(element, style or "") or _Counts(style or "")
        self._open.append(inside)
        if name := element.get(_ID):
            self._by_id[name] = inside
        self._last[inside.style] = inside

    def leave(self) -> None:
        self._open.pop()

    def count(self, paragraph: "_Element") -> None:
        item = paragraph.getparent()
        tag = "" if item is None else str(item.tag)
        if tag == f"{_TEXT}list-item" and item is not None:
            if next(item.iterchildren("{*}*"), None) is paragraph:  # no list in it stands before
                start = item.get(f"{_TEXT}start-value")
                self.signs[paragraph] = self._counted(
                    self._open[-1], len(self._open), start, paragraph
                )
        elif str(paragraph.tag) == f"{_TEXT}h" and not self._open:
            self._count_heading(paragraph)

    def _count_heading(self, heading: "_Element") -> None:
        unnumbered = self.styles.list_of(heading.get(f"{_TEXT}style-name") or "") == ""
        level = _number(heading.get(f"{_TEXT}outline-level"), 1)
        if not unnumbered and heading.get(f"{_TEXT}is-list-header") != "true":
            start = heading.get(f"{_TEXT}start-value")
            self.signs[heading] = self._counted(self._outline, level, start, heading)

    def _continued(self, element: "_Element", style: str) -> _Counts | None:
        if (name := element.get(f"{_TEXT}continue-list")) is not None:
            return self._by_id.get(name)
        goes_on = element.get(f"{_TEXT}continue-numbering") == "true"
        return self._last.get(style) if goes_on else None

    def _counted(
        self, counts: _Counts, level: int, start: str | None, paragraph: "_Element"
    ) -> str:
        style = counts.style or self.styles.list_of(paragraph.get(f"{_TEXT}style-name") or "") or ""
        levels = self.styles.lists.get(style, {})
        if level not in levels:
            return ""
        by_level = counts.by_level
        before = by_level.get(level, levels[level].start - 1)
        by_level[level] = _number(start, before + 1)
        for deeper in [each for each in by_level if each > level]:
            del by_level[deeper]
        return _shown(levels, by_level, level)


def _shown(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    at, sign, end = levels[level], "", 0
    if not at.form:
        return ""
    for place in _PLACE.finditer(at.pattern):
        outer = levels.get(int(place[1]))
        count = counts.get(int(place[1]), outer.start if outer else MOST + 1)
        number = outer.number(count) if outer and outer.form and count <= MOST else ""
        if not number and int(place[1]) == level:
            return ""
        sign, end = sign + at.pattern[end : place.start()] + number, place.end()
    sign = " ".join((sign + at.pattern[end:]).split()) if end else ""
    return sign.lstrip(".") if len(sign) <= _LONGEST else ""


def _styles(parts: "Iterable[_Element]") -> _Styles:
    found = _Styles()
    for part in parts:
        for each in part.iter(f"{_TEXT}list-style", f"{_TEXT}outline-style"):
            is_list = str(each.tag) == f"{_TEXT}list-style"
            name = each.get(f"{_STYLE}name") or "" if is_list else _OUTLINE
            found.lists[name] = dict(_levels(each))
        for each in part.iter(f"{_STYLE}style"):
            name = each.get(f"{_STYLE}name") or ""
            base = each.get(f"{_STYLE}parent-style-name") or ""
            found.paragraphs[name] = base, each.get(f"{_STYLE}list-style-name")
    return found


def _levels(style: "_Element") -> "Iterable[tuple[int, _Level]]":
    for each in style.iterchildren(
        f"{_TEXT}list-level-style-number", f"{_TEXT}outline-level-style"
    ):
        level = _number(each.get(f"{_TEXT}level"), 1)
        if 1 <= level <= _LEVELS:
            yield level, _level(each, level)


def _level(element: "_Element", level: int) -> _Level:
    shown = min(level, max(1, _number(element.get(f"{_TEXT}display-levels"), 1)))
    places = ".".join(f"%{at}%" for at in range(level - shown + 1, level + 1))
    before, after = (element.get(f"{_STYLE}num-{side}") or "" for side in ("prefix", "suffix"))
    told = next(
        (v for key, v in element.attrib.items() if str(key).endswith("}num-list-format")), ""
    )
    return _Level(
        form=element.get(f"{_STYLE}num-format") or "",
        pattern=str(told) or f"{before}{places}{after}",
        start=_number(element.get(f"{_TEXT}start-value"), 1),
        doubles=element.get(f"{_STYLE}num-letter-sync") == "true",
    )


def _number(told: str | None, otherwise: int) -> int:
    fits = told is not None and told.isdecimal() and len(told) <= len(str(MOST))
    return int(told) if told is not None and fits else otherwise
