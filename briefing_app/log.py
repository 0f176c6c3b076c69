"""The log: what the program did, by ids and codes. A dossier's words, titles and file names never go into it."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path


def start_log(path: Path) -> None:
    """Send the program's records to a file of at most 1 MB, with one older one beside it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("briefing_app")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
