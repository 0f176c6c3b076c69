"""Files that are written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex


def write_whole(path: Path, content: bytes) -> None:
    """Write a file; an older one is replaced only once the new one is on the disk. Raises OSError."""
    fresh = path.with_name(f".briefing-{token_hex(4)}.part")
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        with suppress(OSError):  # it is gone where all went well
            fresh.unlink(missing_ok=True)
