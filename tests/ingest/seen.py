"""What a test looks at in a document that was read."""

from briefing_app.domain.document import Ingested


def said(found: Ingested) -> list[tuple[str, str]]:
    """Return the kind and the words of each block."""
    return [
        (block.kind.value, found.text[block.span.start : block.span.end]) for block in found.blocks
    ]
