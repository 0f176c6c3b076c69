"""The example dossier: made of the seeds that are shipped, so that a first start shows something true."""

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from briefing_app.domain.document import Ingested
from briefing_app.extraction import ModelMissingError
from briefing_app.ingest import read
from briefing_app.operations.dossiers import new_dossier
from briefing_app.operations.extracting import record_proposals
from briefing_app.operations.importing import import_document
from briefing_app.operations.reading import propose
from briefing_app.paths import seeds
from briefing_app.store import open_store
from briefing_app.store.backup import backups_of
from briefing_app.store.errors import DamagedError, NoFolderError, ReadOnlyFolderError


def make_example(path: Path) -> None:
    """Make the example dossier anew. An older one is kept among its backups, and replaced only by a whole one.

    Raises BriefingError where it is open elsewhere, or there is something else of that name.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoFolderError(path) from error
    try:
        _make(path)
    except OSError as error:
        raise ReadOnlyFolderError(path) from error


def _make(path: Path) -> None:
    with TemporaryDirectory(dir=path.parent, prefix=".example-") as folder:
        fresh = Path(folder) / path.name
        _fill(fresh)
        if path.exists():
            _keep(path)
        for left in (
            "-wal",
            "-shm",
        ):  # of an older one that was not closed: they would spoil the new one
            path.with_name(path.name + left).unlink(missing_ok=True)
        fresh.replace(path)


def _fill(path: Path) -> None:
    manifest = tomllib.loads((seeds() / "manifest.toml").read_text("utf-8"))
    new_dossier(path, title=manifest["title"])
    with open_store(path) as store:
        for ingested in _documents(manifest):
            imported = import_document(store, ingested)
            with suppress(ModelMissingError):  # it can still be read and marked
                record_proposals(store, imported.version, propose(ingested, store.issues()))


def _documents(manifest: dict[str, Any]) -> Iterator[Ingested]:
    for told in manifest["document"]:
        found = read((seeds() / told["file"]).read_bytes(), told["file"])
        yield replace(
            found, title=told["title"], date=told["date"], publisher=told.get("publisher", "")
        )


def _keep(path: Path) -> None:
    """Put the dossier that is there among its backups, for it may hold the reader's own notes."""
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    kept = backups_of(path) / f"{path.stem} {moment}{path.suffix}"
    try:
        with open_store(path) as store:
            kept.parent.mkdir(exist_ok=True)
            store.backup_to(kept)
    except DamagedError:
        kept.parent.mkdir(exist_ok=True)
        path.rename(kept.with_suffix(".damaged"))
