"""Parties as rows."""

import json
from collections.abc import Sequence
from functools import lru_cache

from sqlite_utils import Database

from briefing_app.domain.party import Party, PartyId, Role
from briefing_app.domain.review import Review

# Who else holds a position, and who must do what was agreed: the table, and the column with its owner.
_LINKS = {"position_parties": "position_id", "outcome_parties": "outcome_id"}


def read_parties(db: Database) -> tuple[Party, ...]:
    columns = "id, name, aliases, role, colour, ordinal, review"
    rows = db.execute(f"SELECT {columns} FROM parties ORDER BY ordinal, id").fetchall()  # noqa: S608
    return tuple(_party(tuple(row)) for row in rows)


def insert_party(db: Database, party: Party) -> PartyId:
    """Write a new party, the last in the order. Its id is the database's to give."""
    row = db.execute(
        "INSERT INTO parties (name, aliases, role, colour, ordinal, review) VALUES (?, ?, ?, ?, "
        "(SELECT coalesce(max(ordinal), 0) + 1 FROM parties), ?)",
        (party.name, _names(party.aliases), party.role, party.colour, party.review),
    ).lastrowid
    assert row is not None
    return PartyId(row)


def update_party(db: Database, party: Party) -> None:
    db.execute(
        "UPDATE parties SET name = ?, aliases = ?, role = ?, colour = ?, ordinal = ?, review = ? "
        "WHERE id = ?",
        (
            party.name,
            _names(party.aliases),
            party.role,
            party.colour,
            party.ordinal,
            party.review,
            party.id,
        ),
    )


def order_parties(db: Database, parties: Sequence[PartyId]) -> None:
    for ordinal, party in enumerate(parties, start=1):
        db.execute("UPDATE parties SET ordinal = ? WHERE id = ?", (ordinal, party))


def move_parties(db: Database, *, kept: PartyId, merged: PartyId) -> None:
    """Let one party hold and answer for what another did."""
    db.execute("UPDATE positions SET party_id = ? WHERE party_id = ?", (kept, merged))
    for table, owner in _LINKS.items():
        db.execute(
            f"DELETE FROM {table} WHERE party_id = ? AND {owner} IN "  # noqa: S608 (names above)
            f"(SELECT {owner} FROM {table} WHERE party_id = ?)",
            (merged, kept),
        )
        db.execute(f"UPDATE {table} SET party_id = ? WHERE party_id = ?", (kept, merged))  # noqa: S608
    # Nobody holds anything together with themselves.
    db.execute(
        "DELETE FROM position_parties WHERE party_id = ? AND position_id IN "
        "(SELECT id FROM positions WHERE party_id = ?)",
        (kept, kept),
    )


def rests_on_party(db: Database, party: PartyId) -> bool:
    return bool(
        db.execute(
            "SELECT EXISTS (SELECT 1 FROM positions WHERE party_id = :party) "
            "OR EXISTS (SELECT 1 FROM position_parties WHERE party_id = :party) "
            "OR EXISTS (SELECT 1 FROM outcome_parties WHERE party_id = :party)",
            {"party": party},
        ).fetchone()[0]
    )


def delete_party(db: Database, party: PartyId) -> None:
    db.execute("DELETE FROM parties WHERE id = ?", (party,))


def _names(names: Sequence[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


@lru_cache(maxsize=20_000)  # all of a dossier's are read for each document that is imported
def _party(row: tuple[PartyId, str, str, str, int, int, str]) -> Party:
    id_, name, aliases, role, colour, ordinal, review = row
    return Party(
        id=id_,
        name=name,
        aliases=tuple(json.loads(aliases)),
        role=Role(role),
        colour=colour,
        ordinal=ordinal,
        review=Review(review),
    )
