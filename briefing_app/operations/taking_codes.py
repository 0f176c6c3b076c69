"""Taking over the codebook of another program: its codes become issues; of one of ours, parties too."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing_app.domain.changes import Changes
from briefing_app.domain.issue import Issue, IssueId
from briefing_app.domain.party import Party, PartyId
from briefing_app.export.from_qda import ForeignCodes
from briefing_app.language import _, format_number, ngettext
from briefing_app.operations.issues import key_of
from briefing_app.operations.parties import next_colour
from briefing_app.store import Store
from briefing_app.store.issues import insert_issue
from briefing_app.store.parties import insert_party


@dataclass(frozen=True)
class CodesTaken:
    changes: Changes
    parties: int
    issues: int

    @property
    def words(self) -> str:
        parties = ngettext("{count} party", "{count} parties", self.parties)
        issues = ngettext("{count} issue", "{count} issues", self.issues)
        return _("Added: {parties}, {issues}.").format(
            parties=parties.format(count=format_number(self.parties)),
            issues=issues.format(count=format_number(self.issues)),
        )


def take_codes(store: Store, codes: ForeignCodes, *, name: str) -> CodesTaken:
    """Add what a codebook of that name has and the dossier has not, by name."""
    parties, issues = store.parties(), store.issues()
    names = (name for party in parties for name in (party.name, *party.aliases))
    fresh_parties = _fresh(codes.parties, names)
    fresh_issues = _fresh(codes.issues, (issue.label for issue in issues))
    keys = {issue.key for issue in issues}
    last = max((issue.ordinal for issue in issues), default=0)
    with store.operation(_("Take over codes of {name}").format(name=name)) as operation:
        for each in fresh_parties:
            party = Party(PartyId(0), each, colour=next_colour(parties))
            insert_party(operation.db, party)
            parties = (*parties, party)
        for ordinal, label in enumerate(fresh_issues, start=last + 1):
            key = key_of(label, keys)
            keys.add(key)
            insert_issue(operation.db, Issue(IssueId(0), key, label, ordinal=ordinal))
    return CodesTaken(operation.changes, len(fresh_parties), len(fresh_issues))


def _fresh(wanted: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return each of the wanted names once that is not known, however its letters are."""
    there = {name.casefold() for name in known}
    once = {name.casefold(): name for name in wanted if name.strip()}
    return [name for folded, name in once.items() if folded not in there]
