"""The digest of all that the classifier learns from, so that a model can be told from one of other texts."""

import hashlib

from tools.quality import PRESS, QUALITY, UNREAD

LEARNED = {".txt", ".json", ".tsv"}


def digest() -> str:
    """Return one SHA-256 over the names and bytes of the training files, and of the press texts without their gold."""
    taught = [each for each in (QUALITY / "training").rglob("*") if each.suffix in LEARNED]
    read = [each for each in (PRESS / "texts").glob("*.txt") if each.stem not in UNREAD]
    found = hashlib.sha256()
    for path in sorted([*taught, *read]):
        found.update(path.relative_to(QUALITY).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()
