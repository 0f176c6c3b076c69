"""The outcomes, ready to print: a checklist in the groups of their statuses."""

from dataclasses import dataclass

from briefing_app.domain.briefing import Briefing, Citation
from briefing_app.domain.citing import spot_words
from briefing_app.domain.labels import DISPUTED, STATUS_GROUPS, STATUSES
from briefing_app.domain.outcome import Account, Due, Outcome, OutcomeContent
from briefing_app.domain.wording import due_words, quantity_words
from briefing_app.export.cleaning import isolated
from briefing_app.export.matrix import Mark, mark, numbers, proposed, states
from briefing_app.export.tongues import spoken
from briefing_app.language import _, format_list


@dataclass(frozen=True)
class Told:
    """One account of a disputed outcome."""

    place: str
    status: Mark
    quantities: str
    due: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Item:
    anchor: str
    claim: str
    language: str  # of the claim, where it is known to be another than the page's
    ticked: str  # the word for it, empty where it is not
    status: Mark
    disputed: Mark | None
    who: str
    quantities: str
    due: str
    issues: tuple[str, ...]
    remarks: tuple[str, ...]
    proposed: str
    numbers: tuple[int, ...]
    accounts: tuple[Told, ...]  # where they differ, each


@dataclass(frozen=True)
class Group:
    name: str
    items: tuple[Item, ...]


def checklist(briefing: Briefing) -> tuple[Group, ...]:
    """Group the outcomes by status; a group with none is left out."""
    places = {outcome.id: at for at, outcome in enumerate(briefing.outcomes)}
    groups = (
        Group(
            _(name),
            tuple(
                item(briefing, outcome, f"o{places[outcome.id]}")
                for outcome in briefing.outcomes
                if outcome.content.status in statuses
            ),
        )
        for name, statuses in STATUS_GROUPS
    )
    return tuple(group for group in groups if group.items)


def item(briefing: Briefing, outcome: Outcome, anchor: str) -> Item:
    content = outcome.content
    evidence = tuple(account.evidence for account in content.accounts)
    return Item(
        anchor=anchor,
        claim=isolated(content.claim),
        language=spoken(briefing, content.claim, evidence),
        ticked=_("ticked off") if content.ticked else "",
        status=mark(STATUSES[content.status]),
        disputed=mark(DISPUTED) if content.disputed else None,
        who=_who(briefing, content) or _("nobody named"),
        quantities=_how_many(content),
        due=_due(content.due),
        issues=tuple(isolated(briefing.issue(issue).label) for issue in content.issues),
        remarks=states(evidence),
        proposed=proposed(outcome.review),
        numbers=numbers(briefing, evidence),
        accounts=_accounts(briefing, content.accounts) if content.disputed else (),
    )


def _who(briefing: Briefing, content: OutcomeContent) -> str:
    """List who must act, in the order in which the page runs, whatever the names are written in."""
    return format_list(isolated(briefing.party(party).name) for party in content.responsible)


def _how_many(content: OutcomeContent | Account) -> str:
    return format_list(isolated(quantity_words(quantity)) for quantity in content.quantities)


def _due(due: Due | None) -> str:
    """Say by when; that a text names no date is another thing than its saying that none is set."""
    return isolated(due_words(due)) or _("no date given")


def _accounts(briefing: Briefing, accounts: tuple[Account, ...]) -> tuple[Told, ...]:
    return tuple(_told(briefing, account) for account in accounts)


def _place(briefing: Briefing, citation: Citation) -> str:
    """Name the source of an account by who published it, else by its title."""
    document = briefing.document(citation.document)
    spot = spot_words(citation.spot)
    return f"{isolated(document.publisher or document.title)} {spot}"


def _told(briefing: Briefing, account: Account) -> Told:
    citation = briefing.cited.get(account.evidence.id)
    return Told(
        place=_place(briefing, citation) if citation else "",
        status=mark(STATUSES[account.status]),
        quantities=_how_many(account) or _("no figure"),
        due=_due(account.due),
        numbers=numbers(briefing, (account.evidence,)),
    )
