"""What is on the clipboard, or is held over the window, as far as it can become documents."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData

from briefing_app.domain.document import NOTHING_TOLD
from briefing_app.ui.dialogs.document import Pasted

# The kinds under which browsers tell the page that words were copied from, and how each is encoded.
_PAGES = {"chromium/x-source-url": "utf-8", "text/x-moz-url-priv": "utf-16-le"}
_PUBLISHED = ("https://", "http://")  # a page on the reader's own disk was not


def local_files(mime: QMimeData | None) -> list[Path]:
    """List the files of this computer that were dropped or copied; addresses on a network are none."""
    urls = mime.urls() if mime is not None and mime.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and not url.host()]


def copied_text(mime: QMimeData | None) -> Pasted:
    """Return the plain text that was copied, with the address of its page where a browser tells it."""
    if mime is None:
        return Pasted("")
    told = (
        bytes(mime.data(kind).data()).decode(encoding, "ignore").strip("\0 \r\n")
        for kind, encoding in _PAGES.items()
    )
    address = next((each for each in told if each.startswith(_PUBLISHED)), "")
    return Pasted(mime.text(), replace(NOTHING_TOLD, url=address))
