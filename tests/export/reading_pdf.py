"""PDFs made of the dossiers of `builders`, and read back."""

import re
import unicodedata
from pathlib import Path

import pypdfium2

from briefing_app.export import ExportOptions, export
from tests.export.builders import Dossier


def made(dossier: Dossier, folder: Path, **options: object) -> bytes:
    path = folder / "briefing.pdf"
    export(dossier.briefing(), dossier.versions(), path, ExportOptions(**options))
    return path.read_bytes()


def pages_of(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def text_of(pdf: bytes) -> str:
    return "\n".join(pages_of(pdf))


def folded(text: str) -> str:
    """Take out what the setting of lines changes: spaces, breaks and the hyphens at them."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u0002\ufffe\u00ad\u200b-\u200f\u2060-\u2069]", "", plain)


def left_of(page: pypdfium2.PdfTextPage, words: str) -> float:
    """Return where the first of such words begins on a page, in points from its left."""
    found = page.search(words, match_whole_word=True).get_next()
    assert found
    return page.get_charbox(found[0])[0]
