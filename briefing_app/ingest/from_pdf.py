"""A PDF: its text in reading order, without what is printed on every page, and what it says of itself."""

from itertools import chain

from briefing_app.domain.document import Block, BlockKind
from briefing_app.domain.evidence import Span
from briefing_app.ingest.dates import is_date_line, noted_date
from briefing_app.ingest.draft import Draft
from briefing_app.ingest.errors import Trouble
from briefing_app.ingest.paragraphs import is_item
from briefing_app.ingest.pdf.hyphens import joined, known_words
from briefing_app.ingest.pdf.line import Line
from briefing_app.ingest.pdf.margins import printed_address, without_margins
from briefing_app.ingest.pdf.order import in_reading_order
from briefing_app.ingest.pdf.pages import Page, read_pages
from briefing_app.ingest.pdf.paragraphs import Paragraph, Setting, paragraphs_of, setting_of
from briefing_app.ingest.told import person, title_told
from briefing_app.isolation import Refusal

_FEW = 20  # characters of a page that is a picture with a stamp
_LARGER = 1.12  # than the body: a heading
_HEADING, _BOLD_HEADING = 200, 120  # characters that one may have
_DEEPEST = 6


def read_pdf(data: bytes) -> Draft:
    """Read a PDF. Raises Refusal where it is damaged, locked, too large or made of pictures."""
    told, pages = read_pages(data)
    if _is_scanned(pages):
        raise Refusal(Trouble.SCANNED)
    lines = list(chain.from_iterable(map(in_reading_order, without_margins(pages))))
    if not lines:
        return Draft("", ())
    setting, known = setting_of(lines), known_words(lines)
    paragraphs = paragraphs_of(lines, setting)
    text, blocks = _laid_out(paragraphs, [_words(each, known) for each in paragraphs], setting)
    return Draft(
        text,
        blocks,
        title=title_told(told.get("Title", ""), text),
        author=person(told.get("Author", "")),
        made=noted_date(told.get("CreationDate", "")),
        url=printed_address(pages),
    )


def _is_scanned(pages: list[Page]) -> bool:
    bare = [page for page in pages if sum(len(line.text) for line in page.lines) < _FEW]
    return 2 * sum(page.pictures for page in bare) > len(pages)


def _words(paragraph: Paragraph, known: frozenset[str]) -> str:
    words = paragraph.first.text
    for before, line in zip(paragraph.lines, paragraph.lines[1:], strict=False):
        words = joined(words, line.text, known) if before.broken else f"{words} {line.text}"
    hyphen = "-" if paragraph.last.broken and not words.endswith(("-", "‐")) else ""
    return words + hyphen


def _laid_out(
    paragraphs: list[Paragraph], words: list[str], setting: Setting
) -> tuple[str, tuple[Block, ...]]:
    """Set paragraphs one after the other, a blank line between, and tell what each is."""
    headings = [
        _is_heading(each, text, setting) for each, text in zip(paragraphs, words, strict=True)
    ]
    levels = _levels(
        {
            round(each.first.size)
            for each, is_one in zip(paragraphs, headings, strict=True)
            if is_one
        }
    )
    blocks, start = list[Block](), 0
    for paragraph, text, is_heading in zip(paragraphs, words, headings, strict=True):
        kind = BlockKind.HEADING if is_heading else _kind(paragraph.first, text)
        level = levels[round(paragraph.first.size)] if is_heading else 1
        blocks.append(Block(kind, Span(start, start + len(text)), level, paragraph.first.page))
        start += len(text) + 2
    return "\n\n".join(words), tuple(blocks)


def _is_heading(paragraph: Paragraph, words: str, setting: Setting) -> bool:
    first = paragraph.first
    if (
        first.row
        or len(words) > _HEADING
        or not any(map(str.isalpha, words))
        or is_date_line(words)
    ):
        return False
    if first.size >= _LARGER * setting.body:
        return not (words.endswith(".") and len(words) > _BOLD_HEADING)
    stands_out = first.bold and not setting.bold and first.size >= setting.body * 0.93
    return stands_out and len(words) <= _BOLD_HEADING and not words.endswith((".", ",", ";"))


def _levels(sizes: set[int]) -> dict[int, int]:
    return {
        size: min(level, _DEEPEST)
        for level, size in enumerate(sorted(sizes, reverse=True), start=1)
    }


def _kind(line: Line, words: str) -> BlockKind:
    if line.row:
        return BlockKind.TABLE_ROW
    return BlockKind.LIST_ITEM if is_item(words) else BlockKind.PARAGRAPH
