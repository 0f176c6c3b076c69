"""The parties of a dossier by every name they go by."""

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.domain.party import Party, PartyId, Role
from briefing_app.domain.proposals import ProposedParty
from briefing_app.domain.review import Review
from briefing_app.operations.parties import next_colour
from briefing_app.store.journal import Recording
from briefing_app.store.parties import insert_party, update_party


class PartyNames:
    """Finds parties again, and proposes those that are new to the dossier."""

    def __init__(self, operation: Recording, parties: Sequence[Party]) -> None:
        self._operation = operation
        self._parties = {party.id: party for party in parties}
        self._ids: dict[str, PartyId] = {}
        for party in parties:
            self._learn(party)

    def meet(self, proposed: ProposedParty) -> PartyId:
        """Return the party that has one of these names, with the names that are new to it."""
        names = (proposed.name, *proposed.aliases)
        found = next((self._ids[_fold(name)] for name in names if _fold(name) in self._ids), None)
        if found is None:
            return self._insert(proposed)
        party = self._parties[found]
        fresh = dict.fromkeys(name for name in names if _fold(name) not in self._ids)
        if fresh:
            self._keep(replace(party, aliases=(*party.aliases, *fresh)))
        return found

    def id_of(self, name: str) -> PartyId:
        """Return the party of this name, proposed where there was none."""
        return self.meet(ProposedParty(name, Role.PARTY))

    def _insert(self, proposed: ProposedParty) -> PartyId:
        others = dict.fromkeys(name for name in proposed.aliases if name != proposed.name)
        party = Party(
            id=PartyId(0),
            name=proposed.name,
            aliases=tuple(others),
            role=proposed.role,
            colour=next_colour(self._parties.values()),
            review=Review.PROPOSED,
        )
        stored = replace(party, id=insert_party(self._operation.db, party))
        self._parties[stored.id] = stored
        self._learn(stored)
        return stored.id

    def _keep(self, party: Party) -> None:
        update_party(self._operation.db, party)
        self._parties[party.id] = party
        self._learn(party)

    def _learn(self, party: Party) -> None:
        for name in (party.name, *party.aliases):
            self._ids.setdefault(_fold(name), party.id)


def _fold(name: str) -> str:
    """Write a name as it is compared: any case, either apostrophe, with or without its article."""
    words = name.replace("’", "'").casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
