"""What the tests of the store and of the operations are made of."""

from datetime import date
from pathlib import Path

from briefing_app.domain.document import Block, BlockKind, Document, Ingested
from briefing_app.domain.evidence import Evidence, Span, quote_at
from briefing_app.domain.issue import IssueId
from briefing_app.domain.outcome import Account, OutcomeContent, Status
from briefing_app.domain.party import Party, PartyId
from briefing_app.domain.position import PositionContent, Stance
from briefing_app.operations.dossiers import new_dossier
from briefing_app.operations.importing import import_document
from briefing_app.operations.parties import add_party
from briefing_app.store import Store, open_store

STORY = """Talks end without a ceasefire 🕊

Russia rejected an unconditional ceasefire, Ukraine’s negotiator said.

The sides agreed to exchange 6,000 bodies. Ukraine demanded a summit by the end of June."""


def a_dossier(folder: Path) -> Store:
    """Make a dossier with the default issues and open it."""
    path = folder / "Talks.dossier"
    new_dossier(path, title="Talks")
    return open_store(path)


def an_ingested(text: str = STORY, **fields: object) -> Ingested:
    """Read a text whose paragraphs are parted by empty lines."""
    blocks, start = [], 0
    for words in text.split("\n\n") if "blocks" not in fields else ():
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(words))))
        start += len(words) + 2
    known = {
        "original": text.encode(),
        "text": text,
        "blocks": tuple(blocks),
        "title": text.split("\n", 1)[0],
        "kind": "text",
        "date": date(2025, 6, 2),
    }
    return Ingested(**{**known, **fields})  # pyright: ignore[reportArgumentType]


def a_long_text(**fields: object) -> Ingested:
    """Read a text that is written bit by bit."""
    words = (f"Paragraph {number}: nothing was agreed." for number in range(5_000))
    return an_ingested("\n\n".join(words), **fields)


def a_document(store: Store, text: str = STORY, **fields: object) -> Document:
    return store.document(import_document(store, an_ingested(text, **fields)).document)


def evidence_at(store: Store, document: Document, words: str) -> Evidence:
    """Point at words of a document's newest version."""
    text = store.version(document.version).text
    start = text.index(words)
    span = Span(start, start + len(words))
    return Evidence(document.version, span, quote_at(text, span))


def a_party(store: Store, name: str = "Russia", **fields: object) -> Party:
    add_party(store, name, **fields)  # pyright: ignore[reportArgumentType]
    return next(party for party in store.parties() if party.name == name)


def issue_id(store: Store, key: str = "ceasefire") -> IssueId:
    return next(issue.id for issue in store.issues() if issue.key == key)


def a_position(
    store: Store, party: PartyId, *evidence: Evidence, **fields: object
) -> PositionContent:
    known = {
        "party": party,
        "stance": Stance.REJECTS,
        "issues": (issue_id(store),),
        "claim": "rejects a ceasefire",
        "evidence": evidence,
    }
    return PositionContent(**{**known, **fields})  # pyright: ignore[reportArgumentType]


def an_outcome(store: Store, evidence: Evidence, **fields: object) -> OutcomeContent:
    known = {
        "claim": "exchange of bodies",
        "status": Status.AGREED,
        "issues": (issue_id(store, "prisoners"),),
        "accounts": (Account(Status.AGREED, evidence),),
    }
    return OutcomeContent(**{**known, **fields})  # pyright: ignore[reportArgumentType]
