"""How a briefing is written: what the reader chooses before an export, and how that is remembered."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from briefing_app.domain.citing import CitationStyle
from briefing_app.domain.document import DocumentId
from briefing_app.domain.issue import IssueId
from briefing_app.domain.party import PartyId
from briefing_app.domain.scope import Scope

_WHOLE = Scope()


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"
    A3 = "a3"
    TABLOID = "tabloid"


class Template(StrEnum):
    """Which briefing is set; PDF has them all."""

    FULL = "full"
    ONE_PAGE = "one-page"
    POSITIONS = "positions"
    OUTCOMES = "outcomes"
    EVIDENCE = "evidence"


@dataclass(frozen=True)
class ExportOptions:
    """How a briefing is written. `export` applies the scope, so that every form has it."""

    title: str = ""  # empty: the dossier's
    author: str = ""
    language: str = "en"  # the language that the briefing's own words are in, as a tag
    citations: CitationStyle = CitationStyle.PLAIN
    scope: Scope = _WHOLE
    template: Template = Template.FULL
    paper: Paper = Paper.A4
    classification: str = ""  # a line at the head and the foot of every page
    footer: str = ""
    watermark: str = ""
    logo: bytes = b""  # a PNG or JPEG file

    @property
    def confirmed_only(self) -> bool:
        return self.scope.confirmed_only


_LOOK = ("template", "paper", "classification", "footer", "watermark", "language")


def look_of(options: ExportOptions) -> dict[str, str]:
    """Return how a briefing looks as plain values, to be remembered for every dossier."""
    return {name: str(getattr(options, name)) for name in _LOOK}


def with_look(options: ExportOptions, look: dict[str, Any]) -> ExportOptions:
    """Take up a remembered look; what is missing or unknown stays as it is."""
    known: dict[str, Any] = {}
    for name in _LOOK:
        kind, value = type(getattr(options, name)), look.get(name)
        try:
            known |= {name: kind(value)} if isinstance(value, str) else {}
        except ValueError:  # of a version with other templates or papers
            continue
    return replace(options, **known)


def scope_as_plain(scope: Scope) -> dict[str, Any]:
    """Return a scope as plain values: numbers, days and switches, and no words."""
    plain = {field.name: getattr(scope, field.name) for field in fields(scope)}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in plain.items()
        if value != getattr(_WHOLE, name)
    }


def scope_of_plain(plain: dict[str, Any]) -> Scope:
    """Read a remembered scope; what cannot be read is not chosen."""
    return Scope(
        issues=tuple(map(IssueId, _numbers(plain.get("issues")))),
        parties=tuple(map(PartyId, _numbers(plain.get("parties")))),
        documents=tuple(map(DocumentId, _numbers(plain.get("documents")))),
        since=_day(plain.get("since")),
        until=_day(plain.get("until")),
        confirmed_only=plain.get("confirmed_only") is True,
        notes=plain.get("notes") is not False,
    )


def _numbers(value: object) -> tuple[int, ...]:
    listed = value if isinstance(value, (list, tuple)) else ()
    return tuple(each for each in listed if type(each) is int)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
