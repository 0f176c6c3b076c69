"""Format 1: the tables, the search and the journal. Frozen: it imports nothing of the project."""

from sqlite_utils import Database

_STANCES = (
    "'demands','proposes','offers','pledges','concedes','accepts','accepts_partly','rejects',"
    "'threatens','undecided'"
)
_STATUSES = (
    "'agreed','agreed_partly','pledged','proposed','awaiting_response','deferred','rejected',"
    "'no_agreement','withdrawn','scheduled','done','breached'"
)
_REVIEWS = "'proposed','confirmed','corrected','dismissed'"

_TABLES = (
    """CREATE TABLE dossier (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        title TEXT NOT NULL,
        created TEXT NOT NULL)""",
    # Content that never changes, known by its hash. The journal leaves it alone.
    """CREATE TABLE originals (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        bytes BLOB NOT NULL)""",
    """CREATE TABLE texts (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        words INTEGER NOT NULL,
        text TEXT NOT NULL)""",
    """CREATE TABLE blocks (
        id INTEGER PRIMARY KEY,
        text_id INTEGER NOT NULL REFERENCES texts(id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('paragraph','heading','list_item','quotation','table_row')),
        level INTEGER NOT NULL CHECK (level >= 1),
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL,
        page INTEGER CHECK (page >= 1),
        CHECK (start < "end"),
        UNIQUE (text_id, ordinal))""",
    """CREATE VIRTUAL TABLE block_search USING fts5 (
        text, tokenize = "unicode61 remove_diacritics 2")""",
    # What is known of them. All of it is journaled.
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        publisher TEXT NOT NULL,
        author TEXT NOT NULL,
        date TEXT CHECK (date(date) IS date),
        language TEXT NOT NULL,
        url TEXT NOT NULL,
        file_name TEXT NOT NULL,
        added TEXT NOT NULL)""",
    """CREATE TABLE versions (
        id INTEGER PRIMARY KEY,
        document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number >= 1),
        text_id INTEGER NOT NULL REFERENCES texts(id),
        original_sha256 TEXT NOT NULL REFERENCES originals(sha256),
        added TEXT NOT NULL,
        UNIQUE (document_id, number))""",
    f"""CREATE TABLE parties (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        aliases TEXT NOT NULL CHECK (json_valid(aliases)),
        role TEXT NOT NULL CHECK (role IN ('party','mediator','host','other')),
        colour INTEGER NOT NULL,
        ordinal INTEGER NOT NULL,
        review TEXT NOT NULL CHECK (review IN ({_REVIEWS})))""",
    """CREATE TABLE issues (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        label TEXT NOT NULL,
        "group" TEXT NOT NULL,
        trigger TEXT NOT NULL,
        ordinal INTEGER NOT NULL)""",
    """CREATE TABLE evidence (
        id INTEGER PRIMARY KEY,
        version_id INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('same','moved','changed','ambiguous','lost')),
        CHECK (start < "end"))""",
    f"""CREATE TABLE positions (
        id INTEGER PRIMARY KEY,
        party_id INTEGER NOT NULL REFERENCES parties(id),
        stance TEXT NOT NULL CHECK (stance IN ({_STANCES})),
        claim TEXT NOT NULL,
        condition TEXT NOT NULL,
        speaker TEXT NOT NULL,
        channel TEXT NOT NULL CHECK (channel IN ('own','other_party','third','reporter')),
        said_on TEXT CHECK (date(said_on) IS said_on),
        background INTEGER NOT NULL CHECK (background IN (0, 1)),
        why TEXT NOT NULL,
        review TEXT NOT NULL CHECK (review IN ({_REVIEWS})),
        evidence_id INTEGER NOT NULL REFERENCES evidence(id) ON DELETE CASCADE)""",
    """CREATE TABLE position_issues (
        id INTEGER PRIMARY KEY,
        position_id INTEGER NOT NULL REFERENCES positions(id) ON DELETE CASCADE,
        issue_id INTEGER NOT NULL REFERENCES issues(id),
        ordinal INTEGER NOT NULL,
        UNIQUE (position_id, issue_id))""",
    """CREATE TABLE position_evidence (
        id INTEGER PRIMARY KEY,
        position_id INTEGER NOT NULL REFERENCES positions(id) ON DELETE CASCADE,
        evidence_id INTEGER NOT NULL REFERENCES evidence(id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        UNIQUE (position_id, evidence_id))""",
    f"""CREATE TABLE outcomes (
        id INTEGER PRIMARY KEY,
        claim TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ({_STATUSES})),
        quantities TEXT NOT NULL CHECK (json_valid(quantities)),
        due TEXT CHECK (due IS NULL OR json_valid(due)),
        ticked INTEGER NOT NULL CHECK (ticked IN (0, 1)),
        why TEXT NOT NULL,
        review TEXT NOT NULL CHECK (review IN ({_REVIEWS})),
        evidence_id INTEGER NOT NULL REFERENCES evidence(id) ON DELETE CASCADE)""",
    """CREATE TABLE outcome_issues (
        id INTEGER PRIMARY KEY,
        outcome_id INTEGER NOT NULL REFERENCES outcomes(id) ON DELETE CASCADE,
        issue_id INTEGER NOT NULL REFERENCES issues(id),
        ordinal INTEGER NOT NULL,
        UNIQUE (outcome_id, issue_id))""",
    """CREATE TABLE outcome_parties (
        id INTEGER PRIMARY KEY,
        outcome_id INTEGER NOT NULL REFERENCES outcomes(id) ON DELETE CASCADE,
        party_id INTEGER NOT NULL REFERENCES parties(id),
        ordinal INTEGER NOT NULL,
        UNIQUE (outcome_id, party_id))""",
    f"""CREATE TABLE accounts (
        id INTEGER PRIMARY KEY,
        outcome_id INTEGER NOT NULL REFERENCES outcomes(id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ({_STATUSES})),
        quantities TEXT NOT NULL CHECK (json_valid(quantities)),
        due TEXT CHECK (due IS NULL OR json_valid(due)),
        evidence_id INTEGER NOT NULL REFERENCES evidence(id) ON DELETE CASCADE)""",
    """CREATE TABLE annotations (
        id INTEGER PRIMARY KEY,
        evidence_id INTEGER NOT NULL REFERENCES evidence(id) ON DELETE CASCADE,
        colour TEXT NOT NULL CHECK (colour IN ('yellow','green','blue','pink')),
        note TEXT NOT NULL,
        tags TEXT NOT NULL CHECK (json_valid(tags)),
        created TEXT NOT NULL,
        modified TEXT NOT NULL)""",
    """CREATE TABLE history_entries (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)))""",
    """CREATE TABLE history_changes (
        id INTEGER PRIMARY KEY,
        entry_id INTEGER NOT NULL REFERENCES history_entries(id) ON DELETE CASCADE,
        "table" TEXT NOT NULL,
        row INTEGER NOT NULL,
        before TEXT CHECK (before IS NULL OR json_valid(before)),
        after TEXT CHECK (after IS NULL OR json_valid(after)))""",
    # Has its one row only inside the transaction of an operation.
    """CREATE TABLE history_open (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        entry_id INTEGER NOT NULL REFERENCES history_entries(id))""",
)

_INDEXES = {
    "blocks_place": "blocks (text_id, start)",
    "texts_sha256": "texts (sha256)",
    "versions_text": "versions (text_id)",
    "versions_original": "versions (original_sha256)",
    "evidence_version": "evidence (version_id)",
    "positions_party": "positions (party_id)",
    "positions_evidence": "positions (evidence_id)",
    "position_issues_issue": "position_issues (issue_id)",
    "position_evidence_evidence": "position_evidence (evidence_id)",
    "outcomes_evidence": "outcomes (evidence_id)",
    "outcome_issues_issue": "outcome_issues (issue_id)",
    "outcome_parties_party": "outcome_parties (party_id)",
    "accounts_outcome": "accounts (outcome_id)",
    "accounts_evidence": "accounts (evidence_id)",
    "annotations_evidence": "annotations (evidence_id)",
    "history_changes_entry": "history_changes (entry_id)",
}

_JOURNALED = (
    "dossier",
    "documents",
    "versions",
    "parties",
    "issues",
    "evidence",
    "positions",
    "position_issues",
    "position_evidence",
    "outcomes",
    "outcome_issues",
    "outcome_parties",
    "accounts",
    "annotations",
)


def create(db: Database) -> None:
    """Make an empty dossier's tables."""
    for table in _TABLES:
        db.execute(table)
    for name, columns in _INDEXES.items():
        db.execute(f"CREATE INDEX {name} ON {columns}")
    # Deleted words leave the index's pages too.
    db.execute("INSERT INTO block_search (block_search, rank) VALUES ('secure-delete', 1)")
    for table in _JOURNALED:
        _journal(db, table)
    db.execute("PRAGMA application_id = 0x42726665")
    db.execute("PRAGMA user_version = 1")


def _journal(db: Database, table: str) -> None:
    """Record every change of a table's rows while an operation is open; cascades fire these triggers too."""
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]
    before, after = _image("OLD", columns), _image("NEW", columns)
    differs = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns)
    for event, when, row, images in (
        ("INSERT", "", "NEW.id", f"NULL, {after}"),
        ("UPDATE", f" AND ({differs})", "NEW.id", f"{before}, {after}"),
        ("DELETE", "", "OLD.id", f"{before}, NULL"),
    ):
        db.execute(
            f"CREATE TRIGGER {table}_{event.lower()} AFTER {event} ON {table} "  # noqa: S608 (names above)
            f"WHEN EXISTS (SELECT 1 FROM history_open){when} BEGIN "
            'INSERT INTO history_changes (entry_id, "table", row, before, after) '
            f"SELECT entry_id, '{table}', {row}, {images} FROM history_open; END"
        )


def _image(row: str, columns: list[str]) -> str:
    fields = ", ".join(f"'{name}', {row}.\"{name}\"" for name in columns)
    return f"json_object({fields})"
