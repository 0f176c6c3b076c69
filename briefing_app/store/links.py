"""What a position or an outcome is linked to, in order: its issues, its responsible parties, its evidence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True)
class Links:
    """A table that links the rows of an owner, in order, to others."""

    table: str
    owner: str  # the column with the owner's id
    linked: str  # the column with the id of what it is linked to

    def read(self, db: Database) -> dict[int, list[int]]:
        """Read what every owner is linked to."""
        links: dict[int, list[int]] = defaultdict(list)
        for row in db.execute(
            f"SELECT {self.owner}, {self.linked} FROM {self.table} "  # noqa: S608
            f"ORDER BY {self.owner}, ordinal"
        ).fetchall():
            links[row[0]].append(row[1])
        return links

    def read_of(self, db: Database, owner: int) -> list[int]:
        rows = db.execute(
            f"SELECT {self.linked} FROM {self.table} WHERE {self.owner} = ? ORDER BY ordinal",  # noqa: S608
            (owner,),
        ).fetchall()
        return [row[0] for row in rows]

    def write(self, db: Database, owner: int, ids: Sequence[int]) -> None:
        """Link an owner to these and to nothing else. What is so already is not written again."""
        ids = list(dict.fromkeys(ids))
        if self.read_of(db, owner) == ids:
            return
        db.execute(f"DELETE FROM {self.table} WHERE {self.owner} = ?", (owner,))  # noqa: S608
        db.conn.executemany(
            f"INSERT INTO {self.table} ({self.owner}, {self.linked}, ordinal) VALUES (?, ?, ?)",  # noqa: S608
            [(owner, linked, ordinal) for ordinal, linked in enumerate(ids)],
        )
