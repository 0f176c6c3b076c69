"""How a Word document counts its lists and headings: its numberings, and the styles that use them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.ingest.numerals import MOST, doubled, written

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS, _CHAIN = 9, 20  # levels of a list; styles one made from the other
NO_NUMBER = "0"
_FORMS = {"upperRoman": "I", "lowerRoman": "i", "decimal": "1"}


@dataclass(frozen=True)
class Level:
    """One level of a numbering: `%1.%2` is written with the numbers of the first two levels."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restarts_at: int = _LEVELS  # the level from which on, upwards, it begins anew; 0 for never
    legal: bool = False  # all numbers are in figures

    def number(self, count: int) -> str | None:
        """Write a count in this level's form; None where that form is not known here."""
        if self.form in _FORMS:
            return written(count, _FORMS[self.form])
        if self.form in {"lowerLetter", "upperLetter"} and count > 0:
            return doubled(count) if self.form == "lowerLetter" else doubled(count).upper()
        if self.form == "decimalZero":
            return f"{count:02}"
        return "" if self.form == "none" else None


@dataclass
class Numbering:
    """What counts together: the levels, and by which style each is used."""

    levels: dict[int, Level] = field(default_factory=dict[int, Level])
    styled: dict[str, int] = field(default_factory=dict[str, int])
    link: str = ""  # a numbering style that says it all


@dataclass(frozen=True)
class Use:
    """A use of a numbering, in which some levels may begin elsewhere or look otherwise."""

    numbering: str
    starts: dict[int, int]
    levels: dict[int, Level]


@dataclass(frozen=True)
class Style:
    base: str
    use: str  # "" where it says nothing
    level: int | None


@dataclass
class Numberings:
    """All numberings of a document, and its styles."""

    numberings: dict[str, Numbering] = field(default_factory=dict[str, Numbering])
    uses: dict[str, Use] = field(default_factory=dict[str, Use])
    styles: dict[str, Style] = field(default_factory=dict[str, Style])
    default: str = ""

    def resolved(self, use: str) -> str:
        """Return the use that a use by way of a numbering style comes to."""
        for _step in range(_CHAIN):
            found = self.uses.get(use)
            link = self.numberings[found.numbering].link if found else ""
            if not link:
                break
            use = self.styles[link].use if link in self.styles else ""
        return use

    def told(self, style: str) -> tuple[str, int | None, str]:
        """Return the use that a style or one it was made from names, its level, and the style that names it."""
        for _step in range(_CHAIN):
            found = self.styles.get(style)
            if found is None or found.use:
                break
            style = found.base
        found = self.styles.get(style)
        return (found.use, found.level, style) if found else ("", None, "")


def numberings_of(numbering: "_Element | None", styles: "_Element | None") -> Numberings:
    found = Numberings()
    for each in () if numbering is None else numbering.findall("{*}abstractNum"):
        found.numberings[value(each, "abstractNumId")] = _numbering(each)
    for each in () if numbering is None else numbering.findall("{*}num"):
        use = _use(each)
        if use.numbering in found.numberings:
            found.uses[value(each, "numId")] = use
    for each in () if styles is None else styles.findall("{*}style"):
        name = value(each, "styleId")
        base, use = told(each, "basedOn"), told(each, "pPr/{*}numPr/{*}numId")
        found.styles[name] = Style(base, use, level_of(told(each, "pPr/{*}numPr/{*}ilvl")))
        if value(each, "default") in {"1", "true"} and value(each, "type") == "paragraph":
            found.default = name
    return found


def value(element: "_Element", name: str) -> str:
    """Return an attribute by its name alone: Word has two namespaces for the same."""
    return next((v for key, v in element.attrib.items() if str(key).endswith(f"}}{name}")), "")


def told(element: "_Element", place: str) -> str:
    found = element.find(f"{{*}}{place}")
    return "" if found is None else value(found, "val")


def level_of(told: str) -> int | None:
    return int(told) if told.isdecimal() and len(told) == 1 and int(told) < _LEVELS else None


def _numbering(element: "_Element") -> Numbering:
    made = Numbering(link=told(element, "numStyleLink"))
    for each in element.findall("{*}lvl"):
        at = level_of(value(each, "ilvl") or "0")
        if at is not None:
            made.levels[at] = _level(each)
            if style := told(each, "pStyle"):
                made.styled[style] = at
    return made


def _level(element: "_Element") -> Level:
    restart = level_of(told(element, "lvlRestart"))
    return Level(
        start=_number(told(element, "start"), 1),
        form=told(element, "numFmt") or "decimal",
        pattern=told(element, "lvlText"),
        restarts_at=_LEVELS if restart is None else restart,
        legal=element.find("{*}isLgl") is not None,
    )


def _use(element: "_Element") -> Use:
    starts, levels = dict[int, int](), dict[int, Level]()
    for each in element.findall("{*}lvlOverride"):
        at = level_of(value(each, "ilvl"))
        if at is not None:
            if (start := told(each, "startOverride")).isdecimal():
                starts[at] = _number(start, 1)
            if (level := each.find("{*}lvl")) is not None:
                levels[at] = _level(level)
    return Use(told(element, "abstractNumId"), starts, levels)


def _number(told: str, otherwise: int) -> int:
    return int(told) if told.isdecimal() and len(told) <= len(str(MOST)) else otherwise
