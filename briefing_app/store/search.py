"""The search of the newest texts' words."""

import re
from typing import Final

from sqlite_utils import Database

from briefing_app.domain.evidence import Span
from briefing_app.domain.search import Hit

_OPEN: Final = "\x02"
_CLOSE: Final = "\x03"
_WORDS_SHOWN = 24

_SEARCH = f"""
    SELECT v.document_id, v.id AS version, b.start, b."end", b.ordinal,
        snippet(block_search, 0, '{_OPEN}', '{_CLOSE}', '…', {_WORDS_SHOWN}) AS snippet
    FROM block_search
    JOIN blocks b ON b.id = block_search.rowid
    JOIN versions v ON v.text_id = b.text_id
        AND v.number = (SELECT max(number) FROM versions n WHERE n.document_id = v.document_id)
    WHERE block_search MATCH ?
    ORDER BY block_search.rank, b.id
    LIMIT ?
"""  # noqa: S608


def find(db: Database, query: str, *, limit: int) -> tuple[Hit, ...]:
    """Find the blocks with all words of a query, the best first; "..." is a phrase, the last word may go on."""
    match = _match(query)
    rows = db.execute(_SEARCH, (match, limit)).fetchall() if match else []
    return tuple(
        Hit(
            document=row["document_id"],
            version=row["version"],
            span=Span(row["start"], row["end"]),
            snippet=_parts(row["snippet"]),
            paragraph=row["ordinal"],
        )
        for row in rows
    )


def _match(query: str) -> str:
    """Write what a person typed in FTS5's language, where a quoted string is never an operator."""
    terms: list[str] = []
    open_end = False
    for phrase, word in re.findall(r'["“„”]([^"“„”]*)["“„”]|([^\s"“„”]+)', query):
        term = phrase or word
        if any(character.isalnum() for character in term):
            terms.append('"' + term.replace("\x00", " ").replace('"', '""') + '"')
            open_end = bool(word)
    if not terms:
        return ""
    return " AND ".join(terms) + (" *" if open_end else "")


def _parts(snippet: str) -> tuple[tuple[str, bool], ...]:
    """Cut a snippet where its matches begin and end."""
    pieces = re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", snippet)
    return tuple(
        (piece.strip(_OPEN + _CLOSE), piece.startswith(_OPEN)) for piece in pieces if piece
    )
