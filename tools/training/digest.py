"""The digest of all that the classifier learns from, so that a model can be told from one of other texts."""

import hashlib
from pathlib import Path

TRAINING = Path(__file__).resolve().parents[2] / "quality" / "training"


def digest() -> str:
    """Return one SHA-256 over the names and bytes of all training files."""
    found = hashlib.sha256()
    for path in sorted(
        each for each in TRAINING.rglob("*") if each.suffix in {".txt", ".json", ".tsv"}
    ):
        found.update(path.relative_to(TRAINING).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()
