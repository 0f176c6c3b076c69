"""Who negotiates, as the reader orders it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing_app.domain.changes import Changes
from briefing_app.domain.party import Party, PartyId, Role
from briefing_app.errors import BriefingError
from briefing_app.language import _
from briefing_app.store import Store
from briefing_app.store import parties as rows


def add_party(
    store: Store,
    name: str,
    *,
    aliases: Sequence[str] = (),
    role: Role = Role.PARTY,
    colour: int | None = None,
) -> Changes:
    """Add a party, in the next colour unless one is given."""
    chosen = next_colour(store.parties()) if colour is None else colour
    fresh = Party(PartyId(0), name, tuple(aliases), role, chosen)
    with store.operation(_("Add {what}").format(what=name)) as operation:
        rows.insert_party(operation.db, fresh)
    return operation.changes


def change_party(store: Store, party: Party) -> Changes:
    with store.operation(_("Change {what}").format(what=party.name)) as operation:
        rows.update_party(operation.db, party)
    return operation.changes


def merge_parties(store: Store, kept: PartyId, merged: PartyId) -> Changes:
    """Make two parties one: what the merged one held, must do and is called goes to the kept one."""
    if kept == merged:
        raise BriefingError(_("A party cannot be merged with itself."))
    one, other = _party(store, kept), _party(store, merged)
    names = dict.fromkeys((*one.aliases, other.name, *other.aliases))
    aliases = tuple(name for name in names if name != one.name)
    name = _("Merge {merged} into {kept}").format(merged=other.name, kept=one.name)
    with store.operation(name) as operation:
        rows.move_parties(operation.db, kept=kept, merged=merged)
        rows.update_party(operation.db, replace(one, aliases=aliases))
        rows.delete_party(operation.db, merged)
    return operation.changes


def order_parties(store: Store, parties: Sequence[PartyId]) -> Changes:
    with store.operation(_("Order the parties")) as operation:
        rows.order_parties(operation.db, parties)
    return operation.changes


def remove_party(store: Store, party: PartyId) -> Changes:
    """Remove a party that holds nothing and has nothing to do."""
    name = _party(store, party).name
    with store.operation(_("Remove {what}").format(what=name)) as operation:
        if rows.rests_on_party(operation.db, party):
            raise BriefingError(
                _("{party} cannot be removed while positions or outcomes name it.").format(
                    party=name
                )
            )
        rows.delete_party(operation.db, party)
    return operation.changes


def next_colour(parties: Iterable[Party]) -> int:
    """Return the first of the party colours that is not in use."""
    used = {party.colour for party in parties}
    return next(colour for colour in range(len(used) + 1) if colour not in used)


def _party(store: Store, party: PartyId) -> Party:
    return next(each for each in store.parties() if each.id == party)
