"""What there is to say of a document besides its text: what was resolved when its file was read."""

from briefing_app.domain.document import Document, Ingested
from briefing_app.ingest import read
from briefing_app.language import _, format_number, ngettext

_REVISED = {"docx", "odt"}  # the kinds in which changes are tracked


def remark(ingested: Ingested) -> str:
    """Say how many tracked changes were accepted and comments left out; empty where there were none."""
    parts = list[str]()
    if count := ingested.changes:
        words = ngettext(
            "{count} tracked change accepted", "{count} tracked changes accepted", count
        )
        parts.append(words.format(count=format_number(count)))
    if count := ingested.comments:
        words = ngettext("{count} comment left out", "{count} comments left out", count)
        parts.append(words.format(count=format_number(count)))
    return _("{parts}.").format(parts=", ".join(parts)) if parts else ""


def may_have_remark(document: Document) -> bool:
    """Tell whether a document is of a kind in which changes are tracked."""
    return document.kind in _REVISED


def read_remark(original: bytes, file_name: str) -> str:
    """Read a document's file again for what there is to say of it; nothing is stored. Raises BriefingError."""
    return remark(read(original, file_name))
