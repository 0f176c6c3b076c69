"""Rich text: its words and tables, and the title and author it names."""

import re
from dataclasses import replace

from briefing_app.domain.document import Block, BlockKind
from briefing_app.ingest.draft import Draft
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.paragraphs import blocks_of, with_bullet
from briefing_app.ingest.told import made_on, person, title_told
from briefing_app.isolation import Refusal

_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_INFO = r"\{\\%s\s+([^{}]{1,500})\}"
_MOMENT = r"\{\\%s\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})"
_CELL = " | "
_DELETED = re.compile(r"(?<!\\)\\deleted(?![a-z0])")
_CHANGED = re.compile(r"(?<!\\)\\(?:deleted|revised)(?![a-z0])")


def read_rtf(data: bytes) -> Draft:
    """Read rich text. Raises Refusal where it is damaged."""
    source, changes = _accepted(_decoded(data))
    lines = [_tidied(line) for line in _plain(source).split("\n")]
    text = "\n\n".join(filter(None, lines))
    return Draft(
        text,
        tuple(_with_rows(text, block) for block in blocks_of(text)),
        title=title_told(_told(source, "title"), text),
        author=person(_told(source, "author")),
        made=made_on(_moment(source, "creatim"), _moment(source, "revtim")),
        changes=changes,
    )


def _decoded(data: bytes) -> str:
    found = _PAGE.search(data[:2000])
    try:
        return data.decode(f"cp{int(found[1])}" if found else "cp1252", "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


def _accepted(source: str) -> tuple[str, int]:
    """Leave out what a tracked change took away, and count the changes: a group that may be ignored is not read."""
    changed = sum(1 for _change in _CHANGED.finditer(source))
    return _DELETED.sub(r"\\*\\deleted", source), changed


def _plain(source: str) -> str:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 (only in the child that needs it)

    try:
        text = rtf_to_text(source, errors="replace")
    except (ValueError, TypeError, LookupError, OverflowError, IndexError) as error:
        raise Refusal(Trouble.DAMAGED) from error
    # Characters beyond the first 65,536 are written in two halves.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "")


def _tidied(line: str) -> str:
    """Make one space of several, and cells of what stands between bars."""
    cells = (" ".join(cell.split()) for cell in line.replace("\xad", "").split("|"))
    return _CELL.join(filter(None, cells)) if "|" in line else with_bullet(" ".join(line.split()))


def _with_rows(text: str, block: Block) -> Block:
    is_row = _CELL in text[block.span.start : block.span.end]
    return replace(block, kind=BlockKind.TABLE_ROW, level=1) if is_row else block


def _told(source: str, what: str) -> str:
    found = re.search(_INFO % what, source[:20_000])
    return _plain(f"{{\\rtf1 {found[1]}}}") if found else ""


def _moment(source: str, what: str) -> str:
    found = re.search(_MOMENT % what, source[:20_000])
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""
