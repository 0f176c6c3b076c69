"""What a document is called that does not say so itself."""

from briefing_app.domain.document import Block, BlockKind
from briefing_app.ingest.dates import name_without_date

_NAMELESS = {"untitled", "document", "download", "unnamed", "new", "text", "file", "index", "page"}
_WORDS, _LENGTH = 10, 80


def title_of(text: str, blocks: tuple[Block, ...], file_name: str) -> str:
    """Name a text by the heading it begins with, else by its file's name, else by its first words."""
    first = text[blocks[0].span.start : blocks[0].span.end] if blocks else ""
    if blocks and blocks[0].kind is BlockKind.HEADING and len(blocks) > 1:
        return _one_line(first)
    near = (block for block in blocks[1:3] if block.kind is BlockKind.HEADING)
    heading = next((text[block.span.start : block.span.end] for block in near), "")
    if heading and len(first) < _LENGTH:  # beneath a date or a label
        return _one_line(heading)
    return _readable(file_name) or _first_words(first)


def _readable(file_name: str) -> str:
    """Make words of a file's name; none where it says nothing."""
    words = name_without_date(file_name).replace("_", " ").replace("-", " ").split()
    telling = [word for word in words if any(char.isalpha() for char in word)]
    if not telling or all(word.strip("0123456789().").lower() in _NAMELESS for word in telling):
        return ""
    name = " ".join(words)
    return name[:1].upper() + name[1:]


def _first_words(text: str) -> str:
    words = text[:1000].split()
    title = " ".join(words[:_WORDS])
    if len(title) > _LENGTH:
        return f"{title[:_LENGTH].rstrip()}…"
    return title if len(words) <= _WORDS else f"{title}…"


def _one_line(words: str) -> str:
    return " ".join(words.split()).rstrip("\\").rstrip()
