"""Choosing by name what a briefing covers, as the command line does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.document import Document
from briefing_app.domain.issue import Issue
from briefing_app.domain.party import Party
from briefing_app.domain.scope import Scope
from briefing_app.errors import BriefingError
from briefing_app.language import _

_Named = TypeVar("_Named", Issue, Party, Document)


class UnknownNameError(BriefingError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("Nothing in this dossier is called “{name}”; “show” prints the names.").format(
                name=name
            )
        )


@dataclass(frozen=True)
class Choice:
    """What is wanted, in the words of the reader."""

    issues: tuple[str, ...] = ()  # labels or keys
    parties: tuple[str, ...] = ()  # any of their names
    documents: tuple[str, ...] = ()  # titles or files' names
    since: date | None = None
    until: date | None = None
    confirmed_only: bool = False
    notes: bool = True


def scope_of(choice: Choice, briefing: Briefing) -> Scope:
    """Find what the names stand for, whatever their case. Raises BriefingError for one that names nothing."""
    return Scope(
        issues=tuple(
            each.id for each in _found(choice.issues, briefing.issues, lambda i: (i.label, i.key))
        ),
        parties=tuple(
            each.id
            for each in _found(choice.parties, briefing.parties, lambda p: (p.name, *p.aliases))
        ),
        documents=tuple(
            each.id
            for each in _found(
                choice.documents, briefing.documents, lambda d: (d.title, d.file_name)
            )
        ),
        since=choice.since,
        until=choice.until,
        confirmed_only=choice.confirmed_only,
        notes=choice.notes,
    )


def _found(
    names: Iterable[str], known: Iterable[_Named], names_of: Callable[[_Named], tuple[str, ...]]
) -> Iterable[_Named]:
    """Find what each name stands for: two documents of one title are both meant."""
    by_name: dict[str, list[_Named]] = {}
    for each in known:
        for name in {name.casefold() for name in names_of(each) if name}:
            by_name.setdefault(name, []).append(each)
    for name in names:
        if name.strip().casefold() not in by_name:
            raise UnknownNameError(name)
        yield from by_name[name.strip().casefold()]
